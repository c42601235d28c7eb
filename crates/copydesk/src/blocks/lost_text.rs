//! # lost-text
//!
//! Places where words are missing. The family gives no role and repairs nothing. It notes (`lost-text`) what closing up the spaces would
//! hide.
//!
//! **Sees** what is left where the text of a link, a name in another script or a quoted word was dropped:
//!
//! - two spaces before a comma or a full stop: `has continued to back the  , according to a survey`; after an article (`the`, `an`), one
//!   space before a comma is enough;
//! - an article or a preposition, two spaces, and a word that cannot follow: `after talks on the  that went on`;
//! - nothing between quotation marks: `a policy of "  " on the island`; nothing between brackets: `the poet Hale ( ) wrote`;
//! - in a text that has one of these, three spaces inside any clause: `Under this truce,   women will be let go`.
//!
//! **Leaves alone**
//!
//! - two spaces after a full stop, which are a typist's style;
//! - two spaces inside a clause, which a link leaves even if its text is there;
//! - three spaces in a text that shows nothing else, or has them everywhere;
//! - a space before a comma, which some extractors put after every link, and tokenised text before every mark;
//! - the spaces of French before `:` `;` `!` `?`;
//! - the dots of an ellipsis, addresses, columns of a table, `main()`;
//! - an empty pair of quotation marks, of which one closes and one opens (`"yes" "no"`).
//!
//! **Evidence**: two spaces before a comma or a full stop occurred 51 times in the articles of one source that drops its links. In ten
//! thousand articles of eight others they occurred once, before a full stop after an address. Two spaces inside a clause occurred in a
//! third of the articles of one agency, with nothing lost.

use memchr::memchr_iter;

use crate::letters::ceil_char_boundary;
use crate::masks::{BLOCK, blocks, moved, places};
use crate::note::NoteKind;
use crate::scan::Losses;
use crate::span::TextSpan;

use super::role::Role;
use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "lost-text", page: include_str!("lost_text.rs"), label };

/// Spaces of a gap at most; more are the columns of a table.
const WIDEST: usize = 4;

/// A place where words are gone.
struct Gap {
    start: usize,
    end: usize,
    message: &'static str,
    /// Nothing but a loss explains it.
    sure: bool,
}

fn label(sheet: &mut Sheet<'_>) {
    let mut gaps = Vec::new();
    find_gaps(sheet.text, &sheet.scan.losses, &mut gaps);
    if !gaps.iter().any(|gap| gap.sure) {
        return;
    }
    let sure = gaps.iter().filter(|gap| gap.sure).count();
    // Many more that may be a typist's than that are not: then they are his.
    let typed = gaps.len() - sure > 4 * sure + 4;
    gaps.sort_by_key(|gap| gap.start);
    let mut row = 0;
    // A row with many gaps is looked at once.
    let mut looked = None;
    for gap in gaps.into_iter().filter(|gap| gap.sure || !typed) {
        while sheet.rows.get(row + 1).is_some_and(|next| next.start as usize <= gap.start) {
            row += 1;
        }
        let content = sheet.rows[row].content;
        let inside = content.start() as usize <= gap.start && gap.end <= content.end() as usize;
        let (_, text) = looked.filter(|&(at, _)| at == row).unwrap_or_else(|| (row, is_text(sheet, row)));
        looked = Some((row, text));
        if inside && text {
            sheet.note(NoteKind::LostText, TextSpan::new(gap.start as u32, gap.end as u32), gap.message);
        }
    }
}

/// Whether a row is text in which a gap says something.
pub(super) fn is_text(sheet: &Sheet<'_>, row: usize) -> bool {
    let running = match sheet.rows[row].role {
        None => true,
        Some(role) => (role.is_body() || matches!(role, Role::Caption | Role::Deck)) && role != Role::Table,
    };
    running && !sheet.content(row).contains(['\t', '|'])
}

