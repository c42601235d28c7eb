//! Words that tell a damaged compound from a dash, and helpers that read the words around a place.
//!
//! The lists are closed classes of English, not a dictionary. A word is listed because it can (or cannot) be one half of a compound, or
//! begin a clause after a dash. All lists are sorted, in lower case.

use crate::letters::floor_char_boundary;
use crate::masks::{blocks, places};

use super::listed::List;

/// How far a rule looks from its place for a word's other end. No English word is longer; a base64 line is.
pub(crate) const WORD_LIMIT: usize = 48;

/// The word that ends at `end`: letters, digits, and the hyphens and apostrophes inside.
pub(crate) fn word_before(text: &str, end: usize) -> &str {
    let floor = floor_char_boundary(text, end.saturating_sub(WORD_LIMIT));
    let plain = text.as_bytes()[floor..end].iter().rev().take_while(|&&byte| is_word_byte(byte)).count();
    let start = match text.as_bytes()[floor..end - plain].last() {
        Some(byte) if byte.is_ascii() => end - plain,
        // Only what is not ASCII needs to be looked at character by character.
        _ => text[floor..end].rfind(|c: char| !is_word_char(c)).map_or(floor, |at| {
            let at = floor + at;
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        }),
    };
    text[start..end].trim_start_matches(is_joint)
}

/// The word that starts at `start`, likewise.
pub(crate) fn word_after(text: &str, start: usize) -> &str {
    let ceiling = floor_char_boundary(text, start + WORD_LIMIT);
    let plain = text.as_bytes()[start..ceiling].iter().take_while(|&&byte| is_word_byte(byte)).count();
    let end = match text.as_bytes()[start + plain..ceiling].first() {
        Some(byte) if byte.is_ascii() => start + plain,
        _ => text[start..ceiling].find(|c: char| !is_word_char(c)).map_or(ceiling, |at| start + at),
    };
    text[start..end].trim_end_matches(is_joint)
}

pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_joint(c)
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'')
}

pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\'' | '’')
}

/// Whether a list has the word, whatever its case.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
    list.binary_search_by(|known| known.bytes().cmp(lower.clone())).is_ok()
}

pub(crate) fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

pub(crate) fn starts_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a web or e-mail address stands around `at`, as far as a glance shows.
pub(crate) fn in_address(text: &str, start: usize, end: usize) -> bool {
    let floor = floor_char_boundary(text, start.saturating_sub(WORD_LIMIT));
    let ceiling = floor_char_boundary(text, end + WORD_LIMIT);
    let before = text[floor..start].rsplit(char::is_whitespace).next().unwrap_or("");
    let after = text[end..ceiling].split(char::is_whitespace).next().unwrap_or("");
    [before, after]
        .into_iter()
        .any(|token| token.contains(['/', '@', '\\', '_']) || token.starts_with("www.") || dotted(token))
}

/// Whether a full stop stands between two letters, as in a host name.
fn dotted(token: &str) -> bool {
    let bytes = token.as_bytes();
    bytes.windows(3).any(|w| w[0].is_ascii_lowercase() && w[1] == b'.' && w[2].is_ascii_lowercase())
}

/// Whether the line around a place looks like code: its own spacing is content.
pub(crate) fn in_code(text: &str, start: usize, end: usize) -> bool {
    let floor = floor_char_boundary(text, start.saturating_sub(WORD_LIMIT));
    let ceiling = floor_char_boundary(text, end + WORD_LIMIT);
    let around = &text.as_bytes()[floor..ceiling];
    // One of these is in every pair below; nearly all text has next to none of them.
    blocks(around, b' ').flat_map(|(start, block)| places(start, block.are_one_of(*b"{}><)_:"))).any(|at| {
        let before = at.checked_sub(1).map(|before| around[before]);
        let next = around.get(at + 1).copied();
        match around[at] {
            b'{' => next == Some(b' '),
            b'}' => next == Some(b';') || before == Some(b' '),
            b'>' => matches!(before, Some(b'=' | b'-')),
            b'<' => next == Some(b'/'),
            b')' => before == Some(b'('),
            b'_' => before == Some(b'$'),
            _ => next == Some(b':'),
        }
    })
}

