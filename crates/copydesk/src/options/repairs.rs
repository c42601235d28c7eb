//! Which repairs a parse makes, and how to name them in words.

use std::fmt;
use std::str::FromStr;

use crate::names::UnknownName;
use crate::repair::{RULES, Risk, Rule, RuleSet};

/// Which repairs are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repairs {
    risk: Option<Risk>,
    rules: RuleSet,
}

impl Repairs {
    /// None at all: the text is the decoded source.
    pub const NONE: Self = Self { risk: None, rules: RuleSet::EMPTY };

    /// Every rule, up to this risk.
    #[must_use]
    pub fn up_to(risk: Risk) -> Self {
        Self { risk: Some(risk), rules: RULES.iter().fold(RuleSet::EMPTY, |set, rule| set.union(RuleSet::of(rule))) }
    }

    /// Only these rules, up to the current risk. Starting from [`Repairs::NONE`], the risk is [`Risk::Safe`].
    #[must_use]
    pub fn only(self, rules: RuleSet) -> Self {
        Self { risk: self.risk.or(Some(Risk::Safe)), rules }
    }

    /// The same repairs without those of these rules. Decoding rules still apply.
    #[must_use]
    pub fn without(self, rules: RuleSet) -> Self {
        Self { risk: self.risk, rules: self.rules.difference(rules) }
    }

    pub(crate) fn any(&self) -> bool {
        self.risk.is_some() && !self.rules.is_empty()
    }

    pub(crate) fn allow(&self, rule: &Rule, risk: Risk) -> bool {
        self.risk.is_some_and(|most| risk <= most) && self.rules.contains(rule)
    }
}

impl Default for Repairs {
    fn default() -> Self {
        Self::up_to(Risk::Safe)
    }
}

impl From<Risk> for Repairs {
    fn from(risk: Risk) -> Self {
        Self::up_to(risk)
    }
}

/// The words do not describe a set of repairs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidRepairs {
    /// More than one risk was given. `none` counts as one.
    #[error("there can be one risk only: none, safe, likely or all")]
    SeveralRisks,
    /// A rule is named both with and without `-`.
    #[error("`{0}` is both wanted and taken away")]
    WantedAndNot(&'static str),
    /// A decoding rule, which every parse applies.
    #[error("`{0}` is always made, and cannot be chosen: text must be characters")]
    Decoding(&'static str),
    /// A word that is neither a risk nor a rule.
    #[error(transparent)]
    UnknownRule(#[from] UnknownName),
}

impl InvalidRepairs {
    /// The word that is neither a risk nor a rule, if that is the error.
    #[must_use]
    pub fn unknown_rule(&self) -> Option<&UnknownName> {
        match self {
            Self::UnknownRule(unknown) => Some(unknown),
            _ => None,
        }
    }
}

/// Parses a comma-separated list of risks, rule names, and rule names with `-` before them.
///
/// A risk is `none`, `safe`, `likely` or `all`; the default is `safe`. Rule names select only these rules, up to that risk (after `none`,
/// up to `safe`). A name with `-` excludes the rule: `safe,-spaced-currency`.
impl FromStr for Repairs {
    type Err = InvalidRepairs;

    fn from_str(words: &str) -> Result<Self, InvalidRepairs> {
        let mut most = None;
        let (mut wanted, mut unwanted) = (RuleSet::EMPTY, RuleSet::EMPTY);
        for word in words.split(',') {
            let risk = Risk::ALL.into_iter().find(|risk| risk.name() == word);
            if risk.is_some() || word == NONE {
                if most.replace(risk).is_some() {
                    return Err(InvalidRepairs::SeveralRisks);
                }
            } else if let Some(name) = word.strip_prefix('-') {
                unwanted = unwanted.union(rule(name, &[])?);
            } else {
                wanted = wanted.union(rule(word, &[NONE, Risk::Safe.name(), Risk::Likely.name(), Risk::All.name()])?);
            }
        }
        if let Some(name) = wanted.names().find(|name| unwanted.names().any(|unwanted| unwanted == *name)) {
            return Err(InvalidRepairs::WantedAndNot(name));
        }
        let repairs = most.unwrap_or(Some(Risk::Safe)).map_or(Self::NONE, Self::up_to);
        Ok(if wanted.is_empty() { repairs.without(unwanted) } else { repairs.only(wanted) })
    }
}

/// Writes the words that select these repairs: `none`, `likely`, `safe,spaced-hyphen`, `safe,-spaced-currency`.
impl fmt::Display for Repairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(risk) = self.risk else { return f.write_str(NONE) };
        f.write_str(risk.name())?;
        let rules = RULES.iter().copied().filter(|rule| !rule.is_decoding());
        let (wanted, unwanted): (Vec<&Rule>, Vec<&Rule>) = rules.partition(|rule| self.rules.contains(rule));
        if wanted.is_empty() || unwanted.len() <= wanted.len() {
            return unwanted.iter().try_for_each(|rule| write!(f, ",-{}", rule.name()));
        }
        wanted.iter().try_for_each(|rule| write!(f, ",{}", rule.name()))
    }
}

