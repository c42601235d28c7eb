//! A file that is one text, or a DOCX file.

use std::io::Read;

use copydesk::{SOURCE_LIMIT, Source, SourceTooLong};

use crate::reading::Reading;
use crate::record::Record;

use super::opened::Opened;
use super::{FileForm, Records, docx, foreign, has_end, written};

pub(super) static TEXT: FileForm = FileForm { name: "text", ends: &[], open };

/// What is said of a file of documents. In a folder of articles it would pass for one more.
const WRITTEN: &str = "holds documents that copydesk wrote, and no article: parse what they were made of";

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let is_asked_for = reading.form == &TEXT;
    let named_docx = has_end(&opened.name, ".docx") && !is_asked_for;
    let place = opened.place();
    let read = whole(opened.stream(), opened.size).and_then(|source| {
        if !is_asked_for && written::is_documents(source.as_bytes()) {
            return Err(WRITTEN.to_owned());
        }
        if let Some(reason) = foreign::reason(source.as_bytes()).filter(|_| !is_asked_for && !named_docx) {
            return Err(reason.to_owned());
        }
        let unpacked = if named_docx { docx::unpacked_by_name } else { docx::unpacked };
        unpacked(source).map_err(|error| error.to_string())
    });
    Box::new(std::iter::once(match read {
        Ok(source) => Ok(Record { id: place.id(), place, source, fields: None }),
        Err(reason) => Err(place.error(reason)),
    }))
}

/// All bytes of a file. `size` is what the file says of itself: one that is too long is not read at all.
fn whole(reader: impl Read, size: u64) -> Result<Source, String> {
    let too_long = |bytes: u64| SourceTooLong { bytes: usize::try_from(bytes).unwrap_or(usize::MAX) }.to_string();
    if size > SOURCE_LIMIT as u64 {
        return Err(too_long(size));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    let read = reader.take(SOURCE_LIMIT as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() > SOURCE_LIMIT {
        return Err(format!("the source has more bytes than the limit of {SOURCE_LIMIT} (1 GiB)"));
    }
    Source::new(bytes).map_err(|error| error.to_string())
}
