//! From a batch of records to the rows of their documents.

use std::time::{Duration, Instant};

use copydesk::write::{ErrorRow, Writer};
use copydesk::{Document, Layer, Options, Parser};

#[cfg(feature = "parquet")]
use crate::arrow::{NoRoom, RowBatches, Rows as ArrowRows};
use crate::guard::guarded;
use crate::layering::Layering;
use crate::numbering::{Parts, documents_of};
use crate::record::{Record, Unreadable};

use super::batch::Batch;
use super::tally::Tally;

/// How records are parsed, and what is made of their documents.
#[derive(Clone, Debug)]
pub struct Job {
    /// How they are parsed.
    pub options: Options,
    /// Which parts of them are written.
    pub parts: Parts,
    /// What is written.
    pub rows: RowForm,
}

/// What is written of a document.
#[derive(Clone, Copy, Debug)]
pub enum RowForm {
    /// What a writer writes.
    Written(&'static Writer),
    /// Rows of Arrow, for Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What was made of a batch.
#[derive(Debug)]
pub struct Made {
    /// The rows.
    pub rows: Rows,
    /// What could not be read or parsed. Among texts to read this is the only place for it: as a row it would pass for a text.
    pub unreadable: Vec<Unreadable>,
    /// What was done.
    pub tally: Tally,
}

/// Rows as they are written.
#[derive(Debug)]
pub enum Rows {
    /// Bytes: so many rows, with what stands between two of them.
    Written {
        /// The rows.
        bytes: Vec<u8>,
        /// How many there are.
        count: u64,
    },
    /// RowBatches of Arrow.
    #[cfg(feature = "parquet")]
    Arrow(Vec<arrow_array::RecordBatch>),
}

impl RowForm {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Written(writer) => writer.name(),
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }

    /// What stands between two rows: an empty line sets texts apart.
    #[must_use]
    pub fn between(&self) -> &'static [u8] {
        match self {
            Self::Written(writer) => match ErrorForm::of(writer) {
                Some(ErrorForm::Line) => b"",
                Some(ErrorForm::Indented) => b",\n",
                None => b"\n",
            },
            #[cfg(feature = "parquet")]
            Self::Parquet => b"",
        }
    }

    /// Whether all rows of a file are one JSON document.
    pub(crate) fn is_one_document(&self) -> bool {
        matches!(self, Self::Written(writer) if ErrorForm::of(writer) == Some(ErrorForm::Indented))
    }
}

impl Job {
    /// Parses the records of a batch and makes the rows of their documents.
    #[must_use]
    pub fn make(&self, batch: &Batch) -> Made {
        let (options, layers) = self.options.clone().without_layers();
        let mut parser = Parser::new(options);
        let mut making = Making::new(self.rows, layers);
        for item in &batch.items {
            making.tally.records += 1;
            match item {
                Ok(record) => {
                    if let Err(reason) = self.record(record, &mut parser, &mut making) {
                        making.wait(Of::Unreadable(record.unreadable(reason)), None);
                    }
                }
                Err(error) => making.wait(Of::Unreadable(error.clone()), None),
            }
        }
        making.finish()
    }

    /// Parses one record; why that could not be done to its end, if it could not.
    fn record<'b>(&self, record: &'b Record, parser: &mut Parser, making: &mut Making<'b>) -> Result<(), String> {
        making.tally.bytes += u64::from(record.source.len());
        let mut found =
            making.timed_parsing(|| guarded(|| documents_of(parser, &record.source, &record.id, self.parts)))?;
        let mut found_any = false;
        while let Some((id, document)) = making.timed_parsing(|| guarded(|| found.next()))? {
            making.wait(Of::Document { record, id }, Some(document));
            found_any = true;
        }
        if found_any { Ok(()) } else { Err("holds no article".into()) }
    }
}

/// What a row is of. Of a record of many articles each has its own, and one of which the layers cannot be made is an error among the others.
enum Of<'b> {
    Document { record: &'b Record, id: String },
    Unreadable(Unreadable),
}

