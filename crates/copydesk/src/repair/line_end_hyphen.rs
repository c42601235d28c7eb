//! # line-end-hyphen
//!
//! **Sees** a hyphen at the end of a line inside a paragraph: `he al-⏎legedly`, `long-⏎term`, the mark `¬` of some archives (`effec¬⏎tive`,
//! `trans-⏎¬port`), and a soft hyphen before a line end.
//!
//! **Does**: joins a word that the line end cut, by removing the hyphen and the line end. A compound keeps its hyphen, and only the line
//! end goes. A suspended hyphen gets a space. Words and compounds are told apart as in `spaced-hyphen`: by the joined word elsewhere in the
//! document, a list of common words, and endings that are not words. Some words are one although both halves are words (`over-⏎due`).
//!
//! These keep their hyphen: what the document hyphenates elsewhere, words that other languages hyphenate (`sous-⏎préfet`, `segunda-⏎feira`,
//! but not `sous-⏎crire`), points of the compass, and chains (`Stoke-⏎on-Trent`). In hard-wrapped paragraphs this rule and `hard-wrap`
//! together decide what becomes of the hyphens.
//!
//! **Leaves alone**
//!
//! - a hyphen before a capital, unless a name or a chain (`Stoke-on-⏎Trent`) precedes it;
//! - `re-⏎sign`, which may be either;
//! - a hyphen before a blank line, which belongs to `column-break`;
//! - dashes, rules and bullets;
//! - everything, if the document has fewer than three cut words, or two among a few: a cut word is then noted (`ambiguous-hyphen`).
//!   Hard-wrapped text in another language than English has fewer known words. There it is enough that three lines, and one in ten, end in
//!   a hyphen before a small letter.
//!
//! **Evidence**: 28 of 2,257 e-paper articles have such line ends, 90 together. In scans with line ends, a fifth of all lines end this way:
//! 79 in a hundred of the hyphens belong to the line, 7 to the word. Clean texts of eight sources have none.

mod abroad;

use crate::decode::{DecodeEdit, Decoded, Step, chain};
use crate::language::Language;
use crate::lines::Lines;
use crate::note::NoteKind;
use crate::options::Repairs;

use abroad::Owner;
pub(super) use abroad::hardly_suspends;

use super::closed::is_closed;
use super::halves::{Attested, Halves, suspends};
use super::vocabulary::{self, Vocabulary};
use super::words::{self, starts_lower, starts_upper};
use super::{Doubt, Risk, Rule, RuleKind};

/// The rule `line-end-hyphen`.
pub(crate) static RULE: Rule =
    Rule { name: "line-end-hyphen", page: include_str!("line_end_hyphen.rs"), kind: RuleKind::Unwrap };

/// How many cut words show that a document's lines were hyphenated.
const CUT: usize = 3;
/// The same where one hyphen in so many cuts a word.
const CUT_OF_FEW: (usize, usize) = (2, 4);

const NOT_SURE: &str = "a hyphen at the end of a line: of the word, or of the line";

/// What becomes of a hyphen at a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It goes: it was the line's.
    Join,
    /// It stays, and the line end goes.
    Keep,
    /// It stays, with a space.
    Suspend,
    /// Nobody can say.
    Doubt,
}

/// How many cut words a document must show before one of them is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// As many as show that its hyphens are those of lines.
    Several,
    /// The one: that a line ended there is known.
    One,
    /// The one, and so many lines end in a hyphen that they were hyphenated.
    Hyphenated,
}

/// A hyphen at a line end, between the words up to the next hyphens.
#[derive(Clone, Copy)]
pub(super) struct Hyphen<'t> {
    left: &'t str,
    right: &'t str,
    /// Whether it is one of several that hold a compound together: `father-⏎in-law`, `Stoke-⏎on-Trent`.
    chained: bool,
}

impl<'t> Hyphen<'t> {
    /// The one between the text up to `end` and that from `next` on.
    pub(super) fn between(text: &'t str, end: usize, next: usize) -> Self {
        let (before, after) = (words::word_before(text, end), words::word_after(text, next));
        let (left, right) = (before.rsplit('-').next().unwrap_or(before), after.split('-').next().unwrap_or(after));
        let middle = |word: &str, run: &str| word.len() < run.len() && words::MIDDLES.has(word);
        Self { left, right, chained: middle(left, before) || middle(right, after) }
    }

