//! The page below an article, when everything is on one line: notes in brackets, comments, other articles, the site's links and rights.

use memchr::memchr3_iter;

use crate::blocks::FurnitureKind::{self, Navigation, Other, Related, Share, Subscribe};
use crate::blocks::{claims_rights, page_words, says_who_worked};
use crate::letters::floor_char_boundary;
use crate::masks::{blocks, places};

use super::{Part, What, ends_sentence};

/// What stands below the body.
pub(super) struct Foot<'t> {
    /// Where it starts.
    pub(super) start: usize,
    pub(super) parts: Vec<Part<'t>>,
}

/// Words with which the foot of a page begins, or a part of it. The first letters are capitals, as sites write them.
const OPENERS: &[(&str, FurnitureKind)] = &[
    ("Add a comment", Other),
    ("Add your comment", Other),
    ("Leave a comment", Other),
    ("Leave a Reply", Other),
    ("Links:", Navigation),
    ("Most Popular", Related),
    ("Most Read", Related),
    ("Most read", Related),
    ("Please enable JavaScript to view the comments", Other),
    ("Related Articles", Related),
    ("Related Stories", Related),
    ("Related articles", Related),
    ("Related reading", Related),
    ("Related stories", Related),
    ("We Recommend", Related),
    ("You may also like", Related),
    ("You might also like", Related),
];

/// Words with which another part begins once the foot has.
const PARTS: &[(&str, FurnitureKind)] = &[
    ("About Us", Navigation),
    ("About us", Navigation),
    ("Contact Us", Navigation),
    ("Contact us", Navigation),
    ("Privacy Policy", Navigation),
];

/// Words that only the foot of a page has, among titles of other articles.
const WAYS: &[&str] = &[
    "About Us",
    "All Rights Reserved",
    "All rights reserved",
    "Contact Us",
    "Contact us",
    "Copyright",
    "Disqus",
    "Follow us",
    "Hot News",
    "Join Us",
    "Key Words",
    "Popular on",
    "Privacy Policy",
    "Terms of Use",
    "Top 10",
    "Trending",
    "©",
];
/// So many different ones a foot has, behind the one that it begins with.
const KNOWN: u32 = 3;

/// So many notes and pleas stand on end at most.
const PIECES: usize = 12;
/// A longer foot is another text.
const FOOT: usize = 20_000;
/// So many places are tried as its start.
const TRIES: usize = 24;

pub(super) fn read(body: &str) -> Foot<'_> {
    let end = body.trim_end().len();
    let mut foot = Foot { start: end, parts: Vec::new() };
    if let Some((start, words)) = page_foot(&body[..end]) {
        foot.parts = foot_parts(&body[start..end], start, &words);
        foot.start = start;
    } else if let Some(start) = rights(&body[..end]) {
        foot.parts.push(Part { text: &body[start..end], what: What::Copyright });
        foot.start = start;
    }
    // From here upwards: notes in brackets and pleas, each ending where the last one starts.
    for _ in 0..PIECES {
        let Some((start, what)) = last_piece(&body[..foot.start]) else { break };
        foot.parts.insert(0, Part { text: &body[start..foot.start], what });
        foot.start = start;
    }
    foot
}

/// Where the foot of a page starts: at the first of its words that stands behind a sentence and has enough others behind it.
fn page_foot(body: &str) -> Option<(usize, Vec<Found>)> {
    let from = floor_char_boundary(body, body.len().saturating_sub(FOOT));
    let mut found = words_of_foot(body, from);
    // Behind a sentence, or behind notes in brackets.
    let ends = |at: usize| {
        let before = body[..at].trim_end();
        before.len() < at && (ends_sentence(before) || before.ends_with([')', ']', '】']))
    };
    let openers =
        found.iter().enumerate().filter(|(_, found)| found.word < OPENERS.len() && ends(found.at)).take(TRIES);
    let first = openers.map(|(first, _)| first).find(|&first| is_foot(&body[found[first].at..], &found[first..]))?;
    found.drain(..first);
    Some((found[0].at, found))
}

/// A word of a foot, by its place among all of them, and where it stands.
struct Found {
    at: usize,
    word: usize,
}

/// All words of a foot: openers, parts and ways.
const WORDS: usize = OPENERS.len() + PARTS.len() + WAYS.len();
const ALL: [&str; WORDS] = {
    let (mut all, mut at) = ([""; WORDS], 0);
    while at < WORDS {
        all[at] = if at < OPENERS.len() {
            OPENERS[at].0
        } else if at < OPENERS.len() + PARTS.len() {
            PARTS[at - OPENERS.len()].0
        } else {
            WAYS[at - OPENERS.len() - PARTS.len()]
        };
        at += 1;
    }
    all
};

/// Which of the words have a byte as their first one, and as their second, by five of its bits.
static BY_FIRST: [u64; 32] = words_by(0);
static BY_SECOND: [u64; 32] = words_by(1);

