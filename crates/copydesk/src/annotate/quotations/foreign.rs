//! Speakers in languages other than English, where they are plainest.
//!
//! - After the quotation and a verb of speech: `„…“, sagte Jane Doe`.
//! - Before a verb and a colon, or a word that introduces a clause: `Jane Doe sagte: „…“`, `Jane Doe disse ainda que “…”`.
//! - In some languages, after a word for *according to*: `“…”, segundo Jane Doe`.
//! - In forms of one language: `„…“, wie Jane Doe sagte`, `zei minister Jan de Roe`, `a-t-elle dit`, `« …, dit Jane Doe, … »`.
//!
//! The person spoken to may come between: `disse ao G1 Jane Doe`, `le dijo Jane Doe a su madre`. What is only said to be said (`hieß es`)
//! is nobody's speech.
//!
//! The speaker is at the beginning of the sentence or after a comma, and right before the verb. Only adverbs, brackets and an aside between
//! commas may come between. If anything else is there, nobody is named: the capital at the beginning of a sentence makes no name of its
//! first word.

mod addressee;
mod apposed;
mod behind;
mod inside;
mod lexicon;
mod split;
mod words;

use crate::keys::{Key, Words as Table, words as word_table};
use crate::language::Language;
use crate::letters::{ceil_char_boundary, floor_char_boundary};

use super::marks::Stretch;
use super::speakers::Found;
use lexicon::Kind;
use words::{Gap, Word, Words};

/// How many bytes before a quotation are read.
const AROUND: usize = 160;

/// How many bytes behind it are read: room for a verb and its subject.
const BEHIND: usize = 100;

/// How many words may stand between the verb and a colon, or the quotation.
const CONTENT: usize = 12;

/// Adds the speakers of a block's stretches to what the marks have shown. The clause of each quotation is looked for first. A quotation
/// without one has the speaker of the quotation before it, if only the rest of their clause stands between.
pub(super) fn read(content: &str, outer: &[Stretch], language: Language, found: &mut [Found]) {
    for at in 0..outer.len().min(found.len()) {
        let end = outer.get(at + 1).map_or(content.len(), |next| next.start);
        let begin = at.checked_sub(1).map_or(0, |before| outer[before].end);
        if is_title_of(&content[begin..outer[at].start], outer[at].inside(content)) {
            continue;
        }
        // If the quotation before ended a sentence, this one begins a new one.
        let earlier = at.checked_sub(1).map(|before| outer[before].inside(content).trim_end());
        let stopped = earlier.is_some_and(ends_sentence);
        let after = || behind::clause(content, &outer[at], end, language, found[at].whole);
        let before = || before(content, begin, &outer[at], language, stopped);
        // In `O prefeito disse que “…”, informou o jornal` the speaker stands before the quotation.
        let clause = if found[at].whole { after().or_else(before) } else { before().or_else(after) };
        let clause = clause
            .or_else(|| to_paper(content, &outer[..=at], language))
            .or_else(|| inside::clause(content, &outer[at], language));
        if let Some(Clause { speaker, verb, whole }) = clause {
            let apposed = apposed::name(content, speaker, verb, language);
            found[at] = Found { speaker: Some(speaker), verb: Some(verb), whole, apposed, ..found[at] };
        } else if let Some(before) = at.checked_sub(1)
            && let Some(speaker) = found[before].speaker.filter(|speaker| speaker.0 >= begin)
            // What follows a question is the answer of somebody else.
            && !earlier.is_some_and(|inside| inside.ends_with('?'))
            && !names_another(&outer[at], content, end, language)
            && is_one_clause(&content[speaker.1..outer[at].start])
        {
            let Found { verb, apposed, .. } = found[before];
            found[at] = Found { speaker: Some(speaker), verb, apposed, whole: true, ..found[at] };
        } else if found[at].whole && !content[begin..outer[at].start].trim_end().ends_with(',') {
            found[at].reported |= is_reported(&content[outer[at].end..end], language);
        }
    }
}