/// What follows a hyphen that hangs: `first- and second-round`. The other languages' words stand in quotations and names.
#[rustfmt::skip]
pub(crate) const SUSPENDING: List = List::of(0, &[
    "als", "and", "bis", "bzw", "en", "enn", "et", "nor", "och", "oder", "of", "og", "or", "sowie", "through", "to", "und",
    "versus", "vs",
]);

/// What stands in the middle of a compound of three: `year-on-year`, `door-to-door`, `father-in-law`.
#[rustfmt::skip]
pub(crate) const MIDDLES: List = List::of(1, &[
    "a", "after", "an", "and", "as", "at", "before", "but", "by", "cum", "day", "de", "down", "en", "for", "free", "from", "her",
    "his", "hour", "in", "into", "it", "la", "le", "man", "me", "metre", "mile", "minute", "month", "my", "no", "not", "of", "off",
    "on", "or", "our", "out", "over", "per", "point", "star", "storey", "story", "sur", "than", "the", "their", "time", "to",
    "turned", "under", "up", "upon", "versus", "vis", "week", "with", "woman", "year", "you", "your",
]);

/// What begins a clause, an aside or a list after a dash, and is never the second half of a compound of two.
#[rustfmt::skip]
pub(crate) const CLAUSE_STARTS: List = List::of(2, &[
    "a", "above", "according", "across", "after", "again", "against", "ahead", "all", "almost", "along", "already", "also",
    "although", "always", "am", "among", "an", "and", "another", "any", "anything", "are", "as", "at", "because", "been",
    "before", "being", "below", "beside", "between", "beyond", "both", "but", "can", "cannot", "compared", "could", "despite",
    "did", "didn’t", "do", "does", "don’t", "due", "during", "each", "either", "especially", "even", "ever", "every", "everyone",
    "everything", "except", "excluding", "few", "finally", "first", "following", "for", "from", "had", "has", "have", "having",
    "he", "hence", "her", "here", "hers", "him", "his", "how", "however", "i", "if", "including", "indeed", "indoors", "inside",
    "instead", "into", "is", "isn’t", "it", "its", "just", "last", "least", "less", "let", "mainly", "many", "maybe", "meanwhile",
    "might", "more", "moreover", "most", "mostly", "much", "must", "my", "namely", "near", "nearly", "neither", "never", "nobody",
    "none", "nor", "not", "nothing", "now", "of", "often", "once", "one", "or", "other", "others", "our", "outdoors", "outside",
    "particularly", "perhaps", "plus", "probably", "quite", "rather", "really", "roughly", "said", "saying", "says", "several",
    "shall", "she", "should", "simply", "since", "so", "some", "someone", "something", "sometimes", "soon", "still", "such",
    "than", "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "this", "those", "though", "thus",
    "till", "to", "tomorrow", "too", "towards", "under", "unless", "unlike", "until", "upon", "us", "usually", "very", "via",
    "was", "wasn’t", "we", "well", "were", "what", "whatever", "when", "where", "whereas", "whether", "which", "whichever",
    "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "won’t", "would", "yes", "yesterday", "yet",
    "you", "your",
]);

/// What can stand before a dash but is never the first half of a compound of two.
#[rustfmt::skip]
pub(crate) const NEVER_FIRST: List = List::of(3, &[
    "a", "an", "and", "are", "be", "because", "been", "but", "did", "do", "does", "for", "from", "had", "has", "have", "he",
    "her", "here", "him", "his", "if", "into", "is", "it", "its", "me", "my", "of", "or", "our", "she", "than", "that", "the",
    "their", "them", "there", "these", "they", "this", "those", "to", "was", "we", "were", "where", "which", "who", "with",
    "would", "you", "your",
]);

/// First halves that are bound: they hardly ever stand alone at the end of a clause.
#[rustfmt::skip]
pub(crate) const PREFIXES: List = List::of(4, &[
    "afro", "al", "anglo", "anti", "arch", "austro", "auto", "bi", "bio", "centre", "co", "counter", "crypto", "cyber", "de", "e",
    "eco", "euro", "ex", "extra", "far", "franco", "geo", "greco", "hyper", "indo", "infra", "inter", "intra", "italo", "kilo",
    "macro", "mega", "meta", "micro", "mid", "mini", "mono", "multi", "nano", "neo", "neuro", "non", "pan", "para", "poly",
    "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "russo", "self", "semi", "sino", "socio", "sub", "super",
    "tele", "trans", "tri", "turbo", "ultra", "un", "vice",
]);

