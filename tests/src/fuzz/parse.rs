//! Any bytes give a document that keeps every invariant.

use super::Target;
use super::input::Input;
use crate::laws;

/// Every invariant of a document, with every layer.
pub static PARSE: Target = Target { name: "parse", about: "every invariant, with every layer", run };

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let (source, options) = (input.source(), input.annotated());
    let document = options.parse(&source);
    laws::check(&document)?;
    laws::whole_pieces(&document)?;
    document.check_same(&options.parse(&source)).map_err(|violation| violation.to_string())?;
    document.check_unrepaired(&options).map_err(|violation| violation.to_string())?;
    if input.is_stable() { laws::stable(&document, &options) } else { Ok(()) }
}
