//! Long forms elsewhere in the article, without brackets: `Belt and Road Initiative … BRI`.

use memchr::memchr3_iter;

use super::parts::is_small;
use super::{Region, initialisms};
use crate::keys::{Words, words};
use crate::letters::leading_run;

/// An initialism without a definition, and what its long form may be.
pub(super) struct Wanted<'t> {
    /// Without the `s` of a plural.
    pub(super) letters: &'t str,
    /// The one name with these initials, as a stretch of one of the regions.
    pub(super) long: Option<(usize, std::ops::Range<usize>)>,
    /// Whether there are several.
    ambiguous: bool,
}

/// The most initialisms that are looked for in an article.
pub(super) const WANTED: usize = 32;

/// Two letters are the initials of too much.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=7;

impl<'t> Wanted<'t> {
    /// The word, if it is one whose long form can be looked for.
    pub(super) fn of(content: &'t str, word: &std::ops::Range<usize>) -> Option<Self> {
        let letters = initialisms::singular(&content[word.clone()]);
        let fits = LETTERS.contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        (fits && !SHOUTED.has(letters) && !is_shouted(content, word)).then_some(Self {
            letters,
            long: None,
            ambiguous: false,
        })
    }

    /// Takes a name with these initials into account.
    fn offer(&mut self, regions: &[Region<'_>], region: usize, name: std::ops::Range<usize>) {
        let content = regions[region].content;
        match &self.long {
            Some((known, range)) => self.ambiguous |= regions[*known].content[range.clone()] != content[name],
            None => self.long = Some((region, name)),
        }
    }

    /// The one name.
    pub(super) fn name(&self) -> Option<&(usize, std::ops::Range<usize>)> {
        self.long.as_ref().filter(|_| !self.ambiguous)
    }
}

/// Whether a word beside it is in capitals too: then it may be a word like others.
fn is_shouted(content: &str, word: &std::ops::Range<usize>) -> bool {
    /// From how many letters on a word in capitals is shouted.
    const SHOUT: usize = 4;
    let shouts = |four: Option<&[u8; SHOUT]>| four.is_some_and(|four| four.iter().all(u8::is_ascii_uppercase));
    let capital = |byte: &&u8| byte.is_ascii_uppercase();
    let letter = |byte: &&u8| byte.is_ascii_alphanumeric();
    let before = content.as_bytes()[..word.start].strip_suffix(b" ").unwrap_or(b"");
    let after = content.as_bytes()[word.end..].strip_prefix(b" ").unwrap_or(b"");
    let back = |test: fn(&&u8) -> bool| before.iter().rev().take(2 * SHOUT).take_while(test).count();
    let on = |test: fn(&&u8) -> bool| after.iter().take(2 * SHOUT).take_while(test).count();
    shouts(before.last_chunk()) && back(capital) == back(letter)
        || shouts(after.first_chunk()) && on(capital) == on(letter)
}

/// A word of a name.
#[derive(Clone, Copy, Default)]
struct Word {
    start: usize,
    /// Without the `s` of a genitive.
    end: usize,
    initial: u8,
    kind: Kind,
    genitive: bool,
}

impl Word {
    fn is_small(self) -> bool {
        self.kind != Kind::Name
    }
}

/// What a word of a name is there for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Name,
    Article,
    And,
    Of,
    Preposition,
}

impl Kind {
    /// Of a small word.
    fn of(word: &[u8]) -> Self {
        match word {
            b"and" | b"or" | b"und" | b"et" | b"y" | b"e" => Self::And,
            b"of" | b"for" | b"de" | b"del" | b"da" | b"do" | b"du" | b"des" | b"di" => Self::Of,
            b"in" | b"on" | b"at" | b"by" | b"from" | b"to" | b"with" | b"as" => Self::Preposition,
            _ => Self::Article,
        }
    }
}

/// The longest name, in words.
const WORDS: usize = 16;

