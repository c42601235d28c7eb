//! A run: the words, numbers and marks around an anchor that can form an expression, as tokens. An anchor is a word or number that an
//! expression can be built on.

use crate::keys::Key;
use crate::letters;

use super::digits;
use super::hours;
use super::senses::Hyphen;
use super::vocabulary::{Kind, Vocabulary, Word};
use super::weekdays;

/// A run has no more tokens than this. The longest expressions have a dozen.
const TOKENS: usize = 40;
/// White space of more bytes than this is a column or a blank line.
const GAP: usize = 4;
/// How many words the search for the beginning of a run goes back.
const BACK: usize = 12;
/// The search goes back over no longer word, in bytes.
const CHUNK: usize = 24;

/// A word, a number or a mark of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) value: i32,
    /// Whether it stands right at the token before, without white space.
    pub(super) glued: bool,
}

/// The tokens of a run, and the text that it stands in.
pub(super) struct Run<'t> {
    pub(super) content: &'t str,
    pub(super) tokens: Vec<Token>,
    vocabulary: &'static Vocabulary,
    dots: Dots,
}

/// What a full stop behind a number is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dots {
    /// The end of a sentence.
    Ends,
    /// The mark of an ordinal: `5. Mai`.
    Ordinals,
}

/// Whether white space stands between a word and the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Joined,
    Apart,
}

impl<'t> Run<'t> {
    pub(super) fn new(vocabulary: &'static Vocabulary, dots: Dots) -> Self {
        Self { content: "", tokens: Vec::with_capacity(TOKENS), vocabulary, dots }
    }

