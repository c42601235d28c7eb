//! The labels, and how to find a line that begins with one.

use memchr::memmem;

use crate::blocks::Sheet;
use crate::data::{Entry, data};
use crate::envelope::fields::{self, Labelled, Target};
use crate::envelope::values::Terms;
use crate::header::FieldKind;

static ENTRIES: &[Entry] = data!("../../../data/proquest.toml");

/// Where a label stands.
pub(super) const ABOVE_TEXT: &str = "head";
pub(super) const PICTURES: &str = "pictures";
pub(super) const BELOW_TEXT: &str = "tail";
pub(super) const FOOTER: &str = "footer";

/// Labels above the text by which an export is known.
pub(super) const ABOVE: &[&str] = &["Publication info:", "Abstract:", "Links:"];
/// Labels below it that no article has.
pub(super) const BELOW: &[&str] = &[
    "ProQuest document ID:",
    "Document URL:",
    "Publication title:",
    "Publication date:",
    "Source type:",
    "Language of publication:",
    "Last updated:",
    "Database:",
];

/// The longest label, with its colon and some spaces to spare.
const LONGEST: usize = 40;

/// Where a line begins with these words.
pub(super) fn line(bytes: &[u8], words: &str) -> Option<usize> {
    let starts = |&at: &usize| {
        let before = bytes[..at].trim_ascii_end().len();
        at == 0 || bytes[before..at].iter().any(|byte| matches!(byte, b'\n' | b'\r'))
    };
    memmem::find_iter(bytes, words).find(starts)
}

/// The labelled field that a line begins with, if the label may stand in this place.
pub(super) fn read<'t>(place: &str, line: &'t str) -> Option<Labelled<'t>> {
    let colon = line.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let name = &line[..colon];
    let entry = ENTRIES.iter().find(|entry| entry.section == place && is_same(entry.name, name))?;
    let target = Target::named(entry.value)?;
    Some(Labelled { name, value: line[colon + 1..].trim(), target, terms: terms(target) })
}

/// Whether two labels are the same but for their spaces.
fn is_same(label: &str, found: &str) -> bool {
    let letter = |byte: &u8| *byte != b' ';
    found.len() <= label.len() + 4 && label.bytes().filter(letter).eq(found.bytes().filter(letter))
}

/// How the index terms of a label are written. Those for lines of business come without a mark between them, so that they cannot be told
/// apart.
fn terms(target: Target) -> Option<Terms> {
    let Target::Extra(Some(kind)) = target else { return None };
    match kind {
        FieldKind::Subject | FieldKind::Person | FieldKind::Location | FieldKind::Keyword => {
            Some(Terms::Plain("proquest", ';'))
        }
        FieldKind::Organization => Some(Terms::Named("proquest")),
        _ => None,
    }
}

/// Reads a row that is a field without a label.
pub(super) fn read_unlabelled(sheet: &mut Sheet<'_>, row: usize, kind: FieldKind) {
    let value = sheet.content(row);
    let field = Labelled { name: &value[..0], value, target: Target::Extra(Some(kind)), terms: None };
    fields::read(sheet, row, field);
}
