//! # pictures
//!
//! Captions and credits.
//!
//! **Forms**
//!
//! - **caption**: a line that
//!   - says what it is: `Caption: …`, `In this file photo …`, `FILE - In this …`, `Pictured: …`;
//!   - ends with a credit: `… (AP Photo/Ana Silva)`, `… [Omar Haddad/Reuters]`, `… (Ana Silva via Shorefilm)`, `… Photo: Reuters`,
//!     `… Ana Silva/Getty Images`;
//!   - ends with the picture's owner: `… — © BELGA`, `… © Maxppp - Ana Silva`, in Dutch `… Beeld Ana Silva`;
//!   - begins with a picture's credit in brackets, `(File 2013/AP) The …`, or with a mark that points at it, `▲ The new ferry …`;
//!   - begins with `Picture: …` or `Image: …` and has a sentence behind it, unless it is the first line.
//! - **credit**: the credit alone: `Photo by Ana Silva`, `Ana Silva/AFP`, `Photo: Courtesy of the museum`, `Getty Images`, `Foto: dpa`.
//!
//! **False friends**
//!
//! Agencies alone at the end of a paragraph, `… officials said. (Reuters)`, `… mit. (AFP/dpa)`, `… mit. dpa/lnw`,
//! `… officials said. / AFP`: the sign of a report, not of a picture. `… © Riproduzione riservata`. A sentence with a photo in it. The only
//! line of a text.

use memchr::{memchr_iter, memrchr_iter, memrchr2};

use super::beginnings::Beginnings;
use super::endings::Endings;
use super::picture_ends::{ends_with_holder, is_sign_of_report};
use super::role::Role;
use super::signs::Signs;
use super::wording::Wording;
use super::{Family, Sheet, bylines};
use crate::keys::{Words, words};
use crate::letters::ceil_char_boundary;
use crate::phrase::Phrase;
use crate::split::{self, Between};

pub(super) static FAMILY: Family = Family { name: "pictures", page: include_str!("pictures.rs"), label };

/// Captions are seldom longer; paragraphs that end with a credit were joined with a caption.
const CAPTION_LONGEST: usize = 480;
/// Captions that say what they are.
const LABELLED_LONGEST: usize = 900;
const CREDIT_LONGEST: usize = 110;
/// How much of a line's end can be a credit.
const END: usize = 140;

fn label(sheet: &mut Sheet<'_>) {
    if sheet.filled().nth(1).is_none() {
        return;
    }
    let first = sheet.filled().next();
    for index in 0..sheet.rows.len() {
        let content = sheet.content(index);
        if content.is_empty() || content.len() > LABELLED_LONGEST || !sheet.is_open(index) {
            continue;
        }
        if let Some(role) = role_of(content, sheet.begins(index), sheet.signs(index), first == Some(index)) {
            sheet.label(index, role);
        }
    }
    label_short_forms(sheet);
}

/// Whether the line is a caption or a credit by itself.
pub(super) fn is_picture(content: &str) -> bool {
    role_of(content, Beginnings::of(content), Signs::of(content), false).is_some()
}

fn role_of(content: &str, begins: Beginnings, signs: Signs, is_first: bool) -> Option<Role> {
    if content.starts_with(['"', '“', '‘']) && content.len() <= CREDIT_LONGEST {
        return None;
    }
    let plain = content.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    if !plain && content.len() <= CAPTION_LONGEST && (begins_with_credit(content) || points_at_picture(content)) {
        return Some(Role::Caption);
    }
    if begins.may_be(Beginnings::CAPTION) && is_labelled_caption(&beginning(content)) {
        return Some(Role::Caption);
    }
    if content.len() <= CREDIT_LONGEST && is_credit_line(content, begins, signs) {
        return Some(Role::Credit);
    }
    if begins.may_be(Beginnings::CAPTION) && !is_first && content.len() <= 300 {
        let beginning = beginning(content);
        if SIGNS.iter().any(|sign| beginning.begins(sign)) && has_words_behind_sign(content) {
            return Some(Role::Caption);
        }
    }
    (content.len() <= CAPTION_LONGEST && ends_with_credit(content, signs)).then_some(Role::Caption)
}

/// `▲ The new ferry leaves the harbour …`: the mark that shows where the picture is. What is shorter is a button or a share's price.
fn points_at_picture(content: &str) -> bool {
    const WORDS: usize = 5;
    content.strip_prefix(['▲', '◀', '◄']).is_some_and(|words| {
        let words = words.trim_start();
        words.starts_with(char::is_uppercase) && words.split(' ').nth(WORDS - 1).is_some()
    })
}

