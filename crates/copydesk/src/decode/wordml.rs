//! WordprocessingML: the main part of a DOCX file.

use super::chain::Step;

/// Whether the text is such a part.
pub(super) fn is_document(_text: &str) -> bool {
    false
}

/// The text of a document.
pub(super) fn remove(text: &str) -> Step {
    Step { text: text.to_owned(), edits: Vec::new(), marks: Vec::new() }
}
