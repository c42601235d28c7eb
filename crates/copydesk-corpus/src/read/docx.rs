//! DOCX files: a ZIP archive, one part of which holds the text.

use std::io::{Cursor, Read};

use copydesk::{SOURCE_LIMIT, Source};
use zip::ZipArchive;
use zip::result::ZipError;

use super::ratio::{self, ARCHIVE_FLOOR, RATIO_LIMIT};

/// The part that holds the text.
const MAIN_PART: &str = "word/document.xml";
/// How an archive begins whose first entry is a file.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// How files of older programs begin, and those that a password protects.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// An archive names its entries at its beginning, each before its bytes, and all of them at its end.
const EDGE: usize = 1 << 16;
/// What is asked for before a byte is unpacked: an archive says of itself what it likes.
const CAPACITY: u64 = 1 << 20;

/// A DOCX file whose text cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// A password protects it.
    #[error("is a DOCX file that is protected by a password")]
    Encrypted,
    /// It is no archive.
    #[error("is named as a DOCX file and is none: it is no ZIP archive")]
    NoArchive,
    /// The archive is damaged.
    #[error("is a damaged DOCX file: {0}")]
    Damaged(String),
    /// The archive has no such part.
    #[error("is no DOCX file: the archive has no part {MAIN_PART}")]
    NoMainPart,
    /// Its text is too long.
    #[error("the part {MAIN_PART} of the DOCX file has more bytes than the limit of {SOURCE_LIMIT} (1 GiB)")]
    TooLong,
    /// Its text is far longer than the file, as none is: it was made to fill memory.
    #[error(
        "the part {MAIN_PART} of the DOCX file unpacks to more than {RATIO_LIMIT} times the file's size, as none of texts does"
    )]
    Inflated,
}

/// The source that a text is parsed from: of a DOCX file the bytes of its main part, `word/document.xml`, of everything else its own.
///
/// A file is told by its bytes, not by its name.
///
/// # Errors
/// [`DocxError`] if it is a DOCX file whose main part cannot be read, or is longer than [`SOURCE_LIMIT`].
///
/// ```
/// let source = copydesk::Source::new("The ferry is back.")?;
/// assert_eq!(copydesk_corpus::unpacked(source.clone())?, source);
/// # Ok::<(), anyhow::Error>(())
/// ```
pub fn unpacked(source: Source) -> Result<Source, DocxError> {
    if is_docx(source.as_bytes()) { main_part(&source, SOURCE_LIMIT, ARCHIVE_FLOOR) } else { Ok(source) }
}

/// The source of a file that is named as one of these.
pub(crate) fn unpacked_by_name(source: Source) -> Result<Source, DocxError> {
    let bytes = source.as_bytes();
    match () {
        () if bytes.starts_with(ARCHIVE) => main_part(&source, SOURCE_LIMIT, ARCHIVE_FLOOR),
        () if bytes.starts_with(COMPOUND) => Err(DocxError::Encrypted),
        () => Err(DocxError::NoArchive),
    }
}

/// Whether the bytes are an archive that names the main part.
fn is_docx(bytes: &[u8]) -> bool {
    let names = |edge: &[u8]| edge.windows(MAIN_PART.len()).any(|window| window == MAIN_PART.as_bytes());
    bytes.starts_with(ARCHIVE)
        && (names(&bytes[..bytes.len().min(EDGE)]) || names(&bytes[bytes.len().saturating_sub(EDGE)..]))
}

/// The bytes of the main part, unpacked up to a limit.
fn main_part(source: &Source, limit: usize, floor: u64) -> Result<Source, DocxError> {
    let mut archive = ZipArchive::new(Cursor::new(source.as_bytes())).map_err(of_archive)?;
    let part = archive.by_name(MAIN_PART).map_err(of_archive)?;
    let mut bytes = Vec::with_capacity(part.size().min(CAPACITY) as usize);
    let most = ratio::most(u64::from(source.len()), floor).min(limit as u64);
    let read = part.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(if bytes.len() > limit { DocxError::TooLong } else { DocxError::Inflated });
    }
    read.map_err(|error| DocxError::Damaged(error.to_string()))?;
    Source::new(bytes).map_err(|_| DocxError::TooLong)
}

