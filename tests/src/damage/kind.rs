//! The classes of damage, and what is known of each.

/// What was done to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A space after the hyphen of a compound: `long- term`.
    Hyphen,
    /// A hyphen and a space inside a word that stands whole elsewhere in the article: `discus- sions`.
    JoinedSeen,
    /// The same where the article has the word only here.
    Joined,
    /// A space before the hyphen of a compound: `state -owned`.
    HyphenSpace,
    /// A space between a currency sign and the figure.
    Currency,
    /// A space after an opening bracket.
    Bracket,
    /// Spaces inside the quotation marks.
    Quote,
    /// A space before a comma, a semicolon or a stop.
    Punctuation,
    /// A space before the apostrophe of a genitive: `the mayor ’s`.
    Apostrophe,
    /// A space inside an amount, after its comma or point: `$30, 000`.
    Digits,
    /// The same in a figure without a currency sign.
    DigitsBare,
    /// No space after a comma.
    MissingSpace,
    /// No space after a full stop.
    MissingStop,
    /// Two spaces in the middle of a clause.
    DoubleSpace,
    /// A no-break space for a space.
    NoBreakSpace,
    /// A character without a width inside a word.
    ZeroWidth,
    /// A soft hyphen inside a word.
    SoftHyphen,
    /// A character as an HTML entity, or as the escape of a string literal.
    Entity,
    /// Two letters as one character.
    Ligature,
    /// A control character.
    Control,
    /// The first letter of the text on its own.
    DropCap,
    /// A paragraph cut in mid-sentence, before a word in lower case.
    BreakLower,
    /// A paragraph cut inside a name that stands whole elsewhere in the article.
    BreakPhrase,
    /// A paragraph cut after the hyphen of a compound.
    BreakHyphen,
    /// A paragraph cut in mid-sentence, before a word with a capital that nothing shows to belong to the word before.
    BreakCapital,
    /// A paragraph cut inside a word.
    BreakWord,
    /// A paragraph cut in mid-sentence with a line of something else in between.
    BreakBetween,
    /// A line end for a space.
    HardWrap,
    /// A line end after the hyphen of a compound.
    LineKept,
    /// A hyphen and a line end inside a word.
    LineJoined,
}

/// Damage that vouches for other damage of its sort in the same document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// A space too many beside a mark.
    Spaces,
    /// A space too few.
    Gaps,
    /// Paragraphs cut in two.
    Breaks,
    /// What needs no other to be known: characters, line ends.
    Alone,
}

