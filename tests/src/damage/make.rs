//! Clean articles, what is done to them, and how often.

use std::path::Path;

use anyhow::{Context, Result};

use super::columns::Lines;
use super::form::{Dressed, Form};
use super::splitmix::SplitMix;
use super::{Damaged, Kind, Spot, breaks, characters, marks, spaces};

/// A clean article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name: the file's, without the ending.
    pub name: String,
    /// Its language.
    pub language: &'static str,
    /// Its text: headline, byline, paragraphs.
    pub text: String,
}

/// The languages that articles are in. The name of an article begins with its language, unless it is English.
pub const LANGUAGES: [&str; 6] = ["en", "de", "nl", "fr", "es", "pt"];

/// The clean articles of the project, by name.
///
/// # Errors
/// If one cannot be read.
pub fn articles() -> Result<Vec<Article>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/clean");
    let mut articles = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let code = name.split('-').next().unwrap_or_default();
            let language = LANGUAGES.into_iter().find(|language| *language == code).unwrap_or("en");
            articles.push(Article { language, text: std::fs::read_to_string(&path)?, name });
        }
    }
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(articles)
}

/// Which damage is done to one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// The damage of one class alone: its name, and the kinds.
    Class(&'static str, &'static [Kind]),
    /// An e-paper page flattened to text: every compound, every amount and every bracket, and some paragraphs cut in two.
    Epaper,
    /// Print through a database: a few spaces after hyphens, amounts and brackets, a few cut paragraphs.
    Print,
    /// An e-paper read off its picture: words in two, spaces lost, figures apart, paragraphs cut inside words.
    Scan,
    /// All of it.
    Mixed,
    /// Columns whose lines were hyphenated.
    Columns,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 23] = [
        Self::Epaper,
        Self::Print,
        Self::Scan,
        Self::Mixed,
        Self::Columns,
        Self::Class("hyphens", &[Kind::Hyphen]),
        Self::Class("joined words", &[Kind::Hyphen, Kind::JoinedSeen, Kind::Joined]),
        Self::Class("hyphen-space", &[Kind::HyphenSpace]),
        Self::Class("currencies", &[Kind::Currency]),
        Self::Class("brackets", &[Kind::Bracket]),
        Self::Class("quotes", &[Kind::Quote]),
        Self::Class("punctuation", &[Kind::Punctuation]),
        Self::Class("apostrophes", &[Kind::Apostrophe]),
        Self::Class("digits", &[Kind::Digits, Kind::DigitsBare]),
        Self::Class("missing space", &[Kind::MissingSpace, Kind::MissingStop]),
        Self::Class("double space", &[Kind::DoubleSpace]),
        Self::Class("unseen", &[Kind::NoBreakSpace, Kind::ZeroWidth, Kind::SoftHyphen]),
        Self::Class("entities", &[Kind::Entity]),
        Self::Class("ligature, control", &[Kind::Ligature, Kind::Control]),
        Self::Class("drop cap", &[Kind::DropCap]),
        Self::Class("breaks", &[Kind::BreakLower, Kind::BreakPhrase, Kind::BreakHyphen, Kind::BreakCapital]),
        Self::Class("breaks, words", &[Kind::BreakLower, Kind::BreakWord]),
        Self::Class("breaks, between", &[Kind::BreakLower, Kind::BreakBetween]),
    ];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class(name, _) => name,
            Self::Epaper => "e-paper",
            Self::Print => "print database",
            Self::Scan => "scan",
            Self::Mixed => "mixed",
            Self::Columns => "columns",
        }
    }

    /// The form that an article takes the mode in. No page of the web has columns, and no code with a tab before its paragraphs.
    #[must_use]
    pub fn form(self, turn: usize) -> Form {
        const WRAPPED: [Form; 4] = [Form::Plain, Form::Pressreader, Form::NexisLegacy, Form::Proquest];
        if self == Self::Columns { WRAPPED[turn % WRAPPED.len()] } else { Form::ALL[turn % Form::ALL.len()] }
    }

    /// The most spots of a kind in one document, of which `count` is asked for.
    fn most(self, kind: Kind, count: usize) -> usize {
        let rare = |kind| if matches!(kind, Kind::BreakLower) { count } else { 1 };
        match (self, kind) {
            (Self::Class(_, kinds), kind) if !kinds.contains(&kind) => 0,
            // One is enough of what is told by itself, and a text begins once.
            (_, Kind::DropCap) => usize::from(!matches!(self, Self::Epaper | Self::Print | Self::Scan)),
            (Self::Class(..) | Self::Mixed, kind) if kind.cuts() => rare(kind),
            (Self::Class(..) | Self::Mixed, _) => count,
            (Self::Epaper, Kind::Hyphen | Kind::Currency | Kind::Bracket) => usize::MAX,
            (Self::Print, Kind::Hyphen) => count + 1,
            (Self::Print, Kind::Currency | Kind::Bracket) => 1,
            (Self::Epaper | Self::Print, Kind::BreakLower) => count,
            (Self::Epaper | Self::Print, Kind::BreakPhrase) => 1,
            (Self::Scan, Kind::JoinedSeen | Kind::Joined) => count,
            (Self::Scan, Kind::Hyphen | Kind::MissingSpace | Kind::BreakLower) => 2,
            (Self::Scan, Kind::MissingStop | Kind::DigitsBare) => 1,
            (Self::Scan, Kind::HyphenSpace | Kind::Punctuation | Kind::Digits | Kind::BreakWord) => 1,
            _ => 0,
        }
    }

    /// Whether it breaks lines, before which column, and how.
    fn lines(self, random: &mut SplitMix) -> Option<(usize, Lines)> {
        const WIDTHS: [usize; 4] = [62, 66, 72, 78];
        (self == Self::Columns).then(|| (WIDTHS[random.below(WIDTHS.len())], Lines::Hyphenated))
    }
}

