//! What a heading looks like, as against a sentence: how it ends, how its words are capitalised, how many there are.
//!
//! Headlines and crossheads are told by the same look and differ in place alone, so both families ask here.

/// How a row ends, closing quotes and brackets set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A full stop, in any script.
    Stop,
    Question,
    Exclamation,
    /// Three dots: cut off, or left hanging.
    Ellipsis,
    /// A mark after which the sentence goes on: comma, colon, semicolon, dash.
    Pause,
    /// A letter, a digit or any other sign.
    Open,
}

impl End {
    /// Whether a sentence may end so.
    pub(super) fn ends_sentence(self) -> bool {
        matches!(self, Self::Stop | Self::Question | Self::Exclamation | Self::Ellipsis)
    }
}

/// How the words of a row are capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Every letter is a capital.
    Capitals,
    /// Nearly every long word starts with a capital.
    Title,
    /// The first word starts with a capital.
    Sentence,
    /// The first word does not.
    Lower,
}

/// The shape of a short row.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleShape {
    pub(super) words: usize,
    pub(super) case: Case,
    pub(super) end: End,
}

impl TitleShape {
    /// Reads a row that is known to be short: it is looked at whole.
    pub(super) fn of(content: &str) -> Self {
        let mut counts = Counts::default();
        for word in content.split_whitespace() {
            counts.add(word);
        }
        Self { words: counts.words, case: counts.case(), end: end(content) }
    }
}

/// Words of this many letters and more start with a capital in a title: articles and prepositions below do not.
const LONG_WORD: usize = 4;

#[derive(Default)]
struct Counts {
    words: usize,
    /// Whether the first word begins with a capital or a digit.
    first: bool,
    long: usize,
    long_capital: usize,
    upper: usize,
    lower: usize,
}

impl Counts {
    fn add(&mut self, word: &str) {
        let mut letters = word.chars().skip_while(|c| !c.is_alphanumeric()).peekable();
        let Some(&initial) = letters.peek() else { return };
        let capital = initial.is_uppercase() || initial.is_numeric();
        self.first |= self.words == 0 && capital;
        self.words += 1;
        let mut len = 0;
        for letter in letters.filter(|c| c.is_alphabetic()) {
            len += 1;
            self.upper += usize::from(letter.is_uppercase());
            self.lower += usize::from(letter.is_lowercase());
        }
        if len >= LONG_WORD {
            self.long += 1;
            self.long_capital += usize::from(capital);
        }
    }

    fn case(&self) -> Case {
        match () {
            () if !self.first => Case::Lower,
            () if self.upper >= 2 && self.lower == 0 => Case::Capitals,
            // One small word in five is the share that house styles with small `from` and `with` come to.
            () if self.long > 0 && self.long_capital * 5 >= self.long * 4 => Case::Title,
            () => Case::Sentence,
        }
    }
}

/// How a row ends: a bounded look at its last characters.
pub(super) fn end(content: &str) -> End {
    let body = content.trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']', '*', '_', ' ', '\u{a0}']);
    let Some(last) = body.chars().next_back() else { return End::Open };
    match last {
        '…' => End::Ellipsis,
        '.' if body.ends_with("..") => End::Ellipsis,
        '.' if ends_with_initials(body) => End::Open,
        '.' | '。' | '।' | '۔' | '．' => End::Stop,
        '?' | '？' | '؟' => End::Question,
        '!' | '！' => End::Exclamation,
        ',' | ';' | ':' | '-' | '–' | '—' | '،' | '：' | '，' => End::Pause,
        _ => End::Open,
    }
}

/// `U.S.`, `D.C.`: a stop that belongs to the word.
fn ends_with_initials(body: &str) -> bool {
    let bytes = body.as_bytes();
    let [.., first, b'.', second, b'.'] = bytes else { return false };
    first.is_ascii_uppercase() && second.is_ascii_uppercase()
}
