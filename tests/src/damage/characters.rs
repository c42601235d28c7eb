//! Characters that stand for others, and those that are not seen.

use super::spaces::{is_address, words};
use super::{Kind, Spot};

/// Characters and how a page writes them.
const ENTITIES: [(char, &str); 8] = [
    ('&', "&amp;"),
    ('"', "&quot;"),
    ('\'', "&#39;"),
    ('’', "&rsquo;"),
    ('“', "&ldquo;"),
    ('”', "&rdquo;"),
    ('—', "&mdash;"),
    ('£', "&pound;"),
];

/// Two or three letters that fonts have as one character.
const LIGATURES: [(&str, &str); 5] = [("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")];

/// Control characters that were met in newspaper text: leftovers of typesetting, and bytes of other character sets.
const CONTROLS: [&str; 4] = ["\u{2}", "\u{8}", "\u{1f}", "\u{7f}"];

/// Characters without a width that no Latin text needs.
const WIDTHLESS: [&str; 3] = ["\u{200b}", "\u{feff}", "\u{2060}"];

/// Adds the spots of a paragraph that starts at `offset` of the text.
pub fn spots(paragraph: &str, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    let mut put = |kind, start: usize, end: usize, with: &'static str| {
        spots.push(Spot::one(kind, number, offset + start, offset + end, with));
    };
    for (at, mark) in paragraph.char_indices() {
        if let Some((_, entity)) = ENTITIES.iter().find(|(plain, _)| *plain == mark) {
            put(Kind::Entity, at, at + mark.len_utf8(), entity);
        }
    }
    let mut before = "";
    for (at, word) in words(paragraph) {
        let lower = |word: &str| word.chars().count() >= 3 && word.chars().all(char::is_lowercase);
        if !paragraph[..at].ends_with("  ") && !before.is_empty() && !is_address(before) {
            put(Kind::NoBreakSpace, at - 1, at, if at % 3 == 0 { "\u{202f}" } else { "\u{a0}" });
            // Beside a figure, an initial or a mark a space that does not break may be meant.
            let plain = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
            if at % 5 == 0 && plain(before) && plain(word) {
                put(Kind::Entity, at - 1, at, if at % 2 == 0 { "&nbsp;" } else { "\\xa0" });
            }
            if lower(before) && lower(word) {
                put(Kind::DoubleSpace, at, at, " ");
            }
            if lower(word) {
                put(Kind::Control, at, at, CONTROLS[at % CONTROLS.len()]);
            }
        }
        before = word;
        if is_address(word) || word.chars().count() < 6 || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(middle, _)| at + middle);
        put(Kind::SoftHyphen, middle, middle, "\u{ad}");
        put(Kind::ZeroWidth, middle, middle, WIDTHLESS[at % WIDTHLESS.len()]);
        if let Some((plain, one)) = LIGATURES.iter().find(|(plain, _)| word.contains(plain)) {
            let start = at + word.find(plain).unwrap_or(0);
            put(Kind::Ligature, start, start + plain.len(), one);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_stand_for_others() {
        let text = "The “official” office & the others said nothing at all";
        let mut found = Vec::new();
        spots(text, 0, 0, &mut found);
        let damaged = |kind| {
            let spots: Vec<Spot> = found.iter().filter(|spot| spot.kind == kind).cloned().collect();
            super::super::Damaged::new(text, &spots)
        };
        assert_eq!(damaged(Kind::Ligature).text, text.replace("office", "oﬃce"));
        assert!(damaged(Kind::SoftHyphen).text.contains("off\u{ad}ice"));
        assert!(damaged(Kind::DoubleSpace).text.contains("others  said  nothing"));
        for kind in [Kind::NoBreakSpace, Kind::ZeroWidth, Kind::Control, Kind::Ligature] {
            assert_eq!(damaged(kind).restored(), text);
        }
    }
}