/// As much of a line as has its label.
fn beginning(content: &str) -> Wording {
    Wording::of_beginning(content, 72)
}

/// `© Agency What the picture shows`, `Image: What it shows`: a credit or a label with words behind it.
static SIGNS: &[&str] = &["©", "foto:", "image:", "photo:", "picture:"];

fn has_words_behind_sign(content: &str) -> bool {
    let after = content.split_once([':', '©']).map_or("", |(_, after)| after.trim_start());
    content.split_whitespace().nth(3).is_some() && !after.starts_with(char::is_lowercase)
}

/// How a caption begins that is told by its beginning.
pub(super) static BEGINNINGS: &[&[&str]] = &[CAPTIONS, THIS_PICTURE, SIGNS];

/// `A crowd at the port` above `A crowd at the port in March (Photo: Ana Silva)`: the short form of a caption, cut or folded.
fn label_short_forms(sheet: &mut Sheet<'_>) {
    let filled = sheet.filled_rows();
    for pair in filled.windows(2) {
        if sheet.rows[pair[1]].role != Some(Role::Caption) {
            continue;
        }
        let (short, long) = (sheet.content(pair[0]), sheet.content(pair[1]));
        let cut = short.trim_end_matches(['.', '…', ' ']);
        if cut.len() >= 16 && long.starts_with(cut) {
            sheet.label(pair[0], Role::Caption);
        }
    }
}

static CAPTIONS: &[&str] = &[
    "bildlegende:",
    "bildunterschrift:",
    "caption -",
    "caption:",
    "captions:",
    "fotobijschrift:",
    "file - in this",
    "file - this",
    "file photo -",
    "file photo:",
    "hide caption",
    "image caption",
    "légende :",
    "légende:",
    "leyenda:",
    "legenda:",
    "media caption",
    "photo caption:",
    "photo captions:",
    "picture caption:",
    "pictured above",
    "pictured:",
    "show caption",
    "toggle caption",
    "video caption",
    "pie de foto:",
    "© provided by",
];

/// How the sentence of a caption begins.
static THIS_PICTURE: &[&str] = &[
    "in this",
    "this undated",
    "this file",
    "this combination",
    "this photo",
    "this image",
    "an undated",
    "this handout",
];

fn is_labelled_caption(wording: &Wording) -> bool {
    if CAPTIONS.iter().any(|begin| wording.begins(begin)) {
        return true;
    }
    // `In this Jan. 5 photo`, `In this image provided by the navy,`, `This undated photo released by police shows`
    let pictures = [
        "file photo",
        "photo",
        "photograph",
        "image",
        "picture",
        "frame grab",
        "screenshot",
        "file image",
        "video grab",
    ];
    let made =
        ["by", "from", "taken", "provided", "released", "made", "shows", "file", "courtesy", "distributed", "supplied"];
    let bytes = wording.bytes();
    THIS_PICTURE.iter().any(|begin| wording.begins(begin))
        && pictures.iter().any(|picture| {
            wording.place(picture).is_some_and(|at| {
                let after = &bytes[at + picture.len()..];
                let word = after.trim_ascii_start().split(|byte| !byte.is_ascii_alphabetic()).next().unwrap_or(b"");
                at <= 44 && (made.iter().any(|made| made.as_bytes() == word) || (after.starts_with(b",") && at > 14))
            })
        })
}

