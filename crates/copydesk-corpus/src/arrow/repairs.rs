//! `repairs`: what was changed, where, why and by which rules.

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::{ArrowError, DataType, Field, Fields};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use copydesk::{Document, Evidence, Repair};

use super::column::{self, Lists, Spans, string};

#[derive(Default)]
pub(super) struct Repairs {
    rows: Lists,
    rules: Words,
    risks: StringBuilder,
    evidence: Words,
    /// The evidence of the document that is not one word, in words: there are a few numbers for many repairs.
    written: Vec<(Evidence, String)>,
    sources: Spans,
    texts: Spans,
    before: StringBuilder,
    before_base64: StringBuilder,
    after: StringBuilder,
}

/// Some words for each repair.
#[derive(Default)]
struct Words {
    rows: Lists,
    words: StringBuilder,
    count: usize,
}

impl Words {
    fn push(&mut self, word: &str) {
        self.words.append_value(word);
        self.count += 1;
    }

    fn close(&mut self) {
        self.rows.close(self.count);
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        self.count = 0;
        self.rows.finish(column::strings(&mut self.words))
    }
}

impl Repairs {
    pub(super) fn field() -> Field {
        column::list("repairs", DataType::Struct(Self::fields()))
    }

    fn fields() -> Fields {
        Fields::from(vec![
            column::list("rules", DataType::Utf8),
            string("risk"),
            column::list("evidence", DataType::Utf8),
            column::span("source"),
            column::span("text"),
            string("before").with_nullable(true),
            string("before_base64").with_nullable(true),
            string("after"),
        ])
    }

    pub(super) fn push(&mut self, document: &Document) {
        self.written.clear();
        for repair in document.repairs() {
            self.repair(&repair);
        }
        self.rows.close(self.sources.len());
    }

    fn repair(&mut self, repair: &Repair<'_>) {
        for name in repair.rules().names() {
            self.rules.push(name);
        }
        self.rules.close();
        self.risks.append_value(repair.risk().name());
        for evidence in repair.evidence() {
            match evidence {
                Evidence::Local(word) => self.evidence.push(word),
                other => {
                    let known = self.written.iter().position(|(known, _)| known == other);
                    let known = known.unwrap_or_else(|| {
                        self.written.push((*other, other.to_string()));
                        self.written.len() - 1
                    });
                    self.evidence.push(&self.written[known].1);
                }
            }
        }
        self.evidence.close();
        self.sources.source(repair.source());
        self.texts.text(repair.text());
        let before = std::str::from_utf8(repair.before()).ok();
        self.before.append_option(before);
        self.before_base64.append_option(before.is_none().then(|| BASE64.encode(repair.before())));
        self.after.append_value(repair.after());
    }

    pub(super) fn none(&mut self) {
        self.rows.none();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            self.rules.finish()?,
            column::strings(&mut self.risks),
            self.evidence.finish()?,
            self.sources.finish(None)?,
            self.texts.finish(None)?,
            column::strings(&mut self.before),
            column::strings(&mut self.before_base64),
            column::strings(&mut self.after),
        ];
        self.rows.finish(column::structs(Self::fields(), columns, None)?)
    }
}