    /// Reads the run around the anchor at `anchor`, which begins at `free` at the earliest. Returns where it ends.
    pub(super) fn read(&mut self, free: usize, anchor: usize) -> usize {
        let mut at = self.begin(free, anchor);
        self.tokens.clear();
        let bytes = self.content.as_bytes();
        let mut glued = true;
        while self.tokens.len() < TOKENS {
            let from = at;
            while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
                at += 1;
            }
            // No expression goes over a blank line or a column.
            if at > from + GAP || bytes[from..at].iter().filter(|&&byte| byte == b'\n').count() > 1 {
                return from;
            }
            glued &= at == from;
            let Some(token) = self.lex(at, glued) else {
                if at >= anchor {
                    return from;
                }
                // What stands before the anchor was no token after all. The run begins behind it.
                self.tokens.clear();
                at += 1;
                while at < anchor && !(bytes[at - 1].is_ascii_whitespace() || matches!(bytes[at - 1], b'-' | b'/')) {
                    at += 1;
                }
                continue;
            };
            at = token.end;
            self.tokens.push(token);
            glued = true;
        }
        at
    }

    /// Where the run around the anchor begins. The search goes back as long as the words are in the language's list.
    fn begin(&self, free: usize, anchor: usize) -> usize {
        let bytes = self.content.as_bytes();
        let mut begin = anchor;
        // The apostrophe of `'90s` belongs to it.
        if bytes.get(anchor).is_some_and(u8::is_ascii_digit) {
            begin -= match &bytes[free..anchor] {
                [.., b'\''] => 1,
                [.., 0xe2, 0x80, 0x98 | 0x99] => 3,
                _ => 0,
            };
        }
        // `O'clock` is one word.
        begin -= match &bytes[free..begin] {
            [.., b'o' | b'O', b'\''] => 2,
            [.., b'o' | b'O', 0xe2, 0x80, 0x99] => 4,
            _ => 0,
        };
        for _ in 0..BACK {
            // Most words are small letters between two spaces, and need no closer look.
            if let Some((start, key)) = plain_before(bytes, free, begin) {
                if self.vocabulary.find(key).is_none() {
                    return begin;
                }
                begin = start;
                continue;
            }
            let mut end = begin;
            while end > free && bytes[end - 1].is_ascii_whitespace() && begin - end < GAP {
                end -= 1;
            }
            let mut start = end;
            while start > free
                && end - start < CHUNK
                && (bytes[start - 1].is_ascii_graphic() || bytes[start - 1] > 0x7f)
            {
                start -= 1;
            }
            if start == end || start > free && end - start == CHUNK || !self.content.is_char_boundary(start) {
                return begin;
            }
            match self.known_from(start, end, if end == begin { Place::Joined } else { Place::Apart }) {
                Some(from) if from == start => begin = start,
                Some(from) => return from,
                None => return begin,
            }
        }
        begin
    }

    /// From where on `start..end`, which has no white space, is all words of the list or numbers. `None` if its last word is not.
    fn known_from(&self, start: usize, end: usize, place: Place) -> Option<usize> {
        let bytes = self.content.as_bytes();
        let is_whole = || !bytes[start..end].is_ascii() && self.vocabulary.get(&bytes[start..end]).is_some();
        if self.is_first_of_month(start, end) || is_whole() {
            return Some(start);
        }
        let mut known = None;
        let mut at = end;
        while at > start {
            let last = bytes[at - 1];
            if last > 0x7f && at < end && self.is_dash_of_numbers(start, at) {
                at -= "–".len();
                continue;
            }
            let part = if last.is_ascii_alphanumeric() {
                let mut part = at - 1;
                // A comma or a full stop between digits belongs to the number: `10,000`. `digits` looks after `May 3,2020`.
                let inner = |at: usize| matches!(bytes[at], b'.' | b':') || bytes[at] == b',' && last.is_ascii_digit();
                while part > start && (bytes[part - 1].is_ascii_alphanumeric() || inner(part - 1)) {
                    part -= 1;
                }
                part
            } else {
                at - 1
            };
            let whole = &bytes[part..at];
            let is_known = match last {
                b',' => at == end,
                b'-' | b'/' => at < end || place == Place::Joined || last == b'-' && self.is_between_digits(at - 1),
                b'.' => at == end && (self.is_cut_short(start, at) || self.is_ordinal(start, at)),
                _ if whole[0].is_ascii_digit() => !whole.contains(&b'.') || whole.len() <= 6,
                _ => self.vocabulary.get(whole).is_some() || whole.contains(&b'.') && self.is_cut_short(part, at),
            };
            if !is_known {
                return known;
            }
            if last == b'.' {
                return Some(start);
            }
            if !matches!(last, b',' | b'-' | b'/') {
                known = Some(part);
            }
            at = part;
        }
        known.map(|_| start)
    }

    /// Whether a dash between two numbers ends here: `3–5 June`.
    fn is_dash_of_numbers(&self, start: usize, end: usize) -> bool {
        let bytes = self.content.as_bytes();
        let before = bytes[start..end].strip_suffix("–".as_bytes()).and_then(<[u8]>::last);
        before.is_some_and(u8::is_ascii_digit) && bytes.get(end).is_some_and(u8::is_ascii_digit)
    }

    /// Whether a digit stands right before a mark, and one behind the space after it.
    fn is_between_digits(&self, at: usize) -> bool {
        let bytes = self.content.as_bytes();
        bytes[..at].last().is_some_and(u8::is_ascii_digit)
            && bytes.get(at + 1) == Some(&b' ')
            && bytes.get(at + 2).is_some_and(u8::is_ascii_digit)
    }

    /// Whether the digits stand right at the full stop of an abbreviated month: `Oct.18`.
    fn is_glued_to_month(&self, at: usize) -> bool {
        self.content.as_bytes()[..at].last() == Some(&b'.')
            && self.tokens.last().is_some_and(|last| last.end == at && last.kind == Kind::MonthShort)
    }

    /// Whether this is the first of a month: `1º`.
    fn is_first_of_month(&self, start: usize, end: usize) -> bool {
        let bytes = self.content.as_bytes();
        let is_sign = self.dots == Dots::Ordinals && bytes[..end].last().is_some_and(|last| !last.is_ascii());
        is_sign && digits::first_of_month(bytes, start).is_some_and(|(sign_end, ..)| sign_end == end)
    }

    /// Whether this is an ordinal with its mark: `5.`
    fn is_ordinal(&self, start: usize, end: usize) -> bool {
        let digits = &self.content.as_bytes()[start..end - 1];
        self.dots == Dots::Ordinals && matches!(digits.len(), 1 | 2) && digits.iter().all(u8::is_ascii_digit)
    }

    /// Whether this is an abbreviation: `Sept.`, `a.m.`
    fn is_cut_short(&self, start: usize, end: usize) -> bool {
        let word = &self.content.as_bytes()[start..end];
        let word = word.strip_suffix(b".").unwrap_or(word);
        word.eq_ignore_ascii_case(b"a.m")
            || word.eq_ignore_ascii_case(b"p.m")
            || self.vocabulary.get(word).is_some_and(|word| matches!(word.kind, Kind::MonthShort | Kind::WeekdayShort))
    }

    fn lex(&self, at: usize, glued: bool) -> Option<Token> {
        let bytes = self.content.as_bytes();
        let first = *bytes.get(at)?;
        let token = |end, kind, value| Some(Token { start: at, end, kind, value, glued });
        match first {
            b'0'..=b'9' => {
                let abroad = |at: usize| hours::read(bytes, at).or_else(|| digits::first_of_month(bytes, at));
                let found = if self.dots == Dots::Ordinals { abroad(at) } else { None };
                let (end, kind, value) = found.or_else(|| digits::read(bytes, at, self.is_glued_to_month(at)))?;
                token(end, kind, value)
            }
            b',' => token(at + 1, Kind::Comma, 0),
            b'(' if self.tokens.last().is_some_and(|last| matches!(last.kind, Kind::Weekday | Kind::WeekdayHalf)) => {
                let (end, day) = weekdays::day_in_brackets(bytes, at)?;
                token(end, Kind::DayInBrackets, day)
            }
            // The mark of an ordinal: `5. Mai`. As a token of the kind `Of` it is passed over like `de`.
            b'.' if self.dots == Dots::Ordinals && glued => {
                let last = self.tokens.last().filter(|last| last.kind == Kind::Digits && last.end - last.start <= 2)?;
                // `1.Dezember`: now and then the space is lost.
                let next = at + 1 + usize::from(bytes.get(at + 1) == Some(&b' '));
                let word = &bytes[next..word_end(bytes, next)];
                let month =
                    self.vocabulary.get(word).is_some_and(|word| matches!(word.kind, Kind::Month | Kind::MonthShort));
                // `3. bis 5. Juni`.
                let joins = || word == b"bis" && bytes.get(next + 4).is_some_and(u8::is_ascii_digit);
                (last.end == at && (month || joins())).then_some(Token {
                    start: at,
                    end: at + 1,
                    kind: Kind::Of,
                    value: 0,
                    glued,
                })
            }
            // A space behind the hyphen is damage, which repair leaves alone between numbers: `3- 5 June`, `2019- 20`.
            b'-' if glued && self.is_between_digits(at) => token(at + 2, Kind::Hyphen, Hyphen::HYPHEN),
            b'-' | b'~' => token(at + 1, Kind::Hyphen, Hyphen::HYPHEN),
            b'/' => token(at + 1, Kind::Hyphen, Hyphen::SLASH),
            b'@' => token(at + 1, Kind::At, 0),
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0x94])) => {
                token(at + 3, Kind::Hyphen, Hyphen::DASH)
            }
            b'\'' => self.apostrophe(at, at + 1, glued),
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x98 | 0x99])) => {
                self.apostrophe(at, at + 3, glued)
            }
            _ => self.word(at, glued),
        }
    }

    /// The token at an apostrophe: `'s`, `'90s`, `'05`.
    fn apostrophe(&self, at: usize, end: usize, glued: bool) -> Option<Token> {
        let bytes = self.content.as_bytes();
        let after = bytes.get(end).copied().unwrap_or(b' ');
        if glued && !after.is_ascii_digit() {
            let end = if after == b's' { end + 1 } else { end };
            let closes = bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
            return closes.then_some(Token { start: at, end, kind: Kind::Possessive, value: 0, glued });
        }
        let year = bytes.get(end..end + 2).filter(|year| year.iter().all(u8::is_ascii_digit))?;
        let year = i32::from(year[0] - b'0') * 10 + i32::from(year[1] - b'0');
        let rest = bytes.get(end + 2).copied().unwrap_or(b' ');
        let (end, kind) = if rest == b's' { (end + 3, Kind::Decade) } else { (end + 2, Kind::Digits) };
        let closes = bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        // Nobody writes so of a decade that is not over, so that `the '30s` are those of the last century.
        let century = if year > 30 || kind == Kind::Decade && year == 30 { 1900 } else { 2000 };
        closes.then_some(Token { start: at, end, kind, value: century + year, glued })
    }

    /// The token of a word of the vocabulary, without the full stop of an abbreviation.
    fn known(&self, (at, end): (usize, usize), glued: bool, known: Word) -> Option<Token> {
        let is_other = match known.kind {
            Kind::OClock => self.dots == Dots::Ends && end - at != "oclock".len(),
            Kind::Zone => !self.content.as_bytes()[at].is_ascii_uppercase(),
            _ => false,
        };
        (!is_other).then_some(Token { start: at, end, kind: known.kind, value: i32::from(known.value), glued })
    }

    fn word(&self, at: usize, glued: bool) -> Option<Token> {
        let bytes = self.content.as_bytes();
        // Most words are several ASCII letters before a space or a comma.
        if let Some((count, key)) = Key::leading(&bytes[at..])
            && count > 1
            && matches!(bytes.get(at + count), Some(b' ' | b','))
        {
            return self.known((at, at + count), glued, self.vocabulary.find(key)?);
        }
        let end = word_end(bytes, at);
        if end == at {
            return None;
        }
        let word = &bytes[at..end];
        let after = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b' ');
        let token = |end, kind, value| Some(Token { start: at, end, kind, value, glued });
        if after(0).is_ascii_digit() {
            let (end, kind, value) = digits::lettered(bytes, at, end)?;
            return token(end, kind, value);
        }
        // `a.m.`, `P.M.`
        if matches!(word, b"a" | b"p" | b"A" | b"P") && after(0) == b'.' && matches!(after(1), b'm' | b'M') {
            let end = end + 2 + usize::from(after(2) == b'.');
            return token(end, Kind::Meridiem, if word.eq_ignore_ascii_case(b"p") { 12 } else { 0 });
        }
        if word.eq_ignore_ascii_case(b"o") {
            let clock = self.content.get(end..)?.strip_prefix(['\'', '’'])?;
            let is_clock = clock.get(.."clock".len())?.eq_ignore_ascii_case("clock");
            let end = self.content.len() - clock.len() + "clock".len();
            return if is_clock { token(end, Kind::OClock, 0) } else { None };
        }
        let found = self.known((at, end), glued, self.vocabulary.get(word)?)?;
        let is_short = matches!(found.kind, Kind::MonthShort | Kind::WeekdayShort);
        Some(Token { end: end + usize::from(is_short && after(0) == b'.'), ..found })
    }

    /// The kind of a token. Behind the last one it is `End`.
    pub(super) fn kind(&self, index: usize) -> Kind {
        self.tokens.get(index).map_or(Kind::End, |token| token.kind)
    }

    pub(super) fn value(&self, index: usize) -> i32 {
        self.tokens.get(index).map_or(0, |token| token.value)
    }

    /// The value of a token, if it is of this kind.
    pub(super) fn take(&self, index: usize, kind: Kind) -> Option<i32> {
        self.tokens.get(index).filter(|token| token.kind == kind).map(|token| token.value)
    }

    pub(super) fn glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    pub(super) fn text(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| &self.content[token.start..token.end])
    }

    /// Whether the token is this word, whatever its case.
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.tokens.get(index).is_some_and(|token| token.end - token.start == word.len())
            && self.text(index).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.text(index).starts_with(|c: char| c.is_uppercase())
    }

    /// The word before the token. It is empty if a mark stands between.
    pub(super) fn before(&self, index: usize) -> &'t str {
        match self.tokens.get(index) {
            Some(token) => word_before(self.content, token.start),
            None => "",
        }
    }

    /// The word behind the token before `index`. It is empty if a mark stands between.
    pub(super) fn after(&self, index: usize) -> &'t str {
        let Some(token) = index.checked_sub(1).and_then(|last| self.tokens.get(last)) else { return "" };
        word_after(self.content, token.end)
    }

    /// The word or number behind the word behind the token before `index`.
    pub(super) fn after_next(&self, index: usize) -> &'t str {
        let word = self.after(index);
        let Some(token) = index.checked_sub(1).and_then(|last| self.tokens.get(last)) else { return "" };
        // The word stands within three bytes of the token.
        let end = self.content[token.end..].find(word).map_or(token.end, |at| token.end + at + word.len());
        let rest = self.content[end..].trim_start_matches(' ');
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 { &rest[..digits] } else { word_after(self.content, end) }
    }
}

