//! The words around quotations.

use crate::blocks::bylines;
use crate::keys::Key;
use crate::letters::ceil_char_boundary;

use super::traits::{Ending, Traits};
use super::words::{self, Class, Form, Tag, Verb};

/// A word, a mark, or a quotation as a whole. Offsets are bytes of the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tag: Tag,
    traits: Traits,
}

impl Token {
    pub(super) fn is(&self, traits: Traits) -> bool {
        self.traits.has_any(traits)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.is(Traits::CAPITAL)
    }

    pub(super) fn is_possessive(&self) -> bool {
        self.is(Traits::POSSESSIVE)
    }

    /// Whether it is a pronoun joined to an auxiliary: `I’m`, `he’d`.
    pub(super) fn is_contracted(&self, content: &str) -> bool {
        self.tag == Tag::Pronoun && contracted(&content[self.start..self.end]).is_some()
    }

    pub(super) fn mark(start: usize, end: usize, tag: Tag) -> Self {
        Self { start, end, tag, traits: Traits::NONE }
    }
}

/// Adds the tokens of a range to the list, up to the end of a sentence and at most `limit` of them. Returns how far it read.
pub(super) fn read(content: &str, start: usize, end: usize, limit: usize, list: &mut Vec<Token>) -> usize {
    let bytes = content.as_bytes();
    let most = list.len().saturating_add(limit);
    let mut at = start;
    while at < end && list.len() < most {
        // Most of a text is a space and a plain word, so that is tried first.
        at += usize::from(bytes[at] == b' ');
        if at == end {
            break;
        }
        if let Some(token) = plain_word(&bytes[at..], at, end) {
            at = token.end;
            push(content, token, list);
            continue;
        }
        let byte = bytes[at];
        let mark = |tag, len| Token::mark(at, at + len, tag);
        let run = |mark: fn(u8) -> bool| bytes[at..end].iter().take_while(|&&byte| mark(byte)).count();
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
            b'.' | b'!' | b'?' => mark(Tag::Stop, run(|byte| matches!(byte, b'.' | b'!' | b'?'))),
            b'-' => mark(Tag::Dash, run(|byte| byte == b'-')),
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
        push(content, token, list);
        if token.tag == Tag::Stop {
            break;
        }
    }
    at
}

#[inline]
fn push(content: &str, mut token: Token, list: &mut Vec<Token>) {
    const LIKE_ACCUSED: Tag = Tag::Verb(Verb { class: Class::Stance, form: Form::Past });
    if token.tag == LIKE_ACCUSED && is_accused(content, list, token) {
        (token.tag, token.traits) = (Tag::Word, Traits::PLURAL);
    }
    list.push(token);
}

/// Whether `accused` is somebody, and no verb: `the accused`, `the two accused`.
#[cold]
fn is_accused(content: &str, before: &[Token], token: Token) -> bool {
    let counted = before.last().is_some_and(|before| before.tag == Tag::Number);
    let article = before.iter().rev().nth(usize::from(counted));
    &content[token.start..token.end] == "accused" && article.is_some_and(|article| article.is(Traits::ARTICLE))
}

/// The word that a text begins with, if it is ASCII letters before a space or a comma, as most words are. Nothing at such a word needs a
/// second look. The text begins at `start`, and is read up to `end`.
fn plain_word(text: &[u8], start: usize, end: usize) -> Option<Token> {
    let (length, key) = Key::leading(text)?;
    if length == 0 || start + length >= end || !matches!(text.get(length), Some(b' ' | b',')) {
        return None;
    }
    let ending = Ending::of_first(text.first_chunk()?, length);
    let capital = text[0].is_ascii_uppercase();
    let (tag, known) = words::of_key(key);
    let traits = known.with(Traits::CAPITAL.when(capital)).with(Traits::of_form(ending, length));
    Some(Token { start, end: start + length, tag: by_form(tag, text, length, ending, capital), traits })
}

