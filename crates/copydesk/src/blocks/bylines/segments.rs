//! A byline cut at its marks.

use crate::few::Few;

/// The mark before a stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// The stretch is the first.
    #[default]
    Start,
    Comma,
    Semicolon,
    /// `|`, `•`, a line end, two spaces or a tab.
    Bar,
    Slash,
    /// ` - `, ` – `, ` — `, or a colon.
    Dash,
    /// *and* in the languages that the rules know, `&`, *with*.
    And,
}

/// A stretch without marks, trimmed and not empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Segment<'t> {
    pub(super) text: &'t str,
    pub(super) mark: Mark,
}

/// The stretches of a byline. Few bylines have more.
pub(super) type Segments<'t> = Few<Segment<'t>, 6>;

const AND: &[&str] = &[" and ", " And ", " AND ", " & ", " und ", " with ", " WITH ", " et ", " og ", " och "];
/// Words for *and* that also stand inside a name (`Ortega y Gasset`). So both sides must have two words.
const AND_OR_PARTICLE: &[&str] = &[" y ", " e ", " en ", " En "];

/// The stretches of a byline, in order.
pub(super) fn segments(text: &str) -> Segments<'_> {
    let mut found = Segments::new();
    let (mut start, mut mark) = (0, Mark::Start);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let cut = match c {
            ',' => Some((Mark::Comma, 1)),
            ';' => Some((Mark::Semicolon, 1)),
            '\n' => Some(after_and(&rest[1..]).map_or((Mark::Bar, 1), |name| (Mark::And, rest.len() - name.len()))),
            '|' | '•' | '\r' | '\t' | '·' => Some((Mark::Bar, c.len_utf8())),
            '/' => Some((Mark::Slash, 1)),
            ':' if rest.starts_with(": ") => Some((Mark::Dash, 1)),
            ' ' => at_space(rest, &text[start..at]),
            _ => None,
        };
        let Some((next, len)) = cut else {
            at += c.len_utf8();
            continue;
        };
        // `Ana Ruiz and`, with the second author on the next line.
        let (stretch, next) = match without_and(&text[start..at]).filter(|_| c == '\n') {
            Some(stretch) => (stretch, Mark::And),
            None => (&text[start..at], next),
        };
        push(&mut found, stretch, &mut mark, next);
        at += len;
        start = at;
    }
    push(&mut found, &text[start..], &mut mark, Mark::Start);
    found
}

/// What stands before *and* at the end of a line.
pub(super) fn without_and(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(' ');
    // Hardly any line ends in one of the letters that these words end in.
    let ends = matches!(line.as_bytes().last()?, b'd' | b'D' | b'&' | b't' | b'h' | b'H' | b'g');
    ends.then(|| AND.iter().find_map(|and| line.strip_suffix(and.trim_end()))).flatten()
}

/// What follows *and* at the start of a line.
pub(super) fn after_and(line: &str) -> Option<&str> {
    AND.iter().find_map(|and| line.strip_prefix(and.trim_start()))
}

fn at_space(rest: &str, before: &str) -> Option<(Mark, usize)> {
    // One of these letters follows the space in all of them, and in few names.
    let next = rest.as_bytes().get(1)?;
    if !matches!(next, b' ' | b'&' | b'-' | b'A' | b'E' | b'W' | b'a' | b'e' | b'o' | b'u' | b'w' | b'y' | 0xe2) {
        return None;
    }
    // `A  and B`: of several spaces, the last belongs to *and*.
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    if spaces > 1 && AND.iter().any(|and| rest[spaces - 1..].starts_with(*and)) {
        return Some((Mark::And, spaces + AND.iter().find(|and| rest[spaces - 1..].starts_with(**and))?.len() - 2));
    }
    if let Some(and) = AND.iter().find(|and| rest.starts_with(**and)) {
        return Some((Mark::And, and.len() - 1));
    }
    if let Some(and) = AND_OR_PARTICLE.iter().find(|and| rest.starts_with(**and)) {
        let after = &rest[and.len()..];
        let two = |side: &str| side.trim().contains(' ');
        let next = &after[..after.find([',', ';']).unwrap_or(after.len())];
        return (two(before) && two(next)).then_some((Mark::And, and.len() - 1));
    }
    if let Some(dash) = [" - ", " – ", " — ", " -- "].into_iter().find(|dash| rest.starts_with(dash)) {
        return Some((Mark::Dash, dash.len()));
    }
    rest.starts_with("  ").then_some((Mark::Bar, 2))
}

/// Adds a stretch. Of two marks with nothing between, *and* counts: `A, B, and C`.
fn push<'t>(found: &mut Segments<'t>, text: &'t str, mark: &mut Mark, next: Mark) {
    let text = text.trim();
    if text.is_empty() {
        if next == Mark::And || *mark == Mark::Start && found.is_empty() {
            *mark = if found.is_empty() { Mark::Start } else { next };
        }
        return;
    }
    found.push(Segment { text, mark: *mark });
    *mark = next;
}
