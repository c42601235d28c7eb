//! The `copydesk` command, run as a program.

mod command;
mod diff;
mod explain;
mod faults;
mod figures;
mod output;
mod parse;
mod readme;
mod records;
mod resume;
mod stats;
mod verify;
mod view;

/// An article in plain English, with nothing to repair.
const FERRY: &str = "Ferry returns to Saltmarsh\n\nBy Ana Reyes\n\nThe ferry to the island is back after a winter in the dock, \
    and the first boat was full by noon.\n\n“We waited for this,” said the harbour master.\n";
