//! The laws on arbitrary bytes, arbitrary strings, and sources made of what the rules look for.

use std::sync::LazyLock;

use copydesk::write::{ErrorRow, Writer, json_schema};
use copydesk::{Decoding, Document, ENVELOPES, Envelope, LAYERS, Language, Options, Repairs, Risk};
use copydesk_tests::fragments::{OF_LAYERS, OF_STRUCTURE};
use copydesk_tests::laws;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{FileFailurePersistence, RngSeed};
use serde_json::Value as Json;

/// The bytes of a source; a failure shows them as one would write them.
#[derive(Clone)]
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

fn fragments() -> impl Strategy<Value = Vec<u8>> {
    vec(select(OF_STRUCTURE), 0..70).prop_map(|parts| parts.concat())
}

/// What layers look for, one close upon the other, over and over now and then.
fn layered() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![4 => select(OF_LAYERS), 1 => select(OF_STRUCTURE)];
    let often = prop_oneof![4 => Just(1), 1 => 2..20_usize];
    vec((part, often), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(part, often)| part.repeat(often)).collect::<Vec<_>>().concat())
}

/// An article with enough clear damage for repairs, and fragments between its paragraphs.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    const PARAGRAPHS: &[&str] = &[
        "The people of the town said that the long- term plan for the bridge was not what they had been told of.",
        "It was up by a third year- on- year, the Northern Highways Agency ( NHA) said in a note to the council.",
        "The cost of the work is now $ 5 million, and it may be that $ 580 million would not be enough for the rest.",
        "The pipeline is for the North- South trade, and is to be ready by the end of the year for the Harbour- Central",
        "Station line, which has been in the making for the better part of a decade, as the mayor said on Monday.",
        "The first- quarter figures are the low- point of a year that had a good start, and of which",
        "the market had thought that it would be the best in the decade (or in two).",
    ];
    const ENDS: &[&[u8]] = &[b"\n\n", b"\n\n", b"\n\n", b"\r\n\r\n", b"\n", b""];
    const OPENINGS: &[&[u8]] =
        &[b"", b"Harbour Gazette\n\nBridge is delayed again\n\n-\n\n", b"Bridge is delayed again\n\nBy Ann Lee\n\n"];
    const CLOSINGS: &[&[u8]] = &[b"", b"Newspapers in English\n\nNewspapers from Canada", b"\xff"];
    let part = prop_oneof![
        3 => select(PARAGRAPHS).prop_map(|paragraph| paragraph.as_bytes().to_vec()),
        1 => vec(select(OF_STRUCTURE), 0..4).prop_map(|parts| parts.concat()),
    ];
    let end = select(ENDS);
    let opening = select(OPENINGS);
    let closing = select(CLOSINGS);
    (opening, vec((part, end), 1..14), closing).prop_map(|(opening, parts, closing)| {
        let body = parts.into_iter().map(|(part, end)| [part, end.to_vec()].concat()).collect::<Vec<_>>().concat();
        [opening.to_vec(), body, closing.to_vec()].concat()
    })
}

fn sources() -> impl Strategy<Value = Bytes> {
    let bytes = prop_oneof![
        1 => vec(any::<u8>(), 0..300),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => "\\PC{0,80}(\n\\PC{0,80}){0,6}".prop_map(String::into_bytes),
        3 => fragments(),
        3 => damaged(),
        3 => layered(),
    ];
    bytes.prop_map(Bytes)
}

fn options() -> impl Strategy<Value = Options> {
    let repairs =
        select(vec![Repairs::NONE, Risk::Safe.into(), Risk::Safe.into(), Risk::Likely.into(), Risk::All.into()]);
    let envelope = option::weighted(0.3, select(ENVELOPES));
    let language = option::weighted(0.3, select(Language::ALL.to_vec()));
    (repairs, envelope, language).prop_map(|(repairs, envelope, language): (Repairs, Option<&'static Envelope>, _)| {
        Options::new().repairs(repairs).envelope(envelope).language(language).layers(LAYERS)
    })
}

/// `PROPTEST_CASES` asks for another number, and for other cases on every run. Without it the cases are always the same, so that a test
/// run says something about the change and not about luck. What failed once is tried again on every later run.
fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/records/laws-failures.txt");
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        rng_seed: if asked { default.rng_seed } else { RngSeed::Fixed(20_261_124) },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(file))),
        ..default
    }
}

