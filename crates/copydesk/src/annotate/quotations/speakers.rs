//! Who is quoted: the reporting clause after a quotation, before it, in its middle, or in the sentence before.

use super::clause::{self, Clause};
use super::marks::Stretch;
use super::names;
use super::sentence::{self, Around, End, Sentences};
use super::shape;
use super::tokens::Token;
use super::words::Tag;

/// What was found out about a stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) speaker: Option<(usize, usize)>,
    pub(super) verb: Option<(usize, usize)>,
    /// Whether it stands by itself: as a sentence, or set off by a comma or a colon.
    pub(super) whole: bool,
    /// Whether it begins its sentence.
    pub(super) opens: bool,
    /// Whether nothing stands before its sentence in the block.
    pub(super) opens_block: bool,
    /// Whether the speaker is *he* or *she*.
    pub(super) points: bool,
    /// Whether somebody thinks or wants something before a few quoted words: they may be theirs, or the article's own.
    pub(super) doubtful: bool,
    /// The name that the pronoun stands for.
    pub(super) antecedent: Option<(usize, usize)>,
}

/// From this many words on, what is quoted is rarely the article's own.
pub(super) const LONG: usize = 5;

/// Tokens after a quotation that ends its sentence in which a reporting clause is looked for: `Doe said.` and no more.
const REST: usize = 6;

/// The speakers of the stretches of one block that stand in no other.
pub(super) fn read(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    reader.begin();
    // Where the sentence ends that goes on after the quotation before, if it has no other quotation.
    let mut clause_end = None;
    for at in 0..outer.len() {
        let around = reader.around(content, outer, at);
        let before =
            at.checked_sub(1).map(|before| Before { found: found[before], end: outer[before].end, clause_end });
        let mut one = one(content, &outer[at], &around, before.as_ref());
        if one.points && one.antecedent.is_none() {
            one.antecedent = names::person(content, around.earlier);
            one.opens_block = around.earlier.is_empty();
        }
        found.push(one);
        clause_end = around.tail.split_last().and_then(|(last, rest)| {
            (last.tag == Tag::Stop && rest.iter().all(|token| token.tag != Tag::Quote)).then_some(last.end)
        });
    }
}

/// Where there are no words to read by: what stands by itself and what does not.
pub(super) fn shapes(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    reader.begin();
    for at in 0..outer.len() {
        let around = reader.around(content, outer, at);
        let set_off = around.head.last().is_none_or(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        found.push(Found { whole: set_off, ..Found::default() });
    }
}

/// Whether a stretch is a sentence of its own by how it ends.
pub(super) fn is_utterance(content: &str, stretch: &Stretch) -> bool {
    matches!(sentence::end_of(content, stretch), End::Stop | End::Open)
}

fn is_he(content: &str, phrase: &[Token]) -> bool {
    matches!(phrase, [only] if matches!(&content[only.start..only.end], "he" | "she" | "He" | "She"))
}

impl Found {
    /// With the speaker and the verb of a clause.
    fn by(self, content: &str, list: &[Token], (range, verb): &Clause) -> Self {
        let (start, end) = (list[range.start].start, list[range.end - 1].end);
        let owner = content[start..end].strip_suffix("'s").or_else(|| content[start..end].strip_suffix("’s"));
        let end = owner.map_or(end, |owner| start + owner.len());
        Self { speaker: Some((start, end)), verb: verb.map(|verb| (list[verb].start, list[verb].end)), ..self }
    }
}

/// The quotation before.
struct Before {
    found: Found,
    end: usize,
    clause_end: Option<usize>,
}

fn one(content: &str, stretch: &Stretch, around: &Around<'_>, before: Option<&Before>) -> Found {
    let Around { head, tail, .. } = around;
    let end = sentence::end_of(content, stretch);
    let inside = stretch.inside(content);
    let long = is_long(inside);
    let empty = head.iter().all(|token| {
        matches!(
            token.tag,
            Tag::Dash | Tag::Open | Tag::Close | Tag::Comma | Tag::Colon | Tag::Stop | Tag::Adverb | Tag::And
        )
    });
    let set_off = head.last().is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
    let whole = empty || set_off;
    let none = Found { whole, opens: empty, ..Found::default() };
    let of = |clause: Clause, list: &[Token], whole: bool| {
        let points = is_he(content, &list[clause.0.clone()]);
        Found { whole, points, ..none }.by(content, list, &clause)
    };
    if matches!(end, End::Comma | End::Open)
        && let Some(clause) = clause::after(tail, true)
        && (end == End::Comma || clause::is_done(tail, &clause))
        && (clause::is_done(tail, &clause) || empty || clause::before(head, long).is_none())
        && (empty || !shape::is_title(inside))
    {
        return of(clause, tail, true);
    }
    if shape::is_nickname(head, tail, inside) {
        return none;
    }
    if end == End::Stop {
        let rest = &tail[..tail.len().min(REST)];
        if let Some(clause) = clause::after_stop(rest) {
            return of(clause, rest, true);
        }
    }
    if !empty && !clause::abuts(head) && shape::is_title(inside) {
        return none;
    }
    if !empty && let Some(clause) = clause::before(head, long) {
        return of(clause, head, whole);
    }
    if end == End::None
        && empty
        && let Some(clause) = clause::after(tail, false)
        && clause::is_done(tail, &clause)
    {
        return of(clause, tail, true);
    }
    if end != End::Stop
        && !(end == End::Open && sentence::is_new_sentence(content, stretch.end))
        && let Some(clause) = clause::later(tail)
    {
        return of(clause, tail, whole);
    }
    if empty && let Some(before) = before.filter(|before| before.goes_on(content, stretch, around)) {
        let Found { speaker, verb, points, antecedent, opens_block, .. } = before.found;
        return Found { speaker, verb, points, antecedent, opens_block, ..none };
    }
    if empty
        && let Some(clause) =
            clause::before(around.earlier, true).filter(|clause| clause::tells(around.earlier, clause))
    {
        return of(clause, around.earlier, whole);
    }
    Found { doubtful: !empty && !long && clause::before(head, true).is_some(), ..none }
}

impl Before {
    /// Whether the speaker goes on with a quotation: nothing stands between, or the reporting clause alone.
    fn goes_on(&self, content: &str, stretch: &Stretch, around: &Around<'_>) -> bool {
        let Some(speaker) = self.found.speaker else { return false };
        let is_blank = |from: usize| content[from..stretch.start].trim_start().is_empty();
        let is_clause = || {
            self.clause_end.is_some_and(is_blank) || around.earlier.first().is_none_or(|first| first.start <= self.end)
        };
        is_blank(self.end) || speaker.0 >= self.end && is_clause()
    }
}

/// Whether what is quoted has many words.
pub(super) fn is_long(inside: &str) -> bool {
    inside.split_ascii_whitespace().nth(LONG - 1).is_some()
}

impl Sentences {
    /// Who is introduced by a block that ends with a colon.
    pub(super) fn introduction(&mut self, content: &str, outer: &[Stretch]) -> Option<Found> {
        if !content.trim_end().ends_with(':') {
            return None;
        }
        let (_, head) = self.last(content, outer);
        let clause = clause::before(head, true)?;
        Some(Found::default().by(content, head, &clause))
    }

    /// The one person that the last sentence of a block names.
    pub(super) fn last_person(&mut self, content: &str, outer: &[Stretch]) -> Option<(usize, usize)> {
        let (earlier, head) = self.last(content, outer);
        names::person(content, if head.is_empty() { earlier } else { head })
    }
}
