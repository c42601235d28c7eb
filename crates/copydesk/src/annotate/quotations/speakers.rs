//! Who said what is quoted. The sentence of the quotation is asked first (`setting`). If it has no answer, the quotation before it or the
//! sentence before it may have one.

use crate::masks::{BLOCK, Block};

use super::apposed;
use super::before;
use super::clause::{self, Clause};
use super::marks::Stretch;
use super::names;
use super::sentence::{self, AFTER, End, FEW, Sentences};
use super::setting;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Tag, Verb};

/// What was found out about a quotation.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) speaker: Option<(usize, usize)>,
    pub(super) verb: Option<(usize, usize)>,
    /// Whether it stands by itself: as a sentence, or set off by a comma or a colon.
    pub(super) whole: bool,
    /// Whether it begins its sentence.
    pub(super) opens: bool,
    /// Whether its sentence begins the block.
    pub(super) opens_block: bool,
    /// Whether the speaker is the pronoun *he* or *she*.
    pub(super) points: bool,
    /// Whether nobody can tell if the words are somebody's or the article's own: `Doe wanted a “quick end”`.
    pub(super) doubtful: bool,
    /// Whether a verb of speech or `came the reply` follows, but its subject was not understood.
    pub(super) reported: bool,
    /// Whether it is the title of a thing that stands before it: `the film “Early Tide”`.
    pub(super) titled: bool,
    /// Whether it ends in a comma, and what follows seems to be its own reporting clause, which was not understood.
    pub(super) owns: bool,
    /// Whether its verb stands before it and only reports at times: `Doe continued with “…”`.
    pub(super) weak: bool,
    /// The person who holds the office that the speaker is called by: `Jane Doe` in `the mayor, Jane Doe, said`.
    pub(super) apposed: Option<(usize, usize)>,
    /// The name that the pronoun stands for.
    pub(super) antecedent: Option<(usize, usize)>,
}

/// From this many words on, a quotation is rarely the article's own wording.
pub(super) const LONG: usize = 5;

/// The speakers of those stretches of one block that stand in no other. Few tokens behind a quotation are read first, because most
/// reporting clauses are short. Only if they do not tell are more read.
pub(super) fn read(content: &str, outer: &[Stretch], reader: &mut Sentences, found: &mut Vec<Found>) {
    found.clear();
    reader.begin();
    for at in 0..outer.len() {
        let stretch = &outer[at];
        let one = setting::speaker(content, stretch, &reader.around(content, outer, at, FEW))
            .or_else(|| setting::speaker(content, stretch, &reader.around(content, outer, at, AFTER)))
            .unwrap_or_default();
        let one = match (one.points, one.opens && one.speaker.is_none()) {
            (true, _) => one.pointing(content, reader.earlier(content, outer, at)),
            (false, true) => {
                let before = at.checked_sub(1).map(|before| (&found[before], outer[before].end));
                let found = opening(content, outer, at, before, reader, one);
                // Its own clause says who spoke, although it was not understood. So the speaker found elsewhere only shows that somebody
                // did.
                if one.owns { Found { reported: one.reported || found.speaker.is_some(), ..one } } else { found }
            }
            (false, false) => one,
        };
        found.push(one);
    }
}

/// What the marks alone show, in a language whose words are not known: which stretches stand by themselves.
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

/// Whether a stretch is a sentence of its own, by how it ends.
pub(super) fn is_utterance(content: &str, stretch: &Stretch) -> bool {
    matches!(sentence::end_of(content, stretch), End::Stop | End::Open)
}

fn is_he(content: &str, phrase: &[Token]) -> bool {
    matches!(phrase, [only] if matches!(&content[only.start..only.end], "he" | "she" | "He" | "She"))
}