/// Whether a quotation is the title of what the word before it names: `Der Film „Das Schiff“, sagte Doe, sei …`.
fn is_title_of(before: &str, inside: &str) -> bool {
    const LONGEST: usize = 60;
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    inside.len() <= LONGEST
        && inside.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !inside.ends_with(['.', ',', '!', '?', '…'])
        && WORKS.find(Key::of_any(word)).is_some()
}

/// Things that have a title, in the languages that are read here.
#[rustfmt::skip]
static WORKS: Table<()> = word_table!(128, [
    "album", "boek", "brano", "buch", "canción", "canzone", "canção", "chanson", "disco", "film", "filme", "libro", "lied", "livre", "livro",
    "musical", "musik", "música", "novela", "obra", "oper", "peça", "película", "pièce", "roman", "romance", "romanzo", "serie", "song", "stück",
    "série", "theaterstück", "toneelstuk", "voorstelling",
]);

/// Words that say that something is said, and not by whom.
const IMPERSONAL: &[(Language, &str)] = &[
    (Language::German, "heißt es"),
    (Language::German, "heisst es"),
    (Language::German, "hieß es"),
    (Language::German, "hiess es"),
    (Language::Dutch, "klinkt het"),
    (Language::Dutch, "klonk het"),
    (Language::Dutch, "luidt het"),
    (Language::Dutch, "luidde het"),
];

/// Whether a comma and a verb of speech follow, whoever the speaker is: `«No», dijo.`, `« Non », dit-il.`, `„Nein“, so Jane Doe.`
fn is_reported(rest: &str, language: Language) -> bool {
    let Some(rest) = rest.trim_start().strip_prefix(',') else { return false };
    let rest = addressee::without_pronoun(rest.trim_start(), language);
    if language == Language::German
        && let Some(who) = rest.strip_prefix("so ")
    {
        return who.starts_with(char::is_uppercase)
            || ["der ", "die ", "das ", "ein ", "eine "].iter().any(|article| who.starts_with(article));
    }
    let verb = || Words::of(beginning(rest, BEHIND), language).opening(language, &[Kind::Verb]);
    IMPERSONAL.iter().any(|&(of, words)| of == language && rest.starts_with(words))
        || rest.starts_with(char::is_lowercase) && verb().is_some()
}

/// Whether somebody is named in the clause behind a quotation and a comma, whatever the clause says. Then whoever spoke before is not
/// meant.
fn names_another(stretch: &Stretch, content: &str, end: usize, language: Language) -> bool {
    let rest = content[stretch.end..end].trim_start();
    let set_off = rest.starts_with([',', '–', '—']) || stretch.inside(content).ends_with(',');
    let rest = rest.trim_start_matches([',', '–', '—', ' ', '\u{a0}']);
    if !set_off {
        return false;
    }
    let words = Words::of(beginning(rest, BEHIND), language);
    // `dijo a la prensa`, `sagte er in Norhaven`: what stands behind a preposition is not the subject. A short unknown word in small
    // letters is taken for a preposition.
    let adjunct = |word: &Word| match word.kind {
        None | Some(Kind::Link) => !word.capital && word.end - word.start <= 2,
        kind => kind == Some(Kind::Preposition),
    };
    let clause = words.list().iter().enumerate();
    let clause = clause.take_while(|&(at, word)| (at == 0 || word.gap == Gap::Space) && !adjunct(word));
    clause.take(CLAUSE).any(|(at, word)| word.kind != Some(Kind::Pronoun) && words.phrase(at).is_some())
}

/// How many words behind a quotation are searched for somebody else.
const CLAUSE: usize = 5;

/// Whether the text between a speaker and the next quotation is only the rest of the speaker's clause: `am Montag. `.
fn is_one_clause(rest: &str) -> bool {
    let rest = rest.trim();
    rest.len() <= AROUND && rest.ends_with(['.', ',', ':']) && !rest[..rest.len() - 1].contains(['.', '!', '?', ';'])
}

type Span = (usize, usize);

/// Who reports and with which verb, and whether the quotation is a sentence of its own.
struct Clause {
    speaker: Span,
    verb: Span,
    whole: bool,
}

