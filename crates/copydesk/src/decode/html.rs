//! HTML: what a browser would show, as text.

use super::chain::Step;

/// Whether the text is a page.
pub(super) fn is_page(_text: &str) -> bool {
    false
}

/// The text of a page.
pub(super) fn remove(text: &str) -> Step {
    Step { text: text.to_owned(), edits: Vec::new(), marks: Vec::new() }
}
