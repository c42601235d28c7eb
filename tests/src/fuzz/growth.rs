//! A pattern over and over, behind a head that stands once, ten times as long: it takes ten times as long to parse, not a hundred times.

use std::time::{Duration, Instant};

use copydesk::{LAYERS, Options, Source};

use super::{Target, broken};
use crate::{laws, modules, tree};

/// The time that repeated patterns take.
pub static GROWTH: Target = Target { name: "growth", about: "the time that repeated patterns take", run };

/// The two lengths. The short one is long enough to be measured.
const SHORT: usize = 1 << 12;
const LONG: usize = 1 << 16;
/// How many times as long a byte of the long text may take. Squared growth would be 16 times.
const BAR: u32 = 6;
/// What the long text may take in any case.
const PATIENCE: Duration = Duration::from_millis(60);
/// How often a text that takes too long is tried again.
const TRIES: usize = 4;
/// The longest pattern.
const PATTERN: usize = 96;
const HEAD: usize = 1024;

/// Between what stands once at the beginning, such as the head that an envelope is told by, and the pattern. No text has this byte.
const HEAD_END: u8 = 0xfe;

fn run(bytes: &[u8]) -> Result<(), String> {
    let (head, pattern) = match bytes.iter().position(|byte| *byte == HEAD_END) {
        Some(at) => (&bytes[..at.min(HEAD)], &bytes[at + 1..]),
        None => (&bytes[..0], bytes),
    };
    let pattern = &pattern[..pattern.len().min(PATTERN)];
    if pattern.is_empty() { Ok(()) } else { grows(head, pattern) }
}

fn grows(head: &[u8], pattern: &[u8]) -> Result<(), String> {
    let options = Options::new().layers(LAYERS);
    let (short, long) = (repeated(head, pattern, SHORT), repeated(head, pattern, LONG));
    let mut least = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        least = (least.0.min(parsing(&options, &short)), least.1.min(parsing(&options, &long)));
        if least.1 < PATIENCE || least.1 < least.0 * BAR * (LONG / SHORT) as u32 {
            return Ok(());
        }
    }
    broken(true, || {
        format!("{LONG} bytes take {:?}, and {SHORT} {:?}: b\"{}\"", least.1, least.0, pattern.escape_ascii())
    })
}

fn repeated(head: &[u8], pattern: &[u8], length: usize) -> Source {
    let repeated = pattern.iter().cycle().take(length);
    laws::source(&head.iter().chain(repeated).copied().collect::<Vec<_>>())
}

fn parsing(options: &Options, source: &Source) -> Duration {
    let (started, started_on_core) = (Instant::now(), on_core());
    for document in options.documents(source) {
        std::hint::black_box(document.text().len());
    }
    let on_core = started_on_core.zip(on_core()).map(|(start, end)| end.saturating_sub(start));
    on_core.unwrap_or_else(|| started.elapsed())
}

/// How long this thread has been on a core (Linux): what else the machine does is no finding. The system brings the figure up to date when
/// the thread gives way.
fn on_core() -> Option<Duration> {
    std::thread::yield_now();
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The strings that the code of the core holds, shortest first: what rules, families, envelopes and layers look for.
///
/// # Errors
/// If the code cannot be read.
pub fn literals() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for file in tree::files(&modules::core(), "rs")? {
        let code = modules::code(&std::fs::read_to_string(file)?);
        let strings = code.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
        // Messages and names of columns are among them, and do no harm; what has escapes is left out.
        let short = strings.filter(|string| (1..=24).contains(&string.len()) && !string.contains(['\\', '{']));
        found.extend(short.map(|string| string.as_bytes().to_vec()));
    }
    found.sort_by_key(|string| (string.len(), string.clone()));
    found.dedup();
    Ok(found)
}
