//! One quotation in its sentence: who speaks there, if the sentence says so.
//!
//! The steps run in a fixed order, and the first that can tell decides. First come the signs that the words are no speech, then the clause
//! right behind the quotation, then the one before it, then what follows later in the sentence.

use super::before;
use super::clause::{self, Clause};
use super::done;
use super::doubt;
use super::marks::Stretch;
use super::sentence::{self, Around, End};
use super::shape;
use super::speakers::{Found, is_long};
use super::tokens::Token;
use super::words::Tag;

/// How many tokens after a quotation that ends in a full stop may hold its reporting clause: room for `Doe said.` and little more.
const REST: usize = 6;

/// The speaker of a quotation, by the words around it. `None` means that more of the sentence must be read to tell.
pub(super) fn speaker(content: &str, stretch: &Stretch, around: &Around<'_>) -> Option<Found> {
    let setting = Setting::of(content, stretch, around);
    let Setting { inside, end, head, tail, opens, .. } = setting;
    if let Some(found) = setting.not_speech() {
        return Some(found);
    }
    match setting.clause_behind() {
        Step::Done(found) => return Some(found),
        Step::ReadOn => return None,
        Step::Next => {}
    }
    if end == End::None
        && let Some(found) = setting.name_or_title()
    {
        return Some(found);
    }
    if end == End::Stop
        && let Some(clause) = clause::after_stop(tail, REST)
    {
        return Some(setting.said(clause, tail, true));
    }
    if !opens && !before::abuts(head) && shape::is_title(inside) {
        return Some(setting.none);
    }
    if !opens && let Some(clause) = setting.clause_before() {
        return Some(setting.said(clause, head, setting.none.whole));
    }
    if setting.goes_on && end != End::Stop {
        return None;
    }
    Some(setting.clause_further_on().unwrap_or_else(|| setting.without_speaker()))
}

/// What one step of the search gives.
enum Step {
    /// The search is over.
    Done(Found),
    /// The answer lies in what was not read yet.
    ReadOn,
    /// This step cannot tell: the next one may.
    Next,
}

/// A quotation in its sentence.
struct Setting<'a> {
    content: &'a str,
    stretch: &'a Stretch,
    /// The quoted words, without their marks.
    inside: &'a str,
    /// How the quoted words end.
    end: End,
    /// The sentence before the quotation.
    head: &'a [Token],
    /// The sentence after it, as far as it was read.
    tail: &'a [Token],
    /// Whether the sentence may go on after `tail`.
    goes_on: bool,
    /// Whether the sentence begins with the quotation, apart from marks and words such as *and* or *yesterday*.
    opens: bool,
    /// What is known if there is no speaker.
    none: Found,
}

