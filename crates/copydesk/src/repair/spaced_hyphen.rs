//! # spaced-hyphen
//!
//! **Sees** a hyphen with a letter or digit before it, and one space and a letter or digit after it: `year- on- year`, `China- Europe`,
//! `72- year-old`, `discus- sions`.
//!
//! **Does** one of five things, if both the words and the document support it:
//!
//! - *Closes* a compound by removing the space: a chain such as `father- in- law`; a bound prefix; a number and its unit; a second half
//!   such as `based`; two points of the compass; two names before a noun; the same compound closed elsewhere in the document; or anything
//!   that is at least not a dash.
//! - *Joins* one word by removing hyphen and space (`discus- sions`). The joined word is elsewhere in the document or is common, and its
//!   halves are not two words; or the second half is an ending such as `tion`.
//! - *Keeps* a suspended hyphen (`first- and second-round`).
//! - *Keeps* a dash (`nationals- although`).
//! - *Leaves and notes* the rest.
//!
//! The document's evidence is three places of the family of spaces after `-` and `(`, two of them better than doubtful and one of those
//! clear. If one hyphen of the document is clearly a dash typed with one space, merely possible places are left and noted, and do not
//! support the rest. With five clear places and no dash, a doubtful place is *likely* to be a hyphen too, unless it is between a word in
//! lower case and a name.
//!
//! If a document shows three cut words, or two among few places, its hyphens were at line ends. There, a place that is neither a dash nor a
//! suspended hyphen is joined, unless both halves are words or it reads as a compound.
//!
//! **Leaves alone** datelines (`LUCKNOW- At noon`); names of several words on either side of a dash (`Ohio State- Iowa`); ranges and
//! scores; addresses and code. In German, Dutch, Spanish, Portuguese and French it leaves all but the certain cases: a word cut in two, the
//! document's own compound, `EU- Kommission`, `ex- presidente`, `peut- être`. German and Dutch suspend before many words; Spanish and
//! Portuguese close their asides so. It leaves other languages alone altogether.
//!
//! **Evidence**: 432 hits of 12 modern English sets, labelled by hand: hyphen 34 %, suspended 21 %, dash 21 %, joined word 20 %. In e-paper
//! text half are joined words; in German 97 % are suspended. No fixed rule is safe. So the words and the document decide, and the default
//! is to leave and note.

mod abroad;
mod english;

use crate::language::Language;
use crate::note::NoteKind;
use crate::reuse::emptied;

