//! How many threads a command has.

use std::num::NonZeroUsize;

use clap::Args;

/// The threads of a command that goes through a corpus.
#[derive(Args, Clone, Copy, Debug)]
#[command(next_help_heading = "How a corpus is processed")]
pub(crate) struct ThreadArguments {
    /// The number of threads; 0 uses all that the machine has. The output does not depend on it
    #[arg(long, value_name = "N", default_value = "0")]
    threads: usize,
}

impl ThreadArguments {
    /// How many there are: all that the machine has, unless a number is named.
    pub(crate) fn count(self) -> NonZeroUsize {
        let all = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        NonZeroUsize::new(self.threads).unwrap_or_else(all)
    }
}
