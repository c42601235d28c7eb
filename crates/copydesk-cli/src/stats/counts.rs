//! The counts, and how they are written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use copydesk::{Document, Part};
use serde_json::{Value, json};

/// How often something with a name was met.
type Names = BTreeMap<String, u64>;

/// What was counted.
#[derive(Default)]
pub(super) struct Counts {
    records: u64,
    bytes: u64,
    unreadable: u64,
    articles: u64,
    /// By heading, then by name.
    tables: BTreeMap<Table, Names>,
}

/// One table of names, in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Parts,
    Envelopes,
    Decodings,
    Languages,
    Fields,
    Bylines,
    Extras,
    Roles,
    Repairs,
    Risks,
    RuleRisks,
    Notes,
    PassedOver,
}

impl Table {
    const fn name(self) -> &'static str {
        match self {
            Self::Parts => "parts",
            Self::Envelopes => "envelopes",
            Self::Decodings => "decodings",
            Self::Languages => "languages",
            Self::Fields => "fields",
            Self::Bylines => "bylines",
            Self::Extras => "extras",
            Self::Roles => "roles",
            Self::Repairs => "repairs",
            Self::Risks => "risks",
            Self::RuleRisks => "repairs-by-risk",
            Self::Notes => "notes",
            Self::PassedOver => "passed-over",
        }
    }

    /// What is counted, where it is not articles.
    const fn unit(self) -> &'static str {
        match self {
            Self::Parts => "parts of files",
            Self::Envelopes | Self::Decodings | Self::Languages | Self::Fields | Self::Bylines => "articles",
            Self::Extras => "labelled fields",
            Self::Roles => "blocks",
            Self::Repairs | Self::Risks | Self::RuleRisks => "repairs",
            Self::Notes => "notes",
            Self::PassedOver => "what holds no record",
        }
    }
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

    pub(super) fn errors(&self) -> u64 {
        self.unreadable
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

    pub(super) fn add(&mut self, document: &Document) {
        self.count(Table::Parts, document.part().name());
        if document.part() == Part::Article {
            self.article(document);
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

    fn article(&mut self, document: &Document) {
        self.articles += 1;
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
        for (table, names) in other.tables {
            let own = self.tables.entry(table).or_default();
            for (name, count) in names {
                *own.entry(name).or_default() += count;
            }
        }
    }

    pub(super) fn write_text(&self, seconds: f64, out: &mut impl Write) -> io::Result<()> {
        let Self { records, bytes, unreadable, articles, .. } = self;
        let megabytes = *bytes as f64 / 1e6;
        writeln!(out, "{articles} articles in {records} records, {unreadable} unreadable")?;
        writeln!(out, "{megabytes:.1} MB in {seconds:.1} s, {:.1} MB/s", megabytes / seconds.max(1e-9))?;
        for (table, names) in &self.tables {
            writeln!(out, "\n{} ({})", table.name(), table.unit())?;
            let mut names: Vec<_> = names.iter().collect();
            names.sort_by_key(|&(name, count)| (std::cmp::Reverse(*count), name));
            for (name, count) in names {
                writeln!(out, "{count:>10}  {name}")?;
            }
        }
        Ok(())
    }

    pub(super) fn json(&self, seconds: f64) -> Value {
        let mut value = json!({
            "records": self.records, "bytes": self.bytes, "unreadable": self.unreadable, "articles": self.articles, "seconds": seconds,
        });
        for (table, names) in &self.tables {
            value[table.name()] = json!(names);
        }
        value
    }
}
