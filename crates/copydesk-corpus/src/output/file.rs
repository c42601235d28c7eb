//! A file that gets its name only once it is complete and on disk.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::summed::Summed;

/// What is handed to the system at once.
const BUFFER: usize = 1 << 17;

/// A file that is being written. It lies beside its place under another name until it is [`kept`](Self::keep); if it is dropped before, it
/// goes.
pub struct NewFile {
    path: PathBuf,
    out: Summed<BufWriter<File>>,
    temporary: Temporary,
}

/// The file under its other name, removed when this is dropped.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Once it was kept, there is none.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// What a file holds, to know it again by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The number of its bytes.
    pub bytes: u64,
    /// Their CRC-32.
    pub crc32: u32,
}

impl NewFile {
    /// A file that is to be at `path`.
    ///
    /// # Errors
    /// If nothing can be created there.
    pub fn create(path: &Path) -> io::Result<Self> {
        let name = temporary(path);
        let out = Summed::new(BufWriter::with_capacity(BUFFER, File::create(&name)?));
        Ok(Self { path: path.to_owned(), out, temporary: Temporary(name) })
    }

    /// Waits until all of it is on the disk, and gives the file its name. A file that had the name is replaced.
    ///
    /// # Errors
    /// If any of it cannot be done. The file is gone then.
    pub fn keep(self) -> io::Result<Sum> {
        let Self { path, out, temporary } = self;
        let (out, bytes, crc32) = out.into_parts();
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        std::fs::rename(&temporary.0, &path)?;
        sync_directory(&path)?;
        Ok(Sum { bytes, crc32 })
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The name that a file has until it is whole.
pub(crate) fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp"))
}

/// Waits until a new name is on the disk. Where directories cannot be opened, the system does it by itself.
pub(crate) fn sync_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { File::open(directory)?.sync_all() } else { Ok(()) }
}
