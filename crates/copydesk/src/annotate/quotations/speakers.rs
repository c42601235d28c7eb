//! Who is quoted: the reporting clause after a quotation, before it, in its middle, or in the sentence before.

use super::clause::{self, Clause};
use super::marks::Stretch;
use super::names;
use super::sentence::{self, End, Sentences};
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
const LONG: usize = 5;

/// The speakers of the stretches of one block that stand in no other.
pub(super) fn read(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    for at in 0..outer.len() {
        let one = reader.one(content, outer, at, found);
        found.push(one);
    }
}

/// Where there are no words to read by: what stands by itself and what does not.
pub(super) fn shapes(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    for at in 0..outer.len() {
        reader.read_head(content, outer, at);
        let set_off = reader.head.last().is_none_or(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
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

impl Sentences {
    fn one(&mut self, content: &str, outer: &[Stretch], at: usize, found: &[Found]) -> Found {
        let stretch = &outer[at];
        let end = sentence::end_of(content, stretch);
        let long = stretch.inside(content).split_whitespace().take(LONG).count() == LONG;
        self.read_head(content, outer, at);
        self.read_tail(content, outer, at);
        let empty = self.head.iter().all(|token| {
            matches!(
                token.tag,
                Tag::Dash | Tag::Open | Tag::Close | Tag::Comma | Tag::Colon | Tag::Stop | Tag::Adverb | Tag::And
            )
        });
        let set_off = self.head.last().is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        let whole = empty || set_off;
        let opens_block = self.earlier.is_empty() && self.earlier_start == 0;
        let none = Found { whole, opens: empty, opens_block, ..Found::default() };
        let of = |clause: Clause, list: &[Token], whole: bool| {
            let points = is_he(content, &list[clause.0.clone()]);
            let antecedent = if points { names::person(content, &self.earlier) } else { None };
            Found { whole, points, antecedent, ..none }.by(content, list, &clause)
        };
        if matches!(end, End::Comma | End::Open)
            && let Some(clause) = clause::after(&self.tail, true)
            && (end == End::Comma || clause::is_done(&self.tail, &clause))
            && (clause::is_done(&self.tail, &clause) || empty || clause::before(&self.head, long).is_none())
            && (empty || !shape::is_title(stretch.inside(content)))
        {
            return of(clause, &self.tail, true);
        }
        if shape::is_nickname(&self.head, &self.tail, stretch.inside(content)) {
            return none;
        }
        if end == End::Stop
            && let Some(clause) = clause::after_stop(&self.tail)
        {
            return of(clause, &self.tail, true);
        }
        if !empty && !clause::abuts(&self.head) && shape::is_title(stretch.inside(content)) {
            return none;
        }
        if !empty && let Some(clause) = clause::before(&self.head, long) {
            return of(clause, &self.head, whole);
        }
        if end == End::None
            && empty
            && let Some(clause) = clause::after(&self.tail, false)
            && clause::is_done(&self.tail, &clause)
        {
            return of(clause, &self.tail, true);
        }
        if end != End::Stop
            && !(end == End::Open && sentence::is_new_sentence(content, stretch.end))
            && let Some(clause) = clause::later(&self.tail)
        {
            return of(clause, &self.tail, whole);
        }
        if empty
            && at > 0
            && let Some(speaker) = found[at - 1].speaker
        {
            let gap = &content[outer[at - 1].end..stretch.start];
            let blank = gap.trim().is_empty();
            // The sentence between is the reporting clause of the quotation before.
            let clause = speaker.0 >= outer[at - 1].end && self.earlier_start <= outer[at - 1].end;
            if blank || clause {
                let verb = found[at - 1].verb;
                let Found { points, antecedent, .. } = found[at - 1];
                return Found { speaker: Some(speaker), verb, points, antecedent, ..none };
            }
        }
        if empty
            && let Some(clause) =
                clause::before(&self.earlier, true).filter(|clause| clause::tells(&self.earlier, clause))
        {
            return of(clause, &self.earlier, whole);
        }
        Found { doubtful: !empty && !long && clause::before(&self.head, true).is_some(), ..none }
    }
}

impl Sentences {
    /// Who is introduced by a block that ends with a colon.
    pub(super) fn introduction(&mut self, content: &str, outer: &[Stretch]) -> Option<Found> {
        if !content.trim_end().ends_with(':') {
            return None;
        }
        self.read_last(content, outer);
        let clause = clause::before(&self.head, true)?;
        Some(Found::default().by(content, &self.head, &clause))
    }

    /// The one person that the last sentence of a block names.
    pub(super) fn last_person(&mut self, content: &str, outer: &[Stretch]) -> Option<(usize, usize)> {
        self.read_last(content, outer);
        let sentence = if self.head.is_empty() { &self.earlier } else { &self.head };
        names::person(content, sentence)
    }
}
