//! Who is quoted: the reporting clause after a quotation, before it, in its middle, or in the sentence before.

use super::clause::{self, Clause};
use super::marks::Stretch;
use super::names;
use super::sentence::{self, AFTER, End, Sentences};
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

/// Tokens after a quotation that are read first.
const GLANCE: usize = 10;

/// The same after a quotation that ends its sentence: `Doe said.` and no more.
const REST: usize = 6;

/// The speakers of the stretches of one block that stand in no other.
pub(super) fn read(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    reader.clause_end = None;
    for at in 0..outer.len() {
        let one =
            reader.at_a_glance(content, outer, at, found).unwrap_or_else(|| reader.one(content, outer, at, found));
        found.push(one);
        reader.clause_end = reader.tail_end();
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
    /// What most quotations need: the reporting clause right after them, or that of the quotation before, whose sentence ends where they begin.
    fn at_a_glance(&mut self, content: &str, outer: &[Stretch], at: usize, found: &[Found]) -> Option<Found> {
        let stretch = &outer[at];
        let end = sentence::end_of(content, stretch);
        let most = match end {
            End::Comma | End::Open => GLANCE,
            End::Stop => REST,
            // Words in the article's sentence: what stands before them comes first.
            End::None => 0,
        };
        self.read_tail(content, outer, at, most);
        if end == End::None {
            return None;
        }
        if matches!(end, End::Comma | End::Open) {
            let clause = clause::after(&self.tail, true)?;
            // What the glance cuts off may be the rest of the clause.
            let seen = self.tail.len() < GLANCE || clause.0.end.max(clause.1.map_or(0, |verb| verb + 1)) < GLANCE;
            if !seen || !clause::is_done(&self.tail, &clause) || shape::is_title(stretch.inside(content)) {
                return None;
            }
            let points = is_he(content, &self.tail[clause.0.clone()]);
            let mut one = Found { whole: true, points, ..Found::default() };
            if points {
                one = one.by(content, &self.tail, &clause);
                return Some(self.pointing(content, outer, at, one));
            }
            return Some(one.by(content, &self.tail, &clause));
        }
        let before = at.checked_sub(1)?;
        let speaker = found[before].speaker.filter(|speaker| speaker.0 >= outer[before].end)?;
        let follows = content[self.clause_end?..stretch.start].bytes().all(|byte| byte == b' ');
        if follows && clause::after_stop(&self.tail).is_none() {
            let Found { verb, points, antecedent, opens_block, .. } = found[before];
            return Some(Found {
                speaker: Some(speaker),
                verb,
                points,
                antecedent,
                opens_block,
                whole: true,
                ..Found::default()
            });
        }
        None
    }

    /// With whom the pronoun stands for.
    fn pointing(&mut self, content: &str, outer: &[Stretch], at: usize, found: Found) -> Found {
        self.read_both(content, outer, at);
        let opens_block = self.earlier.is_empty() && self.earlier_start == 0;
        Found { antecedent: names::person(content, &self.earlier), opens_block, ..found }
    }

    /// Everything else.
    fn one(&mut self, content: &str, outer: &[Stretch], at: usize, found: &[Found]) -> Found {
        let one = self.clause(content, outer, at, found);
        if one.points && one.antecedent.is_none() { self.pointing(content, outer, at, one) } else { one }
    }

    fn clause(&mut self, content: &str, outer: &[Stretch], at: usize, found: &[Found]) -> Found {
        let stretch = &outer[at];
        let end = sentence::end_of(content, stretch);
        let long = stretch.inside(content).split_whitespace().take(LONG).count() == LONG;
        self.read_head(content, outer, at);
        match end {
            End::Comma | End::Open if self.tail.len() >= GLANCE => self.read_tail(content, outer, at, AFTER),
            End::None if self.head.last().is_some_and(Token::is_capital) => self.read_tail(content, outer, at, 1),
            _ => {}
        }
        let empty = self.head.iter().all(|token| {
            matches!(
                token.tag,
                Tag::Dash | Tag::Open | Tag::Close | Tag::Comma | Tag::Colon | Tag::Stop | Tag::Adverb | Tag::And
            )
        });
        let set_off = self.head.last().is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        let whole = empty || set_off;
        let none = Found { whole, opens: empty, ..Found::default() };
        let of = |clause: Clause, list: &[Token], whole: bool| {
            let points = is_he(content, &list[clause.0.clone()]);
            Found { whole, points, ..none }.by(content, list, &clause)
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
        if end == End::None {
            self.read_tail(content, outer, at, AFTER);
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
        if empty {
            self.read_both(content, outer, at);
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
                let Found { points, antecedent, opens_block, .. } = found[at - 1];
                return Found { speaker: Some(speaker), verb, points, antecedent, opens_block, ..none };
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