impl<'a> Setting<'a> {
    fn of(content: &'a str, stretch: &'a Stretch, around: &Around<'a>) -> Self {
        let Around { head, tail, goes_on } = *around;
        let opens = head.iter().all(|token| {
            matches!(
                token.tag,
                Tag::Dash | Tag::Open | Tag::Close | Tag::Comma | Tag::Colon | Tag::Stop | Tag::Adverb | Tag::And
            )
        });
        let set_off = head.last().is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Colon));
        let none = Found { whole: opens || set_off, opens, ..Found::default() };
        let (inside, end) = (stretch.inside(content), sentence::end_of(content, stretch));
        Self { content, stretch, inside, end, head, tail, goes_on, opens, none }
    }

    /// With the speaker of a clause, which stands in `list`.
    fn said(&self, clause: Clause, list: &[Token], whole: bool) -> Found {
        let found = Found { whole, ..self.none }.by(self.content, list, &clause);
        Found { weak: found.weak && found.verb.is_some_and(|verb| verb.1 <= self.stretch.start), ..found }
    }

    fn is_long(&self) -> bool {
        is_long(self.inside)
    }

    /// Whether the sentence ends with the quotation, which ends in a question mark or the like: behind `“Why?”` it may go on.
    fn ends_sentence(&self) -> bool {
        self.end == End::Open && sentence::is_new_sentence(self.content, self.stretch.end)
    }

    /// The reporting clause before the quotation.
    fn clause_before(&self) -> Option<Clause> {
        before::clause(self.head, self.is_long()).filter(|clause| {
            !doubt::is_passive(self.content, self.head, self.tail, clause)
                && !doubt::is_caused(self.content, self.head, clause)
        })
    }

    /// The answer where the words before the quotation show that it is no speech, or nobody's who can be named. A word that is spoken of has
    /// a speaker only if its verb is near: `Doe uttered the word “never”`.
    fn not_speech(&self) -> Option<Found> {
        let Self { content, inside, head, tail, none, .. } = *self;
        if !self.opens && (shape::is_titled(head, inside) || shape::is_so_called(content, self.stretch)) {
            return Some(Found { titled: true, ..none });
        }
        if doubt::is_claimed(content, head) {
            return Some(Found { doubtful: before::may_report(head), ..none });
        }
        if before::is_said_by_some(head) {
            return Some(Found { doubtful: true, ..none });
        }
        if doubt::is_asked(content, head, tail) {
            return Some(none);
        }
        // In `The message “may take a year to arrive,” Doe said` the quotation is what the sentence says of the message, not the message.
        if doubt::is_wording(head) && !(head.len() == 2 && self.is_long()) {
            let clause = self.clause_before().filter(|clause| doubt::has_words(head, clause));
            let doubtful = before::may_report(head);
            return Some(clause.map_or(Found { doubtful, ..none }, |clause| self.said(clause, head, none.whole)));
        }
        if doubt::is_addressed(head) {
            // In `told the “Today” show` it is a title; in `asked the “reporter”` it may be somebody's word.
            let doubtful = inside.starts_with(char::is_lowercase) && !self.is_long() && before::may_report(head);
            return Some(Found { doubtful, ..none });
        }
        None
    }

    /// The clause right behind a quotation that does not end its sentence: `“…,” Doe said`.
    fn clause_behind(&self) -> Step {
        let Self { end, tail, none, .. } = *self;
        if !matches!(end, End::Comma | End::Open) {
            return Step::Next;
        }
        let clause = clause::after(tail, true);
        let found = clause.is_some();
        if self.goes_on && !clause.as_ref().is_some_and(|clause| done::is_within(tail, clause)) {
            return Step::ReadOn;
        }
        if let Some(clause) = clause
            && (end == End::Comma || done::is_done(tail, &clause))
            && (self.opens || self.outweighs_head(&clause))
        {
            return Step::Done(self.said(clause, tail, true));
        }
        // In `“…,” said whoever` the clause is there, but its subject was not understood.
        if end == End::Comma && !found && done::is_turned(tail) {
            return Step::Done(Found { reported: true, ..none });
        }
        Step::Next
    }

    /// Whether a clause behind the quotation says who spoke, although other words stand before it in the sentence.
    fn outweighs_head(&self, clause: &Clause) -> bool {
        let Self { content, inside, head, tail, .. } = *self;
        // In `He said, “It was,” Doe told the Courier`, Doe told that he said it. So the clause must end without whom it was told to.
        let is_done = if before::abuts(head) { done::ends_well } else { done::is_done };
        // After a question, what looks like a new sentence counts only if nobody else speaks: `Who asked “Why?” Doe said no.`
        (is_done(tail, clause) && !self.ends_sentence() || self.clause_before().is_none())
            && !shape::is_title(inside)
            && !doubt::says_more(tail, clause)
            && (!doubt::is_comparison(tail) || self.clause_before().is_none())
            && (!done::is_passed_on(content, tail, clause)
                || !self.clause_before().is_some_and(|inner| done::is_of_somebody(content, head, &inner)))
    }

    /// The answer where the quoted words are a nickname or a title inside the sentence.
    fn name_or_title(&self) -> Option<Found> {
        let Self { content, inside, head, tail, none, .. } = *self;
        if shape::is_nickname(head, tail, inside) {
            return Some(none);
        }
        let titled = shape::is_title_of(head, tail, inside) || shape::is_title_spoken_of(content, head, tail, inside);
        titled.then_some(Found { titled, ..none })
    }

    /// A clause in the rest of the sentence: behind words that a sentence begins with, or later, between commas.
    fn clause_further_on(&self) -> Option<Found> {
        let Self { end, tail, opens, none, .. } = *self;
        if end == End::None
            && opens
            && let Some(clause) = clause::after(tail, false)
            && done::is_done(tail, &clause)
        {
            return Some(self.said(clause, tail, true));
        }
        if end != End::Stop
            && !self.ends_sentence()
            && let Some(clause) = clause::later(tail)
            && !(opens && end == End::Comma && doubt::is_reported(&tail[..clause.0.start]))
        {
            return Some(self.said(clause, tail, none.whole));
        }
        None
    }

    /// What the sentence shows where it names no speaker: whether one may be named elsewhere, and whether the words may be the article's own.
    fn without_speaker(&self) -> Found {
        let Self { content, end, head, tail, opens, none, .. } = *self;
        let goes_on = end == End::Comma || end == End::Open && !self.ends_sentence();
        let owns = opens && goes_on && doubt::has_own_clause(tail);
        let reply = opens && done::is_reply(content, tail);
        let doubtful = !opens && !self.is_long() && before::may_report(head);
        Found { doubtful, owns, reported: reply || owns && doubt::is_reported(tail), ..none }
    }
}