const fn words_by(place: usize) -> [u64; 32] {
    let (mut words, mut at) = ([0; 32], 0);
    while at < WORDS {
        words[(ALL[at].as_bytes()[place] & 0x1f) as usize] |= 1 << at;
        at += 1;
    }
    words
}

/// The words of a foot that stand behind `from`, in order. One look for all of them.
fn words_of_foot(body: &str, from: usize) -> Vec<Found> {
    let region = &body.as_bytes()[from..];
    let mut found = Vec::new();
    for (start, block) in blocks(region, 0) {
        for at in places(start, block.are_between(b'A', b'Y') | block.are("©".as_bytes()[0])) {
            let Some(&[first, second]) = region[at..].first_chunk() else { break };
            let words = BY_FIRST[(first & 0x1f) as usize] & BY_SECOND[(second & 0x1f) as usize];
            let here = places(0, words).filter(|&word| region[at..].starts_with(ALL[word].as_bytes()));
            found.extend(here.map(|word| Found { at: from + at, word }));
        }
    }
    found
}

/// Whether all that follows is a foot: its words, and no sentences between them.
fn is_foot(text: &str, words: &[Found]) -> bool {
    let of = |word: &Found| 1_u64 << word.word;
    let parts = ((1 << PARTS.len()) - 1) << OPENERS.len();
    // What it begins with does not count, nor does the first of the openers.
    let begins = words.iter().take_while(|word| word.at == words[0].at).filter(|word| word.word < OPENERS.len());
    let apart = begins.fold(parts | 1, |words, word| words | of(word));
    let known = words.iter().fold(0, |words, word| words | of(word)) & !apart;
    let stops = || text.match_indices(". ").filter(|(at, _)| is_sentence_end(text, *at)).count();
    known.count_ones() >= KNOWN && stops() * 400 <= text.len()
}

/// Whether the stop ends a sentence: a word of four small letters before it, a capital behind it.
fn is_sentence_end(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(' ').next().unwrap_or("");
    word.chars().count() > 3
        && word.chars().all(char::is_lowercase)
        && text[at + 1..].trim_start().starts_with(char::is_uppercase)
}

/// The foot cut where another part of it begins.
fn foot_parts<'t>(foot: &'t str, start: usize, words: &[Found]) -> Vec<Part<'t>> {
    let mut starts: Vec<(usize, What)> = Vec::new();
    for (word, (_, kind)) in OPENERS.iter().chain(PARTS).enumerate() {
        let first = words.iter().find(|found| found.word == word).map(|found| found.at - start);
        if let Some(at) = first.filter(|&at| at == 0 || foot[..at].ends_with(' ')) {
            starts.push((at, What::Furniture(*kind)));
        }
    }
    let holder = foot.rfind('©').or_else(|| foot.rfind("Copyright")).filter(|&at| foot.len() - at <= 160);
    if let Some(at) = holder.filter(|&at| at > 0 && foot[..at].ends_with(' ')) {
        starts.push((at, What::Copyright));
    }
    starts.sort_unstable_by_key(|(at, _)| *at);
    // Two of one kind on end are one part.
    starts.dedup_by(|next, last| next.1 == last.1);
    let ends = starts.iter().skip(1).map(|start| start.0).chain([foot.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|((start, what), end)| Part { text: &foot[start..end], what }).collect()
}

/// Where a claim of rights starts that ends the line.
fn rights(body: &str) -> Option<usize> {
    const LONGEST: usize = 260;
    let from = floor_char_boundary(body, body.len().saturating_sub(LONGEST));
    let signs = ["©", "Copyright ©", "Copyright (c)", "(c) 20", "Copyright 20"];
    let region = &body.as_bytes()[from..];
    let is_sign = |at: &usize| signs.iter().any(|sign| region[*at..].starts_with(sign.as_bytes()));
    let mut places = memchr3_iter(b'C', b'(', "©".as_bytes()[0], region).filter(is_sign).map(|at| from + at);
    places.find(|&at| {
        let before = body[..at].trim_end();
        before.len() < at && ends_sentence(before) && claims_rights(&body[at..])
    })
}

