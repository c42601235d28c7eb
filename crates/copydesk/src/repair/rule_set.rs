//! A set of rules, as bits.

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::{RULES, Rule};

/// A set of repair rules.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleSet(u64);

impl RuleSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// The set with this one rule.
    #[must_use]
    pub fn of(rule: &Rule) -> Self {
        Self(1 << rule.index())
    }

    /// The union of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The rules in this set that are not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the set contains the rule.
    #[must_use]
    pub fn contains(self, rule: &Rule) -> bool {
        self.0 >> rule.index() & 1 == 1
    }

    /// The rules in the set.
    pub fn iter(self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().copied().enumerate().filter(move |(i, _)| self.0 >> i & 1 == 1).map(|(_, rule)| rule)
    }

    /// Their names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.iter().map(Rule::name)
    }
}

impl std::fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for name in self.names() {
            seq.serialize_element(name)?;
        }
        seq.end()
    }
}
