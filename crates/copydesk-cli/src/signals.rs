//! The wish to end: an interrupt from the keyboard, or a request of the system.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::outcome::say;

/// How long a run may take to end in good order. What waits for input that does not come would never.
const GRACE: Duration = Duration::from_secs(3);

/// Whether it was asked to end, and how.
#[derive(Clone, Default)]
pub(crate) struct Wish {
    ended: Arc<AtomicBool>,
    signal: Arc<AtomicI32>,
}

impl Wish {
    /// Listens from now on. The first wish is noted here; a second one, or one that is not followed in time, ends the command at once.
    pub(crate) fn listen() -> anyhow::Result<Self> {
        let wish = Self::default();
        let mut signals = Signals::new([SIGINT, SIGTERM]).context("signals cannot be listened to")?;
        let noted = wish.clone();
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if noted.ended.swap(true, Ordering::Relaxed) {
                    std::process::exit(128 + signal);
                }
                noted.signal.store(signal, Ordering::Relaxed);
                std::thread::spawn(move || {
                    std::thread::sleep(GRACE);
                    say("ended without waiting for what was in hand");
                    std::process::exit(128 + signal);
                });
            }
        });
        Ok(wish)
    }

    /// The signal that asked to end, if one did.
    pub(crate) fn signal(&self) -> Option<i32> {
        self.ended.load(Ordering::Relaxed).then(|| self.signal.load(Ordering::Relaxed))
    }
}
