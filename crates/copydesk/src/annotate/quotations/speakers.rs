//! Who is quoted: the reporting clause after a quotation, before it, in its middle, or in the sentence before.

use std::ops::Range;

use super::marks::{Shape, Stretch};
use super::names;
use super::phrase;
use super::shape;
use super::tokens::{Token, tokens};
use super::words::{Class, Form, Tag, Verb};

/// Where the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    After,
    Before,
    /// In a clause that the sentence goes on with: `It was “grim” for the town, Doe said.`
    Later,
    /// With the quotation before it.
    Same,
    /// In the sentence before.
    Sentence,
}

/// What was found out about a stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) speaker: Option<(usize, usize)>,
    pub(super) verb: Option<(usize, usize)>,
    pub(super) place: Option<Place>,
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

/// Bytes before a quotation that are read for the sentence that it stands in.
const BEFORE: usize = 600;

/// Tokens after a quotation that are read.
const AFTER: usize = 60;

/// Quotations of one sentence that are read together.
const TOGETHER: usize = 4;

/// From this many words on, what is quoted is rarely the article's own.
const LONG: usize = 5;

/// How a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Comma,
    /// A question mark, an exclamation mark, a dash or dots: the sentence may go on or not.
    Open,
    Stop,
    None,
}

fn end_of(content: &str, stretch: &Stretch) -> End {
    let inside = stretch.inside(content).trim_end_matches(['\'', '’', ' ', ')', '”', '"', ']']);
    let after = content[stretch.end..].chars().next();
    match (inside.chars().next_back(), after) {
        (Some(','), _) | (_, Some(',')) => End::Comma,
        (Some('?' | '!' | '—' | '–' | '-' | '…'), _) => End::Open,
        (Some('.'), _) if inside.ends_with("..") => End::Open,
        (Some('.'), _) => End::Stop,
        _ => End::None,
    }
}

/// Whether what stands after a place begins a new sentence.
fn is_new_sentence(content: &str, at: usize) -> bool {
    let rest = content[at..].trim_start();
    rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—'))
}

/// What a block's stretches are read with; its lists are used again and again.
#[derive(Default)]
pub(super) struct Reader {
    head: Vec<Token>,
    tail: Vec<Token>,
    /// The sentence before the one that `head` has.
    earlier: Vec<Token>,
    /// Where that begins.
    earlier_start: usize,
}

/// The speakers of the stretches of one block that stand in no other.
pub(super) fn read(content: &str, outer: &[Stretch], reader: &mut Reader, found: &mut Vec<Found>) {
    found.clear();
    for at in 0..outer.len() {
        let one = reader.one(content, outer, at, found);
        found.push(one);
    }
}