/// Words that stand in a credit and in no aside of a sentence.
#[rustfmt::skip]
static CREDITS: &[&str] = &[
    "getty images", "getty", "ap photo", "ap file photo", "ap images", "afp photo", "reuters photo", "shutterstock", "istock", "istockphoto", "alamy", "photo by", "photos by", "photo:", "photos:", "photo credit", "photo courtesy",
    "photo from", "photo via", "photograph by", "photograph:", "photographs by", "image credit", "image:", "image courtesy", "image via", "images via", "image by", "picture:", "picture by", "pictures:", "file photo", "courtesy photo", "staff photo",
    "pa images", "pa wire", "pool photo", "via ap", "via reuters", "via afp", "via getty", "nurphoto", "zuma press", "zuma wire", "usa today sports", "wikimedia commons", "screenshot", "screengrab", "screen grab", "screen capture", "photographer:",
    "foto:", "fotos:", "bild:", "beeld:", "anp foto", "picture alliance", "imago", "crédito:", "credit:", "credits:", "handout via", "photo illustration", "sipa usa", "epa-efe", "unsplash", "pixabay", "pexels", "anadolu", "wireimage", "depositphotos", "dreamstime", "archivo", "arquivo", "divulgação", "reprodução", "xinhua/",
];
/// Agencies whose name behind or before a slash makes a credit.
static AGENCIES: &[&str] = &[
    "afp",
    "anp",
    "ap",
    "apa",
    "belga",
    "bloomberg",
    "cp",
    "dpa",
    "efe",
    "epa",
    "getty",
    "lusa",
    "nyt",
    "pa",
    "pool",
    "pti",
    "reuters",
    "tass",
    "upi",
    "xinhua",
    "ani",
    "aap",
    "kyodo",
    "cnn",
    "file",
    "ritzau",
    "the new york times",
    "the washington post",
    "los angeles times",
    "the canadian press",
    "associated press",
    "the associated press",
    "usa today",
    "staff",
    "shutterstock",
    "handout",
];
/// Credits of one word, or that are nothing else.
#[rustfmt::skip]
static WHOLE: &[&str] = &[
    "getty", "getty images", "ap photo", "ap images", "afp photo", "file photo", "courtesy photo", "shutterstock",
    "istock", "alamy", "staff photo", "contributed photo", "submitted photo", "handout photo", "photo courtesy",
    "reuters photo", "alamy stock photo", "photo illustration", "foto afp", "foto anp", "foto ansa", "foto epa",
    "foto lapresse", "foto reuters",
];

/// How a credit begins, whatever follows.
const COURTESY: &str = "courtesy";
/// How the words begin by which a credit is told.
pub(super) static WORDS: &[&[&str]] = &[CREDITS, &[COURTESY]];

/// Whether the words are a credit and nothing else.
fn is_credit(words: &str) -> bool {
    let wording = Wording::of(words);
    let bytes = wording.bytes();
    if bytes.len() > 130 {
        return false;
    }
    // Asked last, for it is a look for many words.
    let is_more = || wording.has_any(&["ipsos", "see", "according", "click", "poll", "hide", "said", "says"]);
    if Beginnings::has_any(&wording, Beginnings::CREDIT, CREDITS)
        || wording.begins(COURTESY)
        || wording.ends(" photo")
        || wording.ends(" photos")
    {
        return plain_words(words).nth(4).is_none() && !is_more();
    }
    let Ok(words) = std::str::from_utf8(bytes) else { return false };
    // `Ana Silva/AFP`, `Reuters/Ana Silva`: a slash with an agency on one side and a name on the other.
    let parts = || words.split(['/', '|']).map(str::trim);
    let slashed = words.contains(['/', '|']) && parts().all(|part| !part.is_empty());
    slashed && parts().any(|part| AGENCIES.contains(&part)) && !is_more()
}

/// How a credit begins that is a line of its own.
#[rustfmt::skip]
static LABELS: &[&str] = &[
    "ap photo", "archivbild:", "archivfoto:", "beeld:", "bild:", "bildquelle:", "courtesy of", "credit:", "credits:", "crédit photo", "crédito:", "crédit :", "featured image:", "featured photo:", "beeld anp", "foto de", "foto di", "foto door", "foto:", "fotografía:", "fotos:", "graphic:", "header image:", "illustration by", "illustration:", "ilustración:",
    "image by", "image copyright", "image courtesy", "image credit", "image source", "image via", "image:", "images by", "images via", "images:", "symbolbild:", "symbolfoto:", "photo by", "photo courtesy", "photo credit", "photo from", "photo via", "photo ©", "photo:", "photo :", "photograph by", "photograph:", "photographs by", "photography by", "photos by", "photos courtesy", "photos:", "pic:", "pics:", "picture by", "picture credit", "picture:", "pictures by", "pictures:", "top image:", "top photo:", "thumbnail", "cover image:", "cover photo:", "© getty", "© afp", "© reuters", "© ap", "© dpa", "©",
];

/// How a line begins that is a credit.
pub(super) static LINES: &[&[&str]] = &[LABELS, WHOLE];

