//! Long forms that stand in the article without brackets: `Belt and Road Initiative … BRI`.

use super::parts::is_small;
use super::{Region, initialisms};

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
        (fits && SHOUTED.binary_search(&letters).is_err() && !is_shouted(content, word)).then_some(Self {
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
    let shout = |count: usize, letters: usize| count >= SHOUT && letters == count;
    let capital = |byte: &&u8| byte.is_ascii_uppercase();
    let letter = |byte: &&u8| byte.is_ascii_alphanumeric();
    let before = content.as_bytes()[..word.start].strip_suffix(b" ").unwrap_or(b"");
    let after = content.as_bytes()[word.end..].strip_prefix(b" ").unwrap_or(b"");
    let back = |test: fn(&&u8) -> bool| before.iter().rev().take(2 * SHOUT).take_while(test).count();
    let on = |test: fn(&&u8) -> bool| after.iter().take(2 * SHOUT).take_while(test).count();
    shout(back(capital), back(letter)) || shout(on(capital), on(letter))
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

/// Looks for names with the initials that are wanted. Headlines are not looked at: there every word may have a capital.
pub(super) fn find(regions: &[Region<'_>], titles: &[bool], wanted: &mut [Wanted<'_>]) {
    let mut words = [Word::default(); WORDS];
    for (index, region) in regions.iter().enumerate() {
        if titles[index] {
            continue;
        }
        let bytes = region.content.as_bytes();
        let mut at = 0;
        while let Some(start) = initialisms::next_capital(bytes, at) {
            if start > 0 && is_letter(bytes[start - 1]) {
                at = start + 1;
                continue;
            }
            let (count, end) = name(bytes, start, &mut words);
            for last in *LETTERS.start()..=count {
                // A name ends with the last word, or with a genitive: `the Norhaven Harbour Board's Chief Engineer`.
                let words = &words[..last];
                if last < count && !words[last - 1].genitive {
                    continue;
                }
                for wanted in wanted.iter_mut() {
                    let from = begins(words, wanted.letters.as_bytes());
                    if let Some(from) =
                        from.filter(|&from| !TITLES.iter().any(|title| bytes[from..].starts_with(title)))
                    {
                        wanted.offer(regions, index, from..words[last - 1].end);
                    }
                }
            }
            at = end.max(start + 1);
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
    let mut length = 0;
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

/// Reads words with capitals on end, and small words between them: how many there are, and where reading went on to. A name that is too long is
/// none.
fn name(bytes: &[u8], start: usize, words: &mut [Word; WORDS]) -> (usize, usize) {
    let (mut count, mut kept) = (0, 0);
    let mut at = start;
    while at < bytes.len() {
        let length = word_length(&bytes[at..]);
        let word = &bytes[at..at + length];
        let capital = word.first().is_some_and(u8::is_ascii_uppercase);
        let small = !capital && is_small(word);
        // A word that is all capitals is an initialism itself, or shouted.
        let shouted = word.len() > 1 && word[1].is_ascii_uppercase();
        if !(capital && !shouted || small) {
            break;
        }
        if count == WORDS {
            return (0, at + length);
        }
        // The first word of a sentence has a capital too: `The Norhaven Harbour Board`.
        let first = if count == 0 { lower_first(word) } else { None };
        let kind = match first {
            Some(first) if is_small(&first) => Kind::of(&first),
            _ if small => Kind::of(word),
            _ => Kind::Name,
        };
        // Two names: `the Norhaven Harbour Board and the Brill Rowing Club`.
        if kind == Kind::Article && count > 0 && words[count - 1].kind == Kind::And {
            break;
        }
        let bare = [&b"'s"[..], "’s".as_bytes()].iter().find_map(|ending| word.strip_suffix(*ending));
        let end = at + bare.map_or(length, <[u8]>::len);
        words[count] = Word { start: at, end, initial: word[0].to_ascii_uppercase(), kind, genitive: bare.is_some() };
        count += 1;
        at += length;
        if capital {
            kept = count;
        }
        at += match &bytes[at..] {
            [b' ', b'&', b' ', ..] => 3,
            [b' ' | b'-', ..] => 1,
            _ => break,
        };
    }
    (kept, kept.checked_sub(1).map_or(start, |last| words[last].end))
}

/// Where the name begins whose initials these are: the last words, all of them, with the small ones left out or taken.
fn begins(words: &[Word], letters: &[u8]) -> Option<usize> {
    let fits = |places: &mut dyn Iterator<Item = (usize, &Word)>| {
        let mut first = None;
        for letter in letters.iter().rev() {
            first = Some(places.next().filter(|(_, word)| word.initial == *letter)?.0);
        }
        first
    };
    let mut all = words.iter().enumerate().rev();
    let first = fits(&mut all.clone().filter(|(_, word)| !word.is_small()))
        // Of the small words only one that joins no two names gives a letter: `DOJ`.
        .or_else(|| fits(&mut all).filter(|&at| words[at..].iter().all(|word| word.kind != Kind::And)))?;
    let name = &words[first..];
    // The end of a longer name is no name: `School of [Medicine and …]`.
    let before = first.checked_sub(1).map(|before| words[before]);
    let inside = before.is_some_and(|word| matches!(word.kind, Kind::Of | Kind::And | Kind::Preposition));
    if inside || name[0].is_small() {
        return None;
    }
    // Three letters are found by chance: where a name goes before (`Highway [Traffic Safety Administration]`), where a preposition
    // joins two names (`Centre in Brill Sound`).
    let goes_before = before.is_some_and(|word| word.kind == Kind::Name && !word.genitive);
    let joined = name.iter().any(|word| word.kind == Kind::Preposition);
    (letters.len() > 3 || !goes_before && !joined).then_some(name[0].start)
}

/// Words that are set in capitals to shout them, and are initials by chance; sorted.
const SHOUTED: [&str; 30] = [
    "ALL", "AND", "ANY", "ARE", "BUT", "CAN", "DID", "END", "FOR", "GET", "HAD", "HAS", "HER", "HIM", "HIS", "HOW",
    "ITS", "NEW", "NOT", "NOW", "OLD", "ONE", "OUR", "OUT", "THE", "TWO", "WAS", "WHY", "YES", "YOU",
];

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
