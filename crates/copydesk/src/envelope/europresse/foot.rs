//! The lines below the text: captions, notes, rights, the document number, and for whom the copy was made.

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::decode::Mark;
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::FieldKind;

/// The longest line with a number.
const NUMBERED: usize = 120;
/// Rows below the text that are looked at from the last on.
const FOOT: usize = 16;
/// How the lines begin that say for whom and when the copy was made, and what may be done with it.
const COPY: &[&str] =
    &["Ce certificat est émis", "Certificat émis", "Date d'émission", "Le présent document est protégé"];

/// How long the kind of source may be that a number begins with.
const KIND: usize = 8;

/// Whether a line may be a number alone: it begins with small letters and, where a kind of source ends, the first byte of a middle dot.
#[inline]
pub(super) fn may_be_number(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_lowercase) && bytes[..bytes.len().min(KIND + 1)].contains(&0xc2)
}

/// `Numéro de document : news·20060314·LQ·0q1403_1255263`: what is before the number, and the number.
pub(super) fn number(line: &str) -> Option<(&str, &str)> {
    if line.len() > NUMBERED || !line.contains('·') {
        return None;
    }
    let start =
        line.rfind(char::is_whitespace).map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
    let (before, number) = line.split_at(start);
    let before = before.trim_end();
    let mut parts = number.split('·');
    let (kind, day, code, serial) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_number = (2..=KIND).contains(&kind.len())
        && kind.bytes().all(|byte| byte.is_ascii_lowercase())
        && day.len() == 8
        && day.bytes().all(|byte| byte.is_ascii_digit())
        && !code.is_empty()
        && !serial.is_empty();
    (is_number && (before.is_empty() || before.ends_with(':')))
        .then(|| (before.trim_end_matches([':', ' ', '\u{a0}']), number))
}

/// Whether a line is one of those below a text, captions and notes apart.
pub(super) fn is_line(line: &str) -> bool {
    line.starts_with('©') || COPY.iter().any(|begin| line.starts_with(begin)) || number(line).is_some()
}

/// `Illustration(s) :`, `Note(s) : …`: the label, and what follows it on its line.
fn label_of(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    (name.ends_with("(s)") && name.len() <= 24).then_some((name, value.trim()))
}

/// The first of the rows that are below the text: as markup says, or from the end upwards.
pub(super) fn start(sheet: &Sheet<'_>, rows: &[usize]) -> usize {
    let marked = rows.iter().position(|&row| sheet.is_marked(row, Mark::Classification));
    marked.unwrap_or_else(|| {
        let below = rows.iter().rev().take(FOOT).take_while(|&&row| is_line(sheet.content(row))).count();
        rows.len() - below
    })
}

pub(super) fn label(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let (mut at, mut numbered) = (0, false);
    while let Some(&row) = rows.get(at) {
        at += 1;
        let line = sheet.content(row);
        if let Some((name, value)) = label_of(line) {
            let more = rows[at..].iter().take_while(|&&row| {
                let line = sheet.content(row);
                label_of(line).is_none() && !is_line(line)
            });
            let more: Vec<usize> = more.copied().collect();
            at += more.len();
            label_below(sheet, row, (name, value), &more);
        } else if line.starts_with('©') {
            put(sheet, row, &line[..0], line, Some(FieldKind::Copyright));
        } else if let Some((name, number)) = number(line) {
            // The page says it twice.
            if numbered {
                sheet.label(row, Role::Field);
            } else {
                put(sheet, row, name, number, Some(FieldKind::Identifier));
                numbered = true;
            }
        } else {
            sheet.label_furniture(row, FurnitureKind::Other);
        }
    }
}

/// A label with the rows below it: captions where it is one of pictures.
fn label_below(sheet: &mut Sheet<'_>, row: usize, (name, own): (&str, &str), more: &[usize]) {
    sheet.label(row, Role::Field);
    let pictures = name.starts_with("Illustration");
    for &row in more {
        sheet.label(row, if pictures { Role::Caption } else { Role::Field });
    }
    let last = more.last().map(|&row| sheet.rows[row].content.end() as usize);
    let value = match (more.first(), last) {
        (Some(&first), Some(last)) => {
            let start = if own.is_empty() { sheet.rows[first].content.start() } else { sheet.span_of(own).start() };
            &sheet.text[start as usize..last]
        }
        _ => own,
    };
    if !value.is_empty() {
        let target = Target::Extra(pictures.then_some(FieldKind::Graphic));
        fields::place(sheet, Labelled { name, value, target, terms: None });
    }
}

fn put(sheet: &mut Sheet<'_>, row: usize, name: &str, value: &str, kind: Option<FieldKind>) {
    fields::read(sheet, row, Labelled { name, value, target: Target::Extra(kind), terms: None });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_its_number() {
        let given = number("Numéro de document : news·20060314·LQ·0q1403_1255263");
        assert_eq!(given, Some(("Numéro de document", "news·20060314·LQ·0q1403_1255263")));
        assert_eq!(number("news·20240909·LQ·2024_11_01"), Some(("", "news·20240909·LQ·2024_11_01")));
        for line in ["news·2006·LQ·1", "les étudiant·e·s", "See news·20060314·LQ·1", "News·20060314·LQ·1", "a·b"]
        {
            assert_eq!(number(line), None, "{line}");
        }
    }

    #[test]
    fn labels_name_several() {
        assert_eq!(label_of("Illustration(s) :"), Some(("Illustration(s)", "")));
        assert_eq!(label_of("Note(s) : Lire aussi page 3"), Some(("Note(s)", "Lire aussi page 3")));
        assert_eq!(label_of("Note : le bac"), None);
    }
}