/// The word that begins with a letter, a digit or one of `$`, `@`, `#`, `&`.
fn word(content: &str, start: usize, end: usize) -> Token {
    let bytes = content.as_bytes();
    let (at, joined) = word_end(content, start, end);
    let text = &content[start..at];
    if joined && ends_line(content, start, at, end) {
        return Token::mark(start, at, Tag::Stop);
    }
    let own = bytes[at..end].first() == Some(&b'.') && owns_stop(content, start, at, end);
    let capital = match bytes[start] {
        b'@' => true,
        byte if byte.is_ascii() => byte.is_ascii_uppercase() || joined && has_particle(text),
        _ => text.starts_with(char::is_uppercase),
    };
    // `he’s` looks like a possessive and is none.
    let ends_in_s = bytes[at - 1] == b's';
    let owner = match joined && ends_in_s {
        true => text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")),
        false => None,
    };
    let short = owner
        .map(words::tag)
        .filter(|tag| matches!(tag, Tag::Pronoun | Tag::That | Tag::Who | Tag::Adverb | Tag::Subordinator));
    let short = short.or_else(|| if joined { contracted(text) } else { None });
    let owns = ends_in_s
        && text.len() > 3
        && matches!(bytes[at..end].first(), Some(b'\'' | 0xe2))
        && content[at..end].starts_with(['\'', '’']);
    let possessive = owner.is_some() && short.is_none() || owns;
    let (tag, known) = match (bytes[start], short) {
        (b'0'..=b'9' | b'$', _) if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) => {
            let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            (Tag::Number, Traits::YEAR.when(year))
        }
        // An initial belongs to a name: `James A. Doe`.
        _ if possessive || own && is_initial(bytes, start, at) => (Tag::Word, Traits::NONE),
        (_, Some(short)) => (short, Traits::NONE),
        (_, None) => words::known(text),
    };
    let ending = Ending::of(text.as_bytes());
    let surroundings =
        Traits::CAPITAL.when(capital).with(Traits::POSSESSIVE.when(possessive)).with(Traits::SHORTENED.when(own));
    Token {
        start,
        end: at + usize::from(own),
        tag: by_form(tag, &bytes[start..end], at - start, ending, capital),
        traits: known.with(surroundings).with(Traits::of_form(ending, text.len())),
    }
}

