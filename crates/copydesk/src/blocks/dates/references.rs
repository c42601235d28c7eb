//! Lines that name the page on which the article was printed: `Pg. A01`.

/// The longest line that is looked at.
pub(super) const LONGEST: usize = 70;

/// Words for a page, longest first where one begins another.
const PAGE_WORDS: &[&str] = &[
    "pages", "page", "pgs.", "pg.", "pp.", "p.", "seiten", "seite", "s.", "páginas", "página", "págs.", "pág.", "pag.",
    "pagina's", "pagina", "blz.",
];

/// The page of a line that is a page reference and nothing else: `A01` of `Pg. A01`, `23` of `p. 23, 853w.`.
pub(super) fn page_of(line: &str) -> Option<&str> {
    let rest = page(line).filter(|_| line.len() <= LONGEST)?;
    is_length(rest.trim_start_matches([',', ';', ' ', '.'])).then(|| page_before(line, rest))
}

/// The page of a line that is only a newspaper's page number with its section: `A4`. A number alone may be anything.
pub(super) fn bare_page(line: &str) -> Option<&str> {
    matches!(line.as_bytes(), [b'A'..=b'H', rest @ ..] if is_number(rest)).then_some(line)
}

/// The page at either end of a line, and the rest of it: `B3 | Saturday, April 14, 2024`, `Saturday, April 14, 2024 Section B Page 3`.
pub(super) fn folio(line: &str) -> Option<(&str, &str)> {
    /// The words of `Section B Page 3`, of which the first two may be there.
    const WORDS: usize = 2;
    let marks = [' ', '|', '·', '•', ',', '-', '–', '—'];
    if let Some((first, rest)) = line.split_once(' ').filter(|(first, _)| is_code(first)) {
        return Some((first, rest.trim_start_matches(marks)));
    }
    let starts = line.rmatch_indices(' ').map(|(at, _)| at + 1).take(WORDS);
    let mut pages = starts.filter_map(|at| {
        let (before, last) = line.split_at(at);
        let page = if is_code(last) { Some(last) } else { page_of(last) };
        page.map(|page| (page, before.trim_end_matches(marks)))
    });
    let (page, before) = pages.next()?;
    let section = before.char_indices().rev().nth("Section B".len() - 1).map(|(at, _)| &before[at..]);
    let section = section.filter(|section| after(section, "section ").is_some_and(|letter| letter.len() == 1));
    Some((page, section.map_or(before, |section| before[..before.len() - section.len()].trim_end_matches(marks))))
}

/// Whether a line has a year and ends with a page, as the head of a page does and no headline: `… - 12 mar. 2024 - Página 14`.
pub(crate) fn ends_with_page(line: &str) -> bool {
    if !line.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let year = |word: &str| matches!(word.as_bytes(), [b'1', b'9', _, _] | [b'2', b'0', _, _]) && digits(word) == 4;
    line.rmatch_indices(' ').nth(1).is_some_and(|(at, _)| {
        page_of(&line[at + 1..]).is_some() && line[..at].split([' ', ',', '.', '/', '-']).any(year)
    })
}

/// Whether the text is a page by its section and number: `A6`, `B-12`, `3A`.
pub(super) fn is_code(text: &str) -> bool {
    match text.as_bytes() {
        [b'A'..=b'Z', b'-', rest @ ..] | [b'A'..=b'Z', rest @ ..] | [rest @ .., b'A'..=b'Z'] => is_number(rest),
        _ => false,
    }
}

/// One or two digits.
fn is_number(bytes: &[u8]) -> bool {
    (1..=2).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit)
}

/// The page reference that a text begins with, whatever follows: `Pg. A01` and `A01`.
pub(crate) fn page_reference(text: &str) -> Option<(&str, &str)> {
    let rest = page(text)?;
    Some((text[..text.len() - rest.len()].trim_end(), page_before(text, rest)))
}

/// The last word before the rest, which is the page.
fn page_before<'t>(line: &'t str, rest: &str) -> &'t str {
    let reference = &line[..line.len() - rest.len()];
    let word = reference
        .rfind(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '–'))
        .map_or(0, |at| at + reference[at..].chars().next().map_or(1, char::len_utf8));
    &reference[word..]
}

/// What follows a page reference at the start of the line.
pub(super) fn page(line: &str) -> Option<&str> {
    // How each of the words begins.
    if !matches!(line.as_bytes().first()?.to_ascii_lowercase(), b'p' | b's' | b'b') {
        return None;
    }
    let rest = PAGE_WORDS.iter().find_map(|word| after(line, word))?;
    // `Page: A3`, as databases have it.
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count().min(2);
    let dash = usize::from(letters > 0 && rest[letters..].starts_with('-'));
    let digits = digits(&rest[letters + dash..]);
    if !(1..=4).contains(&digits) {
        return None;
    }
    let mut rest = &rest[letters + dash + digits..];
    if rest.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase()) {
        rest = &rest[1..];
    }
    if let Some(range) = rest.strip_prefix(['-', '–']) {
        rest = &range[self::digits(range)..];
    }
    // `Page 7th` and `p. 3x` are something else.
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(rest)
}

/// `853w.`, `455 words`, or nothing.
fn is_length(rest: &str) -> bool {
    let rest = rest.trim_end_matches('.');
    let digits = digits(rest);
    rest.is_empty()
        || digits > 0 && matches!(rest[digits..].trim_start(), "w" | "words" | "woorden" | "Wörter" | "mots")
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The line after `start`, which is in lower case.
pub(super) fn after<'t>(line: &'t str, start: &str) -> Option<&'t str> {
    let mut rest = line.chars();
    for expected in start.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq([expected]) {
            return None;
        }
    }
    Some(rest.as_str())
}
