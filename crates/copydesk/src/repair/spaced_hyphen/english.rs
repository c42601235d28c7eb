//! A hyphen and a space in English, read as a gap between two words: a compound, a suspended hyphen or a dash.

use super::super::compound::{self, Gap};
use super::super::listed::Listed;
use super::super::words::{self, starts_lower, starts_upper};
use super::super::{Finding, Reading};
use super::finding;
use crate::letters::floor_char_boundary;

/// How participles end, the regular ones and the irregular ones that compounds are made with.
const PARTICIPLE_ENDS: [&str; 9] = ["ed", "ing", "en", "led", "made", "born", "held", "built", "bound"];

const COMPOUND: &str = "a space after the hyphen of what reads as a compound";
pub(super) static CHAIN: Finding = finding("chain", Reading::Clear, COMPOUND);
pub(super) static PREFIX: Finding = finding("prefix", Reading::Clear, COMPOUND);
pub(super) static NUMBER: Finding = finding("unit", Reading::Clear, COMPOUND);
pub(super) static FIRST: Finding = finding("compound", Reading::Clear, COMPOUND);
pub(super) static FINAL: Finding = finding("compound", Reading::Clear, COMPOUND);
pub(super) static PARTICIPLE: Finding = finding("participle", Reading::Clear, COMPOUND);
pub(super) static PHRASAL: Finding = finding("phrasal", Reading::Clear, COMPOUND);
pub(super) static COMPASS: Finding = finding("compass", Reading::Clear, COMPOUND);
pub(super) static LETTER: Finding = finding("letter", Reading::Clear, COMPOUND);
pub(super) static ATTESTED: Finding = finding("attested", Reading::Clear, COMPOUND);
pub(super) static ATTRIBUTE: Finding = finding("attribute", Reading::Clear, COMPOUND);
pub(super) static NAMES: Finding =
    finding("names", Reading::Ambiguous, "two names with a hyphen and a space: a compound or a dash");
pub(super) static WORDS: Finding =
    finding("words", Reading::Ambiguous, "two words with a hyphen and a space: a compound or a dash");
pub(super) static DOUBTFUL: Finding =
    finding("words", Reading::Doubtful, "a hyphen and a space that may be a dash or a compound");
pub(super) static ASIDE: Finding =
    finding("aside", Reading::Doubtful, "a hyphen and a space before a name: a dash, or a compound");
pub(super) static LONG_NAMES: Finding =
    finding("names", Reading::Doubtful, "a hyphen and a space between names of several words: a dash, or an en dash");
pub(super) static DATELINE: Finding =
    finding("dateline", Reading::Doubtful, "a hyphen and a space after what may be a dateline or a label");
pub(super) static DASH: Finding = finding("dash", Reading::Dash, "a dash typed as a hyphen with one space");
pub(super) static SUSPENDED: Finding = finding("suspended", Reading::Correct, "a suspended hyphen");

