//! Splits files of articles into records, and turns documents into Arrow.
//!
//! The core parses bytes and opens nothing. This crate opens files, directories and standard input. It reads whole texts, DOCX files and
//! files of records (JSON lines, CSV, TSV, Parquet, web archives, ZIP archives), compressed or not. An unreadable input becomes an error
//! item, and the others are still read. With the feature `arrow`, documents become rows of record batches.
//!
//! ```
//! use copydesk::Options;
//! use copydesk_corpus::{Directories, Inputs, Parts, Reading, documents};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("corpus.jsonl");
//! std::fs::write(&path, "{\"url\": \"ferry\", \"body\": \"The ferry is back.\"}\n{\"url\": \"bridge\"}\n")?;
//!
//! let reading = Reading { text_field: "body".into(), id_field: "url".into(), ..Reading::default() };
//! let mut inputs = Inputs::new(vec![path], reading, Directories::Refuse);
//!
//! let record = inputs.next().unwrap()?;
//! let (id, document) = documents(&record.source, &record.id, &Options::new(), Parts::Article).next().unwrap();
//! assert_eq!((&*id, document.text()), ("ferry", "The ferry is back."));
//!
//! let unreadable = inputs.next().unwrap().unwrap_err();
//! assert_eq!((&*unreadable.id, &*unreadable.reason), ("bridge", "has no field `body`"));
//! assert!(inputs.next().is_none());
//! # Ok::<(), anyhow::Error>(())
//! ```

#[cfg(feature = "arrow")]
pub mod arrow;
mod guard;
mod inputs;
mod layering;
mod numbering;
pub mod output;
mod profile;
mod read;
mod reading;
mod record;
pub mod run;
pub mod shards;
mod walk;

pub use guard::guarded;
pub use inputs::{Inputs, Position, files};
pub use layering::Layering;
pub use numbering::{Parts, documents, documents_of};
pub use profile::{InvalidProfile, profile, profile_of};
pub use read::docx::{DocxError, unpacked};
pub use read::{FileForm, PassedOver};
pub use reading::{Directories, OtherFields, RECORD_LIMIT, Reading};
pub use record::{Place, Record, Unreadable};