/// Where there are no words to read by: what stands by itself and what does not.
pub(super) fn shapes(content: &str, outer: &[Stretch], reader: &mut Reader, found: &mut Vec<Found>) {
    found.clear();
    for at in 0..outer.len() {
        reader.read_head(content, outer, at);
        let set_off = reader.head.last().is_none_or(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        found.push(Found { whole: set_off, ..Found::default() });
    }
}

/// Whether a stretch is a sentence of its own by how it ends.
pub(super) fn is_utterance(content: &str, stretch: &Stretch) -> bool {
    matches!(end_of(content, stretch), End::Stop | End::Open)
}

/// A pronoun or a name, and no thing.
fn is_somebody(phrase: &[Token]) -> bool {
    phrase.iter().any(|token| token.tag == Tag::Pronoun || token.is_capital())
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

type Clause = (Range<usize>, Option<usize>);

impl Reader {
    fn one(&mut self, content: &str, outer: &[Stretch], at: usize, found: &[Found]) -> Found {
        let stretch = &outer[at];
        let end = end_of(content, stretch);
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
        let of = |clause: Clause, list: &[Token], place: Place| {
            let points = is_he(content, &list[clause.0.clone()]);
            let antecedent = if points { names::person(content, &self.earlier) } else { None };
            let whole = whole || place == Place::After;
            Found { place: Some(place), whole, points, antecedent, ..none }.by(content, list, &clause)
        };
        if matches!(end, End::Comma | End::Open)
            && let Some(clause) = after(&self.tail, true)
            && (end == End::Comma || is_done(&self.tail, &clause))
            && (is_done(&self.tail, &clause) || empty || before(&self.head, long).is_none())
            && (empty || !shape::is_title(stretch.inside(content)))
        {
            return of(clause, &self.tail, Place::After);
        }
        if shape::is_nickname(&self.head, &self.tail, stretch.inside(content)) {
            return none;
        }
        if end == End::Stop
            && let Some(clause) = after_stop(&self.tail)
        {
            return of(clause, &self.tail, Place::After);
        }
        if !empty && !abuts(&self.head) && shape::is_title(stretch.inside(content)) {
            return none;
        }
        if !empty && let Some(clause) = before(&self.head, long) {
            return of(clause, &self.head, Place::Before);
        }
        if end == End::None
            && empty
            && let Some(clause) = after(&self.tail, false)
            && is_done(&self.tail, &clause)
        {
            return of(clause, &self.tail, Place::After);
        }
        if end != End::Stop
            && !(end == End::Open && is_new_sentence(content, stretch.end))
            && let Some(clause) = later(&self.tail)
        {
            return of(clause, &self.tail, Place::Later);
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
                return Found { speaker: Some(speaker), verb, place: Some(Place::Same), points, antecedent, ..none };
            }
        }
        if empty && let Some(clause) = before(&self.earlier, true).filter(|clause| tells(&self.earlier, clause)) {
            return of(clause, &self.earlier, Place::Sentence);
        }
        Found { doubtful: !empty && !long && before(&self.head, true).is_some(), ..none }
    }
}

impl Reader {
    /// Who is introduced by a block that ends with a colon.
    pub(super) fn introduction(&mut self, content: &str, outer: &[Stretch]) -> Option<Found> {
        if !content.trim_end().ends_with(':') {
            return None;
        }
        self.read_last(content, outer);
        let clause = before(&self.head, true)?;
        Some(Found { place: Some(Place::Before), ..Found::default() }.by(content, &self.head, &clause))
    }

    /// The one person that the last sentence of a block names.
    pub(super) fn last_person(&mut self, content: &str, outer: &[Stretch]) -> Option<(usize, usize)> {
        self.read_last(content, outer);
        let sentence = if self.head.is_empty() { &self.earlier } else { &self.head };
        names::person(content, sentence)
    }

    /// The last sentence of a block, as if a quotation came after it.
    fn read_last(&mut self, content: &str, outer: &[Stretch]) {
        let end = content.len();
        let after = Stretch { start: end, end, open: 0, close: 0, shape: Shape::Double, nested: false };
        let mut last: Vec<Stretch> = outer[outer.len().saturating_sub(TOGETHER)..].to_vec();
        last.push(after);
        self.read_head(content, &last, last.len() - 1);
    }

    /// The sentence up to the quotation, and the sentence before.
    fn read_head(&mut self, content: &str, outer: &[Stretch], at: usize) {
        let list = &mut self.head;
        list.clear();
        let floor = space_before(content, outer[at].start.saturating_sub(BEFORE));
        let mut first = at;
        while first > 0 && at - first < TOGETHER && outer[first - 1].start >= floor {
            first -= 1;
        }
        let begin = if first > 0 { outer[first - 1].end } else { 0 };
        let mut from = begin.max(floor);
        if first > 0 && begin >= floor {
            // The quotation before is known by its end alone.
            list.push(Token::mark(begin, begin, Tag::Quote));
            push_stop(content, &outer[first - 1], list);
        }
        for stretch in &outer[first..at] {
            tokens(content, from, stretch.start, BEFORE, list);
            list.push(Token::mark(stretch.start, stretch.end, Tag::Quote));
            push_stop(content, stretch, list);
            from = stretch.end;
        }
        tokens(content, from, outer[at].start, BEFORE, list);
        let stop = |list: &[Token]| list.iter().rposition(|token| token.tag == Tag::Stop);
        self.earlier.clear();
        self.earlier_start = 0;
        if let Some(last) = stop(list) {
            let mut begin = stop(&list[..last]).map_or(0, |stop| stop + 1);
            // Dots or a mark alone are no sentence.
            if begin == last {
                begin = stop(&list[..last.saturating_sub(1)]).map_or(0, |stop| stop + 1);
            }
            self.earlier.extend_from_slice(&list[begin..last]);
            self.earlier_start = list[begin].start;
            list.drain(..=last);
        }
    }

    /// What follows in the sentence.
    fn read_tail(&mut self, content: &str, outer: &[Stretch], at: usize) {
        let list = &mut self.tail;
        list.clear();
        let mut from = outer[at].end;
        for next in at + 1..=at + TOGETHER {
            let end = outer.get(next).map_or(content.len(), |stretch| stretch.start);
            let before = list.len();
            if before >= AFTER {
                return;
            }
            tokens(content, from, end, AFTER - before, list);
            if let Some(stop) = list[before..].iter().position(|token| token.tag == Tag::Stop) {
                list.truncate(before + stop + 1);
                return;
            }
            let Some(stretch) = outer.get(next) else { return };
            list.push(Token::mark(stretch.start, stretch.end, Tag::Quote));
            if matches!(end_of(content, stretch), End::Stop | End::Open) && is_new_sentence(content, stretch.end) {
                list.push(Token::mark(stretch.end, stretch.end, Tag::Stop));
                return;
            }
            from = stretch.end;
        }
    }
}

/// The end of a sentence inside a quotation is one outside too.
fn push_stop(content: &str, stretch: &Stretch, list: &mut Vec<Token>) {
    if matches!(end_of(content, stretch), End::Stop | End::Open) && is_new_sentence(content, stretch.end) {
        list.push(Token::mark(stretch.end, stretch.end, Tag::Stop));
    }
}

/// The first place at or after `at` where a word begins.
fn space_before(content: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let bytes = content.as_bytes();
    bytes[at..].iter().position(|byte| *byte == b' ').map_or(content.len(), |space| at + space)
}

/// Whether the quotation before which a clause stands can be what it reports, although it is a sentence of its own: a verb of speech, and
/// what was said after it.
fn tells(list: &[Token], (_, verb): &Clause) -> bool {
    let Some(verb) = *verb else { return false };
    let told = matches!(list[verb].tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Past | Form::Present }));
    let said = list.get(verb + 1).is_some_and(|next| {
        matches!(
            next.tag,
            Tag::That | Tag::Pronoun | Tag::Determiner | Tag::Word | Tag::Weekday | Tag::Number | Tag::Quote
        )
    });
    told && said
}