/// What stands so near to each other as in a gap is rare, and the one pass over the text has named the places.
fn find_gaps(text: &str, losses: &Losses, gaps: &mut Vec<Gap>) {
    let bytes = text.as_bytes();
    let mut after = 0;
    for at in losses.pairs.iter().map(|&at| at as usize) {
        match (bytes[at], bytes[at + 1]) {
            // A wide gap is met once.
            (b' ', b' ') if at >= after => {
                let start = text[..at].trim_end_matches('\u{a0}').len();
                after = at + spaces_at(&text[at..]);
                gaps.extend(wide_gap(text, start, after));
            }
            (b' ', b',') => gaps.extend(narrow_gap(text, at)),
            (_, b')') => gaps.extend(empty_brackets(text, at + 1)),
            _ => {}
        }
    }
    gaps.extend(losses.curly.iter().filter_map(|&last| curly_quotes(bytes, last as usize)));
    if losses.straight {
        find_straight_quotes(text, gaps);
    }
}

/// A curly quotation mark that ends at `last`, with the other one right behind it.
fn curly_quotes(bytes: &[u8], last: usize) -> Option<Gap> {
    let close = past_spaces(bytes, last + 1);
    let empty = bytes[close..].starts_with("”".as_bytes()) && bytes[..=last].ends_with("“".as_bytes());
    empty.then(|| quotes(last - 2, close + "”".len()))
}

/// Where the one or two spaces end that may stand at `at`.
fn past_spaces(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take(2).take_while(|&&byte| byte == b' ').count()
}

/// The length of the spaces that the text begins with.
fn spaces_at(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{a0}']).len()
}

const BEFORE_MARK: &str = "a space before a comma or a stop, where words are gone";
const AFTER_ARTICLE: &str = "two spaces after an article or a preposition, where words are gone";
const IN_CLAUSE: &str = "three spaces inside a clause, in a text from which words are gone";

/// Two spaces or a few more, from `at` to `end`.
fn wide_gap(text: &str, at: usize, end: usize) -> Option<Gap> {
    let before = text[..at].chars().next_back()?;
    let after = text[end..].chars().next()?;
    // Before anything else two spaces say nothing: `HARBIN  (Agency)`.
    if !matches!(after, ',' | '.') && !after.is_lowercase() {
        return None;
    }
    if text[at..end].chars().count() > WIDEST {
        return None;
    }
    let last = last_word(&text[..at]);
    let gap = |end, message, sure| Some(Gap { start: at, end, message, sure });
    if matches!(after, ',' | '.') {
        let said = before.is_alphanumeric() || matches!(before, '"' | '”' | '’' | ')' | '\'');
        return (said && !is_address(last) && ends_clause(&text[end..]))
            .then_some(())
            .and_then(|()| gap(end + 1, BEFORE_MARK, true));
    }
    let next = first_word(&text[end..]);
    if before.is_alphanumeric() && cannot_follow(last, next) {
        return gap(end, AFTER_ARTICLE, true);
    }
    // The link's own spaces and the two around it: a link that is there still leaves two.
    let wide = text[at..end].chars().count() > 2;
    (wide && (before.is_alphanumeric() || matches!(before, ',' | '’' | '\'')))
        .then_some(())
        .and_then(|()| gap(end, IN_CLAUSE, false))
}

/// `the , according`: one space before a comma, behind an article.
fn narrow_gap(text: &str, at: usize) -> Option<Gap> {
    let article = matches!(last_word(&text[..at]), "the" | "The" | "an" | "An");
    let goes_on = text[at + 2..].starts_with(' ');
    (article && goes_on).then_some(Gap { start: at, end: at + 2, message: BEFORE_MARK, sure: true })
}

/// Whether the mark that the text begins with ends a clause: it is no dot of an ellipsis, of an address or before a figure.
fn ends_clause(text: &str) -> bool {
    let rest = &text[1..];
    let next = rest.chars().next();
    let then = rest.trim_start().chars().next();
    next.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '’')) && !matches!(then, Some('.' | '…' | ','))
}

