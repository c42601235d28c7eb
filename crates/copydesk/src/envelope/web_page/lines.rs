//! The lines of a page, each recognised on its own.

use memchr::memchr3;

use crate::blocks::{self, FurnitureKind, claims_rights, page_words};
use crate::phrase::Phrase;

/// What a line of a page is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Furniture by its words: a word of a menu, a share button, a plea.
    Page(FurnitureKind),
    /// The way to the article: `Home > News > Local`.
    Crumbs,
    /// A claim of rights.
    Rights,
    /// A few words, as menus have them.
    Short,
    /// Running text.
    Running,
    /// Anything else: a title, a caption.
    Other,
}

/// The longest line of a menu, and its words.
const SHORT: usize = 36;
const SHORT_WORDS: usize = 5;

pub(super) fn line(content: &str) -> Line {
    if crumbs(content).is_some() {
        return Line::Crumbs;
    }
    if let Some(kind) = page_words(content) {
        return Line::Page(kind);
    }
    if claims_rights(content) {
        return Line::Rights;
    }
    if blocks::is_running(content) {
        return Line::Running;
    }
    let sentence = content.ends_with(['.', ',', ';', '?', '!', '"', '”']);
    let few = content.len() <= SHORT && content.split_whitespace().count() <= SHORT_WORDS;
    if few && !sentence { Line::Short } else { Line::Other }
}

/// The same at a glance, for every document is looked at: a long line is running text, whatever its words.
pub(super) fn glance(content: &str) -> Line {
    if is_long(content) { Line::Running } else { line(content) }
}

static RIGHTS: Phrase = Phrase::new("©", 1);

/// Whether a line is running text by its length.
pub(super) fn is_long(content: &str) -> bool {
    const LONG: usize = 160;
    content.len() > LONG && RIGHTS.find(content.as_bytes()).is_none()
}

/// What the first page of a site is called there, in lower case and sorted.
const HOMES: &[&str] = &[
    "accueil",
    "front page",
    "home",
    "home page",
    "homepage",
    "inicio",
    "início",
    "portada",
    "start",
    "startseite",
    "voorpagina",
    "you are here: home",
];

/// The longest crumbs with a title at their end, and the longest step before the last.
const CRUMBS: usize = 320;
const STEP: usize = 40;
/// So far from the beginning the first sign stands, with what may stand before the first step and behind it.
const FIRST: usize = 64;

/// A sign between two steps that hardly anything else has.
pub(in crate::envelope) fn is_step_sign(c: char) -> bool {
    matches!(c, '>' | '»' | '›' | '→')
}

/// The last step of the way to an article: `Home > News > Local`, `Home » Sport`, `Home / News / Local`.
pub(super) fn crumbs(content: &str) -> Option<&str> {
    // The bytes of the signs, of those beyond ASCII the last: hardly a line of an article has one.
    let bytes = &content.as_bytes()[..content.len().min(FIRST)];
    let may_be = || {
        memchr3(b'>', b'/', b'|', bytes).is_some() || !bytes.is_ascii() && memchr3(0xbb, 0xba, 0x92, bytes).is_some()
    };
    if content.len() > CRUMBS || !may_be() {
        return None;
    }
    let sign = content.find(is_step_sign);
    // What a table of a match has too needs one step more.
    let (is_sign, least): (fn(char) -> bool, usize) = match sign {
        Some(_) => (is_step_sign, 2),
        None if content.contains(" / ") || content.contains(" | ") => (|c| matches!(c, '/' | '|'), 3),
        None => return None,
    };
    let mut steps = content.split(is_sign).map(str::trim).filter(|step| !step.is_empty());
    let first = steps.next()?;
    let is_home = first.len() <= STEP && HOMES.binary_search(&first.to_lowercase().as_str()).is_ok();
    let is_section = || page_words(first) == Some(FurnitureKind::Navigation);
    let (mut count, mut last) = (1, first);
    for step in steps {
        if count > 1 && last.len() > STEP {
            return None;
        }
        count += 1;
        last = step;
    }
    // A section may begin them where two signs follow.
    let enough = if is_home { count >= least } else { count > least && sign.is_some() && is_section() };
    (enough && content.chars().filter(|&c| is_sign(c)).count() < 12).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crumbs_begin_at_home() {
        assert_eq!(crumbs("Home > News > Local"), Some("Local"));
        assert_eq!(crumbs("Home  »  Sport"), Some("Sport"));
        assert_eq!(
            crumbs("Startseite › Region › Fähre kehrt an den Nordkai zurück"),
            Some("Fähre kehrt an den Nordkai zurück")
        );
        assert_eq!(crumbs("Home / News / Local"), Some("Local"));
        assert_eq!(crumbs("News > Local > Northport"), Some("Northport"));
        for other in ["Home / Away", "Home | Away", "Home", "News > Local", "Ferry > bridge > tunnel", "5 > 3 > 1"] {
            assert_eq!(crumbs(other), None, "{other}");
        }
    }

    #[test]
    fn lines_are_told_by_themselves() {
        assert_eq!(line("Sport"), Line::Page(FurnitureKind::Navigation));
        assert_eq!(line("Harbour Watch"), Line::Short);
        assert_eq!(line("© 2025 Harbour Gazette"), Line::Rights);
        assert_eq!(line("Ferry returns to the north quay after a year"), Line::Other);
        assert_eq!(line("The ferry came back on Monday, a year after it had left."), Line::Running);
    }
}
