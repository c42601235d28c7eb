//! # markup
//!
//! **Sees** the tags of an HTML page exported from a database, of the main part of a DOCX file, or of a tagged news file: NITF, NewsML-G2,
//! or a collection of articles for research.
//!
//! **Does**: removes the tags. Each change is a piece of its own.
//!
//! - A tag that begins or ends a block (a paragraph, a heading, a table row) becomes a line end.
//! - Content that is not text goes too: style sheets, scripts, field codes, comments.
//! - White space in HTML and in tagged news becomes one space, as in a browser.
//! - What a tagged news file says of an article in attributes and in elements of its head becomes lines, each with the name as its label:
//!   `<urgency ed-urg="5"/>` is read as `urgency ed-urg: 5`.
//! - Character references (`&amp;`, `&#8212;`) become the characters that they stand for.
//!
//! What a tag says about the text (an article begins here, its body there) is kept for the envelope.
//!
//! **Leaves alone** tags in a text that is not a page: an article about HTML, or one with a stray `<br>`, does not begin like one.
//! Character references there are text.
//!
//! **Evidence**: the text begins as such a file does: with `<!DOCTYPE html`, `<html`, or a WordprocessingML document. A tagged news file
//! begins with the outermost element of its form, and has a second sign: an attribute that only this form has, or the element that comes
//! next in it.

use super::chain::Step;
use super::{html, news, wordml};
use crate::repair::{Rule, RuleKind};

/// The rule that names every tag that is taken away.
pub(crate) static RULE: Rule = Rule { name: "markup", page: include_str!("markup.rs"), kind: RuleKind::Decode };

/// The markup of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Markup {
    /// A page of HTML.
    Html,
    /// The main part of a DOCX file, `word/document.xml`.
    WordMl,
    /// A file in NITF, the news industry's text format.
    Nitf,
    /// A file in NewsML-G2.
    NewsMl,
    /// A file of a tagged collection of articles.
    Collection,
}

impl Markup {
    /// Every markup, in order.
    pub const ALL: &[Self] = &[Self::Html, Self::WordMl, Self::Nitf, Self::NewsMl, Self::Collection];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::WordMl => "wordml",
            Self::Nitf => "nitf",
            Self::NewsMl => "newsml-g2",
            Self::Collection => "collection",
        }
    }

    /// The markup of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|markup| markup.name() == name)
    }

    /// What the text shows.
    pub(super) fn of(text: &str) -> Option<Self> {
        // The byte order mark, which decoding takes away.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if !text.trim_start().starts_with('<') {
            return None;
        }
        if wordml::is_document(text) {
            Some(Self::WordMl)
        } else if html::is_page(text) {
            Some(Self::Html)
        } else {
            news::form(text)
        }
    }
}

/// Takes the markup away.
pub(super) fn remove(text: &str, markup: Markup) -> Step {
    match markup {
        Markup::Html => html::remove(text),
        Markup::WordMl => wordml::remove(text),
        Markup::Nitf | Markup::NewsMl | Markup::Collection => news::remove(text, markup),
    }
}