fn is_finite(token: &Token) -> bool {
    matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Present | Form::Base | Form::Noun, .. }))
}

fn is_speech(token: &Token) -> bool {
    matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, .. }))
}

/// The reporting clause that a quotation is followed by.
fn after(list: &[Token], comma: bool) -> Option<Clause> {
    let mut at = 0;
    while list.get(at).is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Dash)) {
        at += 1;
    }
    let first = list.get(at)?;
    if first.tag == Tag::According && list.get(at + 1).is_some_and(|token| token.tag == Tag::To) {
        return phrase::beginning(list, at + 2).map(|range| (range, Some(at)));
    }
    if first.tag == Tag::As || first.tag == Tag::Adverb {
        at += 1;
    }
    let first = list.get(at)?;
    if is_finite(first) && is_speech(first) && !first.is_capital() {
        return inverted(list, at).map(|range| (range, Some(at)));
    }
    forward(list, at, comma)
}

/// Whether a reporting clause is over where it should be: no other clause follows as what was said.
fn is_done(list: &[Token], (range, verb): &Clause) -> bool {
    let last = range.end.max(verb.map_or(0, |verb| verb + 1));
    verb.is_some_and(|verb| verb < range.start)
        || list.get(last).is_none_or(|next| {
            matches!(
                next.tag,
                Tag::Comma | Tag::Stop | Tag::Weekday | Tag::Preposition | Tag::Quote | Tag::Adverb | Tag::Dash
            )
        })
}

/// The phrase after a verb: `said Jane Doe`.
fn inverted(list: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut at = verb + 1;
    while list.get(at).is_some_and(|token| token.tag == Tag::Adverb) {
        at += 1;
    }
    let first = list.get(at)?;
    if list[verb].is_telling || matches!(first.tag, Tag::Weekday | Tag::Number) {
        return None;
    }
    let range = phrase::beginning(list, at)?;
    // `said he was`: what was said, not who said it.
    let next = list.get(range.end);
    let goes_on = next.is_some_and(|next| {
        matches!(next.tag, Tag::Be | Tag::Auxiliary) || first.tag == Tag::Pronoun && (next.past || is_finite(next))
    });
    (!goes_on).then_some(range)
}

