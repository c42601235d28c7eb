//! The figures of damage that are recorded, and where others are below them.

use std::collections::BTreeMap;

use anyhow::Result;
use copydesk::Risk;
use serde::{Deserialize, Serialize};

use super::make::Mode;
use super::measure::{ENGLISH, Measure};
use super::tally::{Tally, share};
use super::{Kind, RULES, Told};
use crate::record;

/// The figures of one rule, at one risk, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Damages in documents that show the family.
    pub put: usize,
    /// Of these, undone.
    pub found: usize,
    /// Damages in any document.
    pub put_all: usize,
    /// Of these, undone.
    pub found_all: usize,
    /// Repairs that give back the clean text.
    pub right: usize,
    /// Repairs that do not.
    pub wrong: usize,
}

impl Row {
    fn of(tally: &Tally, rule: &str) -> Self {
        let (found, made) = (tally.of_rule(rule), tally.made_by(rule));
        Self {
            put: found.put,
            found: found.found,
            put_all: found.put_all,
            found_all: found.found_all,
            right: made.right,
            wrong: made.wrong,
        }
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What was changed that must stay, at one risk, in one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Stays {
    /// Words of the clean documents.
    pub words: usize,
    /// Repairs in them.
    pub clean_changed: usize,
    /// False friends in damaged documents.
    pub friends: usize,
    /// Of those, changed.
    pub friends_changed: usize,
    /// Repairs in damaged documents that are wrong, whatever their rule.
    pub wrong: usize,
}

/// What a figure is to reach, in English text with the damage of a style.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Goal {
    /// The figure.
    pub value: f64,
    /// What it is to be at the least.
    pub least: f64,
}

/// The figures of all three measures. The keys say what a figure is of: `safe en spaced-hyphen`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DamageRecord {
    /// By risk, language and rule.
    pub rules: BTreeMap<String, Row>,
    /// By risk and language.
    pub stays: BTreeMap<String, Stays>,
    /// By risk, mode and what is measured.
    pub goals: BTreeMap<String, Goal>,
}

impl DamageRecord {
    /// The figures of the measures at each risk.
    #[must_use]
    pub fn new(measures: &[(Risk, Measure)]) -> Self {
        let mut record = Self::default();
        for (risk, measure) in measures {
            let risk_name = risk.name();
            for (language, tally) in &measure.languages {
                let rows =
                    RULES.into_iter().map(|rule| (rule, Row::of(tally, rule))).filter(|(_, row)| !row.is_empty());
                record.rules.extend(rows.map(|(rule, row)| (format!("{risk_name} {language} {rule}"), row)));
                let clean = &measure.clean_languages[language];
                let (friends, friends_changed) = tally.friends_in_all();
                let stays = Stays {
                    words: clean.words,
                    clean_changed: clean.made_in_all().wrong,
                    friends,
                    friends_changed,
                    wrong: tally.made_in_all().wrong,
                };
                record.stays.insert(format!("{risk_name} {language}"), stays);
            }
            for (name, value, least) in goals(*risk, measure) {
                record.goals.insert(format!("{risk_name} {ENGLISH} {name}"), Goal { value, least });
            }
        }
        record
    }

    /// What is worse than in the record.
    #[must_use]
    pub fn falls(&self, recorded: &Self) -> Vec<String> {
        let mut falls = Vec::new();
        let mut least = |what: String, now: f64, then: f64| {
            const SLACK: f64 = 1e-9;
            if now + SLACK < then {
                falls.push(format!("{what}: {now:.4}, was to be {then:.4} or more"));
            }
        };
        for (key, then) in &recorded.rules {
            let now = self.rules.get(key).cloned().unwrap_or_default();
            least(format!("recall of {key}"), share(now.found, now.put), share(then.found, then.put));
            let anywhere = (share(now.found_all, now.put_all), share(then.found_all, then.put_all));
            least(format!("recall of {key} anywhere"), anywhere.0, anywhere.1);
            let precision = |row: &Row| share(row.right, row.right + row.wrong);
            // A rule that made nothing was not precise: what it makes first is held to the goals, and to the record from then on.
            if then.right + then.wrong > 0 {
                least(format!("precision of {key}"), precision(&now), precision(then));
            }
        }
        for (key, then) in &recorded.goals {
            let now = self.goals.get(key).map_or(0.0, |goal| goal.value);
            least(format!("goal {key}"), now, then.value);
        }
        for (key, then) in &recorded.stays {
            let now = self.stays.get(key).cloned().unwrap_or_default();
            for (what, now, then) in [
                ("repairs in clean text", now.clean_changed, then.clean_changed),
                ("false friends changed", now.friends_changed, then.friends_changed),
                ("wrong repairs", now.wrong, then.wrong),
            ] {
                if now > then {
                    falls.push(format!("{key}: {what}: {now}, was to be {then} or fewer"));
                }
            }
        }
        falls
    }
}

