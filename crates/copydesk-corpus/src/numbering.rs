//! The documents of one source, each with its id.

use copydesk::{Document, Options, Parser, Part, Source};

/// Which parts of a file to return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Parts {
    /// The articles.
    #[default]
    Article,
    /// The articles, and what surrounds them: the cover of an export, its footer.
    All,
}

impl Parts {
    /// Every choice, in order.
    pub const ALL: &[Self] = &[Self::Article, Self::All];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::All => "all",
        }
    }

    /// The choice with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|parts| parts.name() == name)
    }
}

/// The documents of a source, in order. Each has the id of the source; if there are several articles, each has its number: `id#2`. The
/// parts around them are `id#cover`, `id#separator1` and `id#footer`; in concatenated downloads, the second cover is `id#cover2`.
///
/// The iterator owns its data, so you can keep it or send it to another thread.
pub fn documents(
    source: &Source,
    id: &str,
    options: &Options,
    parts: Parts,
) -> impl Iterator<Item = (String, Document)> + Send + use<> {
    numbered(options.parts(source), id, parts)
}

/// The same with a [`Parser`], for many sources one after another.
pub fn documents_of<'p>(
    parser: &'p mut Parser,
    source: &Source,
    id: &str,
    parts: Parts,
) -> impl Iterator<Item = (String, Document)> + use<'p> {
    numbered(parser.parts(source), id, parts)
}

fn numbered<I: Iterator<Item = Document>>(
    mut rest: I,
    id: &str,
    parts: Parts,
) -> impl Iterator<Item = (String, Document)> + use<I> {
    let mut first = Vec::new();
    // One article has no number. Whether there is a second one is known once it is met: no need to parse them all.
    while first.iter().filter(|part| is_article(part)).count() < 2 {
        let Some(part) = rest.next() else { break };
        first.push(part);
    }
    let several = first.iter().filter(|part| is_article(part)).count() > 1;
    let id = id.to_owned();
    let (mut number, mut separators, mut covers, mut footers) = (0, 0, 0, 0);
    first.into_iter().chain(rest).filter_map(move |document| {
        let id = match document.part() {
            Part::Cover => one_of(&id, "cover", &mut covers),
            Part::Footer => one_of(&id, "footer", &mut footers),
            Part::Separator => {
                separators += 1;
                format!("{id}#separator{separators}")
            }
            _ if several => {
                number += 1;
                format!("{id}#{number}")
            }
            _ => id.clone(),
        };
        (parts == Parts::All || is_article(&document)).then_some((id, document))
    })
}

/// The id of the next part of a kind of which nearly every file has one: that one has no number.
fn one_of(id: &str, kind: &str, count: &mut usize) -> String {
    *count += 1;
    if *count == 1 { format!("{id}#{kind}") } else { format!("{id}#{kind}{count}") }
}

fn is_article(document: &Document) -> bool {
    document.part() == Part::Article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_article_has_the_source_s_own_id() {
        let source = Source::new("The ferry is back.").unwrap();
        for &parts in Parts::ALL {
            let documents = documents(&source, "ferry", &Options::new(), parts);
            assert_eq!(documents.map(|(id, _)| id).collect::<Vec<_>>(), ["ferry"], "{}", parts.name());
            let mut parser = Parser::default();
            assert!(documents_of(&mut parser, &source, "ferry", parts).map(|(id, _)| id).eq(["ferry"]));
        }
    }

    #[test]
    fn no_two_parts_of_downloads_put_together_have_one_id() {
        let one = "Download Request: All Documents: 1-2\n\nTerms: ferry\n\n          1 of 2 DOCUMENTS\n\nHarbour Gazette\n\n\
                   \n          2 of 2 DOCUMENTS\n\nHarbour Gazette\n\n";
        let source = Source::new(one.repeat(2)).unwrap();
        let ids: Vec<String> = documents(&source, "f", &Options::new(), Parts::All).map(|(id, _)| id).collect();
        assert_eq!(ids, ["f#cover", "f#1", "f#2", "f#cover2", "f#3", "f#4"]);
    }
}
