//! The tables of names, in the order in which they are shown.

/// One table of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Table {
    Parts,
    Envelopes,
    Decodings,
    Languages,
    Fields,
    Bylines,
    Extras,
    Roles,
    Repairs,
    Risks,
    RuleRisks,
    Notes,
    PassedOver,
}

impl Table {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Parts => "parts",
            Self::Envelopes => "envelopes",
            Self::Decodings => "decodings",
            Self::Languages => "languages",
            Self::Fields => "fields",
            Self::Bylines => "bylines",
            Self::Extras => "extras",
            Self::Roles => "roles",
            Self::Repairs => "repairs",
            Self::Risks => "risks",
            Self::RuleRisks => "repairs-by-risk",
            Self::Notes => "notes",
            Self::PassedOver => "passed-over",
        }
    }

    /// What is counted, where it is not articles.
    pub(super) const fn unit(self) -> &'static str {
        match self {
            Self::Parts => "parts of files",
            Self::Envelopes | Self::Decodings | Self::Languages | Self::Fields | Self::Bylines => "articles",
            Self::Extras => "labelled fields",
            Self::Roles => "blocks",
            Self::Repairs | Self::Risks | Self::RuleRisks => "repairs",
            Self::Notes => "notes",
            Self::PassedOver => "what holds no record",
        }
    }
}

/// A table with what was counted, in the order in which it is shown.
pub(super) struct Filled {
    pub(super) table: Table,
    pub(super) rows: Vec<(String, u64)>,
}
