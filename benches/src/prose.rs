//! An article of a made-up newspaper, as an e-paper or a web page gives it, clean or with the damage of a careless extractor.
//!
//! The writer counts what it writes: how many lines and blocks the article has, and how many places it damaged.

use crate::dice::Dice;
use crate::words;

/// In what state an article arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Clean,
    /// Spaces after hyphens, currency signs and opening brackets, paragraphs cut in two.
    Damaged,
}

/// What is known of the text because it was made here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Lines.
    pub lines: usize,
    /// Blocks, if no cut paragraph is joined.
    pub blocks: usize,
    /// Spaces put in after a joining mark.
    pub spaces: usize,
    /// Paragraphs cut in two.
    pub breaks: usize,
}

impl Truth {
    /// Places that were damaged.
    #[must_use]
    pub fn damage(&self) -> usize {
        self.spaces + self.breaks
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.blocks += other.blocks;
        self.spaces += other.spaces;
        self.breaks += other.breaks;
    }
}

/// The bytes after which an article is brought to its end; the last paragraph and the footer make it about 4 KB.
const LONG_ENOUGH: usize = 3_700;
/// Of a hundred places that could be damaged, how many are.
const DAMAGE_RATE: usize = 85;

/// Appends article number `index` to `text`.
pub(crate) fn article(text: &mut String, index: u64, state: State) -> Truth {
    let dice = Dice::new(index.wrapping_mul(0xD1B5_4A32_D192_ED03));
    let mut writer = Writer { text, dice, state, truth: Truth::default() };
    if writer.dice.percent(50) {
        writer.e_paper();
    } else {
        writer.web_page();
    }
    writer.truth
}

struct Writer<'t> {
    text: &'t mut String,
    dice: Dice,
    state: State,
    truth: Truth,
}

impl Writer<'_> {
    /// Blank lines between, a masthead, a lone hyphen for the byline, newsstand lines at the end.
    fn e_paper(&mut self) {
        let start = self.text.len();
        let masthead = self.dice.pick(words::MASTHEADS);
        self.line(masthead);
        self.blank();
        self.headline();
        self.blank();
        self.line("-");
        while self.text.len() - start < LONG_ENOUGH {
            self.blank();
            self.paragraph();
        }
        self.blank();
        self.line("Newspapers in English");
        self.blank();
        let country = self.dice.pick(words::COUNTRIES);
        self.fill("Newspapers from ");
        self.line(country);
    }

    /// One line for each block, a byline by name.
    fn web_page(&mut self) {
        let start = self.text.len();
        self.headline();
        self.text.push_str("By ");
        self.fill("%p");
        self.end_block();
        while self.text.len() - start < LONG_ENOUGH {
            if self.dice.percent(8) {
                let crosshead = self.dice.pick(words::CROSSHEADS);
                self.line(crosshead);
            }
            self.paragraph();
        }
    }

    fn headline(&mut self) {
        let start = self.text.len();
        let pattern = self.dice.pick(words::HEADLINES);
        self.fill(pattern);
        self.capitalise(start);
        self.end_block();
    }

    fn paragraph(&mut self) {
        for number in 0..self.dice.between(2, 4) {
            if number > 0 {
                self.text.push(' ');
            }
            let start = self.text.len();
            let pattern = self.dice.pick(words::SENTENCES);
            self.fill(pattern);
            self.capitalise(start);
        }
        self.end_block();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.end_block();
    }

    fn end_block(&mut self) {
        self.text.push('\n');
        self.truth.lines += 1;
        self.truth.blocks += 1;
    }

    fn blank(&mut self) {
        self.end_block();
    }

    /// Writes a pattern with its places filled.
    fn fill(&mut self, pattern: &str) {
        let mut rest = pattern;
        while let Some(at) = rest.find('%') {
            self.text.push_str(&rest[..at]);
            self.place(rest.as_bytes()[at + 1]);
            rest = &rest[at + 2..];
        }
        self.text.push_str(rest);
    }

    fn place(&mut self, letter: u8) {
        match letter {
            b'p' => {
                let first = self.dice.pick(words::FIRST_NAMES);
                let last = self.dice.pick(words::LAST_NAMES);
                self.text.push_str(first);
                self.text.push(' ');
                self.text.push_str(last);
            }
            b'h' => {
                let (left, right) = words::COMPOUNDS[self.dice.below(words::COMPOUNDS.len())];
                self.text.push_str(left);
                self.mark('-');
                self.text.push_str(right);
            }
            b'm' => {
                self.mark('$');
                let (whole, tenth, unit) =
                    (self.dice.between(1, 980), self.dice.below(10), self.dice.pick(words::UNITS));
                self.text.push_str(&format!("{whole}.{tenth} {unit}"));
            }
            b'r' => {
                self.mark('(');
                let remark = self.dice.pick(words::BRACKETED);
                self.text.push_str(remark);
                self.text.push(')');
            }
            b'n' => {
                let number = self.dice.between(11, 900).to_string();
                self.text.push_str(&number);
            }
            b'a' => {
                self.column_break();
                self.word(words::ACTIONS);
            }
            b'A' => self.word(words::ACTIONS),
            b'S' => {
                let start = self.text.len();
                self.word(words::REMARKS);
                self.capitalise(start);
            }
            b'l' => self.word(words::PLACES),
            b'o' => self.word(words::OFFICES),
            b'b' => self.word(words::BODIES),
            b't' => self.word(words::TIMES),
            b'x' => self.word(words::THINGS),
            b's' => self.word(words::REMARKS),
            other => unreachable!("no place is called {}", char::from(other)),
        }
    }

    fn word(&mut self, list: &[&str]) {
        let word = self.dice.pick(list);
        self.text.push_str(word);
    }

    /// A mark that joins what follows, with the space that damage puts after it.
    fn mark(&mut self, mark: char) {
        self.text.push(mark);
        if self.state == State::Damaged && self.dice.percent(DAMAGE_RATE) {
            self.text.push(' ');
            self.truth.spaces += 1;
        }
    }

    /// The end of a column in the middle of a sentence, before a word in lower case: the space becomes a blank line.
    fn column_break(&mut self) {
        if self.state == State::Damaged && self.dice.percent(DAMAGE_RATE / 2) && self.text.ends_with(' ') {
            self.text.pop();
            self.text.push_str("\n\n");
            self.truth.lines += 2;
            self.truth.blocks += 2;
            self.truth.breaks += 1;
        }
    }

    /// Gives the sentence that starts here a capital.
    fn capitalise(&mut self, start: usize) {
        if self.text.as_bytes()[start].is_ascii_lowercase() {
            self.text[start..=start].make_ascii_uppercase();
        }
    }
}
