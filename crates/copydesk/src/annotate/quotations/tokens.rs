//! The words around quotations.

use super::words::{self, Tag};

/// A word, a mark, or a quotation as a whole. Offsets are bytes of the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tag: Tag,
    traits: Traits,
}

/// What is seen of a word by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u16);

impl Traits {
    const NONE: Self = Self(0);
    /// It begins with a capital.
    const CAPITAL: Self = Self(1);
    /// It ends in `'s` or `s'`.
    const POSSESSIVE: Self = Self(1 << 1);
    /// It ends in `-ed`.
    pub(super) const PAST: Self = Self(1 << 2);
    /// It ends in `-ing`.
    pub(super) const GERUND: Self = Self(1 << 3);
    /// It is a plural, or stands for people.
    pub(super) const PLURAL: Self = Self(1 << 4);
    /// A full stop at its end is its own.
    pub(super) const SHORTENED: Self = Self(1 << 5);
    /// `of`, `for`: it binds a noun to a noun.
    pub(super) const OF: Self = Self(1 << 6);
    pub(super) const BY: Self = Self(1 << 7);
    pub(super) const IT: Self = Self(1 << 8);
    /// `his`, `her`, `their`.
    pub(super) const OWNER: Self = Self(1 << 9);
    /// `told`: it stands after its subject, never before.
    pub(super) const TELLING: Self = Self(1 << 10);
    /// `told`, `asked`: somebody follows.
    pub(super) const ADDRESSING: Self = Self(1 << 11);
    /// `continued`, `began`: a verb may follow.
    pub(super) const CONTINUING: Self = Self(1 << 12);

    /// With another, if that holds.
    fn add(&mut self, other: Self, holds: bool) {
        self.0 |= other.0 * u16::from(holds);
    }
}

impl Token {
    pub(super) fn is(&self, traits: Traits) -> bool {
        self.traits.0 & traits.0 != 0
    }

    pub(super) fn is_capital(&self) -> bool {
        self.is(Traits::CAPITAL)
    }

    pub(super) fn is_possessive(&self) -> bool {
        self.is(Traits::POSSESSIVE)
    }

    pub(super) fn mark(start: usize, end: usize, tag: Tag) -> Self {
        Self { start, end, tag, traits: Traits::NONE }
    }
}

/// Puts the tokens of a range into the list; at most `limit` of them.
pub(super) fn tokens(content: &str, start: usize, end: usize, limit: usize, list: &mut Vec<Token>) {
    let bytes = content.as_bytes();
    let most = list.len() + limit;
    let mut at = start;
    while at < end && list.len() < most {
        let byte = bytes[at];
        let mark = |tag, len| Token::mark(at, at + len, tag);
        let token = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'@' | b'#' | b'$' | b'&' => word(content, at, end),
            b',' => mark(Tag::Comma, 1),
            b':' => mark(Tag::Colon, 1),
            b';' => mark(Tag::Semicolon, 1),
            b'(' | b'[' => mark(Tag::Open, 1),
            b')' | b']' => mark(Tag::Close, 1),
            b'.' | b'!' | b'?' => {
                let len = bytes[at..end].iter().take_while(|byte| matches!(byte, b'.' | b'!' | b'?')).count();
                mark(Tag::Stop, len)
            }
            b'-' => {
                let len = bytes[at..end].iter().take_while(|&&byte| byte == b'-').count();
                mark(Tag::Dash, len)
            }
            _ if byte.is_ascii() => {
                at += 1;
                continue;
            }
            _ => match content[at..end].chars().next() {
                Some('–' | '—' | '―') => mark(Tag::Dash, 3),
                Some('…') => mark(Tag::Stop, 3),
                Some(c) if c.is_alphabetic() => word(content, at, end),
                Some(c) => {
                    at += c.len_utf8();
                    continue;
                }
                None => break,
            },
        };
        at = token.end;
        list.push(token);
    }
}

