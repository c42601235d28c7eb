//! Finds the letters of a short form in the words before it, and what that costs.
//!
//! The letters are matched with the words from left to right: the first with the beginning of a word, each other one with any later letter
//! that is the same. Every choice has a price: none for the first letter of a word, a little for skipping a small word, more for a letter
//! in the middle of a word, and most for whole words without a letter. The cheapest reading wins; at equal cost, the shorter one. A reading
//! whose price is too high for so many letters is no definition. This is the idea of Schwartz and Hearst, with a sum of prices instead of
//! their greedy walk from the right, which takes the first letter that fits.
//!
//! The time is letters × bytes of the window: the best reading up to a letter comes from two running minima, not from all pairs.

use super::parts::Parts;

/// Hundredths. Set on two collections of marked definitions, medical and legal; each is rounded, and none is decisive alone.
mod price {
    /// A capital, or the edge of a number, in a word of which a letter before is taken: `NorthQuayWorks`.
    pub(super) const INNER_CAPITAL: i32 = 20;
    /// The letter next to the last, from the word's beginning on: `Ad` for `adenovirus`.
    pub(super) const NEXT: i32 = 15;
    /// The letter next to the last, elsewhere.
    pub(super) const ADJACENT: i32 = 15;
    /// A later letter in a word of which an earlier one is taken: `TB` for `tuberculosis`. It costs more than skipping a small word.
    pub(super) const LATER: i32 = 32;
    /// A letter in the middle of a word of which no other is taken.
    pub(super) const MIDDLE: i32 = 110;
    /// A capital in the middle of one.
    pub(super) const MIDDLE_CAPITAL: i32 = 70;
    /// A small word that gives its first letter: the `a` of `VaR`.
    pub(super) const SMALL: i32 = 15;
    /// A long form that begins with a small word.
    pub(super) const BEGINS_SMALL: i32 = 85;
    /// A long form that begins behind a hyphen.
    pub(super) const BEGINS_JOINED: i32 = 15;
    /// What is given back for a word that is taken whole: `UN-Women`.
    pub(super) const WHOLE: i32 = 70;
    /// Three letters or more in one word, where others have them as initials: no `price` for `PCE`. It chooses between readings, and does
    /// not count against the limit.
    pub(super) const ONE_WORD: i32 = 80;
    /// Words passed over behind the last letter cost more, by this share.
    pub(super) const TAIL: i32 = 220;
}

/// The most letters of a short form.
const LETTERS: usize = 16;

/// The cheapest reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// In hundredths.
    pub(super) cost: i32,
    /// Where the first letter stands in the window.
    pub(super) start: usize,
}

/// One letter on one place, and the cheapest way to it.
#[derive(Clone, Copy, Debug)]
struct Cell {
    cost: i32,
    start: u16,
    at: u16,
    part: u8,
    /// Whether every letter of the word up to this one is taken.
    run: bool,
}

/// The cheapest way so far, and where it starts: of two that cost the same, the later start.
#[derive(Clone, Copy)]
struct Way {
    cost: i32,
    start: u16,
    run: bool,
}

impl Way {
    fn or(self, other: Option<Self>) -> Self {
        match other {
            Some(other) if (other.cost, u16::MAX - other.start) <= (self.cost, u16::MAX - self.start) => other,
            _ => self,
        }
    }

    fn dearer(self, cost: i32) -> Self {
        Self { cost: self.cost + cost, ..self }
    }
}

/// Buffers, so that a document needs them once.
#[derive(Default)]
pub(super) struct Aligner {
    parts: Parts,
    last: Vec<Cell>,
    next: Vec<Cell>,
}

impl Aligner {
    /// Lays the letters of `short` onto `window`, which ends where the long form ends.
    pub(super) fn read(&mut self, short: &str, window: &str) -> Option<Reading> {
        let mut letters = [Letter::default(); LETTERS];
        let count = letters_of(short, &mut letters)?;
        self.parts.read(window, 4 * count.max(3) + 20);
        let parts = &self.parts;
        self.last.clear();
        for at in parts.places() {
            let place = parts.place(at);
            if letters[0].is_at(parts, at) && place.part_start {
                let part = parts.part(place.part);
                let mut cost = if part.joined { price::BEGINS_JOINED } else { 0 };
                if part.small {
                    cost += price::BEGINS_SMALL;
                }
                self.last.push(Cell { cost, start: at as u16, at: at as u16, part: place.part, run: true });
            }
        }
        for (index, letter) in letters[..count].iter().enumerate().skip(1) {
            if self.last.is_empty() {
                return None;
            }
            self.next.clear();
            advance(parts, &self.last, &mut self.next, *letter, index);
            // The `s` of a plural stands for nothing: `IPOs` for `initial public offering`.
            if index + 1 == count && letter.byte == b's' && short.ends_with('s') {
                self.next.extend_from_slice(&self.last);
            }
            std::mem::swap(&mut self.last, &mut self.next);
        }
        let end = |cell: &Cell| {
            let one = count > 2 && parts.place(usize::from(cell.start)).part == cell.part;
            let tail = parts.passed(cell.part, parts.len()) * price::TAIL / 100;
            let handicap = if one { price::ONE_WORD } else { 0 };
            (Way { cost: cell.cost + tail + handicap, start: cell.start, run: false }, handicap)
        };
        let (best, handicap) = self.last.iter().map(end).reduce(|best, next| {
            let later = (next.0.cost, best.0.start) <= (best.0.cost, next.0.start);
            if later { next } else { best }
        })?;
        Some(Reading { cost: best.cost - handicap, start: usize::from(best.start) })
    }
}