/// First halves that make a compound adjective with nearly any noun or participle.
#[rustfmt::skip]
pub(crate) const FIRSTS: List = List::of(5, &[
    "after", "all", "back", "bad", "bare", "best", "better", "big", "bitter", "black", "blind", "blue", "bright", "broad",
    "broken", "calm", "cheap", "clean", "clear", "close", "cold", "cool", "cross", "dark", "dead", "deep", "dirty", "double",
    "dry", "dull", "early", "easy", "eight", "eighteen", "eighth", "eighty", "eleven", "empty", "even", "fair", "false", "fast",
    "fifteen", "fifth", "fifty", "fine", "firm", "first", "five", "fixed", "flat", "forty", "foul", "four", "fourteen", "fourth",
    "free", "fresh", "front", "full", "good", "great", "green", "grim", "half", "hard", "heavy", "high", "higher", "hot", "ill",
    "inner", "kind", "large", "last", "late", "lean", "light", "little", "long", "longer", "loose", "loud", "low", "lower",
    "mass", "max", "mean", "middle", "mild", "mini", "minus", "mixed", "much", "multi", "multiple", "must", "narrow", "near",
    "new", "newly", "next", "nine", "nineteen", "ninety", "ninth", "no", "odd", "off", "old", "on", "one", "open", "out", "outer",
    "over", "part", "plain", "poor", "proper", "pure", "quarter", "quick", "quiet", "rapid", "raw", "ready", "real", "red",
    "rich", "rough", "safe", "sea", "second", "semi", "seven", "seventeen", "seventh", "seventy", "sharp", "short", "side",
    "single", "six", "sixteen", "sixth", "sixty", "slow", "small", "so", "soft", "special", "steady", "straight", "strong",
    "sure", "sweet", "tall", "ten", "tenth", "then", "thick", "thin", "third", "thirteen", "thirty", "three", "tight", "top",
    "triple", "true", "twelve", "twentieth", "twenty", "twin", "two", "ultra", "under", "upper", "warm", "weak", "well", "white",
    "whole", "wide", "wild", "winner", "world", "would", "yellow", "young",
]);

/// Second halves that follow a noun, a name or a number in compounds and do not begin a clause.
#[rustfmt::skip]
pub(crate) const FINALS: List = List::of(6, &[
    "aged", "aligned", "averse", "backed", "based", "bearing", "born", "bound", "breaking", "bred", "building", "built", "caused",
    "centred", "century", "class", "conscious", "controlled", "dependent", "driven", "edge", "educated", "efficient", "elect",
    "era", "esteem", "exempt", "filled", "financed", "focused", "fold", "foot", "free", "friendly", "funded", "general", "grade",
    "growing", "heavy", "heeled", "held", "hour", "intensive", "keeping", "known", "laden", "led", "length", "level", "like",
    "linked", "lived", "long", "looking", "made", "making", "member", "mile", "minded", "minister", "minute", "month", "old",
    "oriented", "owned", "packed", "page", "paid", "party", "person", "pound", "powered", "president", "prone", "proof",
    "quality", "quarter", "range", "rate", "ravaged", "related", "rich", "ridden", "round", "run", "running", "savvy", "scale",
    "seater", "setting", "sharing", "shot", "size", "sized", "speaking", "specific", "speed", "sponsored", "stage", "standing",
    "star", "storey", "strong", "style", "taking", "term", "tier", "time", "torn", "trained", "type", "wide", "wing", "winner",
    "winning", "worthy", "year",
]);

/// What a number counts in a compound: `16-year`, `25-member`. Always in the singular.
#[rustfmt::skip]
pub(crate) const UNITS: List = List::of(7, &[
    "acre", "bed", "bedroom", "billion", "car", "carat", "century", "day", "degree", "dollar", "door", "euro", "fold", "foot",
    "game", "goal", "hectare", "hole", "hour", "inch", "item", "judge", "kilometer", "kilometre", "km", "lane", "man", "match",
    "megawatt", "member", "meter", "metre", "mile", "million", "minute", "month", "nation", "ounce", "over", "page", "part",
    "person", "piece", "plus", "point", "pound", "room", "run", "seat", "seater", "second", "star", "state", "storey", "story",
    "strong", "team", "ton", "tonne", "trillion", "unit", "vote", "week", "woman", "yard", "year",
]);

