//! The elements that are open at a place, and what they make of it.

use super::super::Mark;
use super::elements::Says;

/// How many elements may be open, and how many are looked through for the one that a tag closes. What is deeper is part of the last.
const DEPTH: usize = 48;
/// Elements in which line ends may be kept, since they need not have paragraphs.
const KEPT: &[&str] = &["inlinedata", "pre", "text"];

/// An open element.
struct Open<'t> {
    /// Its name as it is written, without the prefix.
    name: &'t str,
    says: Says,
    label: Option<String>,
    /// Whether line ends in it are kept.
    keeps: bool,
}

/// All that are open, the outermost first.
#[derive(Default)]
pub(super) struct Elements<'t>(Vec<Open<'t>>);

impl<'t> Elements<'t> {
    /// Opens one.
    pub(super) fn push(&mut self, name: &'t str, says: Says, label: Option<String>) {
        if self.0.len() == DEPTH {
            self.0.pop();
        }
        // In capitals a body is that of a collection; that of a page has paragraphs.
        let keeps = name == "BODY" || KEPT.iter().any(|known| known.eq_ignore_ascii_case(name));
        self.0.push(Open { name, says, label, keeps });
    }

    /// Closes the innermost of this name, and what is open in it. Says whether there is one.
    pub(super) fn close(&mut self, name: &str) -> bool {
        let open = self.0.iter().rposition(|open| open.name.eq_ignore_ascii_case(name));
        if let Some(open) = open {
            self.0.truncate(open);
        }
        open.is_some()
    }

    /// Closes the innermost if it has this name: a paragraph ends where the next begins.
    pub(super) fn close_same(&mut self, name: &str) {
        if self.0.last().is_some_and(|open| open.name == name) {
            self.0.pop();
        }
    }

    /// Closes all that is open in the article.
    pub(super) fn close_to_article(&mut self) {
        let article = self.0.iter().rposition(|open| open.says == Says::Article);
        self.0.truncate(article.map_or(0, |article| article + 1));
    }

    /// What the line is that would begin here, and its label. Whatever is in a field is of the field, headings and items too.
    pub(super) fn current(&self) -> (Mark, Option<&str>) {
        if let Some(field) = self.0.iter().rev().find(|open| matches!(open.says, Says::Field | Says::Term)) {
            return (Mark::Field, Some(field.label.as_deref().unwrap_or(field.name)));
        }
        let mut weak = None;
        for open in self.0.iter().rev() {
            match open.says {
                Says::Line(Mark::Paragraph) => {}
                Says::Line(mark) => return (mark, None),
                Says::Data if weak.is_none() => weak = Some((Mark::Field, Some(open.name))),
                Says::Body | Says::Article if weak.is_none() => weak = Some((Mark::Paragraph, None)),
                _ => {}
            }
        }
        weak.unwrap_or((Mark::Paragraph, None))
    }

    /// Whether a line is open whose words this is among.
    pub(super) fn is_in_line(&self) -> bool {
        self.0.last().is_some_and(|open| match open.says {
            Says::Line(mark) => mark != Mark::Lead,
            Says::Field | Says::Term => true,
            _ => open.keeps,
        })
    }

    /// Whether what is here is said beside the text.
    pub(super) fn is_in_data(&self) -> bool {
        self.0.last().is_some_and(|open| matches!(open.says, Says::Data | Says::Article))
    }

    pub(super) fn is_in_row(&self) -> bool {
        self.0
            .iter()
            .rev()
            .find(|open| !matches!(open.says, Says::Body))
            .is_some_and(|open| open.says == Says::Line(Mark::Row))
    }

    /// Whether this is the body of an article, and not its head.
    pub(super) fn is_in_body(&self) -> bool {
        let parts = ["body.content", "inlinedata", "inlinexml"];
        self.0.iter().rev().find_map(|open| {
            if ["body.head", "hedline"].iter().any(|known| open.name.eq_ignore_ascii_case(known)) {
                return Some(false);
            }
            parts.iter().any(|known| open.name.eq_ignore_ascii_case(known)).then_some(true)
        }) == Some(true)
    }

    /// Whether this is in a text or a line, and not in what is said beside it.
    pub(super) fn is_in_text(&self) -> bool {
        self.0.iter().any(|open| matches!(open.says, Says::Body | Says::Line(_)))
    }

    /// Whether this is between the paragraphs of a text.
    pub(super) fn holds_lines(&self) -> bool {
        self.0.last().is_some_and(|open| open.says == Says::Body)
    }

    /// Whether line ends are kept here.
    pub(super) fn keeps(&self) -> bool {
        let open = self
            .0
            .iter()
            .rev()
            .find(|open| open.keeps || matches!(open.says, Says::Line(_) | Says::Field | Says::Data));
        open.is_some_and(|open| open.keeps)
    }
}