fn is_credit_line(content: &str, begins: Beginnings, signs: Signs) -> bool {
    if begins.may_be(Beginnings::CREDIT_LINE) {
        let wording = beginning(content);
        let bytes = wording.bytes();
        if WHOLE.iter().any(|whole| whole.as_bytes() == bytes) {
            return true;
        }
        let mut labels = LABELS.iter().filter(|label| wording.begins(label)).peekable();
        if labels.peek().is_some() {
            // A label with a sentence behind it is something else: `Photo by photo, the album filled.`
            let is_named = content.split_whitespace().count() <= 12 && has_few_plain_words(content);
            return is_named && labels.any(|label| bytes.len() > label.len());
        }
    }
    let inner = content.strip_prefix(['(', '[']).and_then(|inner| inner.strip_suffix([')', ']']));
    let words = inner.unwrap_or(content);
    if content.len() > 90
        || !may_credit(words, signs)
        || super::furniture::is_sentence(content)
        || !has_few_plain_words(words)
    {
        return false;
    }
    // With something before it the credit ends a caption.
    let wording = beginning(content);
    let signs = ["beeld:", "bild:", "credit", "foto:", "fotos:", "photo by", "photo:", "photos:", "picture:"];
    let further_on = |sign: &&str| wording.place(sign).is_some_and(|at| at > 0) && !wording.begins("ap ");
    is_credit(words)
        && !words.contains(['(', '['])
        && (inner.is_some() || !signs.iter().any(further_on))
        && !bylines::is_agency_in_town(words)
}

/// Whether the words give reason to look for a credit in them: one begins as a credit's does, or there is a slash.
fn may_credit(words: &str, signs: Signs) -> bool {
    static PHOTOS: Endings = Endings::of(&["photo", "photos"]);
    signs.may_have(Signs::SLASH) || PHOTOS.may_end(words) || Beginnings::may_stand_in(words, Beginnings::CREDIT)
}

/// Whether hardly any word begins in lower case: names and agencies, with `for`, `via` and the like between them.
fn has_few_plain_words(content: &str) -> bool {
    plain_words(content).nth(1).is_none()
}

fn plain_words(content: &str) -> impl Iterator<Item = &str> {
    #[rustfmt::skip]
    static BETWEEN: Words<()> = words!(128, [
        "a", "and", "by", "courtesy", "for", "from", "of", "on", "the", "through", "under", "via", "with", "de", "del", "do", "da",
        "van", "von", "y", "e", "et", "und", "en", "photo", "photos", "photograph", "image", "images", "file", "staff", "dpa", "imago",
        "credit", "screenshot", "picture", "alliance", "copyright",
    ]);
    static MARKS: Between = Between::white_and(b"/:()[]");
    let is_between = |word: &str| !word.bytes().any(|byte| byte.is_ascii_uppercase()) && BETWEEN.has(word);
    split::words(content, &MARKS)
        .filter(move |word| word.starts_with(char::is_lowercase) && !is_between(word.trim_end_matches(['.', ','])))
}