/// A phrase and its verb, with asides between: `Doe, the mayor, said`.
fn forward(list: &[Token], start: usize, comma: bool) -> Option<Clause> {
    if list.get(start).is_some_and(|token| matches!(token.tag, Tag::Verb(_)) && !token.is_capital()) {
        return None;
    }
    let range = phrase::beginning(list, start)?;
    let mut at = range.end;
    for _ in 0..5 {
        let mut verb = at;
        while list
            .get(verb)
            .is_some_and(|token| matches!(token.tag, Tag::Adverb | Tag::Auxiliary | Tag::Be | Tag::Weekday))
        {
            verb += 1;
        }
        let token = list.get(verb)?;
        if matches!(token.tag, Tag::Verb(_))
            && (is_speech(token) || comma)
            && !matches!(token.tag, Tag::Verb(Verb { form: Form::Gerund, .. }))
        {
            return Some((range, Some(verb)));
        }
        // A verb that the list does not know, right after the phrase: `she deadpanned`.
        if comma && verb == range.end && token.past && token.tag == Tag::Word {
            return Some((range, Some(verb)));
        }
        at = match token.tag {
            Tag::Comma => list[verb + 1..]
                .iter()
                .take(30)
                .position(|token| token.tag == Tag::Comma)
                .map(|next| verb + 1 + next + 1)?,
            Tag::Dash => list[verb + 1..]
                .iter()
                .take(30)
                .position(|token| token.tag == Tag::Dash)
                .map(|next| verb + 1 + next + 1)?,
            Tag::Open => list[verb..].iter().position(|token| token.tag == Tag::Close).map(|close| verb + close + 1)?,
            Tag::Preposition | Tag::And | Tag::To => phrase::beginning(list, verb + 1)?.end,
            Tag::Who | Tag::That => list[verb..].iter().take(12).position(is_speech).map(|next| verb + next)?,
            _ => return None,
        };
    }
    None
}

/// A reporting clause after a quotation that ends with a full stop: it must be nothing else.
fn after_stop(list: &[Token]) -> Option<Clause> {
    let (range, verb) = after(list, false)?;
    let place = verb?;
    let last = range.end.max(place + 1);
    let inverted = place < range.start;
    let ends = list[last.min(list.len())..]
        .iter()
        .find(|token| token.tag != Tag::Weekday)
        .is_none_or(|token| matches!(token.tag, Tag::Stop | Tag::Quote));
    (inverted || ends).then_some((range, verb))
}

/// The reporting clause before a quotation: the nearest verb that has a subject.
fn before(list: &[Token], long: bool) -> Option<Clause> {
    let mut inner: Option<Clause> = None;
    let mut doubtful = false;
    for at in (0..list.len()).rev() {
        let token = &list[at];
        if let Some((_, Some(verb))) = &inner
            && (verb - at > CONTENT
                || matches!(token.tag, Tag::Comma | Tag::Who | Tag::Quote | Tag::Semicolon | Tag::Colon | Tag::Dash))
        {
            break;
        }
        if token.tag == Tag::According
            && list.get(at + 1).is_some_and(|token| token.tag == Tag::To)
            && let Some(range) = phrase::beginning(list, at + 2)
        {
            return Some((range, Some(at)));
        }
        let Tag::Verb(verb) = token.tag else { continue };
        if token.is_capital() && at > 0
            || inner.is_some() && (verb.class != Class::Speech || matches!(verb.form, Form::Noun | Form::Base))
        {
            continue;
        }
        if inner.is_none() && shape::is_name_given(list, at) {
            return None;
        }
        // `continues to voice`: what goes on is not said.
        if list.get(at + 1).is_some_and(|next| next.tag == Tag::To) && token.is_continuing {
            continue;
        }
        let weak = verb.class == Class::Weak;
        if let Some(range) = subject(list, at, verb).filter(|range| !weak || is_somebody(&list[range.clone()])) {
            // `Doe said she admired`: what Doe said, not what she admired.
            let pronoun = list[range.start].tag == Tag::Pronoun && verb.form != Form::Gerund || verb.form == Form::Base;
            if verb.class == Class::Speech && verb.form != Form::Noun && !pronoun || inner.is_some() {
                return Some((range, Some(at)));
            }
            doubtful |= weak && !long;
            inner = Some((range, Some(at)));
        }
    }
    if doubtful { None } else { inner.or_else(|| named(list)) }
}

