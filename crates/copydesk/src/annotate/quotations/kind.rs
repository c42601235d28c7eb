//! The kind of a quotation: speech, somebody's words, or words kept at a distance.

use super::QuotationKind;
use super::marks::Stretch;
use super::shape;
use super::speakers::{Found, is_long, is_utterance};

/// The kind of a stretch; `found` for one that stands in no other.
pub(super) fn of(content: &str, stretch: &Stretch, found: Option<&Found>) -> QuotationKind {
    let inside = stretch.inside(content);
    let whole = match found {
        Some(found) => found.whole,
        None => content[..stretch.start].trim_end().ends_with([',', ':']),
    };
    // What is long is nearly always somebody's: of the stretches of five words or more in news, 98 in a hundred.
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
