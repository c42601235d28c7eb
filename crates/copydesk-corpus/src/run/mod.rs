//! A run over a corpus: batches of records in, rows of their documents out, on many threads, in order.

mod batch;
mod made;
mod order;
mod tally;

pub use batch::{Batch, Batches, Limits};
pub use made::{Job, Made, RowForm, Rows};
pub use order::{Spent, in_order};
pub use tally::Tally;