/// Every place of a text where damage can be done: in paragraphs of one line, past the headline.
///
/// Lists, tables and verse keep their lines, and a caption or crosshead is too short to be worth a column's edge.
#[must_use]
pub fn spots(dressed: &Dressed) -> Vec<Spot> {
    const SHORTEST: usize = 80;
    let (mut spots, mut offset, mut first) = (Vec::new(), dressed.body, true);
    let text = &dressed.text[dressed.within.clone()];
    let vocabulary = spaces::vocabulary(text);
    for (number, paragraph) in dressed.text[dressed.body..dressed.within.end].split("\n\n").enumerate() {
        let line = paragraph.trim_end();
        if line.len() >= SHORTEST && !line.contains('\n') {
            if std::mem::take(&mut first) {
                spots.extend(breaks::drop_cap(line, offset, number));
            }
            spaces::spots(line, &vocabulary, offset, number, &mut spots);
            marks::spots(line, offset, number, &mut spots);
            characters::spots(line, offset, number, &mut spots);
            breaks::spots(&dressed.text, line, offset, number, &mut spots);
        }
        offset += paragraph.len() + 2;
    }
    spots
}

/// The order in which the kinds choose: the rare ones first.
const ORDER: [Kind; 27] = [
    Kind::DropCap,
    Kind::BreakPhrase,
    Kind::BreakLower,
    Kind::BreakBetween,
    Kind::BreakWord,
    Kind::BreakHyphen,
    Kind::BreakCapital,
    Kind::Digits,
    Kind::DigitsBare,
    Kind::Currency,
    Kind::Bracket,
    Kind::Quote,
    Kind::Apostrophe,
    Kind::Hyphen,
    Kind::HyphenSpace,
    Kind::JoinedSeen,
    Kind::Joined,
    Kind::Ligature,
    Kind::Punctuation,
    Kind::MissingSpace,
    Kind::MissingStop,
    Kind::Entity,
    Kind::SoftHyphen,
    Kind::ZeroWidth,
    Kind::DoubleSpace,
    Kind::Control,
    Kind::NoBreakSpace,
];

/// Damages a text: about `count` spots of each kind of the mode, where it has them; then breaks its lines, if the mode or the form does.
#[must_use]
pub fn damage(name: &str, dressed: &Dressed, form: Form, mode: Mode, spots: &[Spot], plan: (usize, u64)) -> Damaged {
    let (count, seed) = plan;
    let mut random = SplitMix::new(&format!("{name} {}", mode.name()), seed);
    let mut all: Vec<&Spot> = spots.iter().filter(|spot| mode.most(spot.kind, count) > 0).collect();
    random.shuffle(&mut all);
    let mut taken: Vec<Spot> = Vec::new();
    for kind in ORDER {
        let before = taken.len();
        for spot in all.iter().filter(|spot| spot.kind == kind) {
            if taken.len() - before >= mode.most(kind, count) {
                break;
            }
            if taken.iter().all(|other| apart(spot, other)) {
                taken.push((*spot).clone());
            }
        }
    }
    let damaged = Damaged::new(&dressed.text, &taken);
    let end = damaged.text.len() - (dressed.text.len() - dressed.within.end);
    match mode.lines(&mut random).or(form.width().map(|width| (width, Lines::Whole))) {
        Some((width, lines)) => damaged.wrapped(dressed.within.start..end, width, lines),
        None => damaged,
    }
}

/// The same without damage, but for the line ends of the form.
#[must_use]
pub fn clean(dressed: &Dressed, form: Form) -> Damaged {
    let text = Damaged::none(&dressed.text);
    match form.width() {
        Some(width) => text.wrapped(dressed.within.clone(), width, Lines::Whole),
        None => text,
    }
}

/// Whether two spots can both be used: no paragraph is cut twice, and what is done is done at least two bytes apart.
fn apart(one: &Spot, other: &Spot) -> bool {
    const GAP: usize = 2;
    let cut_twice = one.kind.cuts() && other.kind.cuts() && one.paragraph == other.paragraph;
    let near = |a: &super::Change, b: &super::Change| a.0 < b.1 + GAP && b.0 < a.1 + GAP;
    !cut_twice && !one.changes.iter().any(|a| other.changes.iter().any(|b| near(a, b)))
}
