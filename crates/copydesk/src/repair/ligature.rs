//! # ligature
//!
//! **Sees** the characters U+FB00 to U+FB06, which draw two or three letters as one: `ﬁnal`, `oﬀer`, `aﬄict`. Text copied from a typeset
//! file has them, and no search finds the words.
//!
//! **Does**: writes the letters: `fi`, `ff`, `ffl`, `st`. The repair is `safe` if the text has three characters that belong to its form,
//! counted over all character rules; otherwise it is `likely`, and the place is noted (`stray-character`).
//!
//! **Leaves alone** a ligature without a letter beside it, as a text about type shows them; one that may be part of a reference. Ligatures
//! that are letters (`œ`, `æ`, `ß`) are spelling.
//!
//! **Evidence**: no language written in Latin letters spells with them. One collection of Spanish news text has 42. None of 9,982 articles
//! of other collections has one.

use memchr::memmem;

use super::characters::{Becomes, Case, Unseen, decide, may_be_spelt};
use super::{Characters, Pass, Place, Reading, Rule, RuleKind};

/// The rule `ligature`.
pub(crate) static RULE: Rule = Rule {
    name: "ligature",
    page: include_str!("ligature.rs"),
    kind: RuleKind::Characters { pass: Pass::Shapes, find, decide },
};

static IN_WORD: Case = Case {
    name: "in-word",
    reading: Reading::Clear,
    message: Some("letters that a font draws as one: a search does not find the word"),
};

/// The ligatures, in order, and their letters.
const LIGATURES: [(char, &str); 7] = [
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];

/// The letters of a ligature.
pub(crate) fn letters(c: char) -> Option<&'static str> {
    LIGATURES.iter().find(|(ligature, _)| *ligature == c).map(|&(_, letters)| letters)
}

fn find(characters: &Characters<'_>, places: &mut Vec<Place>) {
    if !characters.seen.shapes {
        return;
    }
    let text = characters.text;
    let mut unseen = Unseen::new(text);
    for start in memmem::find_iter(text.as_bytes(), &"\u{fb00}".as_bytes()[..2]) {
        // All of them have three bytes.
        let Some(becomes) = text[start..].chars().next().and_then(letters) else { continue };
        let end = start + 3;
        let (left, right) = unseen.beside(start, end);
        if [left, right].into_iter().flatten().any(char::is_alphabetic) && !may_be_spelt(text, start) {
            places.push(Place { start, end, rule: &RULE, case: &IN_WORD, becomes: Becomes::Text(becomes) });
        }
    }
}
