//! What stands around [`copydesk`] in a run over a corpus: files of articles, taken apart into records; documents as Arrow.

#[cfg(feature = "arrow")]
pub mod arrow;
