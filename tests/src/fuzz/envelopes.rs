//! Whatever envelope is taken: its parts cover the file, and each is sound.

use copydesk::{ENVELOPES as ALL, Envelope, Options, Source};

use super::input::Input;
use super::{Target, broken};
use crate::laws;

/// Every envelope on any bytes.
pub static ENVELOPES: Target = Target { name: "envelopes", about: "every envelope on any bytes", run };

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let (source, options) = (input.source(), input.options());
    for envelope in std::iter::once(None).chain(ALL.iter().copied().map(Some)) {
        let name = envelope.map_or("recognised", Envelope::name);
        parts(&source, &options.clone().envelope(envelope)).map_err(|broken| format!("{name}: {broken}"))?;
    }
    Ok(())
}

fn parts(source: &Source, options: &Options) -> Result<(), String> {
    let mut at = 0;
    for part in options.parts(source) {
        laws::check(&part)?;
        laws::whole_pieces(&part)?;
        broken(part.range().start() != at, || format!("a part starts at {}, not {at}", part.range().start()))?;
        at = part.range().end();
        // What is read from the head when it is asked for.
        let values = (part.date(), part.page(), part.byline(), part.dateline(), part.extras().count());
        broken(format!("{values:?}").is_empty(), || "no head".into())?;
    }
    broken(at != source.len(), || format!("the parts end at {at} of {}", source.len()))
}
