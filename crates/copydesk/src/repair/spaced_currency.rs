//! # spaced-currency
//!
//! **Sees** a space between a currency sign and its amount: `stood at $ 21.43 billion`.
//!
//! **Does**: removes the space if the document shows other damage of the same family: two clear spaces after `-` or `(`, or three places
//! counted as in `spaced-hyphen`. Otherwise the amount is left and noted. Spaced amounts do not count, because an outlet that writes them
//! writes all of them so.
//!
//! **Leaves alone** signs with letters before them (`R$ 309 milhões`, `US$ 100.000`), `Rs 10 lakh`, `₹ 137 a kg`, and every language but
//! English: in the others the space is correct or common.
//!
//! **Evidence**: e-paper text in English has 52 hits in 18 documents, in which whole lists are spaced alike, so the shape alone proves
//! nothing. Portuguese has 8,393 correct hits in 2,112 documents.

use crate::note::NoteKind;

use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-currency`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-currency",
    page: include_str!("spaced_currency.rs"),
    kind: RuleKind::Repair { family: Family::Spaces, find, decide },
};

const fn amount(sign: &'static str) -> Finding {
    Finding {
        name: "amount",
        reading: Reading::Style,
        replacement: sign,
        note: NoteKind::AmbiguousSpace,
        message: "a space between a currency sign and its amount",
    }
}

static SIGNS: [Finding; 4] = [amount("$"), amount("£"), amount("€"), amount("¥")];

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.is_english() {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    for end in article.suspects.signs.iter().map(|&last| last as usize + 1) {
        let Some(finding) = SIGNS.iter().find(|finding| bytes[..end].ends_with(finding.replacement.as_bytes())) else {
            continue;
        };
        let at = end - finding.replacement.len();
        if !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '$') {
            spots.push(Spot { start: at as u32, end: end as u32 + 1, rule: &RULE, finding });
        }
    }
}

fn decide(_spot: &Spot, tally: &Tally) -> Outcome {
    if tally.spaces_vouch() { Outcome::Repair(Risk::Safe) } else { Outcome::Repair(Risk::All) }
}
