//! Columns of hard-wrapped lines, hyphenated or not.

use std::ops::Range;

use super::spaces::is_address;
use super::{Change, Damaged, Kind, Spot};

/// Whether long words are divided at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Broken at spaces only, as databases do.
    Whole,
    /// Broken inside words, too, with a hyphen, as columns are set.
    Hyphenated,
}

/// Whether a letter is a vowel.
fn is_vowel(letter: char) -> bool {
    "aeiouyäöüáéíóúàèêâôõãåæø".contains(letter)
}

/// The places, in bytes, at which a word of small letters may be divided: between two consonants with vowels around them, or before one.
///
/// It is no hyphenation dictionary: a word that a typesetter would divide elsewhere is divided wrongly now and then, as columns are.
fn syllables(word: &str) -> Vec<usize> {
    const LEAST: usize = 6;
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    if letters.len() < LEAST || !letters.iter().all(|(_, letter)| letter.is_lowercase()) {
        return Vec::new();
    }
    let vowel = |index: usize| is_vowel(letters[index].1);
    // These pairs are one sound, or begin a syllable together.
    let one_sound = |index: usize| {
        let pair: String = [letters[index - 1].1, letters[index].1].into_iter().collect();
        matches!(&*pair, "ch" | "ck" | "gh" | "ph" | "sh" | "th" | "wh" | "gn" | "ng" | "qu" | "ll" | "nh" | "lh")
            || matches!(letters[index].1, 'l' | 'r')
    };
    let fits = |&index: &usize| {
        let before_vowel = !vowel(index) && vowel(index + 1);
        let two = !vowel(index - 1) && vowel(index - 2) && !one_sound(index);
        before_vowel && (two || vowel(index - 1))
    };
    (3..=letters.len() - 3).filter(fits).map(|index| letters[index].0).collect()
}

/// The place nearest to the middle at which a word may be divided.
#[must_use]
pub fn syllable(word: &str) -> Option<usize> {
    syllables(word).into_iter().min_by_key(|at| at.abs_diff(word.len() / 2))
}

impl Damaged {
    /// The same with the lines of `within` hard-wrapped before column `width`.
    ///
    /// A line is never broken where something else was done: no place then has two damages.
    #[must_use]
    pub fn wrapped(self, within: Range<usize>, width: usize, lines: Lines) -> Self {
        let mut spots = Vec::new();
        let mut at = within.start;
        for line in self.text[within].split('\n') {
            wrap(&self, at, line, width, lines, &mut spots);
            at += line.len() + 1;
        }
        self.again(&spots)
    }

    /// Whether something was done at `start..end` or right beside it.
    fn is_touched(&self, start: usize, end: usize) -> bool {
        let from = self.damages.partition_point(|damage| damage.end < start);
        self.damages.get(from).is_some_and(|damage| damage.start <= end)
    }
}

fn wrap(damaged: &Damaged, offset: usize, paragraph: &str, width: usize, lines: Lines, spots: &mut Vec<Spot>) {
    let mut push = |kind, (start, end, with): Change| {
        spots.push(Spot { kind, paragraph: 0, changes: vec![(offset + start, offset + end, with)] });
    };
    // Where the line starts in the paragraph, and where it could be broken last.
    let (mut line, mut last): (usize, Option<usize>) = (0, None);
    for (at, _) in paragraph.match_indices(' ').chain([(paragraph.len(), "")]) {
        while chars(&paragraph[line..at]) > width {
            let Some(space) = last.filter(|space| *space >= line) else { break };
            let word = &paragraph[space + 1..at];
            let room = width.saturating_sub(chars(&paragraph[line..=space]));
            let free = |from: usize, to: usize| !damaged.is_touched(offset + space + 1 + from, offset + space + 1 + to);
            let cut = (lines == Lines::Hyphenated && !is_address(word)).then(|| divided(word, room)).flatten();
            match cut.filter(|(cut, _)| free(cut - 1, cut + 1)) {
                Some((cut, kind)) => {
                    let at = space + 1 + cut;
                    push(kind, (at, at, if kind == Kind::LineKept { "\n" } else { "-\n" }.into()));
                    line = at;
                    last = None;
                }
                None => {
                    push(Kind::HardWrap, (space, space + 1, "\n".into()));
                    line = space + 1;
                    last = None;
                }
            }
        }
        if at < paragraph.len() && !paragraph[..at].ends_with(' ') && !damaged.is_touched(offset + at, offset + at + 1)
        {
            last = Some(at);
        }
    }
}

/// Where the first part of a word goes on the line, if it fits: after its own hyphen, or at a syllable.
fn divided(word: &str, room: usize) -> Option<(usize, Kind)> {
    let mut kept = word.match_indices('-').map(|(at, _)| at + 1).filter(|&at| {
        let letter = |mark: Option<char>| mark.is_some_and(char::is_alphabetic);
        letter(word[..at - 1].chars().next_back()) && letter(word[at..].chars().next()) && chars(&word[..at]) <= room
    });
    if let Some(at) = kept.next_back() {
        return Some((at, Kind::LineKept));
    }
    let bare = word.trim_end_matches([',', '.', ';', ':']);
    syllables(bare).into_iter().rfind(|&at| chars(&word[..at]) < room).map(|at| (at, Kind::LineJoined))
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "The harbour board promised again that the long-awaited ferry would return in September, and nobody believed it.";

    #[test]
    fn lines_are_full_and_can_be_undone() {
        for lines in [Lines::Whole, Lines::Hyphenated] {
            for width in 20..70 {
                let damaged = Damaged::none(PARAGRAPH).wrapped(0..PARAGRAPH.len(), width, lines);
                assert_eq!(damaged.restored(), PARAGRAPH);
                assert!(damaged.text.lines().all(|line| line.len() <= width), "{width}: {}", damaged.text);
                let divided = damaged.damages.iter().any(|damage| damage.kind != Kind::HardWrap);
                assert!(lines == Lines::Hyphenated || !divided);
            }
        }
    }

    #[test]
    fn words_are_divided_at_syllables_and_at_their_own_hyphens() {
        assert_eq!(syllable("september"), Some(3));
        assert_eq!((syllable("harbour"), syllable("ferry"), syllable("Members")), (Some(3), None, None));
        let damaged = Damaged::none(PARAGRAPH).wrapped(0..PARAGRAPH.len(), 47, Lines::Hyphenated);
        assert!(
            damaged.text.starts_with("The harbour board promised again that the long-\nawaited"),
            "{}",
            damaged.text
        );
    }
}
