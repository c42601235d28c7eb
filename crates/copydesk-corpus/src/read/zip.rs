//! ZIP archives of texts: each member is read like a file of its name.
//!
//! A member is unpacked whole into an unnamed file before it is read. A nested archive, and a member that is compressed once more, are
//! errors. Hidden members are passed over, like hidden files of a directory.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, Write as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::reading::Reading;
use crate::record::{Place, Unreadable};

use super::opened::Opened;
use super::packing::Packing;
use super::ratio::{self, ARCHIVE_FLOOR};
use super::{FileForm, Records, broken_off, only, text};

pub(super) static ZIP: FileForm = FileForm { name: "zip", ends: &[".zip"], open };

const HIDDEN: &str = "hidden files in archives";

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let file = match opened.seekable().and_then(|file| Ok((file.metadata()?.len(), file))) {
        Ok(file) => file,
        Err(error) => return only(opened.place().error(broken_off(error))),
    };
    let (size, file) = file;
    if size == 0 {
        return Box::new(std::iter::empty());
    }
    let archive = match ZipArchive::new(BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => return only(opened.place().error(format!("is no ZIP archive that can be read: {error}"))),
    };
    // The members of an archive have the forms that their names say.
    let reading = Reading { form: &super::AUTO, ..reading.clone() };
    let left = ratio::most(size, ARCHIVE_FLOOR);
    let opened = opened.without_bytes();
    let members = Members { opened, archive, reading, next: 0, left };
    Box::new(members.flatten())
}

/// The members of one archive, each with its records.
struct Members {
    opened: Opened,
    archive: ZipArchive<BufReader<File>>,
    reading: Reading,
    next: usize,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl Iterator for Members {
    type Item = Records;

    fn next(&mut self) -> Option<Records> {
        let number = self.next;
        self.next += 1;
        if number >= self.archive.len() || self.left == 0 {
            return None;
        }
        Some(self.member(number).unwrap_or_else(|unreadable| only(unreadable)))
    }
}

impl Members {
    fn member(&mut self, number: usize) -> Result<Records, Unreadable> {
        let name = match self.archive.name_for_index(number) {
            Some(Ok(name)) => name.into_owned(),
            _ => format!("member {}", number + 1),
        };
        let place = Place::file(&format!("{}/{name}", self.opened.file));
        let member = self.archive.by_index(number).map_err(|error| place.clone().error(reason(&error)))?;
        if !member.is_file() {
            return Ok(Box::new(std::iter::empty()));
        }
        if is_hidden(&name) {
            self.opened.passed_over.count(HIDDEN);
            return Ok(Box::new(std::iter::empty()));
        }
        let form = FileForm::of_file(&name);
        if form == Ok(&ZIP) || Packing::of_file(&name).is_some() {
            return Err(place.error("is packed once more in the archive, and is not read: unpack it first"));
        }
        let unpacked = unpack(member, &mut self.left).map_err(|error| place.clone().error(broken_off(error)))?;
        let mut opened = self.opened.member(&name, unpacked.file);
        let records = FileForm::open(&super::AUTO, &mut opened, &self.reading);
        match unpacked.damage {
            None => Ok(records),
            // Half a text is none; of records, those before the damage are whole.
            Some(damage) if form == Ok(&text::TEXT) => Err(place.error(format!("cannot be read: {damage}"))),
            Some(damage) => Ok(Box::new(records.chain(only(place.error(broken_off(damage)))))),
        }
    }
}

/// Whether its name, or that of a folder above it, has a dot before it: what lies there belongs to a program (`.DS_Store`, `__MACOSX/._a.txt`).
fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') && !matches!(part, "." | ".."))
}

fn reason(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            "is protected by a password".into()
        }
        error => format!("cannot be read: {error}"),
    }
}

/// A member as far as it could be unpacked.
struct Unpacked {
    file: File,
    /// Why there is no more of it.
    damage: Option<String>,
}

/// Unpacks a member into a file without a name, and takes its length off what may still be unpacked.
fn unpack(member: impl Read, left: &mut u64) -> io::Result<Unpacked> {
    let mut file = BufWriter::with_capacity(1 << 16, tempfile::tempfile()?);
    let mut member = member.take(*left);
    let mut damage = None;
    let mut buffer = vec![0; 1 << 16];
    loop {
        match member.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => file.write_all(&buffer[..read])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                damage = Some(error.to_string());
                break;
            }
        }
    }
    *left = member.limit();
    if *left == 0 {
        damage = Some(format!("{}; it is read no further", ratio::over("the archive")));
    }
    let mut file = file.into_inner()?;
    file.rewind()?;
    Ok(Unpacked { file, damage })
}
