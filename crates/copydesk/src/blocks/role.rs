//! What a block is: its role, and the kind of furniture.

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
    /// The role of a block, in newsroom terms.
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
        /// A sentence of the body repeated for display.
        PullQuote = "pull-quote",
        /// A question of an interview.
        Question = "question",
        /// An answer of an interview.
        Answer = "answer",
        /// A row of a table, or a whole one: results, prices, scores.
        Table = "table",
        /// The caption of a picture.
        Caption = "caption",
        /// The credit of a picture.
        Credit = "credit",
        /// A line that says where the article continues, or continues from.
        JumpLine = "jump-line",
        /// A correction: what was wrong, and what is right.
        Correction = "correction",
        /// A note about the author, or about others who worked on the article.
        AuthorNote = "author-note",
        /// A disclaimer: whose views these are.
        Disclaimer = "disclaimer",
        /// A copyright line.
        Copyright = "copyright",
        /// A mark that ends the article.
        EndMark = "end-mark",
        /// A labelled line of an export.
        Field = "field",
        /// Text of the site or the newsstand, not of the article.
        Furniture = "furniture",
        /// White space only.
        Blank = "blank",
        /// A block whose role is not known.
        Unknown = "unknown",
    }
}

names! {
    /// The purpose of a furniture block.
    FurnitureKind {
        /// Navigation in the site or the newsstand.
        Navigation = "navigation",
        /// Share buttons and counts.
        Share = "share",
        /// Newsletters, subscriptions, apps.
        Subscribe = "subscribe",
        /// Links to other articles.
        Related = "related",
        /// Cookie and consent notices.
        Cookie = "cookie",
        /// Advertisements.
        Advertisement = "advertisement",
        /// Anything else.
        Other = "other",
    }
}

impl Role {
    /// Whether it is part of the article's body.
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
