//! The gazetteer's names in a block, each with what its neighbours say.

use std::ops::Range;

use crate::language::Language;
use crate::letters::floor_char_boundary;

use super::around::{self, Beside};
use super::foreign;
use super::gazetteer::{Case, Gazetteer, Kind, Name, word_end};
use super::larger::{Part, Place};
use super::scan::Capitals;
use super::speech;
use super::state;
use super::words;

/// How sure the neighbours are that a name is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// Its capital says nothing: a sentence begins, or all words have one.
    Capital,
    /// It is a name.
    Name,
    /// *In* or another preposition of place stands before it.
    Where,
    /// The region or country that it lies in stands after it, or it is where an agency reports from.
    Certain,
}

/// A name in a block.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) block: u32,
    /// In the block's content.
    pub(super) span: Range<usize>,
    pub(super) name: Name,
    pub(super) part: Part,
    pub(super) evidence: Evidence,
    /// What stands after it and a comma, by its number among the mentions of the document.
    pub(super) within: Option<usize>,
    /// What stands before it and a comma.
    pub(super) city: Option<usize>,
    /// What stands before it in a list.
    pub(super) beside: Option<usize>,
    /// A kind that a word beside it names: `Georgia state`, `Republic of Georgia`.
    pub(super) kind: Option<Kind>,
    /// Whether a mark stands behind it, and no more of its clause.
    pub(super) is_closed: bool,
}

/// Finds the names of a block in order and appends them.
pub(super) fn find(
    gazetteer: &Gazetteer,
    block: u32,
    content: &str,
    language: Option<Language>,
    mentions: &mut Vec<Mention>,
) {
    let bytes = content.as_bytes();
    let first = mentions.len();
    let mut from = 0;
    let mut capitals = Capitals::of(bytes, gazetteer.first);
    while let Some(start) = capitals.next(from) {
        let word_end = word_end(bytes, start);
        from = word_end.max(start + 1);
        let Some((name, end)) = named(gazetteer, content, start, word_end) else { continue };
        from = end;
        let before = around::before(content, start);
        let after = around::after(content, end);
        if before == Beside::Glued || after == Beside::Glued || name.is_nothing() {
            continue;
        }
        if let Some(language) = language.filter(|&language| language != Language::English)
            && foreign::is_part(content, start, &before, &after, language)
        {
            continue;
        }
        let last = (mentions.len() > first).then(|| mentions.len() - 1);
        let gap = last.map(|last| &content[mentions[last].span.end..start]);
        let city = last.filter(|_| gap == Some(", "));
        let is_after_place = city.is_some_and(|city| mentions[city].part != Part::Other);
        if name.is_abbreviation() && !is_after_place && !state::is_after_town(content, start, name.text(), &before) {
            continue;
        }
        let beside = last.filter(|_| matches!(gap, Some(", " | " and " | ", and " | " or ")));
        let place = Place {
            gazetteer,
            content,
            span: start..end,
            name,
            before,
            after,
            has_place_before: gap == Some(" ") && last.is_some_and(|last| is_sure(mentions[last].name)),
            place_after: follows(gazetteer, content, &after),
        };
        let evidence = evidence(&place);
        let is_english = language.is_none_or(|language| language == Language::English);
        let inside = last.and_then(|last| match &mentions[last].part {
            Part::Of(range) if range.end >= end => Some(Part::Of(range.clone())),
            // `the University of California, Berkeley`
            Part::Of(range) if gap == Some(", ") && content[range.clone()].starts_with("University of ") => {
                Some(Part::Of(range.start..end))
            }
            _ => None,
        });
        let part = if name.is_abbreviation() || !is_english || evidence == Evidence::Certain {
            Part::None
        } else if speech::is_speaker(&place) || is_nickname(content, start, end) {
            Part::Other
        } else {
            inside.unwrap_or_else(|| place.part())
        };
        let is_closed = matches!(after, Beside::Edge | Beside::Comma) && !content[end..].starts_with(['\'', '’']);
        let kind = kind(&place);
        let mut mention =
            Mention { block, span: start..end, name, part, evidence, within: None, city, beside, kind, is_closed };
        // `the Sichuan-Tibet Railway`
        if let Part::Of(range) = &mention.part
            && gap == Some("-")
            && range.start == start
            && let Some(last) = last
        {
            mentions[last].part = Part::Of(mentions[last].span.start..range.end);
            mention.part = mentions[last].part.clone();
        }
        if let Some(city) = city {
            mentions[city].within = Some(mentions.len());
        }
        mentions.push(mention);
    }
}

/// The name that begins at a capital. A word all in capitals is also looked up in small letters, as those of datelines are.
fn named(gazetteer: &Gazetteer, content: &str, start: usize, word_end: usize) -> Option<(Name, usize)> {
    let bytes = content.as_bytes();
    if let Some((name, end)) = gazetteer.longest(bytes, start, word_end, Case::AsListed) {
        // `US$3 billion`: a currency.
        let is_other = name.text() == "US" && (bytes.get(end) == Some(&b'$') || is_shouted(content, start, end));
        return (!is_other).then_some((name, end));
    }
    let word = &bytes[start..word_end];
    if word.len() < 2 || !word.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let (name, end) = gazetteer.longest(bytes, start, word_end, Case::AllCapitals)?;
    let is_clear = name.text().len() >= 4 && !name.is_abbreviation();
    let is_sure = !name.is_persons() && !name.is_doubted() && !name.is_word();
    (is_clear && (is_sure || is_dateline(content, start, end))).then_some((name, end))
}

