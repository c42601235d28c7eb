//! Which repairs a parse makes, and how that is said in words.

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

    /// These rules alone, up to the risk that is set; from [`Repairs::NONE`], up to [`Risk::Safe`].
    #[must_use]
    pub fn only(self, rules: RuleSet) -> Self {
        Self { risk: self.risk.or(Some(Risk::Safe)), rules }
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

/// Words that say no set of repairs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidRepairs {
    /// Two risks, of which neither can hold.
    #[error("there can be one risk only")]
    SeveralRisks,
    /// `none` together with something.
    #[error("`none` stands alone")]
    NoneAndMore,
    /// A rule that no parse can do without.
    #[error("`{0}` is always made, and cannot be chosen: text must be characters")]
    Decoding(&'static str),
    /// A word that is no risk and no rule.
    #[error(transparent)]
    UnknownRule(#[from] UnknownName),
}

/// `none`, or a risk, or names of rules, or both, with commas between: `likely,spaced-hyphen` is this rule up to that risk.
impl FromStr for Repairs {
    type Err = InvalidRepairs;

    fn from_str(words: &str) -> Result<Self, InvalidRepairs> {
        if words == "none" {
            return Ok(Self::NONE);
        }
        let mut most = None;
        let mut rules = RuleSet::EMPTY;
        for word in words.split(',') {
            if let Some(risk) = Risk::ALL.into_iter().find(|risk| risk.name() == word) {
                if most.replace(risk).is_some() {
                    return Err(InvalidRepairs::SeveralRisks);
                }
            } else if word == "none" {
                return Err(InvalidRepairs::NoneAndMore);
            } else {
                let rule = Rule::named(word).ok_or_else(|| unknown_rule(word))?;
                if rule.is_decoding() {
                    return Err(InvalidRepairs::Decoding(rule.name()));
                }
                rules = rules.union(RuleSet::of(rule));
            }
        }
        let repairs = Self::up_to(most.unwrap_or(Risk::Safe));
        Ok(if rules.is_empty() { repairs } else { repairs.only(rules) })
    }
}

fn unknown_rule(name: &str) -> UnknownName {
    let rules = RULES.iter().filter(|rule| !rule.is_decoding()).map(|rule| rule.name());
    UnknownName::new("rule", name, ["none"].into_iter().chain(Risk::ALL.map(Risk::name)).chain(rules))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_are_a_risk_or_rules_or_both() {
        let hyphen = RuleSet::of(Rule::named("spaced-hyphen").unwrap());
        assert_eq!("none".parse(), Ok(Repairs::NONE));
        assert_eq!("likely".parse(), Ok(Repairs::up_to(Risk::Likely)));
        assert_eq!("spaced-hyphen".parse(), Ok(Repairs::up_to(Risk::Safe).only(hyphen)));
        assert_eq!("spaced-hyphen,all".parse(), Ok(Repairs::up_to(Risk::All).only(hyphen)));
        assert_eq!("safe,all".parse::<Repairs>(), Err(InvalidRepairs::SeveralRisks));
        assert!("none,safe".parse::<Repairs>().unwrap_err().to_string().contains("stands alone"));
        assert!("encoding".parse::<Repairs>().unwrap_err().to_string().starts_with("`encoding` is always made"));
        let error = "spaced-comma".parse::<Repairs>().unwrap_err().to_string();
        let known = "no rule is called `spaced-comma`; there are none, safe, likely, all, spaced-hyphen, ";
        assert!(error.starts_with(known) && !error.contains("encoding"), "{error}");
    }
}
