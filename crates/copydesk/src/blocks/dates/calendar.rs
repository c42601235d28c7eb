//! The words of the calendar in the languages that the rules know.

use crate::blocks::wordlist::{List, Table};

/// Months, whole and cut short, with their number.
#[rustfmt::skip]
pub(crate) static MONTHS: &Table<i8> = &Table::of(&[
    ("abr", 4), ("abril", 4), ("ago", 8), ("agosto", 8), ("aout", 8), ("août", 8), ("apr", 4), ("april", 4),
    ("aprile", 4), ("aug", 8), ("august", 8), ("augustus", 8), ("avr", 4), ("avril", 4), ("dec", 12), ("december", 12),
    ("desember", 12), ("dez", 12), ("dezember", 12), ("dezembro", 12), ("dic", 12), ("dicembre", 12), ("diciembre", 12),
    ("déc", 12), ("décembre", 12), ("ene", 1), ("enero", 1), ("feb", 2), ("febbraio", 2), ("feber", 2), ("febrero", 2),
    ("februar", 2), ("februari", 2), ("february", 2), ("fev", 2), ("fevereiro", 2), ("fév", 2), ("févr", 2),
    ("février", 2), ("gen", 1), ("gennaio", 1), ("giu", 6), ("giugno", 6), ("jan", 1), ("janeiro", 1), ("januar", 1), ("januari", 1),
    ("january", 1), ("janv", 1), ("janvier", 1), ("juil", 7), ("juillet", 7), ("juin", 6), ("jul", 7), ("julho", 7),
    ("juli", 7), ("julio", 7), ("july", 7), ("jun", 6), ("june", 6), ("junho", 6), ("juni", 6), ("junio", 6),
    ("jänn", 1), ("jänner", 1), ("lug", 7), ("luglio", 7), ("maart", 3), ("mag", 5), ("maggio", 5), ("mai", 5), ("maio", 5), ("maj", 5),
    ("mar", 3), ("march", 3), ("mars", 3), ("marts", 3), ("marzo", 3), ("março", 3), ("may", 5), ("mayo", 5),
    ("mei", 5), ("mrt", 3), ("mrz", 3), ("mär", 3), ("märz", 3), ("nov", 11), ("november", 11), ("novembre", 11), ("novembro", 11),
    ("noviembre", 11), ("oct", 10), ("october", 10), ("octobre", 10), ("octubre", 10), ("okt", 10), ("oktober", 10),
    ("ott", 10), ("ottobre", 10), ("out", 10), ("outubro", 10), ("sep", 9), ("sept", 9), ("september", 9), ("septembre", 9),
    ("septiembre", 9), ("set", 9), ("setembro", 9), ("setiembre", 9), ("settembre", 9),
]);

/// The month, January being 1, whose English name this is: whole, and with its capital.
pub(crate) fn english_month(name: &str) -> Option<i8> {
    #[rustfmt::skip]
    const NAMES: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];
    (1..).zip(NAMES).find(|&(_, known)| known == name).map(|(month, _)| month)
}

/// Days of the week, Monday being 1.
#[rustfmt::skip]
pub(crate) static WEEKDAYS: &Table<i8> = &Table::of(&[
    ("di", 2), ("dienstag", 2), ("dim", 7), ("dimanche", 7), ("dinsdag", 2), ("do", 4), ("dom", 7), ("domenica", 7),
    ("domingo", 7), ("donderdag", 4), ("donnerstag", 4), ("fredag", 5), ("freitag", 5), ("fri", 5), ("friday", 5),
    ("giovedì", 4), ("jeu", 4), ("jeudi", 4), ("jue", 4), ("jueves", 4), ("lun", 1), ("lundi", 1), ("lunedì", 1),
    ("lunes", 1), ("lördag", 6), ("lørdag", 6), ("ma", 1), ("maandag", 1), ("mandag", 1), ("mardi", 2), ("martedì", 2),
    ("martes", 2), ("mer", 3), ("mercoledì", 3), ("mercredi", 3), ("mi", 3), ("mittwoch", 3), ("mié", 3),
    ("miércoles", 3), ("mo", 1), ("mon", 1), ("monday", 1), ("montag", 1), ("måndag", 1), ("onsdag", 3), ("quarta", 3),
    ("quarta-feira", 3), ("quinta", 4), ("quinta-feira", 4), ("sabato", 6), ("sam", 6), ("samedi", 6), ("samstag", 6),
    ("sat", 6), ("saturday", 6), ("segunda", 1), ("segunda-feira", 1), ("sexta", 5), ("sexta-feira", 5),
    ("sonnabend", 6), ("sonntag", 7), ("sun", 7), ("sunday", 7), ("sáb", 6), ("sábado", 6), ("söndag", 7),
    ("søndag", 7), ("terça", 2), ("terça-feira", 2), ("thu", 4), ("thur", 4), ("thurs", 4), ("thursday", 4),
    ("tirsdag", 2), ("tisdag", 2), ("torsdag", 4), ("tue", 2), ("tues", 2), ("tuesday", 2), ("ven", 5), ("vendredi", 5),
    ("venerdì", 5), ("vie", 5), ("viernes", 5), ("vrijdag", 5), ("wed", 3), ("wednesday", 3), ("wo", 3),
    ("woensdag", 3), ("zaterdag", 6), ("zondag", 7),
]);

/// Words that say what happened on the date.
#[rustfmt::skip]
pub(crate) static LABELS: &List = &List::of(&[
    "aangepast", "actualizada", "actualizado", "aggiornamento", "aggiornata", "aggiornato", "aktualisiert", "archived",
    "atualizado", "bijgewerkt", "created", "data", "date", "dated", "datum", "edited", "erstellt", "fecha", "filed",
    "geplaatst", "gepubliceerd", "issued", "jour", "laatst", "modified", "modifié", "modifiée", "originally", "posted",
    "pubblicata", "pubblicato", "publicada", "publicado", "published", "publiziert", "publié", "publiée", "released",
    "revised", "stand", "ultimo", "updated", "veröffentlicht",
]);

/// Words that stand between the parts of a date.
#[rustfmt::skip]
pub(crate) static LINKS: &List = &List::of(&[
    "a", "alle", "am", "at", "de", "del", "dem", "den", "der", "el", "em", "first", "il", "las", "last", "le", "mis",
    "mise", "of", "om", "on", "op", "ore", "the", "um", "vom", "à", "às",
]);

/// Halves of the day, time zones and words for the hour.
#[rustfmt::skip]
pub(crate) static CLOCK: &List = &List::of(&[
    "aedt", "aest", "am", "brt", "bst", "cat", "cdt", "cest", "cet", "cst", "ct", "eat", "edt", "est", "et", "gmt",
    "h", "hours", "hrs", "hs", "ist", "jst", "mdt", "mst", "pdt", "pm", "pst", "pt", "sast", "uhr", "utc", "uur",
    "wat",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::wordlist::is_in_order;

    #[test]
    fn the_lists_are_in_order() {
        for pairs in [MONTHS, WEEKDAYS] {
            assert!(pairs.is_in_order());
        }
        for list in [LABELS, LINKS, CLOCK] {
            assert!(is_in_order(list.words()));
        }
    }
}
