//! A change as JSON, on a line of its own.

use copydesk::Document;
use copydesk::write::ErrorRow;
use copydesk_corpus::{Record, Unreadable};
use serde_json::{Value, json};

use super::hunks::{Change, What, context};

/// The keys of repairs and notes are those of a document's; `file`, `record` and `line` say where it is, `context` what stands around.
pub(super) fn row(record: &Record, id: &str, document: &Document, change: &Change<'_>, words: usize) -> String {
    let around = context(document.text(), change.text, words);
    let text = |start: u32, end: u32| &document.text()[start as usize..end as usize];
    let mut row = json!({
        "id": id,
        "file": record.place.file,
        "record": record.place.record,
        "line": change.line,
        "offset_unit": "byte",
        "source": [change.source.start(), change.source.end()],
        "text": [change.text.start(), change.text.end()],
        "context": [text(around.start(), change.text.start()), text(change.text.end(), around.end())],
    });
    match &change.what {
        What::Repair(repair) => {
            row["rules"] = repair.rules().names().collect();
            row["risk"] = repair.risk().name().into();
            row["evidence"] = repair.evidence().iter().map(ToString::to_string).collect();
            row["before"] = std::str::from_utf8(repair.before()).map_or(Value::Null, Value::from);
            row["after"] = repair.after().into();
        }
        What::Note(note) => {
            row["kind"] = note.kind.name().into();
            row["message"] = (*note.message).into();
        }
    }
    format!("{row}\n")
}

/// What could not be read, as `parse` writes it.
pub(super) fn error(unreadable: &Unreadable) -> serde_json::Result<String> {
    let Unreadable { id, place, reason, .. } = unreadable;
    let row = ErrorRow::new(id, &place.file, place.record, reason).at(place.offset);
    Ok(serde_json::to_string(&row)? + "\n")
}
