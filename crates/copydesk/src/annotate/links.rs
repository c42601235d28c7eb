//! # links
//!
//! Addresses in the running text: URLs, e-mail addresses and the handles of social networks, as written.
//!
//! **A row** is one address. `kind` says which; `block` is the number of its block. The span ends before a full stop, comma or closing
//! bracket that belongs to the sentence. It also ends before a sentence whose space is lost (`@harbourdesk.The`).
//!
//! **Leaves alone** bare host names (`example.com`): in flattened text they look like a sentence end that lost its space (`weekend.The`).

use memchr::{memchr2_iter, memmem};

use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};

/// Addresses in the running text.
pub static LAYER: Layer = Layer { name: Link::NAME, page: include_str!("links.rs"), columns: Link::COLUMNS, annotate };

crate::category! {
    /// The kind of an address.
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
        /// The kind of address.
        pub kind: LinkKind,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The addresses in the running text. Empty if the layer was not requested.
    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.layer()
    }
}

/// What an address has in it.
#[derive(Clone, Copy)]
enum Mark {
    Scheme,
    Host,
    At,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Scheme => "://",
            Self::Host => "www.",
            Self::At => "@",
        }
    }
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let bytes = annotated.text.as_bytes();
    let mut search = Search { annotated, found: Vec::new(), from: [0; 3] };
    for at in memchr2_iter(b':', b'@', bytes) {
        match &bytes[at..] {
            [b':', b'/', b'/', ..] => search.take(at, Mark::Scheme),
            [b'@', ..] => search.take(at, Mark::At),
            _ => {}
        }
    }
    memmem::find_iter(bytes, Mark::Host.text()).for_each(|at| search.take(at, Mark::Host));
    search.table()
}

/// The addresses that are found, in the order of their marks.
struct Search<'t> {
    annotated: &'t Annotated<'t>,
    found: Vec<(TextSpan, LinkKind, u32)>,
    /// Where the last token with each mark ends: one without an end is not read twice.
    from: [usize; 3],
}

impl Search<'_> {
    /// Reads the token around a mark.
    fn take(&mut self, at: usize, mark: Mark) {
        let mark_end = at + mark.text().len();
        if at < self.from[mark as usize] {
            return;
        }
        let Some((block, span)) = self.annotated.block_with(at..mark_end) else { return };
        let content = &self.annotated.text[..span.end() as usize];
        let floor = self.from[mark as usize].max(span.start() as usize);
        let (start, end) = token(content, floor, at, mark_end);
        self.from[mark as usize] = end.max(mark_end);
        let found = match mark {
            Mark::Scheme | Mark::Host => Some((start, end, LinkKind::Url)),
            Mark::At => address(content, start, end),
        };
        let row = |(start, end, kind)| (TextSpan::new(start as u32, end as u32), kind, block);
        self.found.extend(found.map(row));
    }

    /// The rows, of two with the same beginning the longer.
    fn table(mut self) -> Table {
        let mut table = Table::of::<Link>();
        self.found.sort_unstable_by_key(|(text, kind, _)| (text.start(), std::cmp::Reverse(text.end()), *kind as u8));
        let mut free = 0;
        for (text, kind, block) in self.found {
            if text.start() >= free {
                free = text.end();
                table.push(Link { text, kind, block });
            }
        }
        table
    }
}

/// The stretch of non-space characters around a mark, not before `from`, without the punctuation of the sentence around it.
fn token(content: &str, from: usize, mark: usize, mark_end: usize) -> (usize, usize) {
    let opens = |c: char| c.is_whitespace() || "(<[\"'“‘«".contains(c);
    let start = content[from..mark].rfind(opens).map_or(from, |at| {
        let at = from + at;
        at + content[at..].chars().next().map_or(0, char::len_utf8)
    });
    // `last week?https://example.org`: the space before an address is lost.
    let scheme = ["https", "http"].into_iter().find(|scheme| content[start..mark].ends_with(scheme));
    let start = scheme.map_or(start, |scheme| mark - scheme.len());
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
    let whole = without_next(domain);
    let end = end - (domain.len() - whole.len());
    if local.is_empty() && word(whole) {
        Some((start, end, LinkKind::Handle))
    } else if word(local) && word(whole) && whole.contains('.') {
        Some((start, end, LinkKind::Email))
    } else {
        None
    }
}

/// A domain or a handle without the sentence that begins right behind it, where the space is lost: `@roe.The`, `example.comThe`.
fn without_next(domain: &str) -> &str {
    let Some((before, last)) = domain.rsplit_once('.') else { return domain };
    let small = last.bytes().take_while(u8::is_ascii_lowercase).count();
    match (small, last.as_bytes().get(small)) {
        // `.The`, but `EXAMPLE.COM` and `J.Roe`.
        (0, Some(b'A'..=b'Z')) if last.len() > 1 && last[1..].bytes().all(|byte| byte.is_ascii_lowercase()) => before,
        (2.., Some(b'A'..=b'Z')) => &domain[..before.len() + 1 + small],
        _ => domain,
    }
}
