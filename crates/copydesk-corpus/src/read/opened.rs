//! An opened file: its bytes, unpacked, and what is known about them.

use std::fs::File;
use std::io::{self, Read, Seek as _};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::record::Place;

use super::counted::Counted;
use super::packing::{self, Packing};
use super::passed_over::PassedOver;

/// A file that was opened.
pub(crate) struct Opened {
    /// As it was named.
    pub(super) file: String,
    /// Its name without the end of its packing, which says what it holds.
    pub(crate) name: String,
    bytes: Bytes,
    /// Its size if that is known and it is not packed; otherwise 0.
    pub(super) size: u64,
    pub(super) passed_over: PassedOver,
    /// Where to go on in it. A form that can go there by itself takes it; what is left is read over.
    pub(crate) start: Option<Start>,
}

enum Bytes {
    /// An unpacked file.
    File(File, Arc<AtomicU64>),
    /// Everything else, which can only be read from its start to its end.
    Stream(packing::Stream),
    /// A form has taken them.
    Taken,
}

/// Where reading goes on in a file: behind the last record that was had of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// How many records, and errors in their place, it had given.
    pub(crate) items: u64,
    /// The number of the last one.
    pub(crate) record: Option<u64>,
    /// Where the last one begins.
    pub(crate) offset: Option<u64>,
}

impl Opened {
    /// A file. What is read of it, packed as it is, is added to `progress`.
    pub(crate) fn file(
        named: &str,
        file: File,
        passed_over: PassedOver,
        progress: &Arc<AtomicU64>,
    ) -> io::Result<Self> {
        let metadata = file.metadata()?;
        if !metadata.is_file() || Packing::of_file(named).is_some() {
            return Self::streamed(named, file, passed_over, progress);
        }
        let (name, bytes) = (named.to_owned(), Bytes::File(file, progress.clone()));
        Ok(Self { file: name.clone(), name, bytes, size: metadata.len(), passed_over, start: None })
    }

    /// What can only be read from its start to its end, packed as its name says.
    pub(super) fn streamed(
        named: &str,
        reader: impl Read + Send + 'static,
        passed_over: PassedOver,
        progress: &Arc<AtomicU64>,
    ) -> io::Result<Self> {
        let reader: packing::Stream = Box::new(Counted { reader, read: progress.clone() });
        let (name, stream) = match Packing::of_file(named) {
            Some((packing, name)) => (name, packing.unpack(reader)?),
            None => (named, reader),
        };
        let bytes = Bytes::Stream(stream);
        Ok(Self { file: named.to_owned(), name: name.to_owned(), bytes, size: 0, passed_over, start: None })
    }

    /// Standard input.
    pub(crate) fn stdin(passed_over: PassedOver, progress: &Arc<AtomicU64>) -> io::Result<Self> {
        let counted = Box::new(Counted { reader: io::stdin(), read: progress.clone() });
        let bytes = Bytes::Stream(packing::unpack_by_magic(counted)?);
        Ok(Self { file: "-".into(), name: String::new(), bytes, size: 0, passed_over, start: None })
    }

    /// The same file without its bytes, which a form has taken.
    pub(super) fn without_bytes(&self) -> Self {
        let (file, name, passed_over) = (self.file.clone(), self.name.clone(), self.passed_over.clone());
        Self { file, name, bytes: Bytes::Taken, size: 0, passed_over, start: None }
    }

    /// A member of this file, unpacked.
    pub(super) fn member(&self, name: &str, file: File) -> Self {
        let named = format!("{}/{name}", self.file);
        let (bytes, passed_over) = (Bytes::File(file, Arc::default()), self.passed_over.clone());
        Self { file: named, name: name.to_owned(), bytes, size: 0, passed_over, start: None }
    }

    pub(super) fn place(&self) -> Place {
        Place::file(&self.file)
    }

    /// Its bytes from first to last.
    pub(super) fn stream(&mut self) -> packing::Stream {
        match std::mem::replace(&mut self.bytes, Bytes::Taken) {
            Bytes::File(file, progress) => Box::new(Counted { reader: file, read: progress }),
            Bytes::Stream(stream) => stream,
            Bytes::Taken => Box::new(io::empty()),
        }
    }

    /// Its bytes, given back by a form that has read only some of them.
    pub(super) fn give_back(&mut self, stream: packing::Stream) {
        self.bytes = Bytes::Stream(stream);
    }

    /// The file itself if one can go about in it as it is.
    pub(super) fn unpacked_file(&mut self) -> Option<&mut File> {
        match &mut self.bytes {
            Bytes::File(file, _) => Some(file),
            Bytes::Stream(_) | Bytes::Taken => None,
        }
    }

    /// A file in which one can go about. What is packed, or comes through a pipe, is written to one that has no name and goes when it is
    /// closed.
    pub(super) fn seekable(&mut self) -> io::Result<File> {
        match std::mem::replace(&mut self.bytes, Bytes::Taken) {
            Bytes::File(file, _) => Ok(file),
            Bytes::Stream(mut stream) => {
                let mut file = tempfile::tempfile()?;
                io::copy(&mut stream, &mut file)?;
                file.rewind()?;
                Ok(file)
            }
            Bytes::Taken => tempfile::tempfile(),
        }
    }
}
