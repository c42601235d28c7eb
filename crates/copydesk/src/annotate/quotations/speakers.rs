//! Who is quoted: the reporting clause after a quotation, before it, in its middle, or in the sentence before.

use crate::masks::{BLOCK, Block};

use super::apposed;
use super::clause::{self, Clause};
use super::done;
use super::doubt;
use super::marks::Stretch;
use super::names;
use super::sentence::{self, AFTER, Around, End, FEW, Sentences};
use super::shape;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Tag, Verb};

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
    /// Whether a verb of speech, or `came the reply`, follows, of which it is not known whose it is.
    pub(super) reported: bool,
    /// Whether it is the title of a thing that stands before it.
    pub(super) titled: bool,
    /// Whether it ends in a comma, and a clause of its own seems to follow, which was not understood.
    pub(super) owns: bool,
    /// Whether its verb stands before it and reports at times only.
    pub(super) weak: bool,
    /// The name of the person whose office the speaker is called by.
    pub(super) apposed: Option<(usize, usize)>,
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
    for at in 0..outer.len() {
        let stretch = &outer[at];
        let one = in_sentence(content, stretch, &reader.around(content, outer, at, FEW))
            .or_else(|| in_sentence(content, stretch, &reader.around(content, outer, at, AFTER)))
            .unwrap_or_default();
        let one = match (one.points, one.opens && one.speaker.is_none()) {
            (true, _) => one.pointing(content, reader.earlier(content, outer, at)),
            (false, true) => {
                let before = at.checked_sub(1).map(|before| (&found[before], outer[before].end));
                let found = opening(content, outer, at, before, reader, one);
                // Somebody spoke: whoever its own clause says.
                if one.owns { Found { reported: one.reported || found.speaker.is_some(), ..one } } else { found }
            }
            (false, false) => one,
        };
        found.push(one);
    }
}

