//! Texts that nobody prints, made to find work that grows faster than the text: whatever a rule looks for, nothing but that.

use crate::dice::Dice;

/// A way to be hostile.
pub struct Hostile {
    /// What it is called in the tables.
    pub name: &'static str,
    /// What is hostile about it.
    pub about: &'static str,
    make: Make,
}

enum Make {
    /// The same over and over.
    Repeat(&'static [u8]),
    /// So many bytes of the first half, then as many of the second.
    Halves(u8, u8),
    /// Each turn appends something of its own.
    Turns(fn(&mut Dice, &mut Vec<u8>)),
}

/// Every kind.
pub static KINDS: &[Hostile] = &[
    Hostile { name: "hyphens", about: "every word ends in a hyphen and a space", make: Make::Repeat(b"a- ") },
    Hostile { name: "quotes", about: "nothing but quotation marks", make: Make::Repeat(b"\"") },
    Hostile { name: "newlines", about: "nothing but line ends", make: Make::Repeat(b"\n") },
    Hostile { name: "returns", about: "nothing but lone carriage returns", make: Make::Repeat(b"\r") },
    Hostile {
        name: "breaks",
        about: "each word a paragraph that could go on from the last",
        make: Make::Repeat(b"so\n\n"),
    },
    Hostile { name: "stops", about: "a full stop before every letter", make: Make::Repeat(b".a") },
    Hostile { name: "one-line", about: "words without a line end", make: Make::Turns(words) },
    Hostile { name: "brackets", about: "opening brackets, a space after each", make: Make::Repeat(b"( ") },
    Hostile { name: "deep", about: "brackets nested as deep as half the text is long", make: Make::Halves(b'(', b')') },
    Hostile { name: "currency", about: "amounts, a space after each sign", make: Make::Repeat(b"$ 5 ") },
    Hostile { name: "wide", about: "letters of four bytes", make: Make::Repeat("\u{10348}".as_bytes()) },
    Hostile { name: "spaces", about: "nothing but no-break spaces", make: Make::Repeat("\u{a0}".as_bytes()) },
    Hostile { name: "random", about: "bytes by chance, most of them not UTF-8", make: Make::Turns(random) },
    Hostile { name: "invalid", about: "no byte is UTF-8", make: Make::Repeat(b"\xff") },
    Hostile { name: "headings", about: "short capitalised lines", make: Make::Turns(headings) },
    Hostile { name: "list-marks", about: "a list mark on every line", make: Make::Turns(list_marks) },
    Hostile { name: "tokens", about: "one word as long as the text", make: Make::Turns(tokens) },
    Hostile { name: "urls", about: "links one after the other", make: Make::Turns(urls) },
    Hostile { name: "wrapped", about: "one paragraph hard-wrapped at a column", make: Make::Turns(wrapped) },
    Hostile {
        name: "wrapped-returns",
        about: "the same with lone carriage returns",
        make: Make::Turns(wrapped_returns),
    },
];

impl Hostile {
    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// `size` bytes of it. What is cut at the end may be half a character.
    #[must_use]
    pub fn bytes(&self, size: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(size + 256);
        match self.make {
            Make::Repeat(unit) => bytes.extend(unit.iter().copied().cycle().take(size)),
            Make::Halves(first, second) => {
                bytes.resize(size / 2, first);
                bytes.resize(size, second);
            }
            Make::Turns(turn) => {
                let mut dice = Dice::new(size as u64);
                while bytes.len() < size {
                    turn(&mut dice, &mut bytes);
                }
            }
        }
        bytes.truncate(size);
        bytes
    }
}

const SYLLABLES: &[&str] =
    &["mar", "row", "ket", "tol", "the", "an", "sul", "dre", "ing", "of", "ba", "ple", "st", "ou"];

fn word(dice: &mut Dice, bytes: &mut Vec<u8>) {
    for _ in 0..dice.between(1, 3) {
        bytes.extend_from_slice(dice.pick(SYLLABLES).as_bytes());
    }
}

fn words(dice: &mut Dice, bytes: &mut Vec<u8>) {
    word(dice, bytes);
    bytes.extend_from_slice(if dice.percent(8) { b". " } else { b" " });
}

fn tokens(dice: &mut Dice, bytes: &mut Vec<u8>) {
    word(dice, bytes);
}

fn random(dice: &mut Dice, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(&dice.next().to_le_bytes());
}

fn headings(dice: &mut Dice, bytes: &mut Vec<u8>) {
    for number in 0..dice.between(1, 4) {
        if number > 0 {
            bytes.push(b' ');
        }
        let start = bytes.len();
        word(dice, bytes);
        bytes[start].make_ascii_uppercase();
    }
    bytes.push(b'\n');
}

fn list_marks(dice: &mut Dice, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(dice.pick(&["- ", "* ", "\u{2022} ", "1. ", "(a) ", "> ", "\u{25cf} "]).as_bytes());
    word(dice, bytes);
    bytes.push(b'\n');
}

fn urls(dice: &mut Dice, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"https://www.");
    word(dice, bytes);
    bytes.extend_from_slice(b".example/");
    word(dice, bytes);
    bytes.extend_from_slice(b"?a=1&b=");
    word(dice, bytes);
    bytes.push(b' ');
}

fn wrapped(dice: &mut Dice, bytes: &mut Vec<u8>) {
    wrapped_line(dice, bytes);
    bytes.push(b'\n');
}

fn wrapped_returns(dice: &mut Dice, bytes: &mut Vec<u8>) {
    wrapped_line(dice, bytes);
    bytes.push(b'\r');
}

fn wrapped_line(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    while bytes.len() < start + 64 {
        word(dice, bytes);
        bytes.push(b' ');
    }
    bytes.pop();
}
