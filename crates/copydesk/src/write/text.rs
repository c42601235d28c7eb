//! # text
//!
//! The article as plain text: headline, deck, byline and body, with blank lines between blocks. The parts of a split paragraph are joined.
//! If no headline is known, the text above a byline at the top stays there, because it may be the headline. Left out are a byline that
//! names nobody (such as a lone `-`), furniture, fields, captions and notes.

use crate::blocks::Role;
use crate::document::{Block, Document};
use crate::header::BylineStatus;

use super::Writer;

pub(super) static WRITER: Writer =
    Writer { name: "text", page: include_str!("text.rs"), ends: &["txt"], shows_layers: false, write };

fn write(document: &Document, _id: &str) -> String {
    let mut text = String::new();
    let mut push = |part: &str| {
        if !part.is_empty() {
            text.push_str(part);
            text.push_str("\n\n");
        }
    };
    let byline = document.byline();
    let byline = byline.text.filter(|_| byline.status == BylineStatus::Named);
    let above = if document.headline().is_none() { above_byline(document) } else { 0 };
    push(&document.body_parts_of(0..above).collect::<String>());
    [document.headline(), document.deck(), byline].into_iter().flatten().for_each(&mut push);
    push(&document.body_parts_of(above..document.blocks().len()).collect::<String>());
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// How many blocks stand above the byline, if it stands at the top: more of the body is below it than above.
fn above_byline(document: &Document) -> usize {
    let byline = document.blocks().position(|block| block.role() == Role::Byline).unwrap_or(0);
    let bytes = |part: &Block<'_>| if part.role().is_body() { part.content().len() } else { 0 };
    let above: usize = document.blocks().take(byline).map(|block| bytes(&block)).sum();
    let below: usize = document.blocks().skip(byline).map(|block| bytes(&block)).sum();
    if above < below { byline } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::{Role, Source, parse};

    fn text(source: &str) -> String {
        let document = parse(&Source::new(source.to_owned()).unwrap());
        assert_eq!(document.byline().authors[0].name, "Ana Reyes");
        super::write(&document, "")
    }

    const BODY: &str = "The ferry came back on Monday, and the mayor said that it was the first time that it had done so. It had \
                        been away for a year, which nobody had thought when it was sent to the yard on the other side.";

    #[test]
    fn a_title_that_is_not_known_as_one_stays_above_the_byline() {
        let deal = text(&format!("Deal signed\n\nBy Ana Reyes\n\n{BODY}\n"));
        assert_eq!(deal, format!("Deal signed\n\nBy Ana Reyes\n\n{BODY}\n"));
        let document = parse(&Source::new(deal).unwrap());
        assert_eq!(document.block(0).unwrap().role(), Role::Paragraph);
    }

    #[test]
    fn a_byline_below_most_of_the_body_is_read_above_it() {
        let ferry = text(&format!("Northport\n\n{BODY}\n\nBy Ana Reyes\n\nIt is back, she said.\n"));
        assert!(ferry.starts_with("By Ana Reyes\n\nNorthport\n\nThe ferry"), "{ferry}");
    }
}