/// A word with a dot or a slash in it: an address, after which extractors leave spaces.
fn is_address(word: &str) -> bool {
    word.contains(['/', '@']) || word.trim_end_matches('.').contains('.')
}

/// Whether the next word cannot follow the last.
fn cannot_follow(last: &str, next: &str) -> bool {
    const ARTICLES: &[&str] = &["a", "an", "the"];
    const PREPOSITIONS: &[&str] = &["by", "from", "of", "with"];
    const LINKS: &[&str] = &[
        "and", "are", "as", "but", "by", "from", "has", "have", "in", "is", "of", "on", "or", "said", "to", "was",
        "were", "with",
    ];
    const CLAUSES: &[&str] = &["that", "which", "who"];
    let article = ARTICLES.contains(&last);
    (article || PREPOSITIONS.contains(&last)) && LINKS.contains(&next) || article && CLAUSES.contains(&next)
}

fn last_word(text: &str) -> &str {
    const LONGEST: usize = 48;
    let end = &text[ceil_char_boundary(text, text.len().saturating_sub(LONGEST))..];
    end.rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(' | '‘')).next().unwrap_or(end)
}

fn first_word(text: &str) -> &str {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    &text[..end]
}

fn quotes(start: usize, end: usize) -> Gap {
    Gap { start, end, message: "nothing between quotation marks", sure: true }
}

/// Straight marks do not say which opens: one that opens stands behind a space, and an even number stands before it in the line.
fn find_straight_quotes(text: &str, gaps: &mut Vec<Gap>) {
    let bytes = text.as_bytes();
    // How many marks the line has before the last place that was looked at.
    let (mut count, mut looked) = (0, 0);
    for at in after_space(text) {
        let Some(end) = empty_pair(text, at) else { continue };
        let between = &bytes[looked..at];
        match memchr::memrchr2(b'\n', b'\r', between) {
            Some(line) => count = memchr_iter(b'"', &between[line..]).count(),
            None => count += memchr_iter(b'"', between).count(),
        }
        looked = at;
        let closes = text[end..].chars().next().is_none_or(|c| c.is_whitespace() || ",.;:!?)".contains(c));
        if count % 2 == 0 && closes {
            gaps.push(quotes(at, end));
        }
    }
}

/// The straight quotation marks behind white space or an opening bracket, and one that the text begins with.
fn after_space(text: &str) -> impl Iterator<Item = usize> {
    let mut before = 1 << (BLOCK - 1);
    let marks = blocks(text.as_bytes(), 0).flat_map(move |(start, block)| {
        let lead = block.are_between(b'\t', b'\r') | block.are_either(b' ', b'(') | block.are_beyond();
        let marks = block.are(b'"') & moved(lead, before, 1);
        before = lead;
        places(start, marks)
    });
    marks.filter(|&at| text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '('))
}

/// Where the pair of straight marks ends that begins at `at`, if it has nothing but spaces in it.
fn empty_pair(text: &str, at: usize) -> Option<usize> {
    let inside = &text[at + 1..];
    let close = inside.len() - inside.trim_start_matches([' ', '\u{a0}']).len();
    (close <= WIDEST && inside[close..].starts_with('"')).then_some(at + 1 + close + 1)
}

/// A closing bracket at `close` with nothing but spaces behind the opening one.
fn empty_brackets(text: &str, close: usize) -> Option<Gap> {
    let end = close + 1;
    let spaces = text.as_bytes()[..close].iter().rev().take(2).take_while(|&&byte| byte == b' ').count();
    let start = (close - spaces).checked_sub(1).filter(|&start| text.as_bytes()[start] == b'(')?;
    let before = text[..start].trim_end_matches(' ').chars().next_back()?;
    let after = text[end..].chars().next();
    let stands = start > 0 && text[..start].ends_with(' ') && before.is_alphanumeric();
    let ends = after.is_none_or(|c| c == ' ' || ",.;:!?\"”".contains(c));
    (stands && ends).then_some(Gap { start, end, message: "nothing between brackets", sure: true })
}
