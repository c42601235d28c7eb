//! # markdown
//!
//! The article as CommonMark: the headline as a heading, the deck in italics, the byline, crossheads as headings, list items, captions as
//! block quotes. Furniture, fields and legal lines are left out. Characters that Markdown would read as markup are escaped.

use crate::blocks::{self, Role};
use crate::document::Document;

use super::Writer;

pub(super) static WRITER: Writer = Writer {
    name: "markdown",
    page: include_str!("markdown.rs"),
    ends: &["md", "markdown"],
    shows_layers: false,
    write,
};

fn write(document: &Document, _id: &str) -> String {
    let mut out = String::new();
    let mut last = None;
    for block in document.blocks() {
        let content = block.content();
        let list = (last, block.role()) == (Some(Role::ListItem), Role::ListItem);
        let (before, mark, after) = match block.role() {
            Role::Headline => ("\n\n", "# ", ""),
            Role::Deck => ("\n\n", "*", "*"),
            Role::Crosshead => ("\n\n", "## ", ""),
            Role::ListItem if list => ("\n", "- ", ""),
            Role::ListItem => ("\n\n", "- ", ""),
            Role::Caption | Role::PullQuote => ("\n\n", "> ", ""),
            Role::Byline if content.chars().any(char::is_alphanumeric) => ("\n\n", "", ""),
            Role::Paragraph if block.continues().is_some() => (" ", "", ""),
            Role::Paragraph | Role::Question | Role::Answer | Role::Table => ("\n\n", "", ""),
            Role::Blank => continue,
            _ => {
                last = None;
                continue;
            }
        };
        let content = if block.role() == Role::ListItem { without_bullet(content) } else { content };
        out.push_str(before);
        out.push_str(mark);
        escape(content, &mut out);
        out.push_str(after);
        last = Some(block.role());
    }
    let start = out.len() - out.trim_start().len();
    out.drain(..start);
    out.push('\n');
    out
}

/// An item without the bullet or dash that marks it; a number or letter is part of what it says.
fn without_bullet(content: &str) -> &str {
    let mark = blocks::bullet(content).unwrap_or("");
    content[mark.len()..].trim_start()
}

/// Writes `text` so that CommonMark reads it as plain characters, on one line.
fn escape(text: &str, out: &mut String) {
    let mut at_start = true;
    for word in text.split_inclusive(char::is_whitespace) {
        let body = word.trim_end();
        let block_mark = at_start
            && (matches!(body, "+" | "-" | "=")
                || body.starts_with(['#', '>', '~', '=', '-', '+'])
                || is_number_mark(body));
        for (i, c) in body.char_indices() {
            let number_mark = block_mark && matches!(c, '.' | ')') && i + 1 == body.len();
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&')
                || number_mark
                || block_mark && i == 0 && !c.is_ascii_digit()
            {
                out.push('\\');
            }
            out.push(c);
        }
        if body.len() < word.len() {
            out.push(' ');
        }
        at_start = false;
    }
}

/// Whether a word at the start of a line would begin an ordered list.
fn is_number_mark(word: &str) -> bool {
    word.strip_suffix(['.', ')']).is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_loses_its_bullet_and_nothing_else() {
        for (item, expected) in [
            ("• -10 C in the hills", "-10 C in the hills"),
            ("▪ one", "one"),
            ("-- two - three", "two - three"),
            ("1. four", "1. four"),
        ] {
            assert_eq!(without_bullet(item), expected);
        }
    }
}
