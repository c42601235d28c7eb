//! Files of articles, taken apart into records; documents as Arrow.
//!
//! The core parses bytes and opens nothing. This crate opens: files, directories and standard input; whole texts, and records of which
//! there is one on a line; packed or not; the text of a DOCX file. What cannot be read is an item among the others, and the rest comes out.
//! With the feature `arrow`, documents become rows of record batches.
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
mod docx;
mod field;
mod guard;
mod inputs;
mod lines;
mod numbering;
mod profile;
mod reading;
mod record;
mod walk;

pub use docx::{DocxError, unpacked};
pub use guard::guarded;
pub use inputs::Inputs;
pub use numbering::{Parts, documents};
pub use profile::{InvalidProfile, profile, profile_of};
pub use reading::{Directories, FileForm, Reading};
pub use record::{Place, Record, Unreadable};
