//! Does the time to parse grow with the text, and no faster? Each hostile kind at 1, 10 and 100 MB, each case in a process of its own.
//!
//! `cargo run --release -p copydesk-benches --bin linear [KIND…]`

use std::hint::black_box;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use copydesk::Source;
use copydesk_benches::MEGABYTE;
use copydesk_benches::hostile::{Hostile, KINDS};

/// The sizes in megabytes, and how many processes parse each: the small ones are over so soon that chance shows.
const SIZES: [(usize, usize); 3] = [(1, 5), (10, 2), (100, 1)];
/// What a byte may take, relative to a byte of the smallest size.
const BAR: f64 = 1.3;
/// Nanoseconds a byte under which only memory is measured: a gigabyte a second. A megabyte that was read once is read again from the cache,
/// a hundred are not, so a pass that does next to nothing takes up to three times as long per byte without anything growing. Work that
/// grows faster than the text does not stay under this at 100 MB. The row says `memory` then, so that nobody has to take it on trust.
const MEMORY: f64 = 1.0;
/// A case that takes this long is given up, and the larger ones of its kind are not tried.
const PATIENCE: Duration = Duration::from_secs(40);
/// Far more than the caches that a core has to itself.
const CACHE: usize = 64 * MEGABYTE;

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [case, kind, bytes] = &arguments[..]
        && case == "--case"
    {
        println!("{}", Case::run(kind, bytes.parse()?)?.line());
        return Ok(ExitCode::SUCCESS);
    }
    let kinds = match &arguments[..] {
        [] => KINDS.iter().collect(),
        names => names.iter().map(|name| named(name)).collect::<Result<Vec<_>>>()?,
    };
    println!("{:16} {:>9} {:>16} {:>16}   peak memory,", "", "1 MB", "10 MB", "100 MB");
    println!("{:16} {:>9} {:>16} {:>16}   bytes per byte", "kind", "ns/byte", "ns/byte (×)", "ns/byte (×)");
    let mut breaches = 0;
    for kind in kinds {
        breaches += usize::from(!report(kind)?);
    }
    println!("\n{breaches} of the kinds grow faster than {BAR} × the text");
    Ok(if breaches == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn named(name: &str) -> Result<&'static Hostile> {
    Hostile::named(name).with_context(|| format!("no hostile kind is called {name}"))
}

/// Prints the row of a kind; whether it keeps under the bar.
fn report(kind: &'static Hostile) -> Result<bool> {
    print!("{:16}", kind.name);
    let mut first = None;
    let mut verdict = Verdict::Linear;
    let mut memory = 0.0;
    for (megabytes, processes) in SIZES {
        let bytes = megabytes * MEGABYTE;
        let Some(case) = best(kind, bytes, processes)? else {
            print!("   over {} s", PATIENCE.as_secs());
            verdict = Verdict::Breach;
            break;
        };
        let per_byte = case.nanoseconds as f64 / bytes as f64;
        memory = case.peak as f64 / bytes as f64;
        match first {
            None => print!(" {per_byte:>9.3}"),
            Some(first) => print!(" {per_byte:>8.3} ({:4.2})", per_byte / first),
        }
        let first = *first.get_or_insert(per_byte);
        verdict = verdict.max(Verdict::of(first, per_byte));
    }
    println!("  {memory:>14.1}  {}", verdict.name());
    Ok(verdict != Verdict::Breach)
}

/// What a byte of a larger text takes, held against a byte of the smallest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Linear,
    /// Over the bar, and yet faster than memory would let anything be that grows.
    Memory,
    Breach,
}

impl Verdict {
    fn of(first: f64, per_byte: f64) -> Self {
        if per_byte <= first * BAR {
            Self::Linear
        } else if per_byte <= MEMORY * BAR {
            Self::Memory
        } else {
            Self::Breach
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Linear => "",
            Self::Memory => "memory",
            Self::Breach => "BREACH",
        }
    }
}

/// The fastest of some processes; none if one ran out of patience.
fn best(kind: &Hostile, bytes: usize, processes: usize) -> Result<Option<Case>> {
    let mut best: Option<Case> = None;
    for _ in 0..processes {
        let Some(case) = Case::start(kind, bytes)? else { return Ok(None) };
        if best.as_ref().is_none_or(|best| case.nanoseconds < best.nanoseconds) {
            best = Some(case);
        }
    }
    Ok(best)
}

/// One text parsed once, in a process that did nothing of the kind before: every page of memory is new, whatever the size, so that
/// small texts have no advantage from memory that was touched before. For the same reason the text is driven out of the cache first: a
/// megabyte would fit, a hundred would not, and the two could not be compared.
struct Case {
    /// On a core, where the system says so: other work on the machine does not count.
    nanoseconds: u64,
    /// The peak memory of the process beyond what it held before the parse: its own and the source.
    peak: u64,
}

impl Case {
    /// In this process.
    fn run(kind: &str, bytes: usize) -> Result<Self> {
        let kind = named(kind)?;
        let source = Source::new(kind.bytes(bytes))?;
        let evicting = vec![0xa5_u8; CACHE];
        let held = status("VmRSS:").unwrap_or(0);
        let start = Instant::now();
        let start_on_core = on_core();
        let document = copydesk::parse(&source);
        let length = document.text().len();
        let nanoseconds = match (start_on_core, on_core()) {
            (Some(start), Some(end)) => end - start,
            _ => start.elapsed().as_nanos() as u64,
        };
        black_box(&evicting);
        anyhow::ensure!(length > 0 && document.blocks().len() > 0, "an empty document of a text of {bytes} bytes");
        let peak = status("VmHWM:").unwrap_or(0).saturating_sub(held);
        Ok(Self { nanoseconds, peak })
    }

    fn line(&self) -> String {
        format!("{} {}", self.nanoseconds, self.peak)
    }

    /// In a process of its own; none if it takes too long.
    fn start(kind: &Hostile, bytes: usize) -> Result<Option<Self>> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["--case", kind.name, &bytes.to_string()])
            .stdout(Stdio::piped())
            .spawn()?;
        if !ends_in_time(&mut child)? {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        let output = child.wait_with_output()?;
        if !output.status.success() {
            bail!("{} of {bytes} bytes: {}", kind.name, output.status);
        }
        let line = String::from_utf8(output.stdout)?;
        let (nanoseconds, peak) = line.trim().split_once(' ').context("a case prints two numbers")?;
        Ok(Some(Self { nanoseconds: nanoseconds.parse()?, peak: peak.parse()? }))
    }
}

fn ends_in_time(child: &mut Child) -> Result<bool> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if child.try_wait()?.is_some() {
            return Ok(true);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok(false)
}

/// How many nanoseconds this thread has been on a core (Linux). The system brings the figure up to date when the thread gives way.
fn on_core() -> Option<u64> {
    std::thread::yield_now();
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok()
}

/// A figure of this process's memory, in bytes, where the system gives it (Linux).
fn status(label: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(label))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}
