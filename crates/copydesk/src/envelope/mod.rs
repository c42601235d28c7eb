//! Stage 2: the channel an article came through. It decides the outer grammar, so it is recognised before anything but the characters.

mod anpa1312;
mod edges;
mod europresse;
mod factiva;
mod fields;
mod iptc7901;
mod marked;
mod mediargus;
mod newsml_g2;
mod newsstand;
mod nexis_legacy;
mod nexis_uni;
mod nitf;
mod one_line;
pub(crate) mod own;
mod plain;
mod pressreader;
mod profile;
mod proquest;
mod tagged;
mod tagged_corpus;
mod values;
mod web_page;
mod wire;

use serde::Serialize;

use crate::blocks::Sheet;
use crate::compose::DecodeMap;
use crate::decode::Decoded;
use crate::lines::Lines;
use crate::names::UnknownName;
use crate::registry::registered;
use crate::repair::Wrapping;
use crate::span::SourceSpan;

pub(crate) use self::edges::EdgeSpace;
use self::edges::Edges;
pub(crate) use self::values::language_tag;

pub use anpa1312::ENVELOPE as ANPA1312;
pub use europresse::ENVELOPE as EUROPRESSE;
pub use factiva::ENVELOPE as FACTIVA;
pub use iptc7901::ENVELOPE as IPTC7901;
pub use mediargus::ENVELOPE as MEDIARGUS;
pub use newsml_g2::ENVELOPE as NEWSML_G2;
pub use nexis_legacy::ENVELOPE as NEXIS_LEGACY;
pub use nexis_uni::ENVELOPE as NEXIS_UNI;
pub use nitf::ENVELOPE as NITF;
pub use one_line::ENVELOPE as ONE_LINE;
pub use plain::ENVELOPE as PLAIN;
pub use pressreader::ENVELOPE as PRESSREADER;
pub use profile::Profile;
pub use proquest::ENVELOPE as PROQUEST;
pub use tagged_corpus::ENVELOPE as TAGGED_CORPUS;
pub use web_page::ENVELOPE as WEB_PAGE;

/// How many parts a file is split into. A gigabyte of separators and nothing between them would be fifty million documents, each with a
/// row a hundred times as long as itself. What comes after so many stays in the last one, which has a note that says so.
const PARTS: usize = 1 << 18;

/// Every envelope, from the one with the most specific evidence to `plain`, which accepts everything.
pub static ENVELOPES: &[&Envelope] = &[
    &nitf::ENVELOPE,
    &newsml_g2::ENVELOPE,
    &tagged_corpus::ENVELOPE,
    &anpa1312::ENVELOPE,
    &iptc7901::ENVELOPE,
    &europresse::ENVELOPE,
    &nexis_uni::ENVELOPE,
    &nexis_legacy::ENVELOPE,
    &factiva::ENVELOPE,
    &proquest::ENVELOPE,
    &mediargus::ENVELOPE,
    &pressreader::ENVELOPE,
    &web_page::ENVELOPE,
    &one_line::ENVELOPE,
    &plain::ENVELOPE,
];

/// Finds where the parts of a decoded file start.
pub(crate) type Splitter = fn(&Decoded<'_>) -> Vec<(Part, u32)>;

/// The form in which a channel delivers articles.
pub struct Envelope {
    pub(crate) name: &'static str,
    /// Whether its channel breaks the lines of paragraphs.
    pub(crate) wrapping: Wrapping,
    /// The file that holds the envelope; its module doc is the page.
    pub(crate) page: &'static str,
    /// Whether the decoded text, of which these are the edges, has this form.
    pub(crate) recognise: fn(&Decoded<'_>, &Edges<'_>) -> bool,
    /// Where the parts of a decoded file start, in order. What is before the first one belongs to it. `None` where a file holds one
    /// article; so does one that is not split.
    pub(crate) split: Option<Splitter>,
    /// Labels the rows that the form's own grammar knows, and reads the header from them.
    pub(crate) label: fn(&mut Sheet<'_>),
}

registered! {
    Envelope in ENVELOPES: "envelope",
    name: "Its name, as in the JSON output.",
    page: "Its page: the grammar, the evidence and an example. Markdown.",
}

impl Envelope {
    /// The envelope with this name, or an error that lists the known names.
    ///
    /// # Errors
    /// [`UnknownName`] if no envelope has the name.
    pub fn find(name: &str) -> Result<&'static Self, UnknownName> {
        let known = ENVELOPES.iter().map(|envelope| envelope.name);
        Self::named(name).ok_or_else(|| UnknownName::new("envelope", name, known))
    }

    /// The parts of a source, which cover it in order. Each has at least one byte, unless the source has none.
    pub(crate) fn parts(&self, source: SourceSpan, decoded: &Decoded<'_>) -> Split {
        let Some(split) = self.split else { return Split { parts: vec![(Part::Article, source)], over: 0 } };
        let map = DecodeMap { base: source.start(), edits: &decoded.edits };
        let mut starts: Vec<(Part, u32)> = Vec::new();
        for (part, at) in split(decoded) {
            let at = if starts.is_empty() { source.start() } else { map.source_before(at) };
            match starts.last_mut() {
                Some(last) if last.1 >= at => last.0 = part,
                Some(_) if at >= source.end() => {}
                _ => starts.push((part, at)),
            }
        }
        if starts.is_empty() {
            starts.push((Part::Article, source.start()));
        }
        let over = starts.len().saturating_sub(PARTS);
        starts.truncate(PARTS);
        let ends = starts.iter().skip(1).map(|start| start.1).chain([source.end()]).collect::<Vec<_>>();
        let parts = starts.into_iter().zip(ends).map(|((part, start), end)| (part, SourceSpan::new(start, end)));
        Split { parts: parts.collect(), over }
    }
}

/// A source, split.
pub(crate) struct Split {
    pub(crate) parts: Vec<(Part, SourceSpan)>,
    /// How many more parts there would have been, if there were no limit.
    pub(crate) over: usize,
}

impl PartialEq for Envelope {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Envelope {}

/// Which part of its file a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Part {
    /// An article.
    #[default]
    Article,
    /// What precedes the articles of an export: the request, the list of titles.
    Cover,
    /// A separator between two articles: a rule or a number.
    Separator,
    /// What follows the articles.
    Footer,
}

impl Part {
    /// All of them, in order.
    pub const ALL: &[Self] = &[Self::Article, Self::Cover, Self::Separator, Self::Footer];

    /// Its name, as in the JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Cover => "cover",
            Self::Separator => "separator",
            Self::Footer => "footer",
        }
    }
}

/// The envelope of a decoded text, whose lines start there.
pub(crate) fn recognise(decoded: &Decoded<'_>, lines: &Lines, space: &mut EdgeSpace) -> &'static Envelope {
    let edges = Edges::of(&decoded.text, lines, space);
    let found = ENVELOPES.iter().copied().find(|envelope| (envelope.recognise)(decoded, &edges));
    space.put(edges);
    found.unwrap_or(&PLAIN)
}
