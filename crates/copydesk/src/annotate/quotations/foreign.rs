//! Speakers in languages other than English, where they stand plainest: after the quotation and a verb of speech (`„…“, sagte Jane Doe`), or
//! before a verb and a colon or what brings in a clause (`Jane Doe sagte: „…“`, `Jane Doe disse que “…”`).

use crate::data::{Entry, data};
use crate::language::Language;

use super::marks::Stretch;
use super::names::is_space;
use super::speakers::Found;
use super::words;

static WORDS: &[Entry] = data!("../../../data/quotations/others.toml");

/// Words of a name with its office, at most.
const NAME: usize = 6;

/// Bytes of the sentence before a colon that are read.
const BEFORE: usize = 120;

fn is(language: Language, word: &str, class: &str) -> bool {
    WORDS.iter().any(|entry| entry.section == language.code() && entry.value == class && entry.name == word)
}

/// Adds the speakers of a block's stretches to what their shapes have shown.
pub(super) fn read(content: &str, outer: &[Stretch], language: Language, found: &mut [Found]) {
    for at in 0..outer.len().min(found.len()) {
        let end = outer.get(at + 1).map_or(content.len(), |next| next.start);
        let begin = at.checked_sub(1).map_or(0, |before| outer[before].end);
        let clause = after(content, outer[at].end, end, language);
        let clause = clause.or_else(|| before(content, begin, outer[at].start, language));
        if let Some(Clause { speaker, verb, whole }) = clause {
            found[at] = Found { speaker: Some(speaker), verb: Some(verb), whole, ..found[at] };
        } else if let Some(before) = at.checked_sub(1)
            && let Some(speaker) = found[before].speaker.filter(|speaker| speaker.0 >= begin)
            && is_one_clause(&content[speaker.1..outer[at].start])
        {
            let verb = found[before].verb;
            found[at] = Found { speaker: Some(speaker), verb, whole: true, ..found[at] };
        }
    }
}

/// Whether the text between a speaker and the next quotation is the rest of the clause: `am Montag. `.
fn is_one_clause(rest: &str) -> bool {
    let rest = rest.trim();
    rest.len() <= BEFORE && rest.ends_with(['.', ',', ':']) && !rest[..rest.len() - 1].contains(['.', '!', '?', ';'])
}

type Span = (usize, usize);

/// Who reports, the verb, and whether what is quoted is a sentence of its own.
struct Clause {
    speaker: Span,
    verb: Span,
    whole: bool,
}

/// `, sagte Jane Doe`.
fn after(content: &str, start: usize, end: usize, language: Language) -> Option<Clause> {
    let rest =
        content[start..end].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '–' | '—' | '-'));
    let at = end - rest.len();
    let (verb, after) = verb_at(rest, language)?;
    let speaker = name_at(after, language)?;
    let from = end - after.len();
    Some(Clause { speaker: (from + speaker.0, from + speaker.1), verb: (at, at + verb), whole: true })
}

/// The length of the verb that the text begins with, of one word or two, and what follows.
fn verb_at(text: &str, language: Language) -> Option<(usize, &str)> {
    let word = |from: usize| text[from..].find(' ').map(|space| from + space);
    let one = word(0)?;
    let two = word(one + 1);
    let verb =
        two.filter(|&two| is(language, &text[..two], "verb")).or(is(language, &text[..one], "verb").then_some(one))?;
    Some((verb, &text[verb..]))
}

/// The name that the text begins with: an office with its article, and words with a capital.
fn name_at(text: &str, language: Language) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    let mut end = start;
    let (mut capital, mut count) = (false, 0);
    while count < NAME {
        let rest = &text[end..];
        let from = end + rest.len() - rest.trim_start_matches(is_space).len();
        let len = text[from..]
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | '\''))
            .unwrap_or(text.len() - from);
        let word = &text[from..from + len];
        let upper = word.starts_with(char::is_uppercase);
        let takes = match count {
            0 if is(language, word, "pronoun") => return Some((from, from + len)),
            0 => upper || is(language, word, "article"),
            // `le maire`, `o presidente`: one word of an office.
            1 if !capital => !word.is_empty(),
            _ => upper,
        };
        if !takes || len == 0 {
            break;
        }
        capital |= upper;
        count += 1;
        end = from + len;
        // `Dr. Doe`.
        if upper && words::is_shortened(word) && text[end..].starts_with('.') && text[end + 1..].starts_with(is_space) {
            end += 1;
        }
        if text[end..].starts_with(|c: char| !is_space(c)) {
            break;
        }
    }
    (count > 0 && (capital || count > 1)).then_some((start, end))
}

/// `Jane Doe sagte: `, `Jane Doe disse que `.
fn before(content: &str, begin: usize, start: usize, language: Language) -> Option<Clause> {
    let head = content[begin..start].trim_end();
    let brought_in = || {
        let (head, last) = head.rsplit_once(' ')?;
        is(language, last, "conjunction").then_some(head.trim_end_matches([' ', ',']))
    };
    let (head, whole) = match head.strip_suffix(':') {
        Some(head) => (head.trim_end(), true),
        None => (brought_in()?, false),
    };
    let floor = (head.len().saturating_sub(BEFORE)..=head.len()).find(|&at| head.is_char_boundary(at))?;
    let tail = &head[floor..];
    let sentence = tail.rfind(['.', '!', '?', ',', ';', '\n']).map_or(tail, |stop| &tail[stop + 1..]).trim_start();
    let last = sentence.rfind(' ')?;
    let two = sentence[..last].rfind(' ').filter(|&space| is(language, &sentence[space + 1..], "verb"));
    let space = two.or(is(language, &sentence[last + 1..], "verb").then_some(last))?;
    let name = sentence[..space].trim_end();
    let words = name.split(' ').count();
    // `Doe`, `Jane Doe`, `Ein Sprecher der Stadt`; another sentence that ends so is none of them.
    let mut each = name.split(' ');
    let first = each.next().unwrap_or("");
    let second = each.next().is_none_or(|word| word.starts_with(char::is_uppercase));
    let article = is(language, &first.to_lowercase(), "article");
    let subject = (article || first.starts_with(char::is_uppercase) && second) && words <= NAME;
    let from = begin + head.len() - sentence.len();
    let (speaker, verb) = ((from, from + name.len()), (from + space + 1, from + sentence.len()));
    subject.then_some(Clause { speaker, verb, whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_languages() {
        assert!(WORDS.iter().all(|entry| Language::ALL.iter().any(|language| language.code() == entry.section)));
        assert!(WORDS.iter().all(|entry| matches!(entry.value, "verb" | "article" | "pronoun" | "conjunction")));
    }
}