/// `(File 2013/Harbour Press) The old dock …`: a credit in brackets that says it is a picture's, with the caption behind.
///
/// A slash alone is the sign of a report as well (`(CNN/AP) The …`).
fn begins_with_credit(content: &str) -> bool {
    const LONGEST: usize = 72;
    let Some(inner) = content.strip_prefix(['(', '[']) else { return false };
    let Some(close) = inner.bytes().take(LONGEST).position(|byte| matches!(byte, b')' | b']')) else { return false };
    let credit = &inner[..close];
    let words = inner[close + 1..].trim_start();
    let wording = Wording::of(credit);
    let pictured = wording.begins("file") || Beginnings::has_any(&wording, Beginnings::CREDIT, CREDITS);
    pictured
        && is_credit(credit)
        && words.split_whitespace().nth(3).is_some()
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// What stands before a credit at the end of a caption.
static END_LABELS: &[&str] = &[
    "photo:",
    "photos:",
    "photo by",
    "picture:",
    "photograph:",
    "photo courtesy of",
    "foto:",
    "fotos:",
    "bild:",
    "beeld:",
    "photo credit:",
    "image:",
    "credit:",
];
static PHOTO: Phrase = Phrase::new("photo", 0);
static GLUED_LABEL: Phrase = Phrase::new("image copyright", 9);

/// Whether the last letters before a colon may be those of a label.
fn is_label(before: &[u8]) -> bool {
    const ENDS: [&[u8; 2]; 7] = [b"to", b"os", b"re", b"ph", b"ld", b"it", b"ge"];
    debug_assert!(
        END_LABELS
            .iter()
            .filter_map(|label| label.strip_suffix(':'))
            .all(|label| { ENDS.iter().any(|end| label.as_bytes().ends_with(*end)) })
    );
    before.last_chunk().is_some_and(|last| ENDS.contains(&last))
}

/// How a sentence ends.
const STOPS: [char; 6] = ['.', '!', '?', '"', '”', '“'];

/// Whether it ends with a credit, with words before it.
fn ends_with_credit(content: &str, signs: Signs) -> bool {
    const TOLD_BY: &[Signs] = &[Signs::COLON, Signs::SLASH, Signs::of_word("photo"), Signs::of_word("image copyright")];
    // How nearly every paragraph ends: as a sentence does, and with no bracket.
    if let [.., b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', b'.'] = content.as_bytes() {
        return false;
    }
    // A line of wrapped text that goes on from the line above is no caption by itself.
    if content.starts_with(char::is_lowercase) {
        return false;
    }
    let from = ceil_char_boundary(content, content.len().saturating_sub(END));
    let end = &content[from..];
    let trimmed = end.strip_suffix('.').unwrap_or(end);
    if let Some(inner) = trimmed.strip_suffix([')', ']']) {
        let Some(at) = memrchr2(b'(', b'[', inner.as_bytes()) else { return false };
        let before = content[..from + at].trim_end();
        let credit = &inner[at + 1..];
        // `… at the port.(Navy Press Office)`: nothing but a credit follows a full stop without a space.
        let is_glued = |c: char| c.is_alphanumeric() || matches!(c, '.' | '"' | '”' | ')' | '’');
        let glued =
            inner[..at].ends_with(is_glued) && is_name(credit) && trimmed.len() == end.len() && before.contains(' ');
        let unstopped = trimmed.len() == end.len();
        let is_report = || before.ends_with(STOPS) && is_sign_of_report(credit);
        return has_words(before)
            && (is_credit(credit) && !is_report() || glued || unstopped && is_maker_and_house(before, credit));
    }
    if ends_with_holder(content) {
        return true;
    }
    // A credit without brackets is no sentence.
    if end.ends_with(['.', '"', '”', ':', '?', '!']) || !signs.may_have_any(TOLD_BY) {
        return false;
    }
    let wording = Wording::of(end);
    let bytes = wording.bytes();
    // `… in Lisbon.Image copyrightGETTY IMAGES`: words glued by a page's layout.
    if GLUED_LABEL.find(bytes).is_some_and(|at| bytes.len() - at <= 60) {
        return true;
    }
    // Nearly all of the labels end in a colon, and the others begin so.
    let labelled = memchr_iter(b':', bytes).any(|colon| is_label(&bytes[..colon])) || PHOTO.find(bytes).is_some();
    for label in if labelled { END_LABELS } else { &[] } {
        if let Some(at) = wording.place(label).filter(|&at| at > 0 && bytes.len() - at <= 60) {
            let stop = bytes[..at].trim_ascii_end().last().is_some_and(|byte| b".)|\"-/".contains(byte));
            return stop && !bytes.ends_with(b".") && has_words(content);
        }
    }
    // `… permitted to enter the city. Ana Silva/Getty Images`
    let behind = |mark: u8| memrchr_iter(mark, end.as_bytes()).find(|&at| end.as_bytes().get(at + 1) == Some(&b' '));
    let stop = behind(b'.').or_else(|| behind(b'|'));
    stop.is_some_and(|at| {
        let credit = end[at + 1..].trim();
        !credit.is_empty()
            && credit.len() <= 80
            && credit.contains('/')
            && is_credit(credit)
            && !(end.as_bytes()[at] == b'.' && is_sign_of_report(credit))
            && has_few_plain_words(credit)
    })
}

/// `… the new ferry [Ana Silva/Harbour Gazette]`, `(Omar Haddad via Shorefilm)`: who made the picture and for whom, after words that are
/// no sentence with a stop, as captions are. The house need not be known.
fn is_maker_and_house(before: &str, credit: &str) -> bool {
    let Some((maker, house)) = credit.split_once(" via ").or_else(|| credit.split_once('/')) else { return false };
    let whole = |name: &str| is_name(name) && !name.contains(['/', ':', ';', ',']) && !name.contains(" of ");
    let stopped = before.ends_with(['.', '!', '?', '"', '”', ':', ',']);
    !stopped
        && before.split(' ').nth(3).is_some()
        && maker.trim().contains(' ')
        && whole(maker.trim())
        && whole(house.trim())
}

fn has_words(content: &str) -> bool {
    content.split_whitespace().nth(1).is_some() || content.chars().count() >= 4
}

/// Whether it is a name: one to six words, each with a capital.
fn is_name(words: &str) -> bool {
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let between = matches!(word, "of" | "the" | "for" | "via" | "and" | "de" | "/" | "|");
        if !between && !word.starts_with(|c: char| c.is_uppercase() || c == '@') {
            return false;
        }
    }
    let is_code = words.chars().count() <= 1 || words.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation());
    (1..=6).contains(&count) && !is_code
}