fn law(result: Result<(), String>) -> Result<(), TestCaseError> {
    result.map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn documents_are_lossless_and_well_formed(bytes in sources(), options in options()) {
        let document = options.parse(&laws::source(&bytes));
        law(laws::check(&document))?;
        law(laws::whole_pieces(&document))?;
    }

    #[test]
    fn repaired_text_is_stable(bytes in sources(), options in options()) {
        law(laws::stable(&options.parse(&laws::source(&bytes)), &options))?;
    }

    #[test]
    fn the_same_source_gives_the_same_document(bytes in sources(), options in options()) {
        law(laws::same(&options.parse(&laws::source(&bytes)), &options.parse(&laws::source(&bytes))))?;
    }

    #[test]
    fn without_repairs_the_text_is_the_decoded_source(bytes in sources(), options in options()) {
        let options = options.repairs(Repairs::NONE).decoding(Decoding::default());
        let document = options.parse(&laws::source(&bytes));
        prop_assert_eq!(document.text(), String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)));
    }

    #[test]
    fn the_maps_are_exact_monotone_and_widen(bytes in sources(), options in options()) {
        law(laws::maps(&options.parse(&laws::source(&bytes))))?;
    }

    #[test]
    fn any_span_maps(bytes in sources(), options in options(), ends in (any::<prop::sample::Index>(), any::<prop::sample::Index>())) {
        let document = options.parse(&laws::source(&bytes));
        let text = document.text();
        let mut boundaries: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        boundaries.push(text.len() as u32);
        let (one, other) = (*ends.0.get(&boundaries), *ends.1.get(&boundaries));
        let span = copydesk::TextSpan::new(one.min(other), one.max(other));
        let source = document.to_source(span);
        prop_assert!(document.range().covers(source));
        if !span.is_empty() {
            prop_assert!(document.to_text(source).covers(span), "{:?} {:?}", span, source);
        }
    }

    #[test]
    fn a_part_is_what_it_is_alone(bytes in sources(), options in options()) {
        law(laws::moved(&laws::source(&bytes), &options))?;
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn json_is_valid_and_gives_the_source_back(bytes in sources(), options in options()) {
        let document = options.parse(&laws::source(&bytes));
        let line = written(&document, "jsonl");
        prop_assert!(!line.trim_end().contains(['\n', '\r']));
        let json: Json = serde_json::from_str(&line).expect("JSON");
        prop_assert_eq!(&json, &serde_json::from_str::<Json>(&written(&document, "json")).expect("JSON"));
        let errors: Vec<String> = SCHEMA.iter_errors(&json).map(|error| format!("{error} at {}", error.instance_path)).collect();
        prop_assert!(errors.is_empty(), "{}", errors.join("; "));
        prop_assert_eq!(laws::recovered(&json), Some(bytes.0));
    }

    #[test]
    fn every_writer_takes_every_document(bytes in sources(), options in options()) {
        let document = options.parse(&laws::source(&bytes));
        for writer in copydesk::write::WRITERS {
            prop_assert!(writer.write(&document, "id").ends_with('\n'), "{}", writer.name());
        }
    }
}

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&json_schema()).expect("the schema is a schema"));

#[test]
fn the_schema_knows_documents_and_error_rows() {
    let row = |row: ErrorRow<'_>| serde_json::to_value(row).expect("plain data");
    assert!(SCHEMA.is_valid(&row(ErrorRow::new("a#3", "a.jsonl", Some(3), "is no JSON object"))));
    assert!(SCHEMA.is_valid(&row(ErrorRow::new("a", "a", None, "cannot be read"))));
    let mut half = row(ErrorRow::new("a", "a", None, "cannot be read"));
    half["error"].as_object_mut().expect("an object").remove("reason");
    assert!(!SCHEMA.is_valid(&half));
    let mut document: Json =
        serde_json::from_str(&written(&copydesk::parse(&laws::source(b"Said.")), "json")).expect("JSON");
    assert!(SCHEMA.is_valid(&document));
    document.as_object_mut().expect("an object").remove("headline");
    assert!(!SCHEMA.is_valid(&document));
}

fn written(document: &Document, writer: &str) -> String {
    Writer::named(writer).expect("a registered writer").write(document, "id")
}