/// The word at a letter, a digit or `$`, `@`, `#`, `&`.
fn word(content: &str, start: usize, end: usize) -> Token {
    let bytes = content.as_bytes();
    let mut at = start + 1;
    while at < end && !content.is_char_boundary(at) {
        at += 1;
    }
    while at < end {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            at += 1;
        } else if byte.is_ascii() {
            let joins = match byte {
                b'-' | b'\'' | b'/' | b'@' => true,
                // `U.S.`, `3.5`, `example.org`, but not the end of a sentence that lost its space.
                b'.' | b',' => bytes[at - 1].is_ascii_digit() || byte == b'.' && is_initial(bytes, start, at),
                _ => false,
            };
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            if !(joins && at + 1 < end && (next.is_ascii_alphanumeric() || next >= 0xc3)) {
                break;
            }
            at += 1;
        } else {
            let Some(c) = content[at..end].chars().next() else { break };
            let joins = c.is_alphanumeric()
                || c == '’' && content[at + 3..end].chars().next().is_some_and(char::is_alphanumeric);
            if !joins {
                break;
            }
            at += c.len_utf8();
        }
    }
    let text = &content[start..at];
    // A full stop that belongs to the word.
    let stop = bytes.get(at) == Some(&b'.') && at < end;
    let own = stop && {
        let rest = &content[at + 1..end];
        let goes_on = rest.starts_with([',', ';', ':', ')'])
            || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()));
        goes_on || is_initial(bytes, start, at) || words::is_shortened(text)
    };
    let end_of_word = at + usize::from(own);
    let capital = match bytes[start] {
        b'@' => true,
        byte if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => text.starts_with(char::is_uppercase),
    };
    // `he’s` is no possessive.
    let ends_in_s = bytes[at - 1] == b's';
    let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).filter(|_| ends_in_s);
    let short = owner
        .map(words::tag)
        .filter(|tag| matches!(tag, Tag::Pronoun | Tag::That | Tag::Who | Tag::Adverb | Tag::Subordinator));
    let owns = ends_in_s && text.len() > 3 && content[at..end].starts_with(['\'', '’']);
    let possessive = owner.is_some() && short.is_none() || owns;
    let tag = match bytes[start] {
        b'0'..=b'9' | b'$' if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) => Tag::Number,
        // An initial is a name's: `James A. Doe`.
        _ if possessive || own && is_initial(bytes, start, at) => Tag::Word,
        _ => match short.unwrap_or_else(|| words::tag(text)) {
            Tag::Word if text.ends_with("ly") && !capital && text.len() > 4 && !words::is_noun_in_ly(text) => {
                Tag::Adverb
            }
            // `Spring` and `Will` are names inside a sentence; a season is not.
            Tag::Weekday if capital && !words::is_dated(text) => Tag::Word,
            tag => tag,
        },
    };
    Token { start, end: end_of_word, tag, traits: traits(text, tag, [capital, possessive, own]) }
}

/// The traits of a word; `known` are those that its surroundings show: a capital, a possessive, a full stop of its own.
fn traits(text: &str, tag: Tag, [capital, possessive, own]: [bool; 3]) -> Traits {
    let mut traits = Traits::NONE;
    traits.add(Traits::CAPITAL, capital);
    traits.add(Traits::POSSESSIVE, possessive);
    traits.add(Traits::SHORTENED, own);
    match text.as_bytes() {
        [_, _, _, .., b'e', b'd'] => traits.add(Traits::PAST, true),
        [_, _, .., b'i', b'n', b'g'] => traits.add(Traits::GERUND, true),
        [.., b's', b's'] => {}
        [.., b's'] => traits.add(Traits::PLURAL, true),
        _ => {}
    }
    let trait_of_word = match (tag, text) {
        (Tag::Preposition, "of" | "for") => Traits::OF,
        (Tag::Preposition, "by") => Traits::BY,
        (Tag::Pronoun, "it" | "It") => Traits::IT,
        (Tag::Determiner, "his" | "her" | "their" | "His" | "Her" | "Their") => Traits::OWNER,
        (Tag::Determiner, "another")
        | (Tag::Word, "people" | "police" | "everyone" | "someone" | "somebody" | "nobody" | "everybody") => {
            Traits::PLURAL
        }
        (Tag::Verb(_), "told" | "tells") => Traits(Traits::TELLING.0 | Traits::ADDRESSING.0),
        (Tag::Verb(_), "asked" | "asks") => Traits::ADDRESSING,
        (
            Tag::Verb(_),
            "continued" | "continues" | "continuing" | "continue" | "began" | "begins" | "begin" | "beginning"
            | "started" | "starts" | "start",
        ) => Traits::CONTINUING,
        _ => Traits::NONE,
    };
    traits.add(trait_of_word, true);
    traits
}

/// Whether the word up to here is one capital letter, or such letters with full stops: `J`, `U.S`.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    let word = &bytes[start..at];
    word.len() <= 7
        && word.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair.get(1).is_none_or(|&byte| byte == b'.'))
}