use super::compound::Gap;
use super::halves::{Attested, Halves, keeps_hyphen};
use super::vocabulary::{self, Joined, Vocabulary, pair};
use super::words::{starts_lower, starts_upper};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-hyphen`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-hyphen",
    page: include_str!("spaced_hyphen.rs"),
    kind: RuleKind::Repair { family: Family::Spaces, find, decide },
};

const fn finding(name: &'static str, reading: Reading, message: &'static str) -> Finding {
    Finding { name, reading, replacement: "-", note: NoteKind::AmbiguousHyphen, message }
}

const fn joining(name: &'static str, reading: Reading, message: &'static str) -> Finding {
    Finding { replacement: "", ..finding(name, reading, message) }
}

static JOINED: Finding = joining("word", Reading::Clear, "a hyphen and a space inside what reads as one word");
static LINE_WORD: Finding = joining("line-end", Reading::Clear, "a hyphen and a space where a line ended");
static LINE_COMPOUND: Finding = finding("line-end", Reading::Clear, "a compound where a line ended");
static ONE_OR_TWO: Finding =
    finding("words", Reading::Doubtful, "a hyphen and a space in what may be one word, or a compound");

/// The same in a document that cuts no words.
static COMPOUND_OR_WORD: Finding = finding("words", Reading::Doubtful, ONE_OR_TWO.message);

/// Two words of which one at least is unknown, in a document that cuts none. Without the document's evidence it is no more than a doubt:
/// once the cut words are repaired, nothing shows any longer that the document had some.
static UNKNOWN: Finding = finding("words", Reading::Ambiguous, ONE_OR_TWO.message);

/// How many cut words show that the document's hyphens stood at line ends.
const CUT: usize = 3;
/// The same where one place in so many is a cut word.
const CUT_OF_FEW: (usize, usize) = (2, 4);

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    let Some(language) = article.language else { return };
    let read: fn(&Gap<'_>, Language) -> Option<&'static Finding> = match language {
        Language::English => |gap, _| gap.read(),
        _ => abroad::read,
    };
    let mut places: Vec<Place<'_>> = article.hyphens.take();
    for at in article.suspects.hyphens.iter().map(|&at| at as usize) {
        let Some(gap) = Gap::at(article, at) else { continue };
        if let Some(finding) = read(&gap, language) {
            let joined = vocabulary::joined(gap.left, gap.right);
            places.push(Place { start: at as u32, finding, left: gap.left, right: gap.right, joined, seen: None });
        }
    }
    if !places.is_empty() {
        settle(article.text, language, &mut places);
        // What is correct as it stands is no evidence and is left: nobody has to look at it again.
        let wrong = places.iter().filter(|place| place.finding.reading != Reading::Correct);
        spots.extend(wrong.map(Place::spot));
    }
    article.hyphens.set(emptied(places));
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear if tally.spaces_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        Reading::Ambiguous if tally.spaces_are_damage() && !tally.has_dashes() => Outcome::Repair(Risk::Safe),
        Reading::Ambiguous if std::ptr::eq(spot.finding, &raw const UNKNOWN) => Outcome::Note,
        Reading::Ambiguous => Outcome::Repair(Risk::All),
        Reading::Doubtful if tally.spaces_abound() && may_close(spot.finding) => Outcome::Repair(Risk::Likely),
        Reading::Doubtful | Reading::Style => Outcome::Note,
        Reading::Dash | Reading::Correct => Outcome::Leave,
    }
}

/// Whether a doubtful place reads as a hyphen where the document puts a space behind every one of them.
fn may_close(finding: &'static Finding) -> bool {
    [&english::DOUBTFUL, &english::LONG_NAMES, &COMPOUND_OR_WORD].iter().any(|known| std::ptr::eq(finding, *known))
}

/// A hyphen and a space, and what they are, first by their neighbours and then by the document.
pub(super) struct Place<'t> {
    start: u32,
    finding: &'static Finding,
    left: &'t str,
    right: &'t str,
    /// The word that the two make, as hashes.
    joined: Joined,
    /// What its halves look like, and whether the document has the joined word, as far as it was looked at.
    seen: Option<(Halves, Attested)>,
}

impl Place<'_> {
    fn spot(&self) -> Spot {
        Spot { start: self.start, end: self.start + 2, rule: &RULE, finding: self.finding }
    }

    /// Looks at the halves, again only where the document's words say something else than before.
    fn look(&mut self, language: Language, words: &Vocabulary) {
        let attested = if words.has_any(&self.joined) { Attested::Joined } else { Attested::No };
        if self.seen.is_none_or(|(_, before)| before != attested) {
            self.seen = Some((Halves::of(language, self.left, self.right, attested), attested));
        }
    }

    fn halves(&self) -> Halves {
        self.seen.map_or(Halves::Unknown, |(halves, _)| halves)
    }

    /// Whether the finding rests on more than that the two words may be a compound.
    fn is_settled(&self) -> bool {
        use english::{ATTESTED, CHAIN, COMPASS, DATELINE, LETTER, LONG_NAMES, NUMBER};
        self.is(&[&ATTESTED, &CHAIN, &COMPASS, &LETTER, &NUMBER, &LONG_NAMES, &DATELINE, &abroad::FIXED])
    }

    fn is(&self, findings: &[&'static Finding]) -> bool {
        findings.iter().any(|finding| std::ptr::eq(self.finding, *finding))
    }

    fn pair(&self, text: &str) -> Option<u64> {
        pair(text, self.start as usize, self.start as usize + 2)
    }
}

/// Decides by the document what the neighbours leave open, and tells the words that a line end cut from the compounds.
fn settle(text: &str, language: Language, places: &mut [Place<'_>]) {
    let nothing = |place: &Place<'_>| place.is(&[&abroad::NOTHING]);
    let open = |place: &&Place<'_>| place.finding.reading != Reading::Correct || nothing(place);
    let wanted = places.iter().filter(open).flat_map(|place| place.joined).flatten();
    let mut words = Vocabulary::of(text, wanted.collect());
    places.iter_mut().for_each(|place| place.look(language, &words));
    // What will be joined in this document counts as joined: a second parse must not know more than the first.
    let joins = places.iter().filter(|place| place.halves() == Halves::Word);
    let cut = joins.clone().count();
    words.extend(joins.flat_map(|place| place.joined).flatten());
    places.iter_mut().for_each(|place| place.look(language, &words));
    let line_ends = cut >= CUT || cut >= CUT_OF_FEW.0 && cut * CUT_OF_FEW.1 >= places.len();

    if places.iter().any(|place| nothing(place) || !matches!(place.finding.reading, Reading::Correct | Reading::Clear))
    {
        attest(text, places, |place| line_ends || place.halves() == Halves::Word);
    }
    for place in &mut *places {
        place.finding =
            match place.halves() {
                _ if place.is(&[&english::ATTESTED]) => place.finding,
                Halves::Word => &JOINED,
                halves if line_ends => at_line_end(place, language, halves),
                // `per- cent`: one word in a list of words, so that the compound is not sure.
                Halves::Either if is_open(place, language) && !keeps_hyphen(place.left) => {
                    if cut > 0 {
                        &ONE_OR_TWO
                    } else {
                        &COMPOUND_OR_WORD
                    }
                }
                // `good- will`: no clear dash.
                Halves::Either if place.is(&[&english::DASH]) && starts_lower(place.left) => &ONE_OR_TWO,
                // `gene- ration`, in a document that cuts words: no half is known.
                Halves::Unknown if place.finding.reading == Reading::Ambiguous && is_open(place, language) => {
                    if cut > 0 { &ONE_OR_TWO } else { &UNKNOWN }
                }
                _ => place.finding,
            };
    }
    close_asides(text, places);
}

/// How far the second dash of an aside may be from the first.
const ASIDE: usize = 100;

/// Where a dash, or what may be one, opens an aside, what stands behind its last name closes it: `the firm- Acme- lost`.
fn close_asides(text: &str, places: &mut [Place<'_>]) {
    let opens = |place: &Place<'_>| place.is(&[&english::ASIDE, &english::DASH]);
    let may_be_word = |place: &Place<'_>| matches!(place.finding.reading, Reading::Clear | Reading::Ambiguous);
    for at in 1..places.len() {
        let (first, second) = (&places[at - 1], &places[at]);
        let aside = &text[first.start as usize..second.start as usize];
        if opens(first)
            && may_be_word(second)
            && !second.is_settled()
            && starts_upper(second.left)
            && starts_lower(second.right)
            && aside.len() <= ASIDE
            && !aside.contains(['.', '!', '?', ';', '\n'])
        {
            places[at].finding = &english::ASIDE;
        }
    }
}

/// Whether only the look of two English words in lower case speaks for a compound.
fn is_open(place: &Place<'_>, language: Language) -> bool {
    language == Language::English
        && matches!(place.finding.reading, Reading::Clear | Reading::Ambiguous)
        && !place.is_settled()
        && starts_lower(place.left)
        && starts_lower(place.right)
}

/// What a place is in a document whose hyphens stood at line ends.
fn at_line_end(place: &Place<'_>, language: Language, halves: Halves) -> &'static Finding {
    let untouched = matches!(place.finding.reading, Reading::Correct | Reading::Dash) && !place.is(&[&abroad::NOTHING]);
    match halves {
        _ if place.is_settled() => place.finding,
        Halves::Word | Halves::Either => &LINE_WORD,
        _ if untouched => place.finding,
        // `ex- presidente`
        Halves::Unknown if language != Language::English && place.is(&[&english::PREFIX]) => place.finding,
        Halves::Unknown if language == Language::English || abroad::may_be_cut(place.left, place.right) => &LINE_WORD,
        Halves::Compound if language == Language::English && starts_lower(place.right) => &LINE_COMPOUND,
        Halves::Unknown | Halves::Compound => place.finding,
    }
}

/// Makes clear what the document itself shows closed elsewhere: `oil-pipeline` here decides `oil- pipeline` there.
///
/// What will be closed in this document counts as closed too; `cut` says where it may be joined instead.
fn attest<'t>(text: &str, places: &mut [Place<'t>], cut: impl Fn(&Place<'t>) -> bool) {
    use english::{ASIDE, ATTESTED, DATELINE, DOUBTFUL, LONG_NAMES, NAMES};
    let open = |place: &Place<'_>| {
        place.finding.reading == Reading::Ambiguous
            || place.is(&[&ASIDE, &DOUBTFUL, &LONG_NAMES, &DATELINE, &abroad::NOTHING])
    };
    if !places.iter().any(open) {
        return;
    }
    let mut closed: Vec<u64> = vocabulary::compounds(text).collect();
    let clear = places.iter().filter(|place| place.finding.reading == Reading::Clear && !cut(place));
    closed.extend(clear.filter_map(|place| place.pair(text)));
    closed.sort_unstable();
    let ambiguous = places.iter().filter(|place| place.finding.reading == Reading::Ambiguous);
    let mut possible: Vec<u64> = ambiguous.filter_map(|place| place.pair(text)).collect();
    possible.sort_unstable();
    for place in places.iter_mut().filter(|place| open(place)) {
        let Some(hash) = place.pair(text) else { continue };
        if closed.binary_search(&hash).is_ok() {
            place.finding = &ATTESTED;
        } else if place.finding.reading == Reading::Doubtful && possible.binary_search(&hash).is_ok() {
            // The same words stand elsewhere without what makes them doubtful here: `Estela Varga- Quinn`, then `Varga- Quinn`.
            place.finding = &NAMES;
        }
    }
}
