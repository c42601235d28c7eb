//! How much room a document takes in the column that it fills most.
//!
//! String and list columns of Arrow have 32-bit offsets. So before anything of a document is written, this checks that all of it will fit.
//! It is an upper bound: slightly too large for the body, repairs and layers, and exact for everything else.

use copydesk::write::SCHEMA;
use copydesk::{ColumnType, Document, Evidence, Extra, FurnitureKind, LAYERS, Repair, Table, Value};

use super::layers;

/// A document is small that takes at most this part of what a column holds.
const SMALL: usize = 64;

/// More than the names of a block, and the rules and the evidence of a repair, take together.
const WORDS: usize = 256;

/// More than the name of a field's kind has.
const KIND: usize = 32;

/// A span is two items of its column; the name of a role, a rule or a note is longer.
const EDGES: usize = 2;

/// The bytes or the items that something takes in one column.
#[derive(Clone, Copy)]
pub(super) struct Demand {
    pub(super) room: usize,
    /// What takes them, with its verb.
    what: &'static str,
}

impl Demand {
    /// The most that any row takes for saying what it is.
    const ROW: Self = Self { room: SCHEMA.len(), what: "name of its form has" };

    /// The demand of a document. One that takes little beside `limit`, whatever is in it, is not looked at closely: that would cost a
    /// fifth of what it costs to write it.
    pub(super) fn of(id: Option<&str>, document: &Document, limit: usize) -> Self {
        let rough = Self::rough(id, document);
        if rough.room <= limit / SMALL { rough } else { Self::exact(id, document) }
    }

    /// More than any column takes of this document.
    fn rough(id: Option<&str>, document: &Document) -> Self {
        let items = document.blocks().len() + document.pieces().len() + 1;
        let bytes = document.source_bytes().len() + document.text().len() + id.map_or(0, str::len);
        Self { room: items * WORDS + 2 * bytes + notes(document) + annotations(document), what: "content has" }
    }

    fn exact(id: Option<&str>, document: &Document) -> Self {
        // The fields of the header are slices of the text.
        [
            Self { room: document.text().len(), what: "text has" },
            Self { room: body(document), what: "body has" },
            Self { room: roles(document), what: "roles have" },
            Self { room: repairs(document), what: "repairs have" },
            Self { room: notes(document), what: "notes have" },
            Self { room: authors(document), what: "authors have" },
            Self { room: extras(document), what: "extras have" },
            Self { room: annotations(document), what: "layers have" },
            Self { room: document.envelope().name().len(), what: "envelope's name has" },
            Self { room: id.map_or(0, str::len), what: "id has" },
        ]
        .into_iter()
        .fold(Self::ROW, |most, next| if next.room > most.room { next } else { most })
    }

    /// The room of an error's row.
    pub(super) fn of_error(id: Option<&str>, file: Option<&str>, reason: &str) -> usize {
        let longest = id.map_or(0, str::len).max(file.map_or(0, str::len)).max(reason.len());
        longest.max(Self::ROW.room)
    }

    /// Why a document that needs more than `limit` has no row.
    pub(super) fn refusal(self, limit: usize) -> String {
        format!("its {} {} bytes; an Arrow string holds at most {limit}", self.what, self.room)
    }
}

fn body(document: &Document) -> usize {
    let parts = document.blocks().filter(|block| block.role().is_body());
    let with_blank_lines: usize = parts.map(|block| block.text().len() as usize + 2).sum();
    with_blank_lines.saturating_sub(2)
}

fn roles(document: &Document) -> usize {
    let kind = |kind: Option<FurnitureKind>| kind.map_or(0, |kind| kind.name().len());
    document.blocks().map(|block| block.role().name().len().max(kind(block.kind()))).sum()
}

fn repairs(document: &Document) -> usize {
    document.repairs().map(|repair| self::repair(&repair)).sum()
}

fn repair(repair: &Repair<'_>) -> usize {
    let rules: usize = repair.rules().names().map(str::len).sum();
    let evidence: usize = repair.evidence().iter().map(evidence).sum();
    let before = repair.before().len().div_ceil(3) * 4;
    rules.max(evidence).max(before).max(repair.after().len())
}

fn evidence(evidence: &Evidence) -> usize {
    match evidence {
        Evidence::Local(word) => word.len(),
        Evidence::Document(_) => "document:".len() + "4294967295".len(),
        other => other.to_string().len(),
    }
}

fn notes(document: &Document) -> usize {
    document.notes().iter().map(|note| note.message.len().max(note.kind.name().len())).sum()
}

fn authors(document: &Document) -> usize {
    let longest = |author: copydesk::Author<'_>| {
        let others = [author.role, author.affiliation, author.place, author.email];
        others.into_iter().flatten().map(str::len).fold(author.name.len(), usize::max).max(1)
    };
    let (_, _, authors) = document.byline_parts();
    authors.map(longest).sum()
}

fn extras(document: &Document) -> usize {
    let terms = |extra: &Extra<'_>| extra.terms.iter().map(|term| term.scheme.len() + term.name.len()).sum::<usize>();
    document.extras().map(|extra| extra.name.len().max(extra.value.len()).max(terms(&extra)).max(KIND)).sum()
}

fn annotations(document: &Document) -> usize {
    let tables = LAYERS.iter().filter_map(|layer| layers::table(layer, document.layers()));
    tables.map(rows).max().unwrap_or(0)
}

fn rows(table: &Table) -> usize {
    // The values need a look only where their type does not bound them.
    let mut width = EDGES;
    let mut bounded = true;
    for column in table.columns() {
        match &column.kind {
            ColumnType::Index | ColumnType::Span => {}
            ColumnType::Category(words) => width = words.iter().map(|word| word.len()).fold(width, usize::max),
            _ => bounded = false,
        }
    }
    let size = |value: Value<'_>| match value {
        Value::String(string) => string.len(),
        Value::Spans(spans) => spans.len() * EDGES,
        Value::Mention(_, name) => name.len().max(EDGES),
        _ => 0,
    };
    let unbounded = if bounded { 0 } else { table.rows().flat_map(|row| row.values()).map(size).sum() };
    (table.len() * width).max(unbounded)
}

#[cfg(test)]
mod tests {
    use copydesk::{LAYERS, Options, Risk, Source};

    use super::*;

    #[test]
    fn the_rough_demand_is_no_less_than_the_exact_one() {
        let damaged = "The year- on- year fall, at $ 5 ( SCT), is a two- year, long- term low- key row.\n\n".repeat(20);
        let odd = [
            "",
            "a",
            "a\n\nb\n\n",
            "By Ana Reyes\n\nsee www.ferry.example, a@b.example @c",
            damaged.as_str(),
            "- \n$ ( ",
        ];
        let invalid = [b"\xff a- b $ 5".repeat(300), b"\xef\xbb\xbf\xf0\x9f\r\n\r\n".repeat(20)];
        for bytes in odd.iter().map(|text| text.as_bytes().to_vec()).chain(invalid) {
            let source = Source::new(bytes).expect("under a gigabyte");
            let document = Options::new().layers(LAYERS).repairs(Risk::All).parse(&source);
            let (rough, exact) = (Demand::rough(None, &document), Demand::exact(None, &document));
            assert!(rough.room >= exact.room, "{} < {} ({})", rough.room, exact.room, exact.what);
            let most = document.repairs().map(|repair| self::repair(&repair)).max().unwrap_or(0);
            assert!(most < WORDS, "a repair takes {most}");
        }
    }
}
