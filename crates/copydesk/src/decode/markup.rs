//! # markup
//!
//! **Sees** the tags of an HTML page that a database exported, and of the main part of a DOCX file.
//!
//! **Does** take the tags out of the text. Where one begins or ends a block (a paragraph, a heading, a table's row), it becomes a line
//! end; what is between tags and is no text (style sheets, scripts, field codes, comments) goes with them; white space in HTML is made
//! one space, as a browser shows it; character references (`&amp;`, `&#8212;`) become the characters that they stand for. Each is a piece
//! of its own. What a tag says of the text (here an article begins, here its body) is kept for the envelope to read.
//!
//! **Leaves alone** tags in a text that is no page: an article about HTML, or one with a stray `<br>`, begins with neither. Character
//! references there are text.
//!
//! **Evidence** the text begins as such a file does: with `<!DOCTYPE html`, `<html`, or a WordprocessingML document.

use super::chain::Step;
use super::{html, wordml};
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
}

impl Markup {
    /// Every markup, in order.
    pub const ALL: &[Self] = &[Self::Html, Self::WordMl];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::WordMl => "wordml",
        }
    }

    /// The markup of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|markup| markup.name() == name)
    }

    /// What the text shows.
    pub(super) fn of(text: &str) -> Option<Self> {
        // A byte order mark has not been taken away yet.
        let text = text.trim_start_matches('\u{feff}');
        if !text.trim_start().starts_with('<') {
            return None;
        }
        if wordml::is_document(text) { Some(Self::WordMl) } else { html::is_page(text).then_some(Self::Html) }
    }
}

/// Takes the markup away.
pub(super) fn remove(text: &str, markup: Markup) -> Step {
    match markup {
        Markup::Html => html::remove(text),
        Markup::WordMl => wordml::remove(text),
    }
}
