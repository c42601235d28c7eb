//! Offsets: source to text and back, bytes to code points and back.

use copydesk::{CodePoints, Document, TextSpan};

use super::input::Input;
use super::{Target, broken};
use crate::laws;

/// Both maps of offsets, and code points.
pub static OFFSETS: Target = Target { name: "offsets", about: "both maps, and code points", run };

/// How many places of a text are asked for: all of a short one.
const PLACES: usize = 256;

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let document = input.options().parse(&input.source());
    laws::maps(&document)?;
    code_points(document.text())?;
    spans(&document)
}

fn code_points(text: &str) -> Result<(), String> {
    let points = CodePoints::new(text);
    for (count, (byte, _)) in text.char_indices().enumerate() {
        let (count, byte) = (count as u32, byte as u32);
        broken(points.of_byte(text, byte) != count, || format!("byte {byte} is {}", points.of_byte(text, byte)))?;
        broken(points.to_byte(text, count) != Some(byte), || format!("{count} is {:?}", points.to_byte(text, count)))?;
    }
    let (all, length) = (text.chars().count() as u32, text.len() as u32);
    broken(points.of_byte(text, length) != all, || "the end is elsewhere".into())?;
    broken(points.to_byte(text, all) != Some(length), || "the end is elsewhere".into())?;
    broken(points.to_byte(text, all + 1).is_some(), || "there is something past the end".into())
}

/// Every span of the text lies in what its place in the source maps to.
fn spans(document: &Document) -> Result<(), String> {
    let text = document.text();
    let mut places: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).take(PLACES).collect();
    places.push(text.len() as u32);
    for pair in places.windows(2).chain(places.windows(9)) {
        let span = TextSpan::new(pair[0], pair[pair.len() - 1]);
        let source = document.to_source(span);
        broken(!document.range().covers(source), || format!("{span:?} is {source:?}, outside"))?;
        broken(!document.to_text(source).covers(span), || format!("{span:?} is lost on its way over {source:?}"))?;
    }
    Ok(())
}