/// Whether a pronoun of the other gender stands before this one in the same sentence, as in `She left, he said`. The person of the sentence
/// before is then more likely the other one.
fn is_beside_other(content: &str, list: &[Token], at: usize) -> bool {
    let text = |token: &Token| &content[token.start..token.end];
    let others = if matches!(text(&list[at]), "he" | "He") { ["she", "She"] } else { ["he", "He"] };
    list[..at].iter().rev().take_while(|token| token.tag != Tag::Stop).any(|token| others.contains(&text(token)))
}

impl Found {
    /// Adds the speaker and the verb of a clause.
    pub(super) fn by(self, content: &str, list: &[Token], (range, verb): &Clause) -> Self {
        let range = apposed::holder(content, list, apposed::whole_office(content, list, range, *verb));
        let range = &apposed::from_title(content, list, range);
        let end = list[range.end - 1].end;
        // `I’m sure`, `he’d been asleep`: the auxiliary has a verb of its own, and the pronoun is not the subject of this one.
        if range.len() == 1 && list[range.start].is_contracted(content) {
            return self;
        }
        // `The court heard that he said “…”`, `we hear from her`: whoever heard it did not say it.
        let bytes = |token: &Token| &content.as_bytes()[token.start..token.end];
        if verb.is_some_and(|verb| matches!(bytes(&list[verb]), b"hear" | b"heard" | b"hears")) {
            return Self { doubtful: true, ..self };
        }
        // In `This is why they called it “…”` it is not known who did.
        if range.len() == 1 && list[range.start].is(Traits::THIS) {
            return Self { doubtful: true, ..self };
        }
        // In `Nobody said “…”` it was not said. But `No 10 said` has a speaker.
        let first = bytes(&list[range.start]);
        let of_nobody = matches!(first, b"No" | b"no")
            && list.get(range.start + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital());
        let start = apposed::past_than(content, list, range);
        let is_named = start > list[range.start].start;
        if !is_named
            && (of_nobody || matches!(first, b"Nobody" | b"nobody" | b"None" | b"none" | b"Neither" | b"neither"))
        {
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

    /// Adds the name that the pronoun stands for, if the speaker is one.
    fn pointing(self, content: &str, earlier: &[Token]) -> Self {
        if !self.points {
            return self;
        }
        Self { antecedent: names::person(content, earlier), opens_block: earlier.is_empty(), ..self }
    }
}

/// The speaker of a quotation that begins its sentence and has no clause of its own. Whoever said the quotation before it goes on speaking
/// if nothing but their reporting clause stands between: `“No,” Doe said. “Never.”` Otherwise the sentence before may introduce it.
/// `before` is what was found for the quotation before, and where that ends.
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
    // A doubtful speaker is not carried over to the next quotation.
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
    match before::clause(earlier, true).filter(|clause| clause::tells(earlier, clause)) {
        Some(clause) => none.by(content, earlier, &clause).pointing(content, earlier),
        None => none,
    }
}

/// Whether many words are quoted. Quotations that are long have that many in their first block of bytes, so most need no second look.
pub(super) fn is_long(inside: &str) -> bool {
    let block = Block::of_few(inside.as_bytes(), b' ');
    let spaces = block.are(b' ') | block.are_between(b'\t', b'\n') | block.are_between(b'\x0c', b'\r');
    let begins = !spaces & (spaces << 1 | 1);
    begins.count_ones() as usize >= LONG
        || inside.len() > BLOCK && inside.split_ascii_whitespace().nth(LONG - 1).is_some()
}

impl Sentences {
    /// Whom a block introduces that ends with a colon: `The mayor said:`.
    pub(super) fn introduction(&mut self, content: &str, outer: &[Stretch]) -> Option<Found> {
        if !content.trim_end().ends_with(':') {
            return None;
        }
        let last = self.last(content, outer);
        let clause = before::clause(last, true)?;
        Some(Found { points: false, ..Found::default().by(content, last, &clause) })
    }

    /// The one person that the last sentence of a block names.
    pub(super) fn last_person(&mut self, content: &str, outer: &[Stretch]) -> Option<(usize, usize)> {
        names::person(content, self.last(content, outer))
    }
}