    fn halves(self, language: Language, words: &Vocabulary) -> Halves {
        let attested = if words.has_joined(self.left, self.right) { Attested::Joined } else { Attested::No };
        Halves::of(language, self.left, self.right, attested)
    }

    /// Two points of the compass, which some write with a hyphen and some without.
    fn is_compass(self) -> bool {
        words::DIRECTIONS.has(self.left) && words::DIRECTIONS.has(self.right)
    }

    /// `re-⏎sign`: for two years more, or from the club.
    fn is_two_words(self) -> bool {
        self.left == "re" && matches!(self.right, "sign" | "signed" | "signing" | "signs")
    }
}

/// Judges the hyphens at line ends of one document.
pub(super) fn judge(text: &str, language: Option<Language>, hyphens: &[Hyphen<'_>], asked: Asked) -> Vec<Verdict> {
    let Some(language) = language.filter(|_| !hyphens.is_empty()) else { return vec![Verdict::Doubt; hyphens.len()] };
    let wanted = hyphens.iter().flat_map(|hyphen| vocabulary::joined(hyphen.left, hyphen.right)).flatten();
    let words = Vocabulary::of(text, wanted.collect());
    let mut compounds: Vec<u64> = vocabulary::compounds(text).collect();
    compounds.sort_unstable();
    let halves: Vec<Halves> = hyphens.iter().map(|hyphen| hyphen.halves(language, &words)).collect();
    let cut = halves.iter().filter(|&&halves| halves == Halves::Word).count();
    // English words are told by a list; of other languages few cut words are known.
    let hyphenated = asked == Asked::Hyphenated && language != Language::English
        || cut >= CUT
        || cut >= CUT_OF_FEW.0 && cut * CUT_OF_FEW.1 >= hyphens.len();
    let verdicts = hyphens.iter().zip(halves).map(|(&hyphen, halves)| {
        let Hyphen { left, right, chained } = hyphen;
        let joined = || words.has_joined(left, right);
        let compound = || compounds.binary_search(&vocabulary::compound(left, right)).is_ok();
        let owner = if language == Language::English { Owner::Line } else { abroad::owner(language, left, right) };
        match halves {
            Halves::Word if asked != Asked::Several => Verdict::Join,
            _ if !hyphenated => Verdict::Doubt,
            Halves::Word => Verdict::Join,
            _ if chained || owner == Owner::Words && !joined() => Verdict::Keep,
            Halves::Either | Halves::Unknown if compound() && !joined() => Verdict::Keep,
            Halves::Either if hyphen.is_two_words() => Verdict::Doubt,
            Halves::Either if hyphen.is_compass() && !joined() => Verdict::Keep,
            Halves::Either => Verdict::Join,
            _ if suspends(language, right) => Verdict::Suspend,
            Halves::Unknown if owner == Owner::Either => Verdict::Doubt,
            Halves::Unknown => Verdict::Join,
            Halves::Compound if language == Language::English && is_closed(left, right) && !compound() => Verdict::Join,
            Halves::Compound if starts_upper(right) && !starts_upper(left) => Verdict::Doubt,
            Halves::Compound => Verdict::Keep,
        }
    });
    verdicts.collect()
}

/// A hyphen at a line end.
struct Place<'t> {
    /// Where the hyphen starts, where it ends, and where the next line's text starts.
    start: u32,
    hyphen: u32,
    end: u32,
    words: Hyphen<'t>,
    /// Whether its mark can be nothing but the line's.
    marked: bool,
}

