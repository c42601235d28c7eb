//! What stands around an article, by the channel that it comes through.

use std::ops::Range;

/// What stands around the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Nothing.
    Plain,
    /// A masthead before the headline, a dash for the byline, furniture at the end.
    Pressreader,
    /// Labelled lines with no-break spaces, and the word that opens the body.
    NexisUni,
    /// Centred lines, labels in capitals, hard-wrapped paragraphs.
    NexisLegacy,
    /// The labels of a mailed article.
    Proquest,
    /// Two-letter codes with a tab.
    Factiva,
    /// Navigation before, small print after.
    WebPage,
}

/// An article in a form.
#[derive(Clone, Debug)]
pub struct Dressed {
    /// The text.
    pub text: String,
    /// Where the headline and the body are in it: what stands around them is the channel's.
    pub within: Range<usize>,
    /// Where the body starts.
    pub body: usize,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 7] = [
        Self::Plain,
        Self::Pressreader,
        Self::NexisUni,
        Self::NexisLegacy,
        Self::Proquest,
        Self::Factiva,
        Self::WebPage,
    ];

    /// Its name in tables: that of the envelope.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Pressreader => "pressreader",
            Self::NexisUni => "nexis-uni",
            Self::NexisLegacy => "nexis-legacy",
            Self::Proquest => "proquest",
            Self::Factiva => "factiva",
            Self::WebPage => "web-page",
        }
    }

    /// Before which column the channel breaks its lines, if it does.
    #[must_use]
    pub const fn width(self) -> Option<usize> {
        if matches!(self, Self::NexisLegacy) { Some(79) } else { None }
    }

    /// The article in this form, with its lines whole.
    #[must_use]
    pub fn dress(self, article: &str) -> Dressed {
        let article = article.trim_end();
        let (headline, rest) = article.split_once("\n\n").unwrap_or((article, ""));
        let (first, after) = rest.split_once("\n\n").unwrap_or((rest, ""));
        // A short paragraph without a stop, right below the headline, says who wrote it.
        let signed = first.len() < 80 && !first.ends_with(['.', '?', '!', '”', '"']);
        let (byline, body) = if signed { (first, after) } else { ("", rest) };
        let author = byline.strip_prefix("By ").unwrap_or(byline);
        let words = body.split_whitespace().count();
        let field =
            |label: &str, end: &str| if author.is_empty() { String::new() } else { format!("{label}{author}{end}") };
        let (before, after) = match self {
            Self::Plain => {
                let byline = if byline.is_empty() { String::new() } else { format!("{byline}\n\n") };
                (format!("{headline}\n\n{byline}"), "\n".to_owned())
            }
            Self::Pressreader => (
                format!("The Harbour Gazette\n\n{headline}\n\n-\n\n"),
                "\n\nNewspapers in English\n\nNewspapers from Ireland".to_owned(),
            ),
            Self::NexisUni => (
                format!(
                    "{headline}\nThe Harbour Gazette (Port Alder)\nMarch 4, 2021 Thursday\n\n\n\
                     Copyright 2021 Alder Media Holdings Ltd. All Rights Reserved\nSection:\u{a0}NEWS; Pg. B4\n\
                     Length:\u{a0}{words} words\n{}Body\n\n\n",
                    field("Byline:\u{a0}", "\n")
                ),
                "\n\nClassification\n\n\nLanguage:\u{a0}ENGLISH\n\nPublication-Type:\u{a0}Newspaper\n\n\
                 Load-Date:\u{a0}March 4, 2021\n\n\nEnd of Document\n"
                    .to_owned(),
            ),
            Self::NexisLegacy => (
                format!(
                    "                              14 of 212 DOCUMENTS\n\n\n\n                             The Harbour Gazette\n\n\
                     \u{20}                            March 4, 2021 Thursday\n\n{headline}\n\n{}SECTION: NEWS; Pg. 17\n\n\
                     LENGTH: {words} words\n\n\n",
                    field("BYLINE: ", "\n\n")
                ),
                "\n\nLOAD-DATE: March 4, 2021\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n".to_owned(),
            ),
            Self::Proquest => (
                format!(
                    "Document 17 of 40\n\n{headline}\n\n{}Publication info: Harbour Gazette ; Port Alder [Port Alder]04 Mar 2021: B.4.\n\n\
                     Abstract: None available.\n\nFull text: ",
                    field("Author: ", "\n\n")
                ),
                "\n\nSubject: Ferries; Harbors & ports\n\nPublication title: Harbour Gazette\n\nPublication year: 2021\n\n\
                 Publication date: Mar 4, 2021\n\nSection: B\n\nPublisher: Alder Media Limited\n\n\
                 Country of publication: Canada\n\nSource type: Newspapers\n\nLanguage of publication: English\n\n\
                 Document type: News\n\nProQuest document ID: 1000200417\n"
                    .to_owned(),
            ),
            Self::Factiva => (
                format!(
                    "\u{2003}\u{20}\n\n SE\tNews\n HD\t{headline}\n{} WC\t{words} words\n PD\t4 March 2021\n\
                     \u{20}SN\tHarbour Gazette\n SC\tHARBG\n PG\tB4\n LA\tEnglish\n\
                     \u{20}CY\t(c) 2021 Alder Media Ltd. All rights reserved.\n\n LP\t",
                    field(" BY\tBy ", "\n")
                ),
                "\n\n NS\tccat : Corporate/Industrial News\n RE\tuk : United Kingdom\n PUB\tAlder Media Ltd.\n\
                 \u{20}AN\tDocument HARBG00020210304ek340001a\n \n"
                    .to_owned(),
            ),
            Self::WebPage => (
                format!(
                    "Home\nNews\nSport\nWeather\nE-paper\nHome  >  News  >  Local News\n{headline}\n{}\
                     Published March 4, 2021, 6:05 am | Updated March 4, 2021, 9:40 am\nShare on Facebook\nShare\nTweet\nCopy link\n\n",
                    if byline.is_empty() { String::new() } else { format!("{byline}\n") }
                ),
                "\n\nRelated articles\nFive things to know about the new tunnel\nSubscribe to our newsletter\n\
                 © 2021 The Harbour Gazette. All rights reserved.\nPrivacy policy\n"
                    .to_owned(),
            ),
        };
        let start = before.find(headline).unwrap_or(before.len());
        let body_start = before.len();
        Dressed { within: start..body_start + body.len(), body: body_start, text: before + body + &after }
    }
}
