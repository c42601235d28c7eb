//! How much memory a parse takes at its peak, beyond its text: of articles, of hostile texts, with layers and without.

use copydesk::{Layer, Options, Source};
use peak_alloc::PeakAlloc;

use crate::corpus::Corpus;
use crate::hostile::KINDS;

/// What a parse of *n* bytes may take at defaults: so many times *n*, and so much.
pub const PER_BYTE: usize = 8;
/// What it may take beside that.
pub const BESIDE: usize = 1 << 20;

/// What one parse took.
pub struct Peak {
    /// What was parsed.
    pub name: &'static str,
    /// The bytes of the text.
    pub text: usize,
    /// The bytes that were held at once beyond those of the text.
    pub peak: usize,
}

impl Peak {
    /// Bytes per byte.
    #[must_use]
    pub fn per_byte(&self) -> f64 {
        self.peak as f64 / self.text as f64
    }

    /// Whether it is within what is promised.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.peak < PER_BYTE * self.text + BESIDE
    }
}

/// Every generator's text of this size, parsed with these layers, in a program whose allocator this is.
#[must_use]
pub fn peaks(allocator: &PeakAlloc, size: usize, layers: &[&'static Layer]) -> Vec<Peak> {
    let options = Options::new().layers(layers);
    let made = [Corpus::clean(size), Corpus::damaged(size)];
    let made = made.iter().map(|corpus| (corpus.name, corpus.as_bytes()[..size].to_vec()));
    let hostile = KINDS.iter().map(|kind| (kind.name, kind.bytes(size)));
    made.chain(hostile)
        .map(|(name, bytes)| {
            let text = bytes.len();
            let source = Source::new(bytes).expect("a text of a benchmark is short");
            allocator.reset_peak_usage();
            let before = allocator.current_usage();
            let document = options.parse(&source);
            // The text is made when it is asked for, and belongs to the document.
            let length = document.text().len();
            assert!(length > 0 && document.blocks().len() > 0, "{name}: an empty document");
            Peak { name, text, peak: allocator.peak_usage().saturating_sub(before) }
        })
        .collect()
}