/// The text without the hyphens that line ends put in, and the doubts about it, those found before among them.
pub(crate) fn rejoin<'s>(
    decoded: Decoded<'s>,
    lines: &Lines,
    language: Option<Language>,
    mut doubts: Vec<Doubt>,
    allowed: &Repairs,
) -> (Decoded<'s>, Vec<Doubt>) {
    let mut places = places(&decoded.text, lines);
    places.retain(|place| !decoded.begins_line(place.start, place.end));
    if places.is_empty() || language.is_none_or(|language| !language.has_rules()) || !allowed.any() {
        return (decoded, doubts);
    }
    let hyphens: Vec<Hyphen<'_>> = places.iter().map(|place| place.words).collect();
    let verdicts = judge(&decoded.text, language, &hyphens, Asked::Several);
    let marked = places.iter().filter(|place| place.marked).count() >= CUT;
    let mut edits: Vec<(u32, u32, &'static str)> = Vec::new();
    for (place, verdict) in places.iter().zip(verdicts) {
        let allow = allowed.allow(&RULE, Risk::Safe);
        match verdict {
            _ if place.marked && marked && allow => edits.push((place.start, place.end, "")),
            Verdict::Join if allow => edits.push((place.start, place.end, "")),
            Verdict::Keep if allow && !place.marked => edits.push((place.hyphen, place.end, "")),
            Verdict::Suspend if allow && !place.marked => edits.push((place.hyphen, place.end, " ")),
            _ if place.marked || place.words.is_two_words() || is_cut(place, language) => doubts.push(Doubt {
                start: place.start,
                end: place.end,
                kind: NoteKind::AmbiguousHyphen,
                message: NOT_SURE,
            }),
            _ => {}
        }
    }
    doubts.sort_by_key(|doubt| (doubt.start, doubt.end));
    if edits.is_empty() {
        return (decoded, doubts);
    }
    let mut shift = Shift::new(&edits);
    for doubt in &mut doubts {
        let gone = shift.before(doubt.start);
        (doubt.start, doubt.end) = (doubt.start - gone, doubt.end - gone);
    }
    let mut shift = Shift::new(&edits);
    let marks = decoded.marks.iter().map(|&(at, mark)| (at - shift.before(at), mark)).collect();
    let mut rejoined = chain(decoded, |text| apply(text, &edits));
    rejoined.marks = marks;
    (rejoined, doubts)
}

/// How many bytes edits take away before a place; places are asked for in order.
struct Shift<'e> {
    edits: std::iter::Peekable<std::slice::Iter<'e, (u32, u32, &'static str)>>,
    gone: u32,
}

impl<'e> Shift<'e> {
    fn new(edits: &'e [(u32, u32, &'static str)]) -> Self {
        Self { edits: edits.iter().peekable(), gone: 0 }
    }

    fn before(&mut self, at: u32) -> u32 {
        while let Some(&(start, end, becomes)) = self.edits.next_if(|edit| edit.1 <= at) {
            self.gone += end - start - becomes.len() as u32;
        }
        self.gone
    }
}

fn apply(text: &str, edits: &[(u32, u32, &'static str)]) -> Step {
    let mut step = Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: Vec::new() };
    let mut at = 0;
    for &(from, to, becomes) in edits {
        step.text.push_str(&text[at..from as usize]);
        let start = step.text.len() as u32;
        step.text.push_str(becomes);
        let text = start..step.text.len() as u32;
        step.edits.push(DecodeEdit::new(from..to, text, &RULE));
        at = to as usize;
    }
    step.text.push_str(&text[at..]);
    step
}

fn is_cut(place: &Place<'_>, language: Option<Language>) -> bool {
    let Hyphen { left, right, .. } = place.words;
    language.is_some_and(|language| Halves::of(language, left, right, Attested::No) == Halves::Word)
}

/// Every hyphen at the end of a line that has a line with a letter at its start right below.
fn places<'t>(text: &'t str, lines: &Lines) -> Vec<Place<'t>> {
    let bytes = text.as_bytes();
    let mut places = Vec::new();
    for (_, range) in lines.filled(text).filter(|&(number, _)| number > 0) {
        let next = range.start;
        let mut end = next - 1;
        if end > 0 && bytes[end] == b'\n' && bytes[end - 1] == b'\r' {
            end -= 1;
        }
        // Nearly every line ends in something else.
        let last = bytes[..end].last();
        let begins_marked = bytes[next..].starts_with("¬".as_bytes());
        if !begins_marked && !last.is_some_and(|byte| matches!(byte, b'-' | 0xac | 0xad)) {
            continue;
        }
        places.extend(place(text, end, next));
    }
    places
}

