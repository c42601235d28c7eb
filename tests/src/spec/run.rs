//! Parses an example's source and compares what comes of it.

use copydesk::{Document, Options, Risk, Source, SourceSpan};

use super::checks;
use super::page::{Block, BlockKind, Example};
use super::show;

/// Three clear damages, in a paragraph that is ordinary in every other way.
const DAMAGED: &str = "The people of the town have been told that there is no long- term plan for the bridge, and that the cost of it \
                       was up by a third year- on- year. The council said that it would ask the Northern Highways Agency ( NHA) to pay \
                       for the work.";
/// The same as it must be repaired.
const REPAIRED: &str = "The people of the town have been told that there is no long-term plan for the bridge, and that the cost of it \
                        was up by a third year-on-year. The council said that it would ask the Northern Highways Agency (NHA) to pay \
                        for the work.";
/// What stands between an example's source and that paragraph.
const BETWEEN: &str = "\n\n";

/// What is not as the example says; empty if it holds.
pub(super) fn example(example: &Example) -> Vec<String> {
    let mut wrong = with(example, &example.setup.options);
    if example.setup.friend {
        let found = with(example, &example.setup.options.clone().repairs(Risk::Likely));
        wrong.extend(found.into_iter().map(|what| format!("with `likely` repairs, {what}")));
    }
    wrong
}

fn with(example: &Example, options: &Options) -> Vec<String> {
    let mut wrong = Vec::new();
    let alone = Parse::alone(example, options, &mut wrong);
    let among = example.setup.both.then(|| Parse::among(example, options, &mut wrong)).flatten();
    for block in &example.blocks {
        let title = title(block, example.setup.both);
        let (in_alone, in_among) = match block.kind {
            BlockKind::Unchanged | BlockKind::Text => (true, true),
            BlockKind::Among => (false, true),
            _ => (!block.among, block.among),
        };
        let expected = if block.kind == BlockKind::Unchanged { &example.source } else { &block.content };
        for (parse, name) in
            [(alone.as_ref().filter(|_| in_alone), "alone"), (among.as_ref().filter(|_| in_among), "among damage")]
        {
            let Some(parse) = parse else { continue };
            if let Some(difference) = parse.difference(block.kind, options, expected) {
                let place = if example.setup.both { format!(", {name}") } else { String::new() };
                wrong.push(format!("`{title}`{place}:\n{difference}"));
            }
        }
    }
    wrong
}

fn title(block: &Block, both: bool) -> String {
    match block.kind {
        BlockKind::Layer(name) => format!("layer {name}"),
        kind => {
            let among = if both && block.among { " among" } else { "" };
            format!("{kind:?}{among}").to_lowercase()
        }
    }
}

/// A parse of the source, with the part of it that the example speaks of.
struct Parse {
    document: Document,
    /// The example's own part of the source.
    source: SourceSpan,
    /// The example's own part of the text.
    text: String,
}

impl Parse {
    fn alone(example: &Example, options: &Options, wrong: &mut Vec<String>) -> Option<Self> {
        let document = document(&example.source, options, wrong)?;
        Some(Self { source: document.source().span(), text: document.text().to_owned(), document })
    }

    fn among(example: &Example, options: &Options, wrong: &mut Vec<String>) -> Option<Self> {
        let mut bytes = example.source.clone();
        bytes.extend_from_slice(BETWEEN.as_bytes());
        bytes.extend_from_slice(DAMAGED.as_bytes());
        let document = document(&bytes, options, wrong)?;
        let text = document.text();
        let Some(own) = text.strip_suffix(REPAIRED).and_then(|text| text.strip_suffix(BETWEEN)) else {
            let start = text.rfind("The people of the town").unwrap_or(0);
            let difference = words(REPAIRED, &text[start..]);
            wrong.push(format!("the paragraph of damage that `both` adds is not repaired in full:\n{difference}"));
            return None;
        };
        let source = SourceSpan::new(0, example.source.len() as u32);
        Some(Self { source, text: own.to_owned(), document })
    }

    fn difference(&self, kind: BlockKind, options: &Options, expected: &[u8]) -> Option<String> {
        let document = &self.document;
        let expected_text = String::from_utf8_lossy(expected);
        match kind {
            BlockKind::Unchanged | BlockKind::Text | BlockKind::Alone | BlockKind::Among => {
                let escape = |text: &[u8]| text.split(|&byte| byte == b'\n').map(show::escape).collect::<Vec<_>>();
                let same = expected == self.text.as_bytes();
                (!same).then(|| show::diff(&escape(expected), &escape(self.text.as_bytes())))
            }
            BlockKind::Roles => checks::roles(document, self.source, &expected_text),
            BlockKind::Repairs => checks::repairs(document, self.source, &expected_text),
            BlockKind::Notes => checks::notes(document, self.source, &expected_text),
            BlockKind::Header => checks::header(document, &expected_text),
            BlockKind::Extras => checks::extras(document, &expected_text),
            BlockKind::Parts => checks::parts(document.source(), options, &expected_text),
            BlockKind::Layer(name) => checks::layer(document, name, &expected_text),
        }
    }
}

fn document(bytes: &[u8], options: &Options, wrong: &mut Vec<String>) -> Option<Document> {
    let source = Source::new(bytes.to_vec()).map_err(|error| wrong.push(error.to_string())).ok()?;
    let document = options.parse(&source);
    document.check().map_err(|violation| wrong.push(format!("an invariant is broken: {violation}"))).ok()?;
    Some(document)
}

fn words(expected: &str, found: &str) -> String {
    let split = |text: &str| text.split(' ').map(|word| show::escape(word.as_bytes())).collect::<Vec<_>>();
    show::diff(&split(expected), &split(found))
}