/// Whether a word beside is all in capitals too.
fn is_shouted(content: &str, start: usize, end: usize) -> bool {
    let is_shouted = |beside| matches!(beside, Beside::Word(word) if word.is_all_capitals());
    is_shouted(around::before(content, start)) || is_shouted(around::after(content, end))
}

/// Whether the place from which an agency reports stands here: `NICE, France (Reuters) -`.
fn is_dateline(content: &str, start: usize, end: usize) -> bool {
    /// How far to either side a dateline is read, in bytes.
    const REST: usize = 60;
    /// The most that stands between the place and the agency or the dash.
    const MOST: usize = 40;
    let before = &content.as_bytes()[start.saturating_sub(REST)..start];
    let line = before.iter().rposition(|&byte| byte == b'\n' || byte.is_ascii_alphanumeric());
    if !line.map_or(before.len() < REST, |at| before[at] == b'\n') {
        return false;
    }
    let rest = content[end..floor_char_boundary(content, end + REST)].lines().next().unwrap_or("");
    let sign = rest.find(['(', '—', '–']).or_else(|| rest.find("--")).or_else(|| rest.find(" - "));
    let Some(sign) = sign else { return false };
    let between = rest[..sign].trim_end_matches([' ', '.']);
    let is_one = !between.contains(". ") || between.bytes().any(|byte| byte.is_ascii_digit());
    let is_all_capitals = content[start..end].bytes().all(|byte| !byte.is_ascii_lowercase());
    is_one
        && between.len() < MOST
        && (rest.starts_with([' ', ',', '/']) && is_all_capitals || rest.trim_start().starts_with('('))
}

/// Whether somebody is called so between a given name and a surname: `Jane “Norhaven” Doe`.
fn is_nickname(content: &str, start: usize, end: usize) -> bool {
    // Before most names stands a space.
    if !matches!(content.as_bytes()[..start].last(), Some(b'"' | b'\'' | 0x80..)) {
        return false;
    }
    const MARKS: [(&str, &str); 4] = [("“", "” "), ("\"", "\" "), ("‘", "’ "), ("'", "' ")];
    MARKS.iter().any(|(open, close)| {
        let given = content[..start].strip_suffix(open).and_then(|head| head.strip_suffix(' '));
        let given = given.and_then(|head| around::word_ending(content, head.len()));
        let surname = content[end..].strip_prefix(close);
        given.is_some_and(|given| given.is_capital() && !given.is_common() && !given.is_all_capitals())
            && surname.is_some_and(|surname| surname.starts_with(char::is_uppercase))
    })
}

/// Where the name of another place ends that the word after this one begins.
fn follows(gazetteer: &Gazetteer, content: &str, after: &Beside<'_>) -> Option<usize> {
    let Beside::Word(word) = after else { return None };
    if !word.is_capital() {
        return None;
    }
    let word_end = word_end(content.as_bytes(), word.start);
    let (name, end) = gazetteer.longest(content.as_bytes(), word.start, word_end, Case::AsListed)?;
    is_sure(name).then_some(end)
}

/// Whether a name is hardly anything but a place.
fn is_sure(name: Name) -> bool {
    !name.is_doubted() && !name.is_persons() && !name.is_abbreviation() && !name.is_nothing()
}

fn evidence(place: &Place<'_>) -> Evidence {
    let Range { start, end } = place.span;
    if is_dateline(place.content, start, end) {
        return Evidence::Certain;
    }
    match place.before {
        Beside::Word(word) if words::is_where(word.text) && !place.content[end..].starts_with(['\'', '’']) => {
            Evidence::Where
        }
        _ if place.name.is_word() && around::is_title_case(place.content, start, end) => Evidence::Capital,
        Beside::Edge => Evidence::Capital,
        _ => Evidence::Name,
    }
}

/// The kind that a word beside the name says.
fn kind(place: &Place<'_>) -> Option<Kind> {
    let after = match place.after {
        Beside::Word(word) => match word.text {
            "state" | "State" | "Gov." | "Governor" | "Attorney" | "province" | "Province" | "region" | "oblast"
            | "prefecture" | "governorate" => Some(Kind::Region),
            "city" => Some(Kind::City),
            _ => None,
        },
        _ => None,
    };
    let head = || match place.before {
        Beside::Word(word) if word.text == "of" => match around::before(place.content, word.start) {
            Beside::Word(head) => match head.text {
                "District" | "state" | "State" | "province" | "Province" | "region" | "governor" | "Governor" => {
                    Some(Kind::Region)
                }
                "Republic" | "republic" => Some(Kind::Country),
                "city" | "City" => Some(Kind::City),
                _ => None,
            },
            _ => None,
        },
        Beside::Word(word) if matches!(word.text, "upstate" | "Upstate") => Some(Kind::Region),
        _ => None,
    };
    after.or_else(head)
}
