//! The documents of one source, each with its id.

use copydesk::{Document, Options, Part, Source};

use crate::arguments::Parts;

/// The documents of a source in order. The id is the source's own; where there are several articles, each has its number: `id#2`. What
/// stands around them is `id#cover` and `id#footer`.
pub(crate) fn documents(
    source: &Source,
    id: &str,
    options: &Options,
    parts: Parts,
) -> impl Iterator<Item = (String, Document)> {
    let mut rest = options.parts(source);
    let mut first = Vec::new();
    // One article has no number. Whether there is a second one is known once it is met: no need to parse them all.
    while first.iter().filter(|part| is_article(part)).count() < 2 {
        let Some(part) = rest.next() else { break };
        first.push(part);
    }
    let several = first.iter().filter(|part| is_article(part)).count() > 1;
    let id = id.to_owned();
    let mut number = 0;
    first.into_iter().chain(rest).filter_map(move |document| {
        let id = match document.part() {
            Part::Cover => format!("{id}#cover"),
            Part::Footer => format!("{id}#footer"),
            _ if several => {
                number += 1;
                format!("{id}#{number}")
            }
            _ => id.clone(),
        };
        (parts == Parts::All || is_article(&document)).then_some((id, document))
    })
}

fn is_article(document: &Document) -> bool {
    document.part() == Part::Article
}
