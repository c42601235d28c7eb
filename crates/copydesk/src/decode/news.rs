//! Tagged news: files in which tags say what each part of an article is. NITF, NewsML-G2, and collections for research.
//!
//! The text of an element is a line, and a mark says what the line is. What a file says of an article beside its text becomes lines
//! too, each with a label made of the names of element and attribute, as in any export that labels its fields. Whatever is in the tables
//! of [`forms`] is read by its name, whatever is not stays as text.
//!
//! An article begins with nothing open, so that a part of a file reads as it does in the file.

mod elements;
mod forms;
mod open;
mod page;
mod run;

use super::chain::Step;
use super::markup::Markup;
use super::tags::{Tags, Token};

/// How many tokens are looked at before the two first tags.
const BEFORE: usize = 24;

/// How far behind these a third is looked for that bears them out.
const BEHIND: usize = 1 << 14;

/// The form of a file, as its first two tags say: the first alone may say it twice, but no words may follow it. A text that speaks of two
/// such tags has no third that closes an element, or that begins a line.
pub(super) fn form(text: &str) -> Option<Markup> {
    let mut first: Option<(Markup, bool, bool)> = None;
    let mut doctype = "";
    let mut tags = Tags::strict(text);
    for _ in 0..BEFORE {
        match tags.next() {
            None => break,
            Some(Token::Text(range)) if text[range.clone()].trim().is_empty() => {}
            Some(Token::Comment(_)) => {}
            Some(Token::Declaration(range)) => {
                doctype = name_of_doctype(&text[range.clone()]).unwrap_or(doctype);
                if let Some(end) = subset_end(text, range) {
                    tags.seek(end);
                }
            }
            Some(Token::Text(_)) => return None,
            Some(Token::Tag(tag)) => match first {
                None if tag.closing => return None,
                None => {
                    let form = forms::of_root(text, &tag)?;
                    first = Some((form, forms::says_form(text, &tag, form, doctype), forms::is_common(text, &tag)));
                }
                Some((form, sure, common)) => {
                    let follows = sure || forms::follows(text, &tag, form, common);
                    return (follows && is_borne_out(text, tags, form, forms::local(text, &tag))).then_some(form);
                }
            },
        }
    }
    first.filter(|&(_, sure, _)| sure).map(|(form, ..)| form)
}

/// Whether an element of the form, or the `second` one, is closed among the tags that come next, or one begins behind another tag or on a
/// line of its own.
fn is_borne_out(text: &str, mut tags: Tags<'_>, form: Markup, second: &str) -> bool {
    let tables = elements::of(form);
    let mut end = None;
    tags.find_map(|token| {
        let Token::Tag(tag) = token else { return None };
        let at = tag.range.start;
        if at > *end.get_or_insert(at.saturating_add(BEHIND)) {
            return Some(false);
        }
        let before = text[..at].trim_end_matches([' ', '\t']);
        let name = forms::local(text, &tag);
        let known = name.eq_ignore_ascii_case(second) || elements::find(tables, name).is_some();
        (known && (tag.closing || before.ends_with(['>', '\n']))).then_some(true)
    }) == Some(true)
}

/// The text of a file, or of a part of one.
pub(super) fn remove(text: &str, form: Markup) -> Step {
    page::read(text, form)
}

/// `nitf`, of `<!DOCTYPE nitf SYSTEM "nitf.dtd">`.
fn name_of_doctype(declaration: &str) -> Option<&str> {
    let mut words =
        declaration.trim_start_matches("<!").split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '['));
    words.next()?.eq_ignore_ascii_case("doctype").then(|| words.find(|word| !word.is_empty()))?
}

/// How long the declarations inside a document type may be.
const SUBSET: usize = 1 << 16;

/// The end of a document type whose declarations stand in it, between square brackets; the token ends with the first of them.
fn subset_end(text: &str, declaration: std::ops::Range<usize>) -> Option<usize> {
    let found = &text[declaration.clone()];
    if !found.get(..9).is_some_and(|begin| begin.eq_ignore_ascii_case("<!doctype")) || found.contains(']') {
        return None;
    }
    let open = declaration.start + found.find('[')?;
    let bytes = text.as_bytes();
    let close = memchr::memchr(b']', &bytes[open..bytes.len().min(open + SUBSET)])? + open + 1;
    let space = bytes[close..].iter().take(SUBSET).take_while(|byte| byte.is_ascii_whitespace()).count();
    (bytes.get(close + space) == Some(&b'>')).then_some(close + space + 1)
}

#[cfg(test)]
mod tests;
