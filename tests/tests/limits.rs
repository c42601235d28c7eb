//! Inputs that were made to take more than they have: each limit is met with a note or an error, and nothing is cut in silence.

use anyhow::{Context, Result, ensure};
use copydesk::{IPTC7901, LAYERS, NoteKind, Options, Repairs, Role, SourceSpan, links};
use copydesk_corpus::{Directories, Inputs, Reading};
use copydesk_tests::laws;

/// A thread's stack on which nothing that follows nesting by recursion comes far: the nesting below is ten thousands deep.
const STACK: usize = 1 << 18;
const DEEP: usize = 50_000;

fn on_a_small_stack(work: impl FnOnce() -> Result<()> + Send + 'static) -> Result<()> {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work)?;
    thread.join().map_err(|_| anyhow::anyhow!("it panicked"))?
}

#[test]
fn nesting_is_followed_to_no_depth() -> Result<()> {
    let between = |open: &str, text: &str, close: &str| [&open.repeat(DEEP), text, &close.repeat(DEEP)].concat();
    let texts = [
        between("(", "so", ")"),
        between("\"'", "so", "'\""),
        between("\u{201c}", "so", "\u{201d}"),
        between("> ", "so", ""),
        format!("<!DOCTYPE html><html><body>{}</body></html>", between("<div><p>", "The ferry is back.", "</p></div>")),
        format!("<html><body>{}", between("<b><a href=\"", "so", "<!--")),
        format!("<w:document>{}</w:document>", between("<w:p><w:r>", "<w:t>so</w:t>", "</w:r></w:p>")),
        between("(a) ", "so", "\n\n1. "),
        between("&amp;amp;", "so", ";"),
    ];
    on_a_small_stack(move || {
        let options = Options::new().layers(LAYERS);
        for text in texts {
            for document in options.parts(&laws::source(text.as_bytes())) {
                laws::check(&document).map_err(anyhow::Error::msg)?;
            }
        }
        Ok(())
    })
}

#[test]
fn a_record_nested_deep_is_a_record() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.jsonl");
    let nested = format!("{}{}", "[{\"a\":".repeat(DEEP), "}]".repeat(DEEP));
    let nested = nested.replacen("\"a\":}", "\"a\":1}", 1);
    let lines = [
        format!("{{\"text\":\"It rained.\",\"more\":{nested}}}"),
        format!("{{\"text\":{nested}}}"),
        "{\"text\":\"It snowed.\"}".into(),
    ];
    std::fs::write(&path, lines.join("\n"))?;
    on_a_small_stack(move || {
        let items: Vec<_> = Inputs::new(vec![path], Reading::default(), Directories::Refuse).collect();
        ensure!(items.len() == 3 && items[2].is_ok(), "{} items", items.len());
        let first = items[0].as_ref().ok().context("what is nested beside the text does no harm")?;
        ensure!(first.fields.as_ref().is_some_and(|fields| fields.len() > 2 * DEEP), "the other fields are kept");
        ensure!(items[1].is_err(), "a text that is no string is an error");
        Ok(())
    })
}

/// `a` is ten of `b`, which are ten of `c` each: nine such lines are a gigabyte to whoever follows them.
#[test]
fn entities_of_xml_are_not_expanded() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let entity = |pair: &[&str]| format!("<!ENTITY {} \"{}\">", pair[0], format!("&{};", pair[1]).repeat(10));
    let entities: String = names.windows(2).map(entity).collect();
    for text in [
        format!("<?xml version=\"1.0\"?><!DOCTYPE x [{entities}]><w:document><w:p><w:t>&a;</w:t></w:p></w:document>"),
        format!("<!DOCTYPE html [{entities}]><html><body><p>&a; &a;</p></body></html>"),
    ] {
        let document = copydesk::parse(&laws::source(text.as_bytes()));
        laws::check(&document).unwrap();
        assert!(document.text().len() <= text.len(), "{}", document.text());
    }
}

#[test]
fn notes_past_their_limit_are_counted() {
    let document = copydesk::parse(&laws::source("I won\u{e2}\u{20ac}\u{2122}t. ".repeat(6000).as_bytes()));
    let of = |kind: NoteKind| document.notes().iter().filter(move |note| note.kind == kind);
    let listed = of(NoteKind::Mojibake).count();
    let limit: Vec<_> = of(NoteKind::NoteLimit).collect();
    assert!(listed < 6000 && limit.len() == 1, "{listed} are listed");
    assert!(limit[0].message.starts_with(&format!("{} more notes", 6000 - listed)), "{}", limit[0].message);
}

/// A story of the shortest head, over and over.
#[test]
fn parts_past_their_limit_stay_in_the_last() {
    const LIMIT: usize = 1 << 18;
    let text = "\u{1}ab12 4 i 2 cc  d 1\n".repeat(LIMIT + 7);
    let source = laws::source(text.as_bytes());
    let options = Options::new().envelope(&IPTC7901).repairs(Repairs::NONE);
    let (mut parts, mut bytes, mut last) = (0, 0, None);
    for part in options.parts(&source) {
        (parts, bytes) = (parts + 1, bytes + part.range().len() as usize);
        last = Some(part);
    }
    assert_eq!((parts, bytes), (LIMIT, text.len()));
    let last = last.unwrap();
    laws::check(&last).unwrap();
    let note = last.notes().last().unwrap();
    assert_eq!((note.kind, note.source), (NoteKind::PartLimit, last.range()));
    assert_eq!(note.message, "7 more articles and other parts of the file are not taken apart");
}

#[test]
fn lines_past_the_limit_of_blocks_stay_in_the_last() {
    const LIMIT: usize = 1 << 18;
    let text = "a\n".repeat(LIMIT + 7);
    let document = copydesk::parse(&laws::source(text.as_bytes()));
    laws::check(&document).unwrap();
    assert_eq!(document.blocks().len(), LIMIT);
    let last = document.blocks().last().unwrap().text();
    assert_eq!(&document.text()[last.range()], "a\n".repeat(8).trim_end());
    let note = document.notes().last().unwrap();
    assert_eq!((note.kind, &*note.message), (NoteKind::BlockLimit, "7 more lines stand in the last block"));
}

#[test]
fn a_text_longer_than_layers_run_over_has_them_as_far_as_that() {
    const LIMIT: usize = 1 << 22;
    let paragraph =
        "The ferry at www.harbour.example is back. It was away for a week, and nobody missed it at all.\n\n";
    let document = Options::new()
        .layers(&[&links::LAYER])
        .parse(&laws::source(paragraph.repeat(LIMIT / paragraph.len() + 3).as_bytes()));
    laws::check(&document).unwrap();
    let (whole, links) = (LIMIT / paragraph.len(), document.links().count());
    assert!(whole <= links && links <= whole + 1, "{links} links");
    let note = document.notes().iter().find(|note| note.kind == NoteKind::LayerLimit).unwrap();
    let paragraph = document.blocks().filter(|block| block.role() == Role::Paragraph).nth(links).unwrap();
    assert_eq!(note.source, SourceSpan::new(paragraph.source().start(), document.range().end()));
    let short = copydesk::parse(&laws::source(b"The ferry is back."));
    assert!(short.notes().is_empty());
}
