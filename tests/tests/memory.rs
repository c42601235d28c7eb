//! The peak of memory of a parse, counted by the allocator: the same on every run.

use copydesk_benches::MEGABYTE;
use copydesk_benches::memory::{BESIDE, PER_BYTE, peaks};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Texts that no newspaper prints, whose every few bytes are a line, a block or a byte that is kept on record, each with a place of its own:
/// bytes per byte that they may take. A row keeps its own text and what it begins with, so that it is read once.
const EXCEPTIONS: &[(&str, f64)] = &[
    ("headings", 11.0),
    ("list-marks", 12.0),
    ("newlines", 24.0),
    ("returns", 24.0),
    ("breaks", 56.0),
    ("random", 48.0),
    ("invalid", 72.0),
];

// One test: what another one holds would be counted too.
#[test]
fn a_parse_takes_no_more_than_is_promised() {
    let peaks = peaks(&ALLOCATOR, MEGABYTE, &[]);
    let over: Vec<String> = peaks
        .iter()
        .filter(|peak| {
            let exception = EXCEPTIONS.iter().find(|(name, _)| *name == peak.name);
            exception.map_or(!peak.is_kept(), |(_, most)| peak.per_byte() > *most)
        })
        .map(|peak| format!("{}: {:.1} bytes per byte", peak.name, peak.per_byte()))
        .collect();
    assert!(over.is_empty(), "more than {PER_BYTE} times the text and {BESIDE} bytes: {}", over.join(", "));
}