/// The cells of one letter, from those of the letter before it. Both are in order of place.
fn advance(parts: &Parts, last: &[Cell], next: &mut Vec<Cell>, letter: Letter, index: usize) {
    let (mut before, mut inside) = (0, 0);
    // The cheapest way to any earlier word, less what was passed over up to it; and to this word.
    let (mut across, mut within): (Option<Way>, Option<Way>) = (None, None);
    let mut word = None;
    for at in parts.places().filter(|&at| letter.is_at(parts, at)) {
        let place = parts.place(at);
        if word != Some(place.part) {
            word = Some(place.part);
            within = None;
            while before < last.len() && last[before].part < place.part {
                let cell = last[before];
                let way = Way { cost: cell.cost - parts.passed_up_to(cell.part), start: cell.start, run: false };
                across = Some(way.or(across));
                before += 1;
            }
            inside = before;
        }
        let mut adjacent = None;
        while inside < last.len() && last[inside].part == place.part && usize::from(last[inside].at) < at {
            let cell = last[inside];
            let way = Way { cost: cell.cost, start: cell.start, run: cell.run };
            within = Some(way.or(within));
            adjacent = (usize::from(cell.at) + 1 == at).then_some(way);
            inside += 1;
        }
        let part = parts.part(place.part);
        let mut best: Option<Way> = None;
        let mut offer = |way: Option<Way>, cost: i32, run: bool| {
            if let Some(way) = way {
                best = Some(Way { run, ..way.dearer(cost) }.or(best));
            }
        };
        let passed = across.map(|way| way.dearer(parts.passed_before(place.part)));
        if place.part_start {
            let small = part.small && !place.capital;
            offer(passed, if small { price::SMALL } else { 0 }, true);
        } else if place.capital_edge {
            offer(passed, price::MIDDLE_CAPITAL, false);
            offer(within, price::INNER_CAPITAL, false);
        } else {
            offer(passed, price::MIDDLE, false);
            offer(within, price::LATER, false);
            if let Some(way) = adjacent {
                let whole = way.run && at + 1 == part.end && part.end - part.start >= WHOLE_WORD;
                let back = if whole && index >= at - part.start { price::WHOLE } else { 0 };
                offer(adjacent, if way.run { price::NEXT } else { price::ADJACENT } - back, way.run);
            }
        }
        if let Some(way) = best {
            next.push(Cell { cost: way.cost, start: way.start, at: at as u16, part: place.part, run: way.run });
        }
    }
}

/// From how many letters on a word that is taken whole says something.
const WHOLE_WORD: usize = 4;

/// A letter of a short form, or a number in it, which counts as one.
#[derive(Clone, Copy, Default)]
struct Letter {
    /// In lower case and without accents; of a number its first digit.
    byte: u8,
    /// The digits of a number, at most three.
    digits: [u8; 3],
    length: u8,
}

impl Letter {
    /// Whether it stands at this place.
    fn is_at(self, parts: &Parts, at: usize) -> bool {
        if self.length == 0 {
            return parts.byte(at) == self.byte;
        }
        let digits = &self.digits[..usize::from(self.length)];
        parts.has_number(at, digits) || parts.is_number_word(at, digits)
    }
}

/// The letters and numbers of a short form; none if there are more than a short form has.
fn letters_of(short: &str, letters: &mut [Letter; LETTERS]) -> Option<usize> {
    let bytes = short.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        let letter = letters.get_mut(count)?;
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if run > 0 {
            if run > 3 {
                return None;
            }
            letter.digits[..run].copy_from_slice(&bytes[at..at + run]);
            *letter = Letter { byte: bytes[at], length: run as u8, ..*letter };
            (count, at) = (count + 1, at + run);
            continue;
        }
        let (folded, width) = super::parts::fold(bytes, at);
        if folded.is_ascii_lowercase() {
            letter.byte = folded;
            count += 1;
        }
        at += width;
    }
    (count > 0).then_some(count)
}

/// What a reading of so many letters may cost: the more letters agree, the less does each have to.
pub(super) const fn limit(letters: usize) -> i32 {
    const LIMITS: [i32; LETTERS + 1] =
        [0, 94, 153, 203, 248, 290, 329, 367, 403, 438, 471, 504, 535, 566, 596, 626, 655];
    LIMITS[if letters < LETTERS { letters } else { LETTERS }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(short: &str, window: &str) -> Option<(String, i32)> {
        let reading = Aligner::default().read(short, window)?;
        Some((window[reading.start..].to_owned(), reading.cost))
    }

    #[test]
    fn the_cheapest_reading_wins() {
        let of = |short, window| read(short, window).map(|(long, _)| long);
        assert_eq!(of("NHB", "said the Norhaven Harbour Board").as_deref(), Some("Norhaven Harbour Board"));
        assert_eq!(of("MoT", "a spokesman of the Ministry of Transport").as_deref(), Some("Ministry of Transport"));
        assert_eq!(of("GDP", "up from a good gross domestic product").as_deref(), Some("gross domestic product"));
        assert_eq!(of("G7", "the Group of Seven").as_deref(), Some("Group of Seven"));
        assert_eq!(of("ÉFN", "une École fluviale de Norval").as_deref(), Some("École fluviale de Norval"));
        assert_eq!(of("XYZ", "the Norhaven Harbour Board"), None);
        assert_eq!(read("NHB", "Norhaven Harbour Board").map(|(_, cost)| cost), Some(0));
        assert!(read("NHB", "new ahead of bread").is_some_and(|(_, cost)| cost > limit(3) / 2));
    }
}
