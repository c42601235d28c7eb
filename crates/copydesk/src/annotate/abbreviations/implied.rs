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
        (fits && !is_shouted(content, word)).then_some(Self { letters, long: None, ambiguous: false })
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
    initial: u8,
    small: bool,
}

/// The longest name, in words.
const WORDS: usize = 16;

/// Looks for names with the initials that are wanted. Headlines are not looked at: there every word may have a capital.
pub(super) fn find(regions: &[Region<'_>], titles: &[bool], wanted: &mut [Wanted<'_>]) {
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
            let mut words = [Word::default(); WORDS];
            let (count, end) = name(bytes, start, &mut words);
            if count >= *LETTERS.start() {
                for wanted in wanted.iter_mut() {
                    if let Some(from) = begins(&words[..count], wanted.letters.as_bytes()) {
                        wanted.offer(regions, index, from..end);
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

/// Reads words with capitals on end, and small words between them: how many there are, and where the last ends. A name that is too long is none.
fn name(bytes: &[u8], start: usize, words: &mut [Word; WORDS]) -> (usize, usize) {
    let (mut count, mut kept) = (0, 0);
    let (mut at, mut end) = (start, start);
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|&&byte| is_letter(byte) || byte == b'\'').count();
        let word = &bytes[at..at + length];
        let capital = word.first().is_some_and(u8::is_ascii_uppercase);
        let small = !capital && is_small(word);
        // A word that is all capitals is an initialism itself, or shouted.
        let shouted = word.len() > 1 && word[1].is_ascii_uppercase();
        if !(capital && !shouted || small) {
            break;
        }
        if count == WORDS {
            kept = 0;
            end = at + length;
            break;
        }
        words[count] = Word { start: at, initial: word[0].to_ascii_uppercase(), small };
        count += 1;
        at += length;
        if capital {
            (kept, end) = (count, at);
        }
        at += match &bytes[at..] {
            [b' ', b'&', b' ', ..] => 3,
            [b' ' | b'-', ..] => 1,
            _ => break,
        };
    }
    (kept, end)
}

/// Where the name begins whose initials these are: the last words, all of them, with the small ones left out or taken.
fn begins(words: &[Word], letters: &[u8]) -> Option<usize> {
    let fits = |words: &mut dyn Iterator<Item = &Word>| {
        let mut first = None;
        for letter in letters.iter().rev() {
            first = Some(words.next().filter(|word| word.initial == *letter)?);
        }
        first.filter(|word| !word.small).map(|word| word.start)
    };
    fits(&mut words.iter().rev().filter(|word| !word.small)).or_else(|| fits(&mut words.iter().rev()))
}
