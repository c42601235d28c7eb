//! How files are compressed: gzip and Zstandard, each in one piece or many.

use std::io::{self, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use flate2::read::MultiGzDecoder;

use super::counted::Counted;
use super::has_end;
use super::ratio::Bounded;

/// The bytes of a file, from first to last.
pub(super) type Stream = Box<dyn Read + Send>;

/// A way to pack a file.
pub(super) struct Packing {
    /// How the names of such files end.
    end: &'static str,
    /// How they begin.
    magic: &'static [u8],
    unpack: fn(Stream) -> io::Result<Stream>,
}

static GZIP: Packing =
    Packing { end: ".gz", magic: b"\x1f\x8b", unpack: |reader| Ok(Box::new(MultiGzDecoder::new(reader))) };
static ZSTD: Packing = Packing { end: ".zst", magic: b"\x28\xb5\x2f\xfd", unpack: unzstd };
const PACKINGS: &[&Packing] = &[&GZIP, &ZSTD];

/// The longest beginning of a packed file.
const MAGIC: u64 = 4;
/// How Zstandard's frames that hold nothing begin, after a first byte from 0x50 to 0x5f.
const SKIPPABLE: &[u8] = b"\x2a\x4d\x18";
/// What a frame may ask for as a window: 2 GiB, the most that the format's own program makes, would be taken from memory.
const WINDOW_LOG_MAX: u32 = 27;

fn unzstd(reader: Stream) -> io::Result<Stream> {
    let mut decoder = zstd::stream::read::Decoder::new(reader)?;
    decoder.window_log_max(WINDOW_LOG_MAX)?;
    Ok(Box::new(decoder))
}

impl Packing {
    /// The packing that a file's name says, and the name without it.
    pub(super) fn of_file(name: &str) -> Option<(&'static Self, &str)> {
        let packing = PACKINGS.iter().find(|packing| has_end(name, packing.end))?;
        Some((packing, &name[..name.len() - packing.end.len()]))
    }

    fn begins(&self, bytes: &[u8]) -> bool {
        let skippable = self.end == ZSTD.end && bytes.get(1..) == Some(SKIPPABLE);
        bytes.starts_with(self.magic) || skippable
    }

    /// The bytes, as long as they are no more than any text has.
    fn bounded(&self, reader: Stream) -> io::Result<Stream> {
        let packed: Arc<AtomicU64> = Arc::default();
        let counted = Box::new(Counted { reader, read: packed.clone() });
        Ok(Box::new(Bounded::new((self.unpack)(counted)?, packed)))
    }

    /// The bytes of a file that is named as one so packed.
    pub(super) fn unpack(&self, reader: Stream) -> io::Result<Stream> {
        let (start, reader) = peek(reader)?;
        match () {
            () if start.is_empty() => Ok(reader),
            () if self.begins(&start) => self.bounded(reader),
            () => Err(io::Error::other(format!("its name ends in {}, and it is not packed so", self.end))),
        }
    }
}

/// The bytes of what has no name, unpacked if it begins as something packed does.
pub(super) fn unpack_by_magic(reader: Stream) -> io::Result<Stream> {
    let (start, reader) = peek(reader)?;
    match PACKINGS.iter().find(|packing| packing.begins(&start)) {
        Some(packing) => packing.bounded(reader),
        None => Ok(reader),
    }
}

/// The first bytes, and a reader that still has them.
fn peek(reader: Stream) -> io::Result<(Vec<u8>, Stream)> {
    let mut reader = BufReader::with_capacity(1 << 16, reader);
    let mut start = Vec::new();
    reader.by_ref().take(MAGIC).read_to_end(&mut start)?;
    Ok((start.clone(), Box::new(io::Cursor::new(start).chain(reader))))
}