/// The rules that are measured.
pub const RULES: [&str; 19] = [
    "spaced-hyphen",
    "hyphen-space",
    "spaced-currency",
    "spaced-bracket",
    "spaced-quote",
    "spaced-punctuation",
    "spaced-apostrophe",
    "spaced-digits",
    "missing-space",
    "double-space",
    "no-break-space",
    "soft-hyphen",
    "entity",
    "ligature",
    "control",
    "drop-cap",
    "column-break",
    "hard-wrap",
    "line-end-hyphen",
];

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 30] = [
        Self::Hyphen,
        Self::JoinedSeen,
        Self::Joined,
        Self::HyphenSpace,
        Self::Currency,
        Self::Bracket,
        Self::Quote,
        Self::Punctuation,
        Self::Apostrophe,
        Self::Digits,
        Self::DigitsBare,
        Self::MissingSpace,
        Self::MissingStop,
        Self::DoubleSpace,
        Self::NoBreakSpace,
        Self::ZeroWidth,
        Self::SoftHyphen,
        Self::Entity,
        Self::Ligature,
        Self::Control,
        Self::DropCap,
        Self::BreakLower,
        Self::BreakPhrase,
        Self::BreakHyphen,
        Self::BreakCapital,
        Self::BreakWord,
        Self::BreakBetween,
        Self::HardWrap,
        Self::LineKept,
        Self::LineJoined,
    ];

    /// Its name in tables and records, the rule that it belongs to, and its family.
    const fn facts(self) -> (&'static str, &'static str, Family) {
        match self {
            Self::Hyphen => ("hyphen", "spaced-hyphen", Family::Spaces),
            Self::JoinedSeen => ("joined-seen", "spaced-hyphen", Family::Spaces),
            Self::Joined => ("joined", "spaced-hyphen", Family::Spaces),
            Self::HyphenSpace => ("hyphen-space", "hyphen-space", Family::Spaces),
            Self::Currency => ("currency", "spaced-currency", Family::Spaces),
            Self::Bracket => ("bracket", "spaced-bracket", Family::Spaces),
            Self::Quote => ("quote", "spaced-quote", Family::Spaces),
            Self::Punctuation => ("punctuation", "spaced-punctuation", Family::Spaces),
            Self::Apostrophe => ("apostrophe", "spaced-apostrophe", Family::Spaces),
            Self::Digits => ("digits", "spaced-digits", Family::Spaces),
            Self::DigitsBare => ("digits-bare", "spaced-digits", Family::Spaces),
            Self::MissingSpace => ("missing-space", "missing-space", Family::Gaps),
            Self::MissingStop => ("missing-stop", "missing-space", Family::Gaps),
            Self::DoubleSpace => ("double-space", "double-space", Family::Alone),
            Self::NoBreakSpace => ("no-break-space", "no-break-space", Family::Alone),
            Self::ZeroWidth => ("zero-width", "no-break-space", Family::Alone),
            Self::SoftHyphen => ("soft-hyphen", "soft-hyphen", Family::Alone),
            Self::Entity => ("entity", "entity", Family::Alone),
            Self::Ligature => ("ligature", "ligature", Family::Alone),
            Self::Control => ("control", "control", Family::Alone),
            Self::DropCap => ("drop-cap", "drop-cap", Family::Alone),
            Self::BreakLower => ("break-lower", "column-break", Family::Breaks),
            Self::BreakPhrase => ("break-phrase", "column-break", Family::Breaks),
            Self::BreakHyphen => ("break-hyphen", "column-break", Family::Breaks),
            Self::BreakCapital => ("break-capital", "column-break", Family::Breaks),
            Self::BreakWord => ("break-word", "column-break", Family::Breaks),
            Self::BreakBetween => ("break-between", "column-break", Family::Breaks),
            Self::HardWrap => ("hard-wrap", "hard-wrap", Family::Alone),
            Self::LineKept => ("line-kept", "line-end-hyphen", Family::Alone),
            Self::LineJoined => ("line-joined", "line-end-hyphen", Family::Alone),
        }
    }

    /// Its name in tables and records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// The rule that the damage belongs to.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        self.facts().1
    }

    /// Its family.
    #[must_use]
    pub const fn family(self) -> Family {
        self.facts().2
    }

    /// Whether it cuts a paragraph in two.
    #[must_use]
    pub const fn cuts(self) -> bool {
        matches!(self.family(), Family::Breaks)
    }

    /// Whether a reader without a dictionary can know that it is damage.
    ///
    /// After a hyphen the halves may be one word (`al-`, `legedly`) or two (`long-`, `term`), so may those of a word that is seen once;
    /// before a capital the next block may be another article; two spaces may be a typist's, or stand where a word is gone; two numbers with
    /// a comma and a space are a list, most of the time; where a full stop has no space behind it, the end of a paragraph may be what is lost.
    /// All of these are made and counted, and none is held against the parser.
    #[must_use]
    pub const fn expected(self) -> bool {
        let known_by_words = matches!(self, Self::BreakHyphen | Self::BreakCapital | Self::BreakWord | Self::Joined);
        !known_by_words && !matches!(self, Self::DoubleSpace | Self::DigitsBare | Self::MissingStop)
    }

    /// Whether there are several outcomes among which the right one is to be told: the hyphen stays, or the word is joined.
    #[must_use]
    pub const fn is_told(self) -> Option<Told> {
        match self {
            Self::Hyphen | Self::JoinedSeen | Self::Joined => Some(Told::Spaced),
            Self::LineKept | Self::LineJoined => Some(Told::LineEnd),
            _ => None,
        }
    }
}

/// Hyphens that stay or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Before a space.
    Spaced,
    /// Before a line end.
    LineEnd,
}

impl Told {
    /// Its name in tables and records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Spaced => "spaced hyphens",
            Self::LineEnd => "line-end hyphens",
        }
    }
}