impl Gap<'_> {
    /// The reading that the neighbours allow; `None` where it is no place of this rule.
    pub(super) fn read(&self) -> Option<&'static Finding> {
        let (left, right) = (self.left, self.right);
        let numbers = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let foreign =
            words::in_code(self.text, self.at, self.at + 2) || words::in_address(self.text, self.at, self.at + 2);
        if numbers(left) && numbers(right) || foreign {
            return None;
        }
        if self.is_chain() {
            return Some(&CHAIN);
        }
        let is_fixed = |fixed: &&str| {
            fixed.len() == left.len() + 1 + right.len()
                && fixed
                    .split_once('-')
                    .is_some_and(|(a, b)| left.eq_ignore_ascii_case(a) && right.eq_ignore_ascii_case(b))
        };
        if self.left_is.is(words::FIXED_FIRSTS) && words::FIXED.iter().any(is_fixed) {
            return Some(&FIRST);
        }
        // `two- all`, a score.
        if right == "all"
            && (self.left_is.is(words::ONES) || left.len() < 3 && numbers(left))
            && !self.after().starts_with(' ')
        {
            return Some(&NUMBER);
        }
        if right == "ever" && is_superlative(left) {
            return Some(&FIRST);
        }
        if self.left_is.is(words::TENS) && self.right_is.is(words::ONES) {
            return Some(&NUMBER);
        }
        if self.left_is.is(words::PHRASAL) && right == "through" {
            return Some(&PHRASAL);
        }
        if self.right_is.is(words::SUSPENDING) || is_rating(left) {
            return Some(&SUSPENDED);
        }
        if self.left_is.is(words::PREFIXES) && !self.right_is.is(words::CLAUSE_STARTS) && !numbers(right) {
            return Some(&PREFIX);
        }
        if words::CLAUSE_STARTS.has(base(right)) {
            return Some(if self.hangs() { &SUSPENDED } else { &DASH });
        }
        if self.left_is.is(words::NEVER_FIRST) {
            return Some(&DASH);
        }
        if self.is_dateline() && !(starts_upper(right) && self.is_person()) {
            return Some(&DATELINE);
        }
        if numbers(right) {
            return Some(if left.eq_ignore_ascii_case("covid") || self.has_letter() { &LETTER } else { &DOUBTFUL });
        }
        if starts_upper(right) { Some(self.read_capital()) } else { Some(self.read_small(left, right)) }
    }

    fn read_small(&self, left: &str, right: &str) -> &'static Finding {
        let starts_with_digit = left.starts_with(|c: char| c.is_ascii_digit());
        if self.has_letter() {
            return if self.before().ends_with('.') { &DOUBTFUL } else { &LETTER };
        }
        if self.right_is.is(words::UNITS) && (starts_with_digit || self.left_is.is(words::FIRSTS)) {
            return &NUMBER;
        }
        if self.left_is.is(words::DIRECTIONS) && self.right_is.is(words::DIRECTIONS) {
            return &COMPASS;
        }
        // `media- print, broadcast`: what follows may be a list. `airlines- carriers of the north`: no first half is a plural.
        let listed = self.begins_list();
        let plural =
            left.ends_with('s') && !["ss", "us", "is"].iter().any(|end| left.ends_with(end)) && starts_lower(left);
        let number = starts_with_digit && (right.ends_with('s') || left.len() > 3);
        if self.right_is.is(words::PARTICLES) {
            return if self.left_is.is(words::PHRASAL) {
                &PHRASAL
            } else if plural || number {
                &DOUBTFUL
            } else {
                &WORDS
            };
        }
        let participle = PARTICIPLE_ENDS.iter().any(|end| right.ends_with(end));
        if participle && words::AFTER_PARTICIPLE.has(self.next_word()) || number {
            return &DOUBTFUL;
        }
        if self.right_is.is(words::FINALS) {
            return &FINAL;
        }
        if self.left_is.is(words::FIRSTS) {
            return if listed && !participle { &WORDS } else { &FIRST };
        }
        if plural || listed && !participle {
            return &DOUBTFUL;
        }
        if participle && self.words_after().is_some() { &PARTICIPLE } else { &WORDS }
    }

    /// Whether the right word begins a list: `media- print, broadcast and web`. `the window- cleaner, who is` does not.
    fn begins_list(&self) -> bool {
        let after = self.after();
        let Some(rest) = after.strip_prefix(", ") else { return after.starts_with([':', ';']) };
        let second = compound::run_after(rest, 0);
        let rest = &rest[second.len()..];
        !second.is_empty()
            && !is_function(second)
            && (rest.starts_with(',') || rest.starts_with(" and ") || rest.starts_with(" or "))
    }

    fn read_capital(&self) -> &'static Finding {
        let (left, right) = (self.left, self.right);
        if self.left_is.is(words::DIRECTIONS) && self.right_is.is(words::DIRECTIONS) && starts_upper(left) {
            return &COMPASS;
        }
        if !starts_upper(left) || self.more_left {
            return if starts_lower(left) { &ASIDE } else { &DOUBTFUL };
        }
        if self.before().ends_with('.') && (is_letter(left) || !self.follows_initial())
            || is_shouted(left)
            || is_shouted(right)
        {
            &DOUBTFUL
        } else if self.follows_name() && !self.is_person() {
            &LONG_NAMES
        } else if self.is_attribute() {
            &ATTRIBUTE
        } else {
            &NAMES
        }
    }

    /// Whether the two names stand between an article and a noun: `the Norway- Poland route`, `a Dutch- Flemish institute`.
    fn is_attribute(&self) -> bool {
        let before = self.words_before().unwrap_or("");
        let article = compound::run_before(before, before.len());
        let noun = self.next_word();
        ["a", "an", "the"].iter().any(|known| article.eq_ignore_ascii_case(known))
            && starts_lower(noun)
            && !is_function(noun)
            && !words::SPEAKS.has(noun)
    }

    /// Whether the place is one gap of a compound of three: `year- on- year`, `year-on- year`, `year- on-year`.
    fn is_chain(&self) -> bool {
        self.more_right && self.right_is.is(words::MIDDLES)
            || self.more_left && (self.left_is.is(words::MIDDLES) || self.right == "it" && self.has_it_before())
    }

    /// Whether an `it` stands in the run before: `use- it- or- lose- it`.
    fn has_it_before(&self) -> bool {
        compound::run_before(self.text, self.at).split('-').any(|word| word.trim_start() == "it")
    }

    /// Whether the left half is a letter: `X- ray`.
    fn has_letter(&self) -> bool {
        is_letter(self.left) && !self.more_left
    }

    /// Whether a function word on the right leads to another hyphenated word soon: `pre- rather than post-war`.
    fn hangs(&self) -> bool {
        let can_hang = self.left_is.is(words::PREFIXES) || self.left_is.is(words::FIRSTS);
        if !can_hang && !self.left.ends_with(|c: char| c.is_ascii_digit()) {
            return is_letter(self.left);
        }
        let end = floor_char_boundary(self.text, self.at + 2 + 2 * words::WORD_LIMIT);
        let clause = self.text[self.at + 2..end].split(['.', ';', ':', '\n']).next().unwrap_or("");
        clause.split(' ').skip(1).take(5).any(|word| word.trim_matches('-').contains('-') || word.ends_with('-'))
    }

    /// Whether the line begins with capitalised words that end here: a place, a label, a heading.
    fn is_dateline(&self) -> bool {
        let Some(start) = self.line_start() else { return false };
        // `Moreover, China- Kazakhstan cooperation`: a sentence begins here, no dateline.
        let opening = start.split([' ', ',']).next().unwrap_or("");
        if is_function(opening) || opening.ends_with("ly") {
            return false;
        }
        let small = |word: &str| matches!(word, "al" | "am" | "an" | "de" | "del" | "der" | "di" | "la" | "of");
        let capitals =
            start.split([' ', '/', ',']).filter(|word| !word.is_empty()).all(|word| starts_upper(word) || small(word));
        let shouted = start.len() > 3 && !start.chars().any(char::is_lowercase);
        capitals && (!starts_lower(self.right) || shouted)
    }

    /// Whether the left word is the end of a longer name: `Ohio State- Iowa`.
    fn follows_name(&self) -> bool {
        let Some(before) = self.words_before() else { return false };
        let word = compound::run_before(before, before.len());
        starts_upper(word)
            && before.ends_with(char::is_alphanumeric)
            && !word.ends_with("'s")
            && !word.ends_with("’s")
            && !is_function(word)
    }

    /// Whether an initial stands before: `R. V. Saltmarsh- Quill`.
    fn follows_initial(&self) -> bool {
        let bytes = self.before().trim_end_matches(' ').as_bytes();
        matches!(bytes, [.., before, initial, b'.'] if initial.is_ascii_uppercase() && !before.is_ascii_alphanumeric() && *before != b'.')
    }

    /// Whether the two words are the surname of a person: from a title, an office or `said` before the first name, or from an age, an
    /// apposition or a verb of speech after.
    fn is_person(&self) -> bool {
        let before = self.words_before().unwrap_or(self.before()).trim_end_matches([' ', '.']);
        let first_name = compound::run_before(before, before.len());
        let before = before[..before.len() - first_name.len()].trim_end_matches([' ', '.']);
        let office = compound::run_before(before, before.len());
        let office = office.rsplit('-').next().unwrap_or(office).trim_start();
        let holds_office = starts_lower(office)
            && office.len() > 4
            && !is_function(office)
            && ["er", "or", "ist", "man", "ian", "ant", "ent", "ive", "captain"]
                .iter()
                .any(|end| office.ends_with(end));
        if words::TITLES.has(first_name) || Listed::of(office).is_any([words::TITLES, words::SPEAKS]) || holds_office {
            return true;
        }
        let apposed = self.after().strip_prefix(", ").map(|after| compound::run_after(after, 0));
        match apposed {
            Some(word) => {
                matches!(word, "a" | "an" | "the" | "his" | "her" | "whose" | "who")
                    || matches!(word.as_bytes(), [b'1'..=b'9', b'0'..=b'9'])
            }
            None => words::SPEAKS.has(self.next_word()),
        }
    }
}

