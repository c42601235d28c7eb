//! What a block is.

use serde::Serialize;

macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $type {
            $($(#[$variant_doc])* #[serde(rename = $name)] $variant,)*
        }

        impl $type {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name, as in the JSON output.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

names! {
    /// What a block is, in newsroom terms.
    Role {
        /// The name of the newspaper.
        Publication = "publication",
        /// The edition: `Met 2 Edition`.
        Edition = "edition",
        /// The section of the newspaper.
        Section = "section",
        /// A page reference.
        Page = "page",
        /// A line that is a date.
        Date = "date",
        /// The short line above a headline.
        Kicker = "kicker",
        /// The headline.
        Headline = "headline",
        /// The standfirst below a headline.
        Deck = "deck",
        /// The line that says who wrote it.
        Byline = "byline",
        /// Running text.
        Paragraph = "paragraph",
        /// A heading inside the body.
        Crosshead = "crosshead",
        /// An item of a list.
        ListItem = "list-item",
        /// A sentence of the body set again for display.
        PullQuote = "pull-quote",
        /// A question of an interview.
        Question = "question",
        /// An answer of an interview.
        Answer = "answer",
        /// A row of a table, or a whole one: results, prices, scores.
        Table = "table",
        /// What is said about a picture.
        Caption = "caption",
        /// Who made a picture.
        Credit = "credit",
        /// Where the article goes on, or comes from.
        JumpLine = "jump-line",
        /// What was wrong and has been put right.
        Correction = "correction",
        /// Who the author is, or who else worked on it.
        AuthorNote = "author-note",
        /// Whose views these are.
        Disclaimer = "disclaimer",
        /// Who holds the rights.
        Copyright = "copyright",
        /// A mark that ends the article.
        EndMark = "end-mark",
        /// A labelled line of an export.
        Field = "field",
        /// What belongs to the site or the newsstand, not to the article.
        Furniture = "furniture",
        /// White space alone.
        Blank = "blank",
        /// Nothing that could be told.
        Unknown = "unknown",
    }
}

names! {
    /// What a piece of furniture is for.
    FurnitureKind {
        /// Ways around the site or the newsstand.
        Navigation = "navigation",
        /// Share buttons and counts.
        Share = "share",
        /// Newsletters, subscriptions, apps.
        Subscribe = "subscribe",
        /// Other articles.
        Related = "related",
        /// Cookies and consent.
        Cookie = "cookie",
        /// Advertisements.
        Advertisement = "advertisement",
        /// Anything else.
        Other = "other",
    }
}

impl Role {
    /// Whether a reader would read it as part of the article's body.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Crosshead
                | Self::ListItem
                | Self::PullQuote
                | Self::Question
                | Self::Answer
                | Self::Table
        )
    }

    /// Whether layers run over it.
    #[must_use]
    pub const fn is_annotated(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Deck
                | Self::Paragraph
                | Self::Crosshead
                | Self::ListItem
                | Self::PullQuote
                | Self::Question
                | Self::Answer
                | Self::Caption
        )
    }
}
