//! Stage 1: from bytes to characters.
//!
//! Three things can lie between the bytes and the text: the *encoding* of the characters, the *markup* of a container (HTML, the main part
//! of a DOCX file), and the *quoting* of a forwarded mail. Each is detected once per source ([`Decoding`]) and removed in this order. If
//! there is nothing to remove, the decoded text *is* the source. Otherwise each change is an edit of its own, and
//! [`compose`](crate::compose) merges it into the one partition of the source. Decoding cannot be switched off.

mod chain;
pub(crate) mod encoding;
mod entities;
mod html;
mod markup;
mod news;
mod quoting;
mod tags;
mod wordml;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::names::UnknownName;
use crate::repair::{Evidence, HARD_WRAP, LINE_END_HYPHEN, Risk, Rule, RuleSet};

pub use encoding::Encoding;
pub use markup::Markup;

pub(crate) use chain::{Step, chain, moved};
pub(crate) use encoding::RULE as ENCODING;
pub(crate) use entities::{after_ampersand, code_point, read as reference};
pub(crate) use markup::RULE as MARKUP;
pub(crate) use quoting::RULE as QUOTING;

/// How the bytes of a source become text: encoding, markup and quoting.
///
/// Its name lists its parts, separated by spaces: `utf-8`, `windows-1252 html`, `utf-8 quoted`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decoding {
    /// The encoding of the characters.
    pub encoding: Encoding,
    /// The markup around them, if any.
    pub markup: Option<Markup>,
    /// Whether it is a forwarded mail, in which every line begins with `>`.
    pub quoted: bool,
}

impl Decoding {
    /// Detects the decoding from the bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::look(bytes).0
    }

    /// The same, and the bytes as text where they are UTF-8 from end to end.
    fn look(bytes: &[u8]) -> (Self, Option<&str>) {
        let (encoding, valid) = Encoding::look(bytes);
        // Nearly every article is neither marked up nor quoted, and has none of the signs of either.
        if encoding == Encoding::Utf8 && memchr::memchr2(b'<', b'>', bytes).is_none() {
            return (Self { encoding, markup: None, quoted: false }, valid);
        }
        let characters;
        let text = match valid {
            Some(text) => text,
            None => {
                characters = encoding::decode(bytes, encoding);
                &*characters.text
            }
        };
        let markup = Markup::of(text);
        (Self { encoding, markup, quoted: markup.is_none() && quoting::is_quoted(text) }, valid)
    }
}

impl fmt::Display for Decoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.encoding.name())?;
        self.markup.map_or(Ok(()), |markup| write!(f, " {}", markup.name()))?;
        if self.quoted { f.write_str(" quoted") } else { Ok(()) }
    }
}

impl FromStr for Decoding {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let mut decoding = Self::default();
        for word in name.split(' ') {
            if let Some(encoding) = Encoding::named(word) {
                decoding.encoding = encoding;
            } else if let Some(markup) = Markup::named(word) {
                decoding.markup = Some(markup);
            } else if word == "quoted" {
                decoding.quoted = true;
            } else {
                let known = Encoding::ALL.iter().map(|encoding| encoding.name());
                let known = known.chain(Markup::ALL.iter().map(|markup| markup.name())).chain(["quoted"]);
                return Err(UnknownName::new("decoding", word, known));
            }
        }
        Ok(decoding)
    }
}

/// The characters of a source, and how they came about.
pub(crate) struct Decoded<'s> {
    pub(crate) text: Cow<'s, str>,
    pub(crate) edits: Vec<DecodeEdit>,
    /// What the markup said of places in the text, in order.
    pub(crate) marks: Vec<(u32, Mark)>,
}

impl Decoded<'_> {
    /// Whether markup that tells every line says that one begins behind `start`, up to `end`.
    pub(crate) fn begins_line(&self, start: u32, end: u32) -> bool {
        begins_line(&self.marks, start, end)
    }
}

/// The same for the marks of a text.
pub(crate) fn begins_line(marks: &[(u32, Mark)], start: u32, end: u32) -> bool {
    if !matches!(marks.first(), Some((_, Mark::Tagged(_)))) {
        return false;
    }
    let behind = marks.partition_point(|&(at, _)| at <= start);
    marks.get(behind).is_some_and(|&(at, _)| at <= end)
}

