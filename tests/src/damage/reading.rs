//! What a parser changed: the real one, and two that show whether the measure can tell good from bad.

use copydesk::Source;

use super::Damaged;

/// One change.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Where it starts in the text as given.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What stands there afterwards.
    pub after: String,
    /// The rules that made it.
    pub rule: String,
}

/// All changes to a text, in order, and the number of doubts.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The changes.
    pub edits: Vec<Edit>,
    /// The doubts.
    pub notes: usize,
}

/// Reads with copydesk, as it is by default.
///
/// # Panics
/// If the text is longer than a source may be.
#[must_use]
pub fn copydesk(damaged: &Damaged) -> Reading {
    let source = Source::new(damaged.text.clone().into_bytes()).expect("an article fits a source");
    let document = copydesk::parse(&source);
    let edits = document.repairs().map(|repair| Edit {
        start: repair.source().start() as usize,
        end: repair.source().end() as usize,
        after: repair.after().to_owned(),
        rule: repair.rules().names().collect::<Vec<_>>().join("+"),
    });
    Reading { edits: edits.collect(), notes: document.notes().len() }
}

/// Reads with the truth in hand.
#[must_use]
pub fn perfect(damaged: &Damaged) -> Reading {
    let edits = damaged.damages.iter().map(|damage| Edit {
        start: damage.start,
        end: damage.end,
        after: damage.clean.to_owned(),
        rule: damage.kind.rule().to_owned(),
    });
    Reading { edits: edits.collect(), notes: 0 }
}

/// Closes whatever looks open, as a script of four regular expressions would.
#[must_use]
pub fn naive(damaged: &Damaged) -> Reading {
    let text = &damaged.text;
    let mut edits = Vec::new();
    for (at, _) in text.match_indices([' ', '\n']) {
        let last = text[..at].chars().next_back().unwrap_or(' ');
        let next = text[at + 1..].chars().next().unwrap_or(' ');
        let (end, after, rule) = match (last, next) {
            ('-', next) if next.is_alphabetic() => (at + 1, "", "spaced-hyphen"),
            ('$' | '£' | '€' | '¥' | '₹', next) if next.is_numeric() => (at + 1, "", "spaced-currency"),
            ('(', next) if next.is_alphabetic() => (at + 1, "", "spaced-bracket"),
            (last, '\n') if last.is_alphanumeric() || last == ',' => (at + 2, " ", "column-break"),
            _ => continue,
        };
        edits.push(Edit { start: at, end, after: after.to_owned(), rule: rule.to_owned() });
    }
    Reading { edits, notes: 0 }
}
