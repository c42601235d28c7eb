//! What a figure was measured on. Without it a figure says nothing.

use std::process::Command;
use std::thread;
use std::time::SystemTime;

use anyhow::{Context, Error, Result};
use jiff::Timestamp;
use jiff::tz::Offset;

/// A machine, and when it was asked.
pub struct Machine {
    /// The day, as `2026-01-31`, at Greenwich.
    pub date: String,
    /// The model of the processor, where the system names it (Linux on x86-64).
    pub processor: Option<String>,
    /// How many threads can run at once.
    pub cores: usize,
    /// The operating system and the architecture.
    pub system: String,
    /// As `rustc --version` says it.
    pub compiler: String,
    /// How many threads ran or waited to, on average of the last minute (Linux).
    pub load: Option<String>,
}

impl Machine {
    /// This one, now.
    ///
    /// # Errors
    /// If there is no compiler to ask, or the clock is wrong by centuries.
    pub fn now() -> Result<Self> {
        let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
        let now = Timestamp::from_second(i64::try_from(seconds)?).map_err(Error::msg)?;
        Ok(Self {
            date: Offset::UTC.to_datetime(now).date().to_string(),
            processor: line("/proc/cpuinfo", "model name")
                .map(|name| name.trim_start_matches([' ', '\t', ':']).to_owned()),
            cores: thread::available_parallelism()?.get(),
            system: system(),
            compiler: compiler()?,
            load: line("/proc/loadavg", "").and_then(|line| Some(line.split(' ').next()?.to_owned())),
        })
    }
}

/// As `rustc --version` says it.
///
/// # Errors
/// If it cannot be started.
pub fn compiler() -> Result<String> {
    let output = Command::new("rustc").arg("--version").output().context("rustc cannot be started")?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn system() -> String {
    let known = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    match line("/etc/os-release", "PRETTY_NAME=") {
        Some(name) => format!("{}, {known}", name.trim_matches('"')),
        None => known,
    }
}

/// What follows the label in the first line of a file that begins with it.
fn line(file: &str, label: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    text.lines().find_map(|line| line.strip_prefix(label)).map(str::to_owned)
}
