//! The words around quotations.

use super::words::{self, Tag};

/// A word, a mark, or a quotation as a whole. Offsets are bytes of the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tag: Tag,
    pub(super) shape: WordShape,
    /// Whether it ends in `-ed`.
    pub(super) past: bool,
    /// Whether it ends in `-ing`.
    pub(super) gerund: bool,
    /// `of`, `for`: what binds a noun to a noun.
    pub(super) is_of: bool,
    pub(super) is_by: bool,
    pub(super) is_plural: bool,
    /// Whether a full stop at its end is its own.
    pub(super) is_shortened: bool,
    /// `his`, `her`, `their`.
    pub(super) is_owner: bool,
    /// `told`, which is said to somebody and stands after its subject.
    pub(super) is_telling: bool,
    pub(super) is_it: bool,
    /// `continued`, `began`, which a verb may follow.
    pub(super) is_continuing: bool,
    /// `told`, `asked`, which somebody follows.
    pub(super) is_addressing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordShape {
    Lower,
    Capital,
    /// With `'s` or `s'`.
    LowerPossessive,
    CapitalPossessive,
    None,
}

impl Token {
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, WordShape::Capital | WordShape::CapitalPossessive)
    }

    pub(super) fn is_possessive(&self) -> bool {
        matches!(self.shape, WordShape::LowerPossessive | WordShape::CapitalPossessive)
    }

    pub(super) fn mark(start: usize, end: usize, tag: Tag) -> Self {
        Self {
            start,
            end,
            tag,
            shape: WordShape::None,
            past: false,
            gerund: false,
            is_of: false,
            is_by: false,
            is_plural: false,
            is_shortened: false,
            is_owner: false,
            is_telling: false,
            is_it: false,
            is_continuing: false,
            is_addressing: false,
        }
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
    let capital = text.starts_with(|c: char| c.is_uppercase()) || text.starts_with('@');
    // `he’s` is no possessive.
    let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
    let short = owner
        .map(words::tag)
        .filter(|tag| matches!(tag, Tag::Pronoun | Tag::That | Tag::Who | Tag::Adverb | Tag::Subordinator));
    let after = &content[at..end];
    let possessive = owner.is_some() && short.is_none()
        || text.ends_with('s') && (after.starts_with('\'') || after.starts_with('’')) && text.len() > 3;
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
    let shape = match (capital, possessive) {
        (true, true) => WordShape::CapitalPossessive,
        (true, false) => WordShape::Capital,
        (false, true) => WordShape::LowerPossessive,
        (false, false) => WordShape::Lower,
    };
    let (past, gerund) = (text.len() > 4 && text.ends_with("ed"), text.len() > 4 && text.ends_with("ing"));
    Token {
        start,
        end: end_of_word,
        tag,
        shape,
        past,
        gerund,
        is_of: matches!(text, "of" | "for"),
        is_by: text == "by",
        is_plural: matches!(
            text,
            "people" | "police" | "another" | "everyone" | "someone" | "somebody" | "nobody" | "everybody"
        ) || text.ends_with('s') && !text.ends_with("ss"),
        is_shortened: own,
        is_owner: matches!(text, "his" | "her" | "their" | "His" | "Her" | "Their"),
        is_telling: matches!(text, "told" | "tells" | "tell"),
        is_it: matches!(text, "it" | "It"),
        is_continuing: text.starts_with("contin") || text.starts_with("beg") || text.starts_with("start"),
        is_addressing: matches!(text, "told" | "tells" | "asked" | "asks"),
    }
}

/// Whether the word up to here is one capital letter, or such letters with full stops: `J`, `U.S`.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    let word = &bytes[start..at];
    word.len() <= 7
        && word.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair.get(1).is_none_or(|&byte| byte == b'.'))
}