/// Where there are no words to read by: what stands by itself and what does not.
pub(super) fn shapes(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    reader.begin();
    for at in 0..outer.len() {
        let head = reader.up_to(content, outer, at);
        let set_off = head.last().is_none_or(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        let reported = set_off && outer[at].inside(content).ends_with(',');
        found.push(Found { whole: set_off, reported, ..Found::default() });
    }
}

/// Whether a stretch is a sentence of its own by how it ends.
pub(super) fn is_utterance(content: &str, stretch: &Stretch) -> bool {
    matches!(sentence::end_of(content, stretch), End::Stop | End::Open)
}

fn is_he(content: &str, phrase: &[Token]) -> bool {
    matches!(phrase, [only] if matches!(&content[only.start..only.end], "he" | "she" | "He" | "She"))
}

/// Whether a pronoun of the other gender stands before this one in the same sentence: then it is that one which the sentence before is
/// about.
fn is_beside_other(content: &str, list: &[Token], at: usize) -> bool {
    let text = |token: &Token| &content[token.start..token.end];
    let others = if matches!(text(&list[at]), "he" | "He") { ["she", "She"] } else { ["he", "He"] };
    list[..at].iter().rev().take_while(|token| token.tag != Tag::Stop).any(|token| others.contains(&text(token)))
}

impl Found {
    /// With the speaker and the verb of a clause.
    fn by(self, content: &str, list: &[Token], (range, verb): &Clause) -> Self {
        let range = &apposed::holder(content, list, apposed::whole_office(content, list, range, *verb));
        let end = list[range.end - 1].end;
        // `I’m sure`, `he’d been asleep`: what it does is something else.
        if range.len() == 1 && list[range.start].is_contracted(content) {
            return self;
        }
        // `This is why they called it “…”`: somebody did, and it is not known who.
        if range.len() == 1 && list[range.start].is(Traits::THIS) {
            return Self { doubtful: true, ..self };
        }
        // `Nobody said “…”`: it was not said; but `No 10 said`.
        let first = &content[list[range.start].start..list[range.start].end];
        let of_nobody = matches!(first, "No" | "no")
            && list.get(range.start + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital());
        let start = apposed::past_than(content, list, range);
        let is_named = start > list[range.start].start;
        if !is_named && (of_nobody || matches!(first, "Nobody" | "nobody" | "None" | "none" | "Neither" | "neither")) {
            return Self { doubtful: true, ..self };
        }
        let owner = content[start..end].strip_suffix("'s").or_else(|| content[start..end].strip_suffix("’s"));
        let end = owner.map_or(end, |owner| start + owner.len());
        let points = is_he(content, &list[range.clone()]) && !is_beside_other(content, list, range.start);
        let weak = verb.is_some_and(|verb| matches!(list[verb].tag, Tag::Verb(Verb { class: Class::Weak, .. })));
        let verb = verb.map(|verb| (list[verb].start, list[verb].end));
        let apposed = apposed::name(content, list, range);
        Self { speaker: Some((start, end)), verb, points, weak, apposed, ..self }
    }

    /// With whom the pronoun stands for, if its speaker is one.
    fn pointing(self, content: &str, earlier: &[Token]) -> Self {
        if !self.points {
            return self;
        }
        Self { antecedent: names::person(content, earlier), opens_block: earlier.is_empty(), ..self }
    }
}

/// The speaker in the sentence that a quotation stands in; none where that takes more of the sentence than was read.
fn in_sentence(content: &str, stretch: &Stretch, around: &Around<'_>) -> Option<Found> {
    let Around { head, tail, goes_on } = *around;
    let end = sentence::end_of(content, stretch);
    let inside = stretch.inside(content);
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
        let found = Found { whole, ..none }.by(content, list, &clause);
        Some(Found { weak: found.weak && found.verb.is_some_and(|verb| verb.1 <= stretch.start), ..found })
    };
    if !empty && (shape::is_titled(head, inside) || shape::is_so_called(content, stretch)) {
        return Some(Found { titled: true, ..none });
    }
    let long = || is_long(inside);
    let before = || {
        clause::before(head, long()).filter(|clause| {
            !doubt::is_passive(content, head, tail, clause) && !doubt::is_caused(content, head, clause)
        })
    };
    if doubt::is_claimed(content, head) {
        return Some(Found { doubtful: clause::may_report(head), ..none });
    }
    if clause::is_said_by_some(head) {
        return Some(Found { doubtful: true, ..none });
    }
    if doubt::is_asked(content, head, tail) {
        return Some(none);
    }
    // `The message “may take a year to arrive,” Doe said`: the quotation is its predicate.
    if doubt::is_wording(head) && !(head.len() == 2 && long()) {
        let clause = before().filter(|clause| doubt::has_words(head, clause));
        let doubtful = clause::may_report(head);
        return clause.map_or(Some(Found { doubtful, ..none }), |clause| of(clause, head, whole));
    }
    if doubt::is_addressed(head) {
        // `told the “Today” show` is a title, `asked the “reporter”` may be.
        let doubtful = inside.starts_with(char::is_lowercase) && !long() && clause::may_report(head);
        return Some(Found { doubtful, ..none });
    }
    if matches!(end, End::Comma | End::Open) {
        // What begins a sentence of its own says who asked only where nobody else does.
        let begins = end == End::Open && sentence::is_new_sentence(content, stretch.end);
        let clause = clause::after(tail, true);
        let found = clause.is_some();
        // `He said, “It was,” Doe told the Courier`: what Doe told is that he said it.
        let is_done = if clause::abuts(head) { done::ends_well } else { done::is_done };
        if goes_on && !clause.as_ref().is_some_and(|clause| done::is_within(tail, clause)) {
            return None;
        }
        if let Some(clause) = clause
            && (end == End::Comma || done::is_done(tail, &clause))
            && (is_done(tail, &clause) && !begins || empty || before().is_none())
            && (empty || !shape::is_title(inside))
            && (empty || !doubt::says_more(tail, &clause))
            && (empty || !doubt::is_comparison(tail) || before().is_none())
            && (empty
                || !done::is_passed_on(content, tail, &clause)
                || !before().is_some_and(|inner| done::is_of_somebody(content, head, &inner)))
        {
            return of(clause, tail, true);
        }
        // `“…,” said whoever`: the clause is there, and whose it is was not understood.
        if end == End::Comma && !found && done::is_turned(tail) {
            return Some(Found { reported: true, ..none });
        }
    }
    if end == End::None && shape::is_nickname(head, tail, inside) {
        return Some(none);
    }
    if end == End::None
        && (shape::is_title_of(head, tail, inside) || shape::is_title_spoken_of(content, head, tail, inside))
    {
        return Some(Found { titled: true, ..none });
    }
    if end == End::Stop
        && let Some(clause) = clause::after_stop(tail, REST)
    {
        return of(clause, tail, true);
    }
    if !empty && !clause::abuts(head) && shape::is_title(inside) {
        return Some(none);
    }
    if !empty && let Some(clause) = before() {
        return of(clause, head, whole);
    }
    if goes_on && end != End::Stop {
        return None;
    }
    if end == End::None
        && empty
        && let Some(clause) = clause::after(tail, false)
        && done::is_done(tail, &clause)
    {
        return of(clause, tail, true);
    }
    if end != End::Stop
        && !(end == End::Open && sentence::is_new_sentence(content, stretch.end))
        && let Some(clause) = clause::later(tail)
        && !(empty && end == End::Comma && doubt::is_reported(&tail[..clause.0.start]))
    {
        return of(clause, tail, whole);
    }
    let goes_on = end == End::Comma || end == End::Open && !sentence::is_new_sentence(content, stretch.end);
    let owns = empty && goes_on && doubt::has_own_clause(tail);
    let reply = empty && done::is_reply(content, tail);
    let doubtful = !empty && !long() && clause::may_report(head);
    Some(Found { doubtful, owns, reported: reply || owns && doubt::is_reported(tail), ..none })
}