/// The last piece of the body that is not its text: a note in brackets, or sentences that are a plea or a note by their words.
fn last_piece(body: &str) -> Option<(usize, What)> {
    /// The longest piece, and the longest foot of a form to sign up.
    const LONGEST: usize = 260;
    const FORM: usize = 700;
    let body = body.trim_end();
    let from = floor_char_boundary(body, body.len().saturating_sub(FORM));
    if body.ends_with(')')
        && let Some(open) = body[from..].rfind('(').map(|at| from + at)
        && let Some(what) = in_brackets(&body[open..])
        && body[..open].ends_with(' ')
    {
        return Some((open, what));
    }
    if let Some(start) = pager(body) {
        return Some((start, What::Furniture(Navigation)));
    }
    let begins = |at: &usize| {
        let before = body[..*at].trim_end();
        ends_sentence(before)
            && !is_abbreviated(before)
            && body[*at..].starts_with(|c: char| c.is_uppercase() || c == '©')
    };
    let start = body[from..].match_indices(' ').map(|(at, _)| from + at + 1).rfind(begins)?;
    // Sentences without a space between them may be the article's as well.
    let sentence = Some(&body[start..]).filter(|sentence| !has_lost_space(sentence)).unwrap_or("");
    if sentence.len() <= LONGEST && says_who_worked(sentence) && sentence.ends_with('.') {
        return Some((start, What::AuthorNote));
    }
    if sentence.len() <= LONGEST
        && let Some(kind) = page_words(sentence).filter(|_| sentence.split(' ').count() > 2)
    {
        return Some((start, What::Furniture(kind)));
    }
    // A form to sign up, from its small print to its thanks; the line's makers often left no space before it.
    let prints = || body[from..].match_indices("By ").map(|(at, _)| from + at).filter(|&at| ends_sentence(&body[..at]));
    let is_print = |&at: &usize| page_words(&body[at..floor_char_boundary(body, at + 120)]) == Some(Subscribe);
    let first = prints().find(is_print)?;
    THANKS.iter().any(|thanks| body.ends_with(thanks)).then_some((first, What::Furniture(Subscribe)))
}

/// Where the numbers of a page's pictures or pages start that end the text: `【1】 【2】 【3】`. They count from one, and are three at least:
/// one number in brackets is a reference.
fn pager(body: &str) -> Option<usize> {
    const LEAST: u32 = 3;
    let mut start = body.len();
    let mut expected = None;
    loop {
        let before = body[..start].trim_end();
        let (close, open) = match before.chars().next_back()? {
            '】' => ('】', '【'),
            ']' => (']', '['),
            _ => return None,
        };
        let inner = before.strip_suffix(close)?;
        let at = inner.rfind(open)?;
        let number: u32 = inner[at + open.len_utf8()..].parse().ok()?;
        let (last, wanted) = expected.unwrap_or((number, number));
        if number != wanted || number == 0 {
            return None;
        }
        start = at;
        if number == 1 {
            return (last >= LEAST && ends_sentence_or_bracket(&body[..start])).then_some(start);
        }
        expected = Some((last, number - 1));
    }
}

fn ends_sentence_or_bracket(before: &str) -> bool {
    let before = before.trim_end();
    ends_sentence(before) || before.ends_with(')')
}

/// Whether the stop at the end belongs to a word: `Joseph A.`, `Gen.`, `U.S.`
fn is_abbreviated(before: &str) -> bool {
    const TITLES: &[&str] = &[
        "Capt.", "Col.", "Dr.", "Gen.", "Gov.", "Hon.", "Jr.", "Lt.", "Mr.", "Mrs.", "Ms.", "No.", "Prof.", "Rep.",
        "Rev.", "Sen.", "Sgt.", "Sr.", "St.", "vs.",
    ];
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“')).next().unwrap_or(before);
    let letters = word.strip_suffix('.');
    letters.is_some_and(|letters| letters.chars().count() == 1 || letters.contains('.')) || TITLES.contains(&word)
}

/// `said.The`: a sentence ends inside, and the next one begins without a space.
fn has_lost_space(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| {
        three[0].is_ascii_lowercase() && matches!(three[1], b'.' | b'!' | b'?') && three[2].is_ascii_uppercase()
    })
}

/// How a form to sign up ends.
const THANKS: &[&str] =
    &["opt out at any time.", "opt-out at any time.", "subscribed to this newsletter!", "unsubscribe at any time."];

/// What a piece in brackets is that stands below the text.
fn in_brackets(piece: &str) -> Option<What> {
    const EDITORS: &[&str] = &["Compiled by", "Editing by", "Editor:", "Reporting by", "Web editor:", "Writing by"];
    const FOLLOW: &[&str] = &["follow ", "Follow ", "subscribe to ", "Subscribe to "];
    const WHERE: &[&str] = &["Facebook", "Instagram", "Telegram", "Twitter", "WhatsApp", "YouTube", "newsletter"];
    let inside = piece.trim_matches(['(', ')', ' ']);
    if EDITORS.iter().any(|words| inside.starts_with(words)) {
        return Some(What::AuthorNote);
    }
    let asks = FOLLOW.iter().any(|word| inside.contains(word)) && WHERE.iter().any(|word| inside.contains(word));
    let to_reader = inside.starts_with("For ") || inside.starts_with("Please ") || inside.starts_with(['F', 'S']);
    (asks && to_reader).then_some(What::Furniture(if inside.contains("newsletter") { Subscribe } else { Share }))
}