/// The word in small letters before a space at `end`, if a space or `free` stands before it: where it begins, and its key.
fn plain_before(bytes: &[u8], free: usize, end: usize) -> Option<(usize, Key)> {
    let [head @ .., b' '] = &bytes[free..end] else { return None };
    let (count, key) = Key::small_trailing(head);
    let start = head.len() - count;
    let whole = (1..letters::RUN).contains(&count) && (start == 0 || head[start - 1] == b' ');
    whole.then_some((free + start, key))
}

/// The word before `end`, with white space between. It is empty if a mark stands there.
pub(super) fn word_before(content: &str, end: usize) -> &str {
    let bytes = content.as_bytes();
    let mut last = end;
    while last > 0 && bytes[last - 1].is_ascii_whitespace() && end - last < 3 {
        last -= 1;
    }
    let mut start = last;
    while start > 0 && (bytes[start - 1].is_ascii_alphabetic() || bytes[start - 1] == b'-') && last - start < CHUNK {
        start -= 1;
    }
    &content[start..last]
}

/// The word behind `end`, with white space between. It is empty if a mark stands there.
fn word_after(content: &str, end: usize) -> &str {
    let bytes = content.as_bytes();
    let mut at = end;
    while bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r')) && at < end + 3 {
        at += 1;
    }
    &content[at..word_end(bytes, at)]
}

/// Where the word that begins at `at` ends. Its letters are ASCII, or Latin ones beyond it.
pub(super) fn word_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += letters::leading_run(&bytes[at.min(bytes.len())..]);
        match bytes.get(at) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => {}
            Some(0xc3..=0xc5) => at += 2,
            _ => return at.min(bytes.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Layer, Options, Source};

    #[test]
    fn an_apostrophe_before_a_figure_is_gone_back_over_once() {
        let options = Options::new().language(Language::English).layers(&[Layer::named("dates").unwrap()]);
        for text in ["O'2019", "o’2019", "O'1am", "the O'10:30"] {
            options.parse(&Source::new(text).unwrap()).check().unwrap();
        }
    }
}