/// A name and a colon: `Doe: “…”`.
fn named(list: &[Token]) -> Option<Clause> {
    let colon = list.len().checked_sub(1).filter(|&last| list[last].tag == Tag::Colon)?;
    let mut end = colon;
    if end > 0 && list[end - 1].tag == Tag::Close {
        end = (0..end).rev().find(|&at| list[at].tag == Tag::Open)?;
    }
    let range = phrase::ending(list, end)?;
    let first = range.start == 0 || list[range.start - 1].tag == Tag::Dash;
    (first && list[range.clone()].iter().all(|token| token.is_capital() || token.tag == Tag::Determiner))
        .then_some((range, None))
}

/// Whether a verb of speech stands right before the quotation.
fn abuts(head: &[Token]) -> bool {
    head.iter().rev().find(|token| !matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That)).is_some_and(is_speech)
}

/// Tokens between a verb and the one in whose content it stands, at most.
const CONTENT: usize = 16;

fn subject(list: &[Token], at: usize, verb: Verb) -> Option<Range<usize>> {
    let before = at.checked_sub(1).map(|before| &list[before]);
    if matches!(verb.form, Form::Base | Form::Present | Form::Noun)
        && let Some(before) = before
    {
        // `his claim that`, `Doe’s remark:`: a noun, which has a speaker where what was said follows.
        let owned = before.is_possessive() || before.is_owner;
        if owned || matches!(before.tag, Tag::Determiner | Tag::Preposition | Tag::Number) {
            let follows = verb.class == Class::Speech
                && verb.form == Form::Noun
                && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::That | Tag::Colon | Tag::Comma));
            return match before.is_owner {
                _ if !owned || !follows => None,
                true => Some(at - 1..at),
                false => phrase::ending(list, at),
            };
        }
        let doer = before.tag == Tag::Pronoun
            || phrase::is_name(list, at - 1)
            || before.tag == Tag::Who
            || before.tag == Tag::Adverb;
        let helped = matches!(before.tag, Tag::Auxiliary | Tag::To);
        if verb.form == Form::Noun && !doer && !helped && !before.is_plural {
            return None;
        }
        if verb.form == Form::Base && !doer && !helped && !before.is_plural && before.tag != Tag::And {
            return None;
        }
    }
    // `was called`: whoever did it stands after it, or nowhere.
    if matches!(verb.form, Form::Past | Form::Participle) {
        let be = list[..at]
            .iter()
            .rposition(|token| token.tag != Tag::Adverb)
            .is_some_and(|place| list[place].tag == Tag::Be);
        if be {
            let by = list[at..].iter().take(8).position(|token| token.is_by)?;
            return phrase::beginning(list, at + by + 1);
        }
    }
    let turned = || {
        let range = inverted(list, at)
            .filter(|_| matches!(verb.form, Form::Past | Form::Present) && verb.class == Class::Speech)?;
        list.get(range.end).is_none_or(|next| !matches!(next.tag, Tag::Verb(_))).then_some(range)
    };
    match before.map(|before| before.tag) {
        None | Some(Tag::Quote) => turned(),
        Some(Tag::Comma) => phrase::subject_before(list, at).or_else(turned),
        _ => phrase::subject_before(list, at),
    }
}

/// A reporting clause that the sentence goes on with, between commas: `It was “grim” for the town, Doe said.`
fn later(list: &[Token]) -> Option<Clause> {
    for at in 0..list.len() {
        let token = &list[at];
        if token.tag == Tag::According && list.get(at + 1).is_some_and(|token| token.tag == Tag::To) {
            return phrase::beginning(list, at + 2).map(|range| (range, Some(at)));
        }
        let comma = token.tag == Tag::Comma || token.tag == Tag::Quote;
        if comma
            && let Some((range, Some(verb))) = forward(list, at + 1, false)
            && list
                .get(verb + 1)
                .is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Weekday | Tag::Preposition))
            && verb - range.end <= 2
        {
            return Some((range, Some(verb)));
        }
    }
    None
}
