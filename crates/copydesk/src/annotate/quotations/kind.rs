//! The kind of a quotation: speech, somebody's words inside a sentence, or words from which the article distances itself.

use super::QuotationKind;
use super::marks::Stretch;
use super::shape;
use super::speakers::{Found, is_long, is_utterance};

/// The kind of a stretch. `found` is what its sentence shows; a stretch inside another has none.
pub(super) fn of(content: &str, stretch: &Stretch, found: Option<&Found>) -> QuotationKind {
    let inside = stretch.inside(content);
    let whole = match found {
        Some(found) => found.whole,
        None => content[..stretch.start].trim_end().ends_with([',', ':']),
    };
    // Long quotations are nearly always somebody's: 98 of a hundred stretches of five words or more in news.
    let many = || is_long(inside);
    let spoken = found.is_some_and(|found| found.speaker.is_some());
    match (spoken, whole) {
        (true, true) => QuotationKind::Direct,
        (true, false) => QuotationKind::Mixed,
        // `“Long Live Doe,” came the reply`: set like a title, but said.
        (false, true) if found.is_some_and(|found| found.owns && found.reported) => QuotationKind::Direct,
        (false, _) if found.is_some_and(|found| found.titled) || shape::is_title(inside) => QuotationKind::Scare,
        (false, false) if found.is_some_and(|found| found.doubtful) => QuotationKind::Mixed,
        (false, true) if found.is_none() => QuotationKind::Direct,
        (false, true) if found.is_some_and(|found| found.reported) => QuotationKind::Direct,
        (false, true) if many() || is_utterance(content, stretch) => QuotationKind::Direct,
        (false, false) if many() => QuotationKind::Mixed,
        (false, _) => QuotationKind::Scare,
    }
}