/// The speaker of a quotation that begins its sentence, where that does not say it: whoever said the one before, if nothing but the clause
/// that says so stands between, or whoever the sentence before says spoke. `before` is what was found of the one before, and where it ends.
fn opening(
    content: &str,
    outer: &[Stretch],
    at: usize,
    before: Option<(&Found, usize)>,
    reader: &mut Sentences,
    none: Found,
) -> Found {
    let is_blank = |from: usize, to: usize| content[from..to.max(from)].trim_start().is_empty();
    let same = |found: &Found| Found { opens: true, whole: true, titled: false, doubtful: false, ..*found };
    // What was in doubt once is not handed on.
    let before = before.filter(|(found, _)| !found.weak);
    let before = before.and_then(|(found, end)| Some((found, found.speaker?, end)));
    if let Some((found, _, end)) = before
        && is_blank(end, outer[at].start)
    {
        return same(found);
    }
    let earlier = reader.earlier(content, outer, at);
    if let Some((found, speaker, end)) = before
        && speaker.0 >= end
        && earlier.first().is_none_or(|first| is_blank(end, first.start))
    {
        return same(found);
    }
    match clause::before(earlier, true).filter(|clause| clause::tells(earlier, clause)) {
        Some(clause) => none.by(content, earlier, &clause).pointing(content, earlier),
        None => none,
    }
}

/// Whether what is quoted has many words: what is long has them in its first block of bytes.
pub(super) fn is_long(inside: &str) -> bool {
    let block = Block::of_few(inside.as_bytes(), b' ');
    let spaces = block.are(b' ') | block.are_between(b'\t', b'\n') | block.are_between(b'\x0c', b'\r');
    let begins = !spaces & (spaces << 1 | 1);
    begins.count_ones() as usize >= LONG
        || inside.len() > BLOCK && inside.split_ascii_whitespace().nth(LONG - 1).is_some()
}

impl Sentences {
    /// Who is introduced by a block that ends with a colon.
    pub(super) fn introduction(&mut self, content: &str, outer: &[Stretch]) -> Option<Found> {
        if !content.trim_end().ends_with(':') {
            return None;
        }
        let last = self.last(content, outer);
        let clause = clause::before(last, true)?;
        Some(Found { points: false, ..Found::default().by(content, last, &clause) })
    }

    /// The one person that the last sentence of a block names.
    pub(super) fn last_person(&mut self, content: &str, outer: &[Stretch]) -> Option<(usize, usize)> {
        names::person(content, self.last(content, outer))
    }
}
