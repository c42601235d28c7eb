//! # links
//!
//! Addresses in the running text: URLs, e-mail addresses and the handles of social networks, as they stand.
//!
//! **A row** is one address. `kind` says which; `block` is the number of the block it stands in. The span ends before a full stop,
//! comma or closing bracket that belongs to the sentence.
//!
//! **Leaves alone** bare host names (`example.com`): in flattened text they cannot be told from a sentence end that lost its space
//! (`weekend.The`).

use memchr::memmem;

use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};

/// Addresses in the running text.
pub static LAYER: Layer = Layer { name: Link::NAME, page: include_str!("links.rs"), columns: Link::COLUMNS, annotate };

crate::category! {
    /// What an address leads to.
    pub enum LinkKind {
        /// A web address.
        Url = "url",
        /// An e-mail address.
        Email = "email",
        /// A name on a social network: `@desk`.
        Handle = "handle",
    }
}

crate::record! {
    /// An address in the running text.
    pub struct Link as "links" {
        /// What it leads to.
        pub kind: LinkKind,
        /// The number of the block it stands in.
        pub block: u32,
    }
}

impl crate::Document {
    /// The addresses in the running text; none if the layer was not asked for.
    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.layer()
    }
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Link>();
    for (block, _, span, content) in annotated.blocks() {
        let mut found: Vec<(usize, usize, LinkKind)> = Vec::new();
        // One pass per mark, each resuming after its last token: a token without an end cannot be read twice.
        for (mark, kind) in [("://", LinkKind::Url), ("www.", LinkKind::Url), ("@", LinkKind::Email)] {
            let mut from = 0;
            while let Some(at) = memmem::find(&content.as_bytes()[from..], mark.as_bytes()) {
                let (start, end) = token(content, from, from + at, from + at + mark.len());
                from = end.max(from + at + mark.len());
                match kind {
                    LinkKind::Url => found.push((start, end, kind)),
                    _ => found.extend(address(content, start, end)),
                }
            }
        }
        found.sort_unstable_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
        let mut free = 0;
        for (start, end, kind) in found {
            if start >= free {
                free = end;
                let text = TextSpan::new(span.start() + start as u32, span.start() + end as u32);
                table.push(Link { text, kind, block });
            }
        }
    }
    table
}

/// The stretch of non-space characters around a mark, not before `from`, without the punctuation of the sentence around it.
fn token(content: &str, from: usize, mark: usize, mark_end: usize) -> (usize, usize) {
    let opens = |c: char| c.is_whitespace() || "(<[\"'“‘«".contains(c);
    let start = content[from..mark].rfind(opens).map_or(from, |at| {
        let at = from + at;
        at + content[at..].chars().next().map_or(0, char::len_utf8)
    });
    let closes = |c: char| c.is_whitespace() || ")>]\"”’»".contains(c);
    let end = content[mark_end..].find(closes).map_or(content.len(), |at| mark_end + at);
    let end = start + content[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?']).len();
    (start, end.max(mark_end))
}

/// An e-mail address or a handle, if the token is one.
fn address(content: &str, start: usize, end: usize) -> Option<(usize, usize, LinkKind)> {
    let token = &content[start..end];
    let (local, domain) = token.split_once('@')?;
    let word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-+".contains(&b));
    if local.is_empty() && word(domain) {
        Some((start, end, LinkKind::Handle))
    } else if word(local) && word(domain) && domain.contains('.') {
        Some((start, end, LinkKind::Email))
    } else {
        None
    }
}
