//! Output files: compressed, checksummed, and visible only once complete.

mod encoder;
mod file;
mod frame;
#[cfg(feature = "parquet")]
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod summed;

pub use encoder::{Encoder, Pack};
pub use file::{NewFile, Sum};
pub(crate) use file::{sync_directory, temporary};
#[cfg(feature = "parquet")]
pub use lines::lines;