/// Looks for names with the wanted initials, from each capital that one of them begins with. Headlines are left out: there every word may
/// have a capital.
pub(super) fn find(regions: &[Region<'_>], wanted: &mut [Wanted<'_>]) {
    let mut initials: Vec<u8> = wanted.iter().map(|wanted| wanted.letters.as_bytes()[0]).collect();
    initials.sort_unstable();
    initials.dedup();
    let mut words = [Word::default(); WORDS];
    for (index, region) in regions.iter().enumerate().filter(|(_, region)| !region.title) {
        let bytes = region.content.as_bytes();
        for three in initials.chunks(3) {
            let (first, last) = (three[0], three[three.len() - 1]);
            for start in memchr3_iter(first, three[three.len() / 2], last, bytes) {
                if start == 0 || !is_letter(bytes[start - 1]) {
                    offer(regions, index, start, &mut words, wanted);
                }
            }
        }
    }
}

/// Offers the names that begin at a capital to those who want them.
fn offer(regions: &[Region<'_>], region: usize, start: usize, words: &mut [Word; WORDS], wanted: &mut [Wanted<'_>]) {
    let bytes = regions[region].content.as_bytes();
    let count = name(bytes, start, words);
    for last in *LETTERS.start()..=count {
        // A name ends with the last word, or with a genitive: `the Norhaven Harbour Board's Chief Engineer`.
        let words = &words[..last];
        if last < count && !words[last - 1].genitive {
            continue;
        }
        for wanted in wanted.iter_mut() {
            if has_initials(words, wanted.letters.as_bytes())
                && is_whole(bytes, words, wanted.letters.len())
                && !TITLES.iter().any(|title| bytes[start..].starts_with(title))
                && may_begin(wanted.letters, &bytes[start..words[0].end])
            {
                wanted.offer(regions, region, start..words[last - 1].end);
            }
        }
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// A short word with its first letter made small.
fn lower_first(word: &[u8]) -> Option<[u8; 3]> {
    match *word {
        [first, second, third] => Some([first.to_ascii_lowercase(), second, third]),
        _ => None,
    }
}

/// The bytes of a word: letters, digits, and apostrophes between them.
fn word_length(bytes: &[u8]) -> usize {
    let mut length = leading_run(bytes);
    loop {
        length += match &bytes[length..] {
            [byte, ..] if byte.is_ascii_alphanumeric() => 1,
            [0xC3..=0xDF, _, ..] => 2,
            [b'\'', next, ..] if length > 0 && next.is_ascii_alphabetic() => 1,
            [0xE2, 0x80, 0x99, next, ..] if length > 0 && next.is_ascii_alphabetic() => 3,
            _ => return length,
        };
    }
}

/// Reads words with capitals on end, and small words between them: how many there are. A name that is too long is none.
fn name(bytes: &[u8], start: usize, words: &mut [Word; WORDS]) -> usize {
    let (mut count, mut kept) = (0, 0);
    let mut at = start;
    while at < bytes.len() {
        let length = word_length(&bytes[at..]);
        let word = &bytes[at..at + length];
        let Some(kind) = kind(word, count) else { break };
        // A name begins with none of the small words.
        if count == WORDS || count == 0 && kind != Kind::Name {
            return 0;
        }
        // Two names: `the Norhaven Harbour Board and the Brill Rowing Club`.
        if kind == Kind::Article && count > 0 && words[count - 1].kind == Kind::And {
            break;
        }
        let (bare, genitive) = match word {
            [bare @ .., b'\'', b's'] | [bare @ .., 0xE2, 0x80, 0x99, b's'] => (bare.len(), true),
            _ => (length, false),
        };
        words[count] = Word { start: at, end: at + bare, initial: word[0].to_ascii_uppercase(), kind, genitive };
        count += 1;
        at += length;
        if word[0].is_ascii_uppercase() {
            kept = count;
        }
        at += match &bytes[at..] {
            [b' ', b'&', b' ', ..] => 3,
            [b' ' | b'-', ..] => 1,
            _ => break,
        };
    }
    kept
}

/// What a word is in a name, if it can be in one: capitalised or small. A word all in capitals is itself an initialism, or shouted.
fn kind(word: &[u8], place: usize) -> Option<Kind> {
    match word {
        [first, ..] if !first.is_ascii_uppercase() => is_small(word).then(|| Kind::of(word)),
        [_, second, ..] if second.is_ascii_uppercase() => None,
        [] => None,
        // The first word of a sentence has a capital too: `The Norhaven Harbour Board`.
        _ => {
            let first = if place == 0 { lower_first(word) } else { None };
            Some(first.filter(|first| is_small(first)).map_or(Kind::Name, |first| Kind::of(&first)))
        }
    }
}

/// Whether these are the initials of the words, all of them, with the small ones left out or taken.
fn has_initials(words: &[Word], letters: &[u8]) -> bool {
    let initials = |word: &Word| word.initial;
    let names = words.iter().filter(|word| !word.is_small());
    !words[0].is_small()
        && (names.map(initials).eq(letters.iter().copied())
            // Of the small words only one that joins no two names gives a letter: `DOJ`.
            || words.iter().map(initials).eq(letters.iter().copied())
                && words.iter().all(|word| word.kind != Kind::And))
}

/// Whether a name is not the end of a longer one, as in `School of [Medicine and …]`. Three letters match by chance if any name comes
/// before (`Highway [Traffic Safety Administration]`), or if a preposition joins two names (`Centre in Brill Sound`).
fn is_whole(bytes: &[u8], words: &[Word], letters: usize) -> bool {
    let before = before(bytes, words[0].start);
    let inside = matches!(before, Some((Kind::Of | Kind::And | Kind::Preposition, _)));
    let goes_before = matches!(before, Some((Kind::Name, word)) if !is_genitive(word));
    let joined = words.iter().any(|word| word.kind == Kind::Preposition);
    !inside && (letters > 3 || !goes_before && !joined)
}

/// The word before a name that is of a longer name with it: one with a capital, or a small word behind such a word.
fn before(bytes: &[u8], start: usize) -> Option<(Kind, &[u8])> {
    let mut nearest = None;
    let mut end = start;
    for _ in 0..WORDS {
        end = match &bytes[..end] {
            [.., b' ', b'&', b' '] => end - 3,
            [.., b' ' | b'-'] => end - 1,
            _ => return None,
        };
        let word = &bytes[word_start(bytes, end)..end];
        let kind = kind(word, 0)?;
        // Behind `and` an article begins another name.
        if kind == Kind::And && matches!(nearest, Some((Kind::Article, _))) {
            return None;
        }
        nearest = nearest.or(Some((kind, word)));
        if word[0].is_ascii_uppercase() {
            return nearest;
        }
        end -= word.len();
    }
    None
}

/// Where the word begins that ends here.
fn word_start(bytes: &[u8], end: usize) -> usize {
    let mut start = end;
    while start > 0 && (is_letter(bytes[start - 1]) || start < end && bytes[start - 1] == b'\'') {
        start -= 1;
    }
    start
}

fn is_genitive(word: &[u8]) -> bool {
    word.ends_with(b"'s") || word.ends_with("’s".as_bytes())
}

/// Words that are set in capitals to shout them, and are initials by chance.
static SHOUTED: Words<()> = words!(
    64,
    [
        "all", "and", "any", "are", "but", "can", "did", "end", "for", "get", "had", "has", "her", "him", "his", "how",
        "its", "new", "not", "now", "old", "one", "our", "out", "the", "two", "was", "why", "yes", "you"
    ]
);

/// The beginnings of names that everybody knows by their initials. An article that uses such initials does not explain them, and another
/// name has them by chance: of 11 names with the initials of `AFP`, `BBC` and `CNN`, four were others.
const WELL_KNOWN: [(&str, &[u8]); 12] = [
    ("AFP", b"Agence"),
    ("BBC", b"British"),
    ("CBS", b"Columbia"),
    ("CIA", b"Central"),
    ("CNN", b"Cable"),
    ("FBI", b"Federal"),
    ("IMF", b"International"),
    ("NASA", b"National"),
    ("NATO", b"North"),
    ("NBC", b"National"),
    ("NHS", b"National"),
    ("USA", b"United"),
];

/// Whether a name that begins so may be what the letters stand for.
fn may_begin(letters: &str, first: &[u8]) -> bool {
    WELL_KNOWN.iter().find(|(known, _)| *known == letters).is_none_or(|(_, begins)| *begins == first)
}

/// Titles of persons: `Congressman Kasimir Orrel` is no `CKO`.
const TITLES: [&[u8]; 14] = [
    b"President",
    b"Senator",
    b"Congressman",
    b"Congresswoman",
    b"Representative",
    b"Governor",
    b"Mayor",
    b"Judge",
    b"Justice",
    b"Professor",
    b"Doctor",
    b"Captain",
    b"Colonel",
    b"Sir",
];