/// Adverbs that end phrasal nouns (`follow-up`, `run-off`) and also begin what follows a dash.
#[rustfmt::skip]
pub(crate) const PARTICLES: List = List::of(8, &[
    "about", "around", "away", "back", "be", "behind", "by", "down", "in", "off", "on", "only", "out", "over", "through",
    "together", "up",
]);

/// Verbs that make phrasal nouns with a particle.
#[rustfmt::skip]
pub(crate) const PHRASAL: List = List::of(9, &[
    "bail", "break", "build", "built", "burn", "buy", "call", "carry", "cast", "catch", "check", "clamp", "clean", "clear",
    "cover", "crack", "cut", "dial", "drive", "drop", "face", "fall", "fly", "follow", "get", "give", "grown", "hand", "hang",
    "hold", "kick", "lay", "lift", "line", "lock", "log", "look", "made", "make", "mark", "mix", "mock", "off", "pay", "phone",
    "pick", "play", "pull", "push", "read", "rip", "roll", "round", "run", "scale", "sell", "set", "shake", "show", "shut",
    "sign", "sit", "slow", "spin", "spring", "stand", "start", "step", "stop", "sum", "take", "tie", "tip", "top", "trade", "try",
    "turn", "walk", "warm", "wash", "wind", "work", "worn", "wrap", "write",
]);

/// Tens and ones of number words: `thirty-one`.
#[rustfmt::skip]
pub(crate) const TENS: List = List::of(10, &[
    "eighty", "fifty", "forty", "ninety", "seventy", "sixty", "thirty", "twenty",
]);

/// See [`TENS`].
#[rustfmt::skip]
pub(crate) const ONES: List = List::of(11, &[
    "eight", "eighth", "fifth", "first", "five", "four", "fourth", "nine", "ninth", "one", "second", "seven", "seventh", "six",
    "sixth", "third", "three", "two",
]);

/// Compounds of words that otherwise begin a clause or end one.
#[rustfmt::skip]
pub(crate) const FIXED: &[&str] = &[
    "a-level", "a-levels", "also-ran", "break-even", "can-do", "for-profit", "hoped-for", "in-law", "in-laws", "know-how", "know-it",
    "longed-for", "looked-for", "make-do", "might-be", "minus-one", "must-have", "no-one", "no-till", "once-over", "sought-after",
    "uncalled-for", "unheard-of", "well-being", "would-be",
];

/// Their first halves: what is none of these is not held against all of them.
#[rustfmt::skip]
pub(crate) const FIXED_FIRSTS: List = List::of(20, &[
    "a", "also", "break", "can", "for", "hoped", "in", "know", "longed", "looked", "make", "might", "minus", "must", "no", "once",
    "sought", "uncalled", "unheard", "well", "would",
]);

/// Forms of address and of office before a person's name.
#[rustfmt::skip]
pub(crate) const TITLES: List = List::of(12, &[
    "alderman", "ambassador", "attorney", "baroness", "bishop", "brother", "capt", "captain", "chairman", "chancellor", "chef",
    "chief", "cllr", "clr", "coach", "col", "colonel", "commissioner", "constable", "corporal", "councillor", "curator", "dame",
    "delegate", "deputy", "detective", "director", "dr", "engineer", "father", "gen", "general", "governor", "imam", "inspector",
    "judge", "justice", "lady", "lieutenant", "lord", "lt", "madam", "major", "manager", "mayor", "minister", "miss", "mr", "mrs",
    "ms", "mx", "nurse", "officer", "pastor", "president", "prince", "princess", "prof", "professor", "rabbi", "ranger", "rep",
    "rev", "secretary", "sen", "senator", "sergeant", "sgt", "sheikh", "sir", "sister", "skipper", "speaker", "superintendent",
    "teacher", "trooper", "warden",
]);

/// What follows the name of one who speaks.
#[rustfmt::skip]
pub(crate) const SPEAKS: List = List::of(13, &[
    "added", "admitted", "argued", "asked", "denied", "explained", "insisted", "said", "says", "told", "warned", "who", "wrote",
]);