/// The figures that have a goal: recall of the seed's kinds of damage and precision in the two styles that have them, and line-end
/// hyphens told apart in columns.
fn goals(risk: Risk, measure: &Measure) -> Vec<(String, f64, f64)> {
    let (recall, recall_of_breaks, precision) = match risk {
        Risk::Safe => (0.90, 0.75, 0.995),
        Risk::Likely => (0.97, 0.97, 0.98),
        Risk::All => return Vec::new(),
    };
    let mut goals = Vec::new();
    for mode in [Mode::Epaper, Mode::Print] {
        let tally = measure.mode(mode);
        // `safe` asks for more damage in the same document, `likely` does not.
        let recall_of = |found: super::tally::Found| match risk {
            Risk::Safe => share(found.found, found.put),
            _ => share(found.found_all, found.put_all),
        };
        for (kind, least) in [(Kind::Hyphen, recall), (Kind::Currency, recall), (Kind::Bracket, recall)] {
            goals.push((format!("{}: recall of {}", mode.name(), kind.name()), recall_of(tally.of_kind(kind)), least));
        }
        let breaks = recall_of(tally.of_rule("column-break"));
        goals.push((format!("{}: recall of column-break", mode.name()), breaks, recall_of_breaks));
        goals.push((format!("{}: precision", mode.name()), tally.made_in_all().precision(), precision));
    }
    let told = measure.mode(Mode::Columns).told.get(&Told::LineEnd).copied().unwrap_or_default();
    goals.push((format!("columns: accuracy of {}", Told::LineEnd.name()), told.accuracy(), 0.90));
    goals
}

/// Writes the record of this name, a row to a line.
///
/// # Errors
/// If it cannot be written.
pub fn save<T: Serialize>(name: &str, record: &T) -> Result<()> {
    record::write(name, &lines(&serde_json::to_value(record)?))
}

/// JSON with one line for each row, so that a difference between two records can be read.
fn lines(value: &serde_json::Value) -> String {
    use serde_json::Value;
    let is_row = |value: &Value| match value {
        Value::Object(members) => !members.values().any(Value::is_object),
        Value::Array(_) => false,
        _ => true,
    };
    fn write(value: &Value, indent: usize, is_row: &dyn Fn(&Value) -> bool, text: &mut String) {
        let (open, close, items): (_, _, Vec<(String, &Value)>) = match value {
            Value::Object(members) if !is_row(value) => {
                ('{', '}', members.iter().map(|(key, value)| (format!("\"{key}\": "), value)).collect())
            }
            Value::Array(items) => ('[', ']', items.iter().map(|value| (String::new(), value)).collect()),
            _ => return text.push_str(&value.to_string()),
        };
        text.push(open);
        for (number, (key, value)) in items.into_iter().enumerate() {
            text.push_str(if number > 0 { ",\n" } else { "\n" });
            text.push_str(&" ".repeat(indent + 2));
            text.push_str(&key);
            write(value, indent + 2, is_row, text);
        }
        text.push('\n');
        text.push_str(&" ".repeat(indent));
        text.push(close);
    }
    let mut text = String::new();
    write(value, 0, &is_row, &mut text);
    text + "\n"
}