/// The hyphen that ends the line at `end`, if the line at `next` goes on from it.
fn place(text: &str, end: usize, next: usize) -> Option<Place<'_>> {
    let line = &text[..end];
    let hyphen = ["¬", "\u{ad}", "-"].into_iter().find(|mark| line.ends_with(mark));
    let stem = hyphen.map_or(line, |mark| &line[..line.len() - mark.len()]);
    let rest = text[next..].strip_prefix('¬');
    let begins = text.len() - rest.unwrap_or(&text[next..]).len();
    let marked = matches!(hyphen, Some("¬" | "\u{ad}")) || rest.is_some() && hyphen.is_some();
    let words = Hyphen::between(text, stem.len(), begins);
    let Hyphen { left, right, chained } = words;
    let joins =
        stem.ends_with(char::is_alphabetic) && !left.is_empty() && text[begins..].starts_with(char::is_alphabetic);
    // `Stoke-on-⏎Trent`.
    let small = starts_lower(right) || (starts_upper(left) || chained) && !marked;
    let address = words::in_address(text, stem.len(), stem.len()) || words::in_address(text, begins, begins);
    (hyphen.is_some() && joins && small && !address).then_some(Place {
        start: stem.len() as u32,
        hyphen: end as u32,
        end: begins as u32,
        words,
        marked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::as_it_is;

    fn rejoined(text: &str) -> String {
        let lines = Lines::of(text);
        rejoin(as_it_is(text, Vec::new()), &lines, Some(Language::English), Vec::new(), &Repairs::default())
            .0
            .text
            .into_owned()
    }

    #[test]
    fn words_are_joined_and_compounds_keep_their_hyphen() {
        assert_eq!(
            rejoined(
                "The clerk al-\nlegedly had a long-\nterm plan for dis-\r\ncussions of low-\nand high-interest govern-\nment loans."
            ),
            "The clerk allegedly had a long-term plan for discussions of low- and high-interest government loans."
        );
        let marked = "It took effec¬\ntive and trans-\n¬port meas\u{ad}\nures of a qwr¬\ntyp kind.";
        assert_eq!(rejoined(marked), "It took effective and transport measures of a qwrtyp kind.");
    }

    #[test]
    fn compounds_of_the_document_chains_and_the_compass_keep_their_hyphen() {
        let cut = "The coun-\ncil said the engin-\neers and the cabi-\nnet had met. ";
        for (text, expected) in [
            ("It was near Stoke-\non-Trent.", "It was near Stoke-on-Trent."),
            ("It was near Stoke-on-\nTrent.", "It was near Stoke-on-Trent."),
            ("An up-\nto-date list, his father-in-\nlaw said.", "An up-to-date list, his father-in-law said."),
            ("In the north-\neast of it.", "In the north-east of it."),
            ("Northeast of it, in the north-\neast.", "Northeast of it, in the northeast."),
            ("The co-\nop was busy, as a co-op is.", "The co-op was busy, as a co-op is."),
            ("The co-\nop was busy.", "The coop was busy."),
            ("It is up-\non the hill, with-\nout a wall.", "It is upon the hill, without a wall."),
        ] {
            let whole = "The council said the engineers and the cabinet had met. ";
            assert_eq!(rejoined(&format!("{cut}{text}")), format!("{whole}{expected}"));
        }
        let text = "The council said the engineers and the cabinet had met. He will re-\nsign.";
        let cut = format!("{cut}He will re-\nsign.");
        let lines = Lines::of(&cut);
        let (decoded, doubts) =
            rejoin(as_it_is(&cut, Vec::new()), &lines, Some(Language::English), Vec::new(), &Repairs::default());
        assert_eq!((&*decoded.text, doubts.len()), (text, 1));
    }

    #[test]
    fn one_alone_stays() {
        for text in ["The clerk al-\nlegedly had a plan.", "Name -\nnone", "- \n-\nx-\n\nal-\n* y", "a-\nb-\nc-\nd"] {
            assert_eq!(rejoined(text), text);
        }
    }
}
