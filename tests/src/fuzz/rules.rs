//! Each rule alone: it changes what it says that it changes, no two edits touch the same bytes, and a second time it finds nothing.

use copydesk::{Options, RULES as ALL, Repairs, Risk, Rule, RuleSet, Source};

use super::input::Input;
use super::{Target, broken};
use crate::laws;

/// Each rule alone, up to each risk.
pub static RULES: Target = Target { name: "rules", about: "each rule alone, up to each risk", run };

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let source = input.source();
    for rule in ALL.iter().filter(|rule| !rule.is_decoding()) {
        let repairs = Repairs::up_to(if input.is_stable() { Risk::Safe } else { Risk::All }).only(RuleSet::of(rule));
        let options = input.options().repairs(repairs);
        alone(&source, rule, &options, &input).map_err(|broken| format!("{}: {broken}", rule.name()))?;
    }
    Ok(())
}

fn alone(source: &Source, rule: &Rule, options: &Options, input: &Input<'_>) -> Result<(), String> {
    let document = options.parse(source);
    laws::check(&document)?;
    laws::whole_pieces(&document)?;
    let mut last = 0;
    for repair in document.repairs() {
        let other = repair.rules().iter().find(|other| !other.is_decoding() && other.name() != rule.name());
        broken(other.is_some(), || format!("{} made a repair", other.map_or("", Rule::name)))?;
        broken(repair.source().start() < last, || format!("two repairs at {:?}", repair.source()))?;
        last = repair.source().end();
    }
    if input.is_stable() { laws::stable(&document, options) } else { Ok(()) }
}