const NONE: &str = "none";

/// The rule of this name, which could also have been one of `others`.
fn rule(name: &str, others: &[&'static str]) -> Result<RuleSet, InvalidRepairs> {
    match Rule::named(name) {
        Some(rule) if rule.is_decoding() => Err(InvalidRepairs::Decoding(rule.name())),
        Some(rule) => Ok(RuleSet::of(rule)),
        None => {
            let rules = RULES.iter().filter(|rule| !rule.is_decoding()).map(|rule| rule.name());
            Err(UnknownName::new("rule", name, others.iter().copied().chain(rules)).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_are_said_in_the_words_that_ask_for_them() {
        for words in ["none", "safe", "likely", "all", "safe,spaced-hyphen", "all,-spaced-hyphen,-column-break"] {
            let repairs: Repairs = words.parse().unwrap();
            assert_eq!(repairs.to_string(), words);
            let again: Repairs = repairs.to_string().parse().unwrap();
            for (rule, risk) in RULES.iter().flat_map(|rule| Risk::ALL.map(|risk| (rule, risk))) {
                assert!(rule.is_decoding() || again.allow(rule, risk) == repairs.allow(rule, risk), "{words}");
            }
        }
        assert_eq!(
            "column-break,spaced-hyphen".parse::<Repairs>().unwrap().to_string(),
            "safe,spaced-hyphen,column-break"
        );
    }

    #[test]
    fn repairs_are_a_risk_or_rules_or_both() {
        let hyphen = RuleSet::of(Rule::named("spaced-hyphen").unwrap());
        assert_eq!("none".parse(), Ok(Repairs::NONE));
        assert_eq!("likely".parse(), Ok(Repairs::up_to(Risk::Likely)));
        assert_eq!("spaced-hyphen".parse(), Ok(Repairs::up_to(Risk::Safe).only(hyphen)));
        assert_eq!("spaced-hyphen,all".parse(), Ok(Repairs::up_to(Risk::All).only(hyphen)));
        assert_eq!("safe,all".parse::<Repairs>(), Err(InvalidRepairs::SeveralRisks));
        assert_eq!("none,safe".parse::<Repairs>(), Err(InvalidRepairs::SeveralRisks));
        assert_eq!("none,spaced-hyphen".parse(), Ok(Repairs::NONE.only(hyphen)));
        assert!("encoding".parse::<Repairs>().unwrap_err().to_string().starts_with("`encoding` is always made"));
        let error = "spaced-comma".parse::<Repairs>().unwrap_err().to_string();
        let known = "no rule is called `spaced-comma`; there are none, safe, likely, all, spaced-hyphen, ";
        assert!(error.starts_with(known) && !error.contains("encoding"), "{error}");
    }

    #[test]
    fn a_rule_can_be_taken_away() {
        let set = |name| RuleSet::of(Rule::named(name).unwrap());
        let both = set("spaced-currency").union(set("lost-break"));
        assert_eq!("likely,-lost-break".parse(), Ok(Repairs::up_to(Risk::Likely).without(set("lost-break"))));
        assert_eq!("-spaced-currency,-lost-break".parse(), Ok(Repairs::default().without(both)));
        assert_eq!("none,-lost-break".parse(), Ok(Repairs::NONE));
        assert_eq!("column-break,-lost-break".parse(), Ok(Repairs::default().only(set("column-break"))));
        let safe: Repairs = "safe,-spaced-currency".parse().unwrap();
        let allows = |name| safe.allow(Rule::named(name).unwrap(), Risk::Safe);
        assert!(allows("spaced-hyphen") && allows("column-break") && !allows("spaced-currency"));

        let error = |words: &str| words.parse::<Repairs>().unwrap_err().to_string();
        assert_eq!(error("column-break,-column-break"), "`column-break` is both wanted and taken away");
        assert!(error("safe,-markup").starts_with("`markup` is always made"));
        assert!(error("safe,-spaced-comma").starts_with("no rule is called `spaced-comma`; there are spaced-hyphen, "));
        assert!(error("-safe").starts_with("no rule is called `safe`; there are spaced-hyphen, "));
        assert!(error("safe,").starts_with("no rule is called ``; there are none, safe, "));
    }
}