/// A word that is no part of a name though a sentence may begin with it.
fn is_function(word: &str) -> bool {
    Listed::of(word).is_any([words::CLAUSE_STARTS, words::NEVER_FIRST, words::PARTICLES])
}

/// The word before its apostrophe, if what follows makes it a verb: `didn’t` is as much a clause start as `did`.
fn base(word: &str) -> &str {
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    if stem.len() == word.len() {
        word
    } else {
        stem.strip_suffix('n').filter(|stem| words::CLAUSE_STARTS.has(stem)).unwrap_or(stem)
    }
}

/// What `ever` makes a compound with: `the largest-ever haul`.
fn is_superlative(word: &str) -> bool {
    word.len() > 4 && word.ends_with("est") || matches!(word, "best" | "first" | "last" | "least" | "most" | "worst")
}

/// A word in capitals too long for an initialism: part of a heading or a label.
fn is_shouted(word: &str) -> bool {
    word.len() > 5 && !word.chars().any(char::is_lowercase)
}

/// A credit rating, whose hyphen is a minus: `a BBB- threshold`.
fn is_rating(word: &str) -> bool {
    (2..=3).contains(&word.len())
        && matches!(word.as_bytes()[0], b'A'..=b'C')
        && word.bytes().all(|byte| byte == word.as_bytes()[0])
}

fn is_letter(word: &str) -> bool {
    word.len() == 1 && starts_upper(word)
}