/// Whether a name begins with a particle in small letters: `al-Roe`, `d’Oro`.
fn has_particle(text: &str) -> bool {
    let name = ["al-", "el-", "d'", "d’"].iter().find_map(|particle| text.strip_prefix(particle));
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The ends of auxiliaries that are joined to a pronoun. `’s` is not among them, because it looks like a possessive.
const CONTRACTIONS: [&str; 5] = ["d", "m", "ll", "re", "ve"];

/// The tag of a word that is a pronoun joined to an auxiliary: `he’d`.
fn contracted(text: &str) -> Option<Tag> {
    let (owner, rest) = text.split_once(['\'', '’'])?;
    (CONTRACTIONS.contains(&rest) && words::tag(owner) == Tag::Pronoun).then_some(Tag::Pronoun)
}

/// What the word is that a text begins with, if its form tells more than the list does.
fn by_form(tag: Tag, text: &[u8], length: usize, ending: Ending, capital: bool) -> Tag {
    let (text, rest) = text.split_at(length);
    // The rare conditions are asked first, because the tag of a word cannot be predicted by the processor.
    if ending.is_ly() && tag == Tag::Word && !capital && text.len() > 4 && !words::is_noun_in_ly(text) {
        return Tag::Adverb;
    }
    if tag == Tag::Word && capital && (ending.is_ly() && words::is_opening_adverb(text) || text == b"Well") {
        return Tag::Adverb;
    }
    // `Spring` may be a name inside a sentence. A weekday or a month is written with a capital anyway.
    let dated = || words::is_dated(text) && !(text == b"Jan" && is_name_of_man(rest));
    match tag {
        Tag::Weekday if capital && !dated() => Tag::Word,
        // `Per Roe` is a name. In `Per police` it is a preposition.
        Tag::Preposition if capital && text == b"Per" && matches!(rest, [b' ', b'A'..=b'Z', ..]) => Tag::Word,
        _ => tag,
    }
}

/// Whether `Jan` is a name and no month, by what follows: `Jan Roe`, `Jan de Roe`. In `Jan. 5` and `Jan 5` it is the month.
fn is_name_of_man(rest: &[u8]) -> bool {
    matches!(rest, [b' ', next, ..] if next.is_ascii_alphabetic())
}

/// Bytes with which a word goes on, wherever they stand.
static IN_WORD: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        bytes[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    bytes
};

/// Where a word ends, and whether a mark joins parts of it.
fn word_end(content: &str, start: usize, end: usize) -> (usize, bool) {
    let bytes = content.as_bytes();
    let mut at = ceil_char_boundary(content, start + 1).min(end);
    let mut joined = false;
    while at < end {
        let byte = bytes[at];
        if IN_WORD[byte as usize] {
            at += 1;
        } else if byte.is_ascii() {
            let joins = match byte {
                b'-' | b'\'' | b'/' | b'@' => true,
                // `U.S.`, `3.5`. The end of a sentence that lost its space joins nothing.
                b'.' | b',' => {
                    bytes[at - 1].is_ascii_digit()
                        || byte == b'.' && (is_initial(bytes, start, at) || is_ticker(bytes, start, at))
                }
                _ => break,
            };
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            if !(joins && at + 1 < end && (next.is_ascii_alphanumeric() || next >= 0xc3)) {
                break;
            }
            joined = true;
            at += 1;
        } else {
            let Some(c) = content[at..end].chars().next() else { break };
            let apostrophe = c == '’' && content[at + 3..end].chars().next().is_some_and(char::is_alphanumeric);
            if !(c.is_alphanumeric() || apostrophe) {
                break;
            }
            joined |= apostrophe;
            at += c.len_utf8();
        }
    }
    (at, joined)
}

/// Whether a full stop stands inside the sign of a share: `NRH.N`. In `in the US.A storm` it ends a sentence.
fn is_ticker(bytes: &[u8], start: usize, at: usize) -> bool {
    let exchange = bytes[at + 1..].iter().take(3).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let sign = &bytes[start..at];
    (2..=5).contains(&sign.len())
        && sign.iter().all(u8::is_ascii_uppercase)
        && match &bytes[at + 1..][..exchange] {
            [one] => one.is_ascii_uppercase() && !matches!(one, b'A' | b'I'),
            both => both.len() == 2 && both.iter().all(u8::is_ascii_uppercase),
        }
}

/// Whether a word with a slash ends the line below a picture, or an address, and a sentence begins behind it: `Jane Doe/AP The mayor said`,
/// `example.com/news The mayor said`.
fn ends_line(content: &str, start: usize, at: usize, end: usize) -> bool {
    let Some((_, last)) = content[start..at].rsplit_once('/') else { return false };
    let begins = content[at..end].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    begins && (bylines::is_agency(last) || content[..start].ends_with('.'))
}

/// Whether the full stop behind a word belongs to the word.
fn owns_stop(content: &str, start: usize, at: usize, end: usize) -> bool {
    let rest = &content[at + 1..end];
    let goes_on = rest.starts_with([',', ';', ':', ')'])
        || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()));
    goes_on || is_initial(content.as_bytes(), start, at) || words::is_shortened(&content[start..at])
}

/// Whether the word up to here is one capital letter, or several with full stops: `J`, `U.S`.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    let word = &bytes[start..at];
    word.len() <= 7
        && word.chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair.get(1).is_none_or(|&byte| byte == b'.'))
}