fn of_archive(error: ZipError) -> DocxError {
    match error {
        ZipError::FileNotFound => DocxError::NoMainPart,
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => DocxError::Encrypted,
        error => DocxError::Damaged(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const TEXT: &str = "<w:document><w:p><w:t>The ferry is back.</w:t></w:p></w:document>";

    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn docx() -> Vec<u8> {
        archive(&[("[Content_Types].xml", b"<Types/>"), (MAIN_PART, TEXT.as_bytes()), ("word/styles.xml", b"<x/>")])
    }

    fn source(bytes: &[u8]) -> Source {
        Source::new(bytes.to_vec()).unwrap()
    }

    #[test]
    fn the_source_of_a_docx_file_is_its_main_part() {
        assert_eq!(unpacked(source(&docx())).unwrap(), source(TEXT.as_bytes()));
        assert_eq!(unpacked_by_name(source(&docx())).unwrap(), source(TEXT.as_bytes()));
    }

    #[test]
    fn everything_else_is_its_own_source() {
        let other = archive(&[("readme.txt", b"The ferry is back.")]);
        for bytes in [&b"The ferry is back."[..], b"", b"PK\x03\x04", &other] {
            assert_eq!(unpacked(source(bytes)).unwrap(), source(bytes));
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let error = |bytes: &[u8]| unpacked_by_name(source(bytes)).unwrap_err();
        assert_eq!(error(b"The ferry is back."), DocxError::NoArchive);
        assert_eq!(error(&[COMPOUND, b"rest"].concat()), DocxError::Encrypted);
        assert_eq!(error(&archive(&[("readme.txt", b"")])), DocxError::NoMainPart);
        // Half a file, and one with a wrong byte in its text.
        let whole = docx();
        let torn = unpacked(source(&whole[..whole.len() / 2])).unwrap_err();
        assert!(matches!(torn, DocxError::Damaged(_)), "{torn}");
        let mut wrong = whole.clone();
        let at = whole.windows(MAIN_PART.len()).position(|window| window == MAIN_PART.as_bytes()).unwrap();
        wrong[at + MAIN_PART.len() + 20] ^= 0xff;
        assert!(matches!(unpacked(source(&wrong)).unwrap_err(), DocxError::Damaged(_)));
        // The flag of an encrypted entry, in its own head and in the archive's list.
        let mut locked = whole.clone();
        for head in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
            let flags = if head[2] == 3 { 6 } else { 8 };
            let heads = whole.windows(4).enumerate().filter(|(_, window)| *window == head).map(|(at, _)| at);
            heads.for_each(|at| locked[at + flags] |= 1);
        }
        assert_eq!(unpacked(source(&locked)).unwrap_err(), DocxError::Encrypted);
    }

    #[test]
    fn a_part_is_not_unpacked_past_the_limit() {
        let bomb = archive(&[(MAIN_PART, &vec![b' '; 1 << 20])]);
        assert!(bomb.len() < 4096, "{}", bomb.len());
        assert_eq!(main_part(&source(&bomb), (1 << 20) - 1, 1 << 20), Err(DocxError::TooLong));
        assert!(main_part(&source(&bomb), 1 << 20, 1 << 20).is_ok());
        assert_eq!(main_part(&source(&bomb), 1 << 30, 1 << 19), Err(DocxError::Inflated));
        // One that says that it is small.
        let mut liar = bomb.clone();
        for (head, at) in [(&b"PK\x03\x04"[..], 22), (b"PK\x01\x02", 24)] {
            let start = bomb.windows(4).position(|window| window == head).unwrap();
            liar[start + at..start + at + 4].copy_from_slice(&7_u32.to_le_bytes());
        }
        assert!(main_part(&source(&liar), 1 << 16, 1 << 16).is_err());
    }
}