/// Rows that are being made.
struct Making<'b> {
    form: RowForm,
    /// Documents that wait for their layers before they become rows.
    waiting: Layering<Of<'b>>,
    bytes: Vec<u8>,
    /// How many rows the bytes are.
    count: u64,
    #[cfg(feature = "parquet")]
    arrow: RowBatches,
    unreadable: Vec<Unreadable>,
    tally: Tally,
}

impl<'b> Making<'b> {
    fn new(form: RowForm, layers: Vec<&'static Layer>) -> Self {
        Self {
            form,
            waiting: Layering::new(layers),
            bytes: Vec::new(),
            count: 0,
            #[cfg(feature = "parquet")]
            arrow: Default::default(),
            unreadable: Vec::new(),
            tally: Tally::default(),
        }
    }

    fn timed_parsing<T>(&mut self, work: impl FnOnce() -> T) -> T {
        timed(&mut self.tally.parsing, work)
    }

    /// Takes a document, or what has none, and makes rows of what waited long enough.
    fn wait(&mut self, of: Of<'b>, document: Option<Document>) {
        self.waiting.push(of, document);
        if self.waiting.is_full() {
            self.rows();
        }
    }

    /// Makes rows of all that waits.
    fn rows(&mut self) {
        let Self { waiting, tally, .. } = self;
        for (of, document) in timed(&mut tally.parsing, || waiting.finish()) {
            match of {
                Of::Document { record, id } => {
                    // What is made of a document when it is asked for can fail too.
                    let written = document.and_then(|document| {
                        document.map_or(Ok(()), |document| guarded(|| self.document(record, &id, &document)))
                    });
                    if let Err(reason) = written {
                        self.unreadable(record.unreadable(reason));
                    }
                }
                Of::Unreadable(unreadable) => self.unreadable(unreadable),
            }
        }
    }

    fn document(&mut self, record: &Record, id: &str, document: &Document) {
        match self.form {
            RowForm::Written(writer) => {
                let mut row = timed(&mut self.tally.rows, || writer.write(document, id));
                if let Some(error) = ErrorForm::of(writer) {
                    error.put_input(&mut row, record.fields.as_deref());
                }
                self.row(row);
            }
            #[cfg(feature = "parquet")]
            RowForm::Parquet => {
                let arrow = &mut self.arrow;
                timed(&mut self.tally.rows, || put(arrow, |rows| rows.document_of(record, id, document)));
            }
        }
        self.tally.document(document);
    }

    /// Adds a row that says an error, if the form has such rows.
    fn unreadable(&mut self, unreadable: Unreadable) {
        self.tally.errors += 1;
        match self.form {
            RowForm::Written(writer) => {
                if let Some(form) = ErrorForm::of(writer) {
                    self.row(form.row(&unreadable));
                }
            }
            #[cfg(feature = "parquet")]
            RowForm::Parquet => put(&mut self.arrow, |rows| rows.unreadable(&unreadable)),
        }
        self.unreadable.push(unreadable);
    }

    /// Adds a row as it is written.
    fn row(&mut self, mut row: String) {
        // In an array the line ends behind the comma.
        if self.form.is_one_document() {
            row.truncate(row.trim_end().len());
        }
        self.count += 1;
        // The only row of a batch can be huge, and is not copied.
        if self.count == 1 {
            self.bytes = row.into_bytes();
            return;
        }
        self.bytes.extend_from_slice(self.form.between());
        self.bytes.extend_from_slice(row.as_bytes());
    }

    fn finish(mut self) -> Made {
        self.rows();
        let rows = match self.form {
            RowForm::Written(_) => Rows::Written { bytes: self.bytes, count: self.count },
            #[cfg(feature = "parquet")]
            RowForm::Parquet => Rows::Arrow(self.arrow.finish().expect(FITS)),
        };
        Made { rows, unreadable: self.unreadable, tally: self.tally }
    }
}

fn timed<T>(spent: &mut Duration, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    *spent += started.elapsed();
    done
}

/// What a row that says an error looks like, where rows are JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ErrorForm {
    /// On one line.
    Line,
    /// Indented.
    Indented,
}

impl ErrorForm {
    fn of(writer: &Writer) -> Option<Self> {
        match writer.name() {
            "jsonl" => Some(Self::Line),
            "json" => Some(Self::Indented),
            _ => None,
        }
    }