/// The span of some words of a text that begins at `from`.
fn span(list: &[Word], from: usize) -> Span {
    (from + list[0].start, from + list[list.len() - 1].end)
}

/// The first words of a text that lie whole within this many bytes.
fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    text[..floor_char_boundary(text, most)].rsplit_once(' ').map_or("", |(whole, _)| whole)
}

/// The clause right before a quotation: `Jane Doe sagte: `, `Jane Doe disse que `, `Segundo Jane Doe, `.
fn before(content: &str, begin: usize, stretch: &Stretch, language: Language, stopped: bool) -> Option<Clause> {
    let head = content[begin..stretch.start].trim_end();
    let (head, colon) = match head.strip_suffix(':') {
        Some(head) => (head.trim_end(), true),
        None => (head, false),
    };
    ahead(content, begin..begin + head.len(), stretch.inside(content), language, stopped, colon)
}

/// The clause before a newspaper whose name is quoted, too: `Jane Doe sagte der «Norhaven Post»: `. The last of the stretches is what was
/// said.
fn to_paper(content: &str, outer: &[Stretch], language: Language) -> Option<Clause> {
    let [earlier @ .., paper, said] = outer else { return None };
    if language != Language::German || content[paper.end..said.start].trim() != ":" {
        return None;
    }
    let begin = earlier.last().map_or(0, |before| before.end);
    let stopped = earlier.last().is_some_and(|before| ends_sentence(before.inside(content).trim_end()));
    let head = content[begin..paper.start].trim_end();
    let head = [" dem", " der"].iter().find_map(|article| head.strip_suffix(article))?;
    ahead(content, begin..begin + head.len(), said.inside(content), language, stopped, true)
}

fn ends_sentence(inside: &str) -> bool {
    inside.ends_with(['.', '!', '?', '…'])
}

/// The clause at the end of a range before a quotation. `colon` says whether a colon follows it, `stopped` whether the quotation before
/// ended a sentence.
fn ahead(
    content: &str,
    range: std::ops::Range<usize>,
    inside: &str,
    language: Language,
    stopped: bool,
    colon: bool,
) -> Option<Clause> {
    let begin = range.start;
    let head = &content[range];
    let floor = ceil_char_boundary(head, head.len().saturating_sub(AROUND));
    let stop = sentence_start(&head[floor..]);
    let from = begin + floor + stop;
    let text = &content[from..begin + head.len()];
    let words = Words::of(text, language);
    let list = words.list();
    let last = list.last()?;
    // `“…” O prefeito disse`: an article with a capital begins a sentence.
    let begins = list[0].capital && list[0].kind == Some(Kind::Article);
    let cut = stop == 0 && (floor > 0 || begin > 0 && !stopped && !begins);
    let rest = &text[last.end..];
    let verb = match rest {
        _ if colon => reporting(&words, list.len(), language)?,
        "" if last.kind == Some(Kind::Conjunction) => reporting(&words, list.len() - 1, language)?,
        "" => of_content(&words, inside, language)?,
        "," => return according(&words, from, language).filter(|_| !cut),
        _ => return None,
    };
    let subject = subject(&words, verb.start, cut)?;
    Some(Clause { speaker: span(&list[subject], from), verb: span(&list[verb], from), whole: colon })
}

/// Where the last sentence of the text begins: behind a full stop that is not a short word's.
fn sentence_start(text: &str) -> usize {
    let is_stop = |&(at, c): &(usize, char)| match c {
        '.' => {
            let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            let short =
                word.starts_with(char::is_uppercase) && (super::words::is_shortened(word) || word.chars().count() == 1);
            !short && !text[at + 1..].starts_with(|c: char| c.is_alphanumeric())
        }
        _ => matches!(c, '!' | '?' | ';' | '…' | '\n'),
    };
    text.char_indices().rev().find(is_stop).map_or(0, |(at, c)| at + c.len_utf8())
}