/// The points of the compass.
#[rustfmt::skip]
pub(crate) const DIRECTIONS: List = List::of(14, &[
    "central", "east", "easterly", "eastern", "north", "northeast", "northerly", "northern", "northwest", "south", "southeast",
    "southerly", "southern", "southwest", "west", "westerly", "western",
]);

/// Prepositions after a participle that show a clause: `government- backed by`.
#[rustfmt::skip]
pub(crate) const AFTER_PARTICIPLE: List = List::of(15, &[
    "a", "an", "at", "by", "for", "from", "her", "him", "his", "in", "into", "it", "its", "on", "that", "the", "their", "them",
    "to", "under", "with",
]);

/// Those of the prefixes, and a few words, that newspapers mostly write with a hyphen before a word with which they are no common word.
#[rustfmt::skip]
pub(crate) const KEEPING: List = List::of(16, &[
    "all", "anti", "co", "cross", "e", "ex", "half", "macro", "mid", "multi", "non", "post", "pre", "pro", "pseudo", "quasi",
    "self", "semi", "so", "sub", "then", "vice", "well",
]);

/// Those that hardly any word is made with but with a hyphen.
#[rustfmt::skip]
pub(crate) const ALWAYS_KEEPING: List = List::of(17, &["ex", "non", "pseudo", "quasi", "self"]);

/// Words that names of persons and places end in.
#[rustfmt::skip]
pub(crate) const NAME_ENDS: List = List::of(18, &[
    "brand", "bridge", "field", "ford", "gate", "hand", "horn", "house", "land", "lands", "lock", "mark", "mouth", "port",
    "side", "stead", "stone", "ward", "water", "wick", "wood", "worth",
]);

/// Second halves of English words that are endings and no words.
#[rustfmt::skip]
pub(crate) const ENDINGS: List = List::of(19, &[
    "ably", "ally", "ance", "ances", "ately", "ating", "ation", "ational", "ations", "cially", "cious", "ciously",
    "encies", "ency", "erly", "fication", "fied", "fying", "gion", "gious", "ibility", "ible", "ibly", "ical",
    "ically", "ingly", "ings", "iously", "isation", "ities", "ity", "ively", "ization", "lation", "ment", "mental",
    "mentary", "mently", "ments", "ness", "nesses", "ously", "sation", "sion", "sional", "sionally", "sions", "sive",
    "sively", "tained", "tary", "tation", "tations", "tially", "ticism", "ting", "tion", "tional", "tionally",
    "tioned", "tioning", "tions", "tious", "tive", "tively", "tives", "tology", "tural", "ture", "tured", "tures",
    "turing", "uation", "vation", "zation",
]);

/// All of them.
pub(super) const LISTS: &[List] = &[
    SUSPENDING,
    MIDDLES,
    CLAUSE_STARTS,
    NEVER_FIRST,
    PREFIXES,
    FIRSTS,
    FINALS,
    UNITS,
    PARTICLES,
    PHRASAL,
    TENS,
    ONES,
    TITLES,
    SPEAKS,
    DIRECTIONS,
    AFTER_PARTICIPLE,
    KEEPING,
    ALWAYS_KEEPING,
    NAME_ENDS,
    ENDINGS,
    FIXED_FIRSTS,
];

/// The word before the apostrophe of a genitive.
pub(crate) fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in LISTS.iter().map(|list| list.words()).chain([FIXED]) {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn what_a_fixed_compound_begins_with_is_listed() {
        let firsts: Vec<&str> = FIXED.iter().filter_map(|fixed| Some(fixed.split_once('-')?.0)).collect();
        assert!(firsts.iter().all(|first| FIXED_FIRSTS.has(first)));
        assert!(FIXED_FIRSTS.words().iter().all(|first| firsts.contains(first)));
    }

    #[test]
    fn words_around_a_place() {
        let text = "the ‘middle-of-the- fairway’ man’s";
        assert_eq!(word_before(text, text.find("- f").unwrap()), "middle-of-the");
        assert_eq!(word_after(text, text.find("fair").unwrap()), "fairway");
        assert_eq!(word_after(text, text.find("man").unwrap()), "man’s");
    }
}
