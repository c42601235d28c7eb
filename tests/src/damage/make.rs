//! Clean articles, what is done to them, and how often.

use std::path::Path;

use anyhow::{Context, Result};

use super::splitmix::SplitMix;
use super::{Damaged, Kind, Spot, breaks, spaces};

/// A clean article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name: the file's, without the ending.
    pub name: String,
    /// Its text: headline, byline, paragraphs.
    pub text: String,
}

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
            articles.push(Article { name, text: std::fs::read_to_string(&path)? });
        }
    }
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(articles)
}

/// What stands around the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Nothing.
    Plain,
    /// A masthead before the headline, a dash for the byline, furniture at the end.
    Pressreader,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Pressreader];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Pressreader => "pressreader",
        }
    }

    /// The article in this form.
    #[must_use]
    pub fn dress(self, article: &str) -> String {
        let article = article.trim_end();
        match self {
            Self::Plain => format!("{article}\n"),
            Self::Pressreader => {
                let (headline, rest) = article.split_once("\n\n").unwrap_or((article, ""));
                let (first, after) = rest.split_once("\n\n").unwrap_or((rest, ""));
                let byline = first.starts_with("By ") || first.starts_with("BY ");
                let body = if byline { after } else { rest };
                format!(
                    "The Harbour Gazette\n\n{headline}\n\n-\n\n{body}\n\nNewspapers in English\n\nNewspapers from Ireland"
                )
            }
        }
    }
}

/// Which rules' damage is done to one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Spaced hyphens alone.
    Hyphens,
    /// Spaced currency signs alone.
    Currencies,
    /// Spaced brackets alone.
    Brackets,
    /// Column breaks alone.
    Breaks,
    /// All of them.
    Mixed,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 5] = [Self::Hyphens, Self::Currencies, Self::Brackets, Self::Breaks, Self::Mixed];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hyphens => "hyphens",
            Self::Currencies => "currencies",
            Self::Brackets => "brackets",
            Self::Breaks => "breaks",
            Self::Mixed => "mixed",
        }
    }

    fn does(self, kind: Kind) -> bool {
        match self {
            Self::Hyphens => kind == Kind::Hyphen,
            Self::Currencies => kind == Kind::Currency,
            Self::Brackets => kind == Kind::Bracket,
            Self::Breaks => kind.rule() == "column-break",
            Self::Mixed => true,
        }
    }
}

/// Every place of a text where damage can be done: in paragraphs of one line, past the headline.
///
/// Lists, tables and verse keep their lines, and a caption or crosshead is too short to be worth a column's edge.
#[must_use]
pub fn spots(text: &str) -> Vec<Spot> {
    const SHORTEST: usize = 80;
    let mut spots = Vec::new();
    let mut offset = 0;
    for (number, paragraph) in text.split("\n\n").enumerate() {
        if number > 0 && paragraph.len() >= SHORTEST && !paragraph.trim_end().contains('\n') {
            let paragraph = paragraph.trim_end();
            spaces::spots(paragraph, offset, number, &mut spots);
            breaks::spots(text, paragraph, offset, number, &mut spots);
        }
        offset += paragraph.len() + 2;
    }
    spots
}

/// Damages a text: about `count` spots of each rule of the mode, where it has them.
#[must_use]
pub fn damage(name: &str, text: &str, mode: Mode, count: usize, seed: u64) -> Damaged {
    let mut random = SplitMix::new(&format!("{name} {}", mode.name()), seed);
    let mut all = spots(text);
    random.shuffle(&mut all);
    let mut taken: Vec<Spot> = Vec::new();
    // The rare kinds choose their paragraph first; one paragraph is cut once.
    for kind in [
        Kind::BreakPhrase,
        Kind::BreakLower,
        Kind::BreakHyphen,
        Kind::BreakCapital,
        Kind::Hyphen,
        Kind::Currency,
        Kind::Bracket,
    ] {
        let most = match kind {
            Kind::BreakPhrase | Kind::BreakHyphen | Kind::BreakCapital => 1,
            _ => count,
        };
        let before = taken.len();
        for spot in all.iter().filter(|spot| spot.kind == kind && mode.does(kind)) {
            let cuts = kind.rule() == "column-break";
            let free = !taken.iter().any(|other| {
                (cuts && other.kind.rule() == "column-break" && other.paragraph == spot.paragraph)
                    || other.changes.iter().any(|other| spot.changes.iter().any(|change| change.0 == other.0))
            });
            if free && taken.len() - before < most {
                taken.push(spot.clone());
            }
        }
    }
    Damaged::new(text, &taken)
}