/// The verb before `end` that brings in the quotation. It stands there, or with adverbs, adjuncts or the clause that it reports between.
fn reporting(words: &Words<'_>, end: usize, language: Language) -> Option<std::ops::Range<usize>> {
    let list = words.list();
    let verb = (end.saturating_sub(CONTENT)..=end).rev().find_map(|end| words.verb_ending(language, end))?;
    let behind = &list[verb.end..end];
    let first = behind.iter().find(|word| word.kind != Some(Kind::Adverb));
    let adjunct = first.is_none_or(|first| {
        first.gap == Gap::Comma || matches!(first.kind, Some(Kind::Preposition | Kind::Conjunction))
    });
    let addressed = || addressee::is_german(words, verb.end..end, language);
    ((adjunct || addressed()) && behind.iter().all(|word| word.gap != Gap::Other)).then_some(verb)
}

/// The verb whose clause has the quoted words in it: `disse que o plano é “um passo em falso”`. Quoted words with a capital are a title or
/// a sentence.
fn of_content(words: &Words<'_>, inside: &str, language: Language) -> Option<std::ops::Range<usize>> {
    let list = words.list();
    if !inside.starts_with(char::is_lowercase) || !inside.contains(' ') {
        return None;
    }
    let clause = list.iter().rposition(|word| word.kind == Some(Kind::Conjunction))?;
    let behind = &list[clause + 1..];
    if behind.len() > CONTENT || behind.iter().any(|word| word.gap != Gap::Space || word.kind == Some(Kind::Verb)) {
        return None;
    }
    let adverbs = list[..clause].iter().rev().take_while(|word| word.kind == Some(Kind::Adverb)).count();
    words.verb_ending(language, clause - adverbs)
}

/// The clause that names a source: `Segundo Jane Doe, `.
fn according(words: &Words<'_>, from: usize, language: Language) -> Option<Clause> {
    let list = words.list();
    let (source, _) = words.opening(language, &[Kind::According])?;
    let end = words.phrase(source)?;
    let (speaker, verb) = (span(&list[source..end], from), span(&list[..source], from));
    (end == list.len()).then_some(Clause { speaker, verb, whole: true })
}

/// The subject before the verb at `verb`. `cut` says that the beginning of the sentence is not in the text.
fn subject(words: &Words<'_>, verb: usize, cut: bool) -> Option<std::ops::Range<usize>> {
    let list = words.list();
    let mut end = verb;
    while end > 0 && list[end].gap == Gap::Space && list[end - 1].kind == Some(Kind::Adverb) {
        end -= 1;
    }
    match list.get(end)?.gap {
        _ if end == 0 => None,
        Gap::Other => None,
        Gap::Space => {
            let start = (0..end).rev().find(|&at| list[at].gap != Gap::Space).unwrap_or(0);
            if start == 0 && cut {
                return None;
            }
            let start = words.past_and(start);
            let done = words.phrase(start).filter(|&done| done <= end)?;
            // `O presidente da empresa em Norhaven disse`
            let adjunct = done < end && list[done].kind == Some(Kind::Preposition) && end - done <= CONTENT / 2;
            // `Ein Sprecher der Stadt sagte`
            let whole = list[done..end]
                .iter()
                .all(|word| word.capital || matches!(word.kind, Some(Kind::Article | Kind::Link)));
            // `O presidente colombiano disse`
            let adjective = done + 1 == end && list[done].kind.is_none() && !list[done].capital;
            let whole = whole && end - start <= CONTENT / 2 || adjective && list[start].kind == Some(Kind::Article);
            match (whole, adjunct) {
                (true, _) => Some(start..end),
                (false, true) => Some(start..done),
                (false, false) => None,
            }
        }
        // `Joana Roa, prefeita da cidade, disse`
        Gap::Comma => {
            let first = words.past_and(0);
            let aside = (1..end).find(|&at| list[at].gap == Gap::Comma)?;
            let named = aside > first + 1 && words.phrase(first)? == aside && !cut;
            let between = &list[aside..end];
            // `Joana Roa, que falou na praça, disse`: the relative clause has a verb of its own.
            let relative = between[0].kind == Some(Kind::Conjunction);
            let plain =
                between.iter().all(|word| word.gap != Gap::Other && (relative || word.kind != Some(Kind::Verb)));
            (named && plain && list[0].gap == Gap::Space).then_some(first..aside)
        }
    }
}