    fn row(self, unreadable: &Unreadable) -> String {
        let Unreadable { id, place, reason, fields } = unreadable;
        let row = ErrorRow::new(id, &place.file, place.record, reason).at(place.offset);
        let row = match self {
            Self::Line => serde_json::to_string(&row),
            Self::Indented => serde_json::to_string_pretty(&row),
        };
        let mut row = row.expect("strings and numbers can be written as JSON");
        row.push('\n');
        self.put_input(&mut row, fields.as_deref());
        row
    }

    /// Puts what else the record held at the end of its row, as it stands.
    fn put_input(self, row: &mut String, input: Option<&str>) {
        let (end, before, after) = match self {
            Self::Line => ("}\n", ",\"input\":", "}\n"),
            Self::Indented => ("\n}\n", ",\n  \"input\": ", "\n}\n"),
        };
        if let Some(input) = input
            && row.ends_with(end)
        {
            row.truncate(row.len() - end.len());
            row.extend([before, input, after]);
        }
    }
}

/// Why rows cannot fail.
#[cfg(feature = "parquet")]
const FITS: &str = "columns that are filled together fit together, and an empty batch takes every row";

#[cfg(feature = "parquet")]
fn put(batches: &mut RowBatches, row: impl Fn(&mut ArrowRows) -> Result<(), NoRoom>) {
    batches.push(row).expect(FITS);
}

#[cfg(test)]
mod tests {
    use copydesk::Source;
    use serde_json::{Value, json};

    use super::*;
    use crate::record::Place;

    fn batch() -> Batch {
        let place = |record| Place { file: "a.jsonl".into(), record: Some(record), offset: Some(record * 10) };
        let record = |id: &str, text: &str, fields: Option<&str>, number| {
            Ok(Record {
                id: id.into(),
                place: place(number),
                source: Source::new(text.to_owned()).unwrap(),
                fields: fields.map(Into::into),
            })
        };
        let unreadable = Unreadable {
            id: "two".into(),
            place: place(2),
            reason: "has no field `text`".into(),
            fields: Some("{\"n\":1.50}".into()),
        };
        let items = vec![
            record("one", "It rained.\n", Some("{\"n\":1}"), 1),
            Err(unreadable),
            record("three", "It snowed.\n", None, 3),
        ];
        Batch { items, ends_shard: None }
    }

    fn written(form: &str) -> (String, Made) {
        let rows = RowForm::Written(Writer::named(form).unwrap());
        let mut made = Job { options: Options::new(), parts: Parts::Article, rows }.make(&batch());
        let none = Rows::Written { bytes: Vec::new(), count: 0 };
        let Rows::Written { bytes, count } = std::mem::replace(&mut made.rows, none) else { panic!() };
        assert_eq!(count, if form == "text" { 2 } else { 3 });
        (String::from_utf8(bytes).unwrap(), made)
    }

    #[test]
    fn what_else_a_record_held_is_in_its_row() {
        let (text, made) = written("jsonl");
        let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((rows[0]["text"].as_str(), &rows[0]["input"]), (Some("It rained.\n"), &json!({ "n": 1 })));
        assert!(text.lines().nth(1).unwrap().ends_with(",\"input\":{\"n\":1.50}}"), "{text}");
        let error = json!({ "file": "a.jsonl", "record": 2, "offset": 20, "reason": "has no field `text`" });
        assert_eq!(rows[1]["error"], error);
        assert!(rows[2].get("input").is_none());
        assert_eq!((made.tally.records, made.tally.documents, made.tally.errors, made.tally.bytes), (3, 2, 1, 22));
        assert_eq!(made.unreadable.len(), 1);
        let (indented, _) = written("json");
        let found: Vec<Value> = serde_json::from_str(&format!("[{indented}]")).unwrap();
        assert_eq!(found, rows);
        assert!(indented.contains(",\n  \"input\": {\"n\":1}\n},\n{"), "{indented}");
    }

    #[test]
    fn among_texts_an_error_is_no_row() {
        let (text, made) = written("text");
        assert_eq!(text, "It rained.\n\nIt snowed.\n");
        assert_eq!(made.unreadable.len(), 1);
    }
}
