//! What a parser changed: the real one, and two that show whether the measure can tell good from bad.

use copydesk::{Options, Risk, Source};

use super::{Damaged, Kind};

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

/// All changes to a text, in order, the blocks that go on from earlier ones, and the number of doubts.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The changes.
    pub edits: Vec<Edit>,
    /// Where each block starts that is said to go on from an earlier one.
    pub links: Vec<usize>,
    /// The doubts.
    pub notes: usize,
}

/// Reads with copydesk, as it is by default.
#[must_use]
pub fn copydesk(damaged: &Damaged) -> Reading {
    copydesk_up_to(Risk::Safe)(damaged)
}

/// Reads with copydesk, with every repair up to a risk.
///
/// # Panics
/// If the text is longer than a source may be.
pub fn copydesk_up_to(risk: Risk) -> impl Fn(&Damaged) -> Reading {
    let options = Options::new().repairs(risk);
    move |damaged| {
        let source = Source::new(damaged.text.clone().into_bytes()).expect("an article fits a source");
        let document = options.parse(&source);
        let edits = document.repairs().map(|repair| Edit {
            start: repair.source().start() as usize,
            end: repair.source().end() as usize,
            after: as_put(repair.after(), repair.rules().names().any(|name| name == "entity")),
            rule: repair.rules().names().collect::<Vec<_>>().join("+"),
        });
        let linked = document.blocks().filter(|block| block.continues().is_some());
        let links = linked.map(|block| block.source().start() as usize).collect();
        Reading { edits: edits.collect(), links, notes: document.notes().len() }
    }
}

/// An entity for a space that does not break becomes that character, which is right: whether it may break is another rule's matter.
fn as_put(after: &str, entity: bool) -> String {
    if entity { after.replace('\u{a0}', " ") } else { after.to_owned() }
}

/// Reads with the truth in hand.
#[must_use]
pub fn perfect(damaged: &Damaged) -> Reading {
    let (mut edits, mut links) = (Vec::new(), Vec::new());
    for damage in &damaged.damages {
        if damage.kind == Kind::BreakBetween {
            links.push(damage.end);
            continue;
        }
        let (start, end) = (damage.start, damage.end);
        edits.push(Edit { start, end, after: damage.clean.clone(), rule: damage.kind.rule().to_owned() });
    }
    Reading { edits, links, notes: 0 }
}

/// Closes and cleans whatever looks wrong, as a script of regular expressions would.
#[must_use]
pub fn naive(damaged: &Damaged) -> Reading {
    let text = &damaged.text;
    let mut edits: Vec<Edit> = Vec::new();
    let mut links = Vec::new();
    let mut push = |start: usize, end: usize, after: &str, rule: &str| {
        if edits.last().is_none_or(|last| last.end <= start) {
            edits.push(Edit { start, end, after: after.to_owned(), rule: rule.to_owned() });
        }
    };
    let entities =
        [("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&rsquo;", "’"), ("&ldquo;", "“"), ("&rdquo;", "”")];
    let others = [("&mdash;", "—"), ("&pound;", "£"), ("&nbsp;", " "), ("\\xa0", " ")];
    let ligatures = [('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl")];
    for (at, mark) in text.char_indices() {
        let last = text[..at].chars().next_back().unwrap_or(' ');
        let end = at + mark.len_utf8();
        let rest = &text[end..];
        let next = rest.chars().next().unwrap_or(' ');
        let second = rest.chars().nth(1).unwrap_or(' ');
        match mark {
            ' ' if last == '-' && next.is_alphabetic() => push(at, end, "", "spaced-hyphen"),
            ' ' if last.is_alphabetic() && next == '-' && second.is_alphabetic() => push(at, end, "", "hyphen-space"),
            ' ' if "$£€¥₹".contains(last) && next.is_numeric() => push(at, end, "", "spaced-currency"),
            ' ' if last == '(' && next.is_alphabetic() => push(at, end, "", "spaced-bracket"),
            ' ' if matches!(last, '"' | '“') && next.is_alphanumeric() => push(at, end, "", "spaced-quote"),
            ' ' if matches!(next, '"' | '”') => push(at, end, "", "spaced-quote"),
            ' ' if ",;.!?".contains(next) => push(at, end, "", "spaced-punctuation"),
            ' ' if matches!(next, '\'' | '’') && second == 's' => push(at, end, "", "spaced-apostrophe"),
            ' ' if matches!(last, ',' | '.') && next.is_numeric() => push(at, end, "", "spaced-digits"),
            ' ' if next == ' ' => push(at, end, "", "double-space"),
            ',' | '.' if last.is_alphabetic() && next.is_alphabetic() => {
                push(at, end, &format!("{mark} "), "missing-space");
            }
            '\u{a0}' | '\u{202f}' => push(at, end, " ", "no-break-space"),
            '\u{200b}' | '\u{feff}' | '\u{2060}' => push(at, end, "", "no-break-space"),
            '\u{ad}' => push(at, end, "", "soft-hyphen"),
            '&' | '\\' => {
                if let Some((entity, plain)) =
                    entities.iter().chain(&others).find(|(entity, _)| text[at..].starts_with(entity))
                {
                    push(at, at + entity.len(), plain, "entity");
                }
            }
            '-' if last.is_alphabetic() && next == '\n' && second.is_alphabetic() => {
                push(at, end + 1, "", "line-end-hyphen");
            }
            '\n' if last != '\n' && next == '\n' => {
                let joins = last.is_alphanumeric() || last == ',';
                if joins {
                    push(at, end + 1, " ", "column-break");
                }
                if second.is_lowercase() {
                    links.push(end + 1);
                }
            }
            '\n' if last != '\n' && last != '.' => push(at, end, " ", "hard-wrap"),
            'A'..='Z' if matches!(last, '\n' | '\t') && next.is_whitespace() => {
                push(end, end + rest.len() - rest.trim_start().len(), "", "drop-cap");
            }
            mark if mark.is_control() && mark != '\n' && mark != '\t' => push(at, end, "", "control"),
            mark => {
                if let Some((_, plain)) = ligatures.iter().find(|(ligature, _)| *ligature == mark) {
                    push(at, end, plain, "ligature");
                }
            }
        }
    }
    Reading { edits, links, notes: 0 }
}