/// What markup says of a place, beyond the line ends that it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The text is what the markup of a tagged news file said.
    Tagged(Markup),
    /// An article begins.
    Article,
    /// The container of an article ends.
    ArticleEnd,
    /// A headline begins.
    Headline,
    /// A deck begins.
    Deck,
    /// A byline begins.
    Author,
    /// The body begins: what is before is the header.
    Body,
    /// A paragraph of the body begins.
    Paragraph,
    /// The first paragraph of the body begins, which may come again in the whole text.
    Lead,
    /// A heading in the body begins.
    Crosshead,
    /// An item of a list begins.
    Item,
    /// A row of a table begins.
    Row,
    /// A dateline begins.
    Dateline,
    /// The caption of a picture begins.
    Caption,
    /// The credit of a picture begins.
    Credit,
    /// A line about the authors begins.
    AuthorNote,
    /// A line of rights begins.
    Copyright,
    /// A labelled line begins: what the markup said beside the text.
    Field,
    /// The code of the text's language begins.
    Language,
    /// The vendor's index terms begin: the body has ended.
    Classification,
}

/// How likely an edit is to be wrong, and why it was made.
pub(crate) type Why = (Risk, [Evidence; 2]);

/// These bytes of the source were decoded to these bytes of text. What lies between two edits is the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DecodeEdit {
    /// In the bytes that were decoded.
    pub(crate) source: Range<u32>,
    /// In the decoded text.
    pub(crate) text: Range<u32>,
    /// What was taken away.
    pub(crate) rules: RuleSet,
    /// How likely it is to be wrong, and why it was made all the same; none where the bytes leave no doubt.
    pub(crate) why: Option<Box<Why>>,
}

impl DecodeEdit {
    pub(crate) fn new(source: Range<u32>, text: Range<u32>, rule: &Rule) -> Self {
        Self { source, text, rules: RuleSet::of(rule), why: None }
    }

    /// How likely it is to be wrong.
    pub(crate) fn risk(&self) -> Risk {
        self.why.as_ref().map_or(Risk::Safe, |why| why.0)
    }

    /// Why: what was found in the bytes, in a word.
    pub(crate) fn evidence(&self) -> &[Evidence] {
        if let Some(why) = &self.why {
            &why.1
        } else if self.rules.contains(&ENCODING) {
            &[Evidence::Local("bytes")]
        } else if self.rules.contains(&MARKUP) {
            &[Evidence::Local("markup")]
        } else if self.rules.contains(&HARD_WRAP) {
            &[Evidence::Local("full-line"), Evidence::Local("right-margin")]
        } else if self.rules.contains(&LINE_END_HYPHEN) {
            &[Evidence::Local("line-end"), Evidence::Local("cut-words")]
        } else {
            &[Evidence::Local("every-line")]
        }
    }
}

/// What stands between the bytes and the text, and the text.
pub(crate) fn look(bytes: &[u8]) -> (Decoding, Decoded<'_>) {
    let (decoding, valid) = Decoding::look(bytes);
    let decoded = match valid {
        Some(text) if !encoding::is_marked(bytes) => as_it_is(text, Vec::new()),
        _ => encoding::decode(bytes, decoding.encoding),
    };
    (decoding, bare(decoded, decoding))
}

/// The text of the bytes, which are decoded as they are said to be.
pub(crate) fn decode(bytes: &[u8], decoding: Decoding) -> Decoded<'_> {
    bare(encoding::decode(bytes, decoding.encoding), decoding)
}

/// The characters without what is around them.
fn bare(mut decoded: Decoded<'_>, decoding: Decoding) -> Decoded<'_> {
    if let Some(markup) = decoding.markup {
        decoded = chain(decoded, |text| markup::remove(text, markup));
    }
    if decoding.quoted {
        decoded = chain(decoded, quoting::remove);
    }
    decoded
}

/// A text that was decoded before.
pub(crate) fn as_it_is(text: &str, marks: Vec<(u32, Mark)>) -> Decoded<'_> {
    Decoded { text: Cow::Borrowed(text), edits: Vec::new(), marks }
}
