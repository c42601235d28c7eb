//! What is counted.

use std::collections::BTreeMap;

use copydesk::{Document, Part};
use serde_json::{Value, json};

use super::lengths::Lengths;
use super::sources::{Source, Sources};
use super::table::{Filled, Table};

/// How often something with a name was met.
type Names = BTreeMap<String, u64>;

/// What was counted.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) records: u64,
    pub(super) bytes: u64,
    pub(super) unreadable: u64,
    pub(super) articles: u64,
    pub(super) lengths: Lengths,
    pub(super) publications: Sources,
    pub(super) inputs: Sources,
    /// By heading, then by name.
    tables: BTreeMap<Table, Names>,
}

impl Counts {
    pub(super) fn record(&mut self, bytes: u64) {
        self.records += 1;
        self.bytes += bytes;
    }

    pub(super) fn unreadable(&mut self) {
        self.unreadable += 1;
    }

    /// What held no record, by what it is.
    pub(super) fn passed_over(&mut self, counts: &[(&'static str, u64)]) {
        if !counts.is_empty() {
            let names = counts.iter().map(|(what, count)| ((*what).to_owned(), *count)).collect();
            self.tables.insert(Table::PassedOver, names);
        }
    }

    fn count(&mut self, table: Table, name: &str) {
        let names = self.tables.entry(table).or_default();
        match names.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                names.insert(name.to_owned(), 1);
            }
        }
    }

    /// A part of a record that lies in this input.
    pub(super) fn add(&mut self, document: &Document, input: &str) {
        self.count(Table::Parts, document.part().name());
        if document.part() == Part::Article {
            self.article(document, input);
        }
        for extra in document.extras() {
            self.count(Table::Extras, extra.kind.map_or("other", |kind| kind.name()));
        }
        for block in document.blocks() {
            match block.kind() {
                Some(kind) => self.count(Table::Roles, &format!("{} ({})", block.role().name(), kind.name())),
                None => self.count(Table::Roles, block.role().name()),
            }
        }
        for repair in document.repairs() {
            let risk = repair.risk().name();
            self.count(Table::Risks, risk);
            for rule in repair.rules().names() {
                self.count(Table::Repairs, rule);
                self.count(Table::RuleRisks, &format!("{rule} ({risk})"));
            }
        }
        for note in document.notes() {
            self.count(Table::Notes, note.kind.name());
        }
    }

    fn article(&mut self, document: &Document, input: &str) {
        self.articles += 1;
        let source = Source::of(document);
        self.lengths.add(source.characters);
        self.publications.add(document.publication(), &source);
        self.inputs.add(Some(input), &source);
        self.count(Table::Envelopes, document.envelope().name());
        self.count(Table::Decodings, &document.decoding().to_string());
        self.count(Table::Languages, document.language().map_or("unknown", |language| language.code()));
        for (name, _) in document.fields() {
            self.count(Table::Fields, name);
        }
        self.count(Table::Bylines, document.byline().status.name());
        if document.body_parts().any(|part| !part.is_empty()) {
            self.count(Table::Fields, "body");
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.unreadable += other.unreadable;
        self.articles += other.articles;
        self.lengths.merge(&other.lengths);
        self.publications.merge(&other.publications);
        self.inputs.merge(&other.inputs);
        for (table, names) in other.tables {
            let own = self.tables.entry(table).or_default();
            for (name, count) in names {
                *own.entry(name).or_default() += count;
            }
        }
    }

    /// The tables that have anything, what is most often first.
    pub(super) fn tables(&self) -> impl Iterator<Item = Filled> {
        self.tables.iter().map(|(table, names)| {
            let mut rows: Vec<(String, u64)> = names.iter().map(|(name, count)| (name.clone(), *count)).collect();
            rows.sort_by(|(name, count), (other_name, other)| other.cmp(count).then_with(|| name.cmp(other_name)));
            Filled { table: *table, rows }
        })
    }

    pub(super) fn json(&self, seconds: f64) -> Value {
        let mut value = json!({
            "records": self.records, "bytes": self.bytes, "unreadable": self.unreadable, "articles": self.articles, "seconds": seconds,
        });
        for (table, names) in &self.tables {
            value[table.name()] = json!(names);
        }
        value["lengths"] = self.lengths.json();
        value["publications"] = self.publications.json();
        value["inputs"] = self.inputs.json();
        value
    }
}
