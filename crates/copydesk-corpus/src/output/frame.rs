//! What surrounds the rows of a file, and separates them.
//!
//! JSON lines need nothing. Texts are separated by an empty line. The format `json` is always one JSON document: a single row as it is,
//! several as an array, none as an empty array. So its first row waits until it is known whether a second follows.

use std::io;

use crate::run::RowForm;

/// What a file has so far.
pub(super) struct Frame {
    /// What stands between two rows.
    between: &'static [u8],
    state: State,
}

enum State {
    /// Rows need nothing around them; there have been some, or not.
    Bare(Rows),
    /// One JSON document, which is empty so far, or is this row.
    Json(Option<Vec<u8>>),
    /// An array that is open.
    Array,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    None,
    Some,
}

impl Frame {
    pub(super) fn of(form: RowForm) -> Self {
        let state = if form.is_one_document() { State::Json(None) } else { State::Bare(Rows::None) };
        Self { between: form.between(), state }
    }

    /// Writes so many rows that stand together already.
    pub(super) fn rows(
        &mut self,
        bytes: &[u8],
        count: u64,
        mut write: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        match &mut self.state {
            State::Bare(rows) => {
                if std::mem::replace(rows, Rows::Some) == Rows::Some {
                    write(self.between)?;
                }
                return write(bytes);
            }
            State::Json(first @ None) if count == 1 => {
                *first = Some(bytes.to_vec());
                return Ok(());
            }
            State::Json(None) => write(b"[\n")?,
            State::Json(Some(first)) => {
                write(b"[\n")?;
                write(first)?;
                write(self.between)?;
            }
            State::Array => write(self.between)?,
        }
        self.state = State::Array;
        write(bytes)
    }

    /// Writes the end.
    pub(super) fn finish(self, mut write: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        match self.state {
            State::Bare(_) => Ok(()),
            State::Json(None) => write(b"[]\n"),
            State::Json(Some(first)) => write(&first).and_then(|()| write(b"\n")),
            State::Array => write(b"\n]\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use copydesk::write::Writer;

    use super::*;

    /// A file of these batches of rows, each row a digit.
    fn file(form: &str, batches: &[&str]) -> String {
        let form = RowForm::Written(Writer::named(form).unwrap());
        let (mut frame, mut out) = (Frame::of(form), Vec::new());
        for batch in batches {
            let between = std::str::from_utf8(form.between()).unwrap();
            let rows = batch.chars().map(String::from).collect::<Vec<_>>().join(between);
            frame
                .rows(rows.as_bytes(), batch.len() as u64, |bytes| {
                    out.extend_from_slice(bytes);
                    Ok(())
                })
                .unwrap();
        }
        frame
            .finish(|bytes| {
                out.extend_from_slice(bytes);
                Ok(())
            })
            .unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn json_is_one_document_however_the_rows_come() {
        assert_eq!(file("json", &[]), "[]\n");
        assert_eq!(file("json", &["", "1", ""]), "1\n");
        for batches in [&["123"][..], &["1", "23"], &["12", "", "3"], &["", "1", "2", "3"]] {
            assert_eq!(file("json", batches), "[\n1,\n2,\n3\n]\n", "{batches:?}");
        }
    }

    #[test]
    fn texts_are_set_apart_and_lines_are_not() {
        assert_eq!(file("text", &["", "1", "", "23"]), "1\n2\n3");
        assert_eq!(file("jsonl", &["12", "3"]), "123");
    }
}
