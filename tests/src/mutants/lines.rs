//! A record as a file has it.

use serde_json::json;

use super::{Mutants, change};

/// The form of a file of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON lines. Bytes that are no UTF-8 cannot stand in them: such a record is an error, or is read as far as it can be.
    Jsonl,
    /// Rows of CSV, in which any bytes can stand.
    Csv,
}

/// What is known of a record before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its text: together its parts must give it back.
    Text(Vec<u8>),
    /// The line itself is damaged: whether it is a record, and which, is open; it must have a row.
    Anything,
}

/// The id of a record. Those of neighbours differ in many bits, so that no damaged line has the id of another one.
pub(super) fn id(number: u64) -> String {
    format!("{number}-{:016x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// One line of so many is damaged as a line.
const DAMAGED: usize = 10;

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Jsonl, Self::Csv];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// What stands before all records.
    #[must_use]
    pub const fn head(self) -> &'static [u8] {
        match self {
            Self::Jsonl => b"",
            Self::Csv => b"id,text\n",
        }
    }

    /// A record as a line or row, and what is known of it.
    #[must_use]
    pub fn line(self, mutants: &Mutants, number: u64) -> (Vec<u8>, Told) {
        let text = mutants.text(number);
        match self {
            Self::Csv => {
                let quoted = text.iter().flat_map(|byte| if *byte == b'"' { vec![b'"'; 2] } else { vec![*byte] });
                let head = format!("{},\"", id(number)).into_bytes();
                (head.into_iter().chain(quoted).chain(*b"\"\n").collect(), Told::Text(text))
            }
            Self::Jsonl => {
                let text = String::from_utf8_lossy(&text);
                let mut line = json!({ "id": id(number), "text": text, "n": [number] }).to_string().into_bytes();
                let mut dice = mutants.dice("line", number);
                let damaged = dice.below(DAMAGED) == 0;
                if damaged {
                    change::ALL[dice.below(change::ALL.len())](mutants, &mut dice, &mut line);
                    // It stays one line, and is not an empty one: that would be no record.
                    line.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b' ');
                    if line.trim_ascii().is_empty() {
                        line.push(b'x');
                    }
                }
                line.push(b'\n');
                (line, if damaged { Told::Anything } else { Told::Text(text.into_owned().into_bytes()) })
            }
        }
    }
}
