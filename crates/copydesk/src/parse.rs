//! The flow: the order of the stages, and what each hands to the next.

use std::slice::{from_mut, from_ref};

use crate::annotate::{self, Annotated, Layers};
use crate::blocks::{self, Role, Sheet};
use crate::compose::{DecodeMap, compose};
use crate::decode::{self, DecodeEdit, Decoded, Decoding, ENCODING, Encoding, Mark};
use crate::document::{BlockCells, BlockCut, Document, Inner};
use crate::envelope::{Envelope, Part, Split};
use crate::language::Language;
use crate::note::{NoteKind, Notes};
use crate::options::Options;
use crate::pieces::Pieces;
use crate::repair::{self, Cleaned, Decisions, Doubt, Pass};
use crate::scan::{Scan, Seen};
use crate::source::Source;
use crate::span::{SourceSpan, TextSpan};
use crate::{envelope, language};

mod parts;
mod scratch;

pub(crate) use parts::Parts;
pub(crate) use scratch::Scratch;

/// What is known of a document before its bytes are read: from the options, or from the file that it is a part of.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) decoding: Option<Decoding>,
    pub(crate) envelope: Option<&'static Envelope>,
    pub(crate) part: Part,
}

impl From<&Options> for Known {
    fn from(options: &Options) -> Self {
        Self { decoding: options.decoding, envelope: options.envelope, part: options.part }
    }
}

/// What was found out, or said, before the text is read.
#[derive(Clone, Copy)]
pub(crate) struct Settled {
    pub(crate) decoding: Decoding,
    pub(crate) envelope: &'static Envelope,
    pub(crate) language: Option<Language>,
    pub(crate) part: Part,
}

/// A source of which the decoding and the form are known; the one pass has looked at its text.
pub(crate) struct Looked<'s> {
    pub(crate) known: Known,
    decoding: Decoding,
    envelope: &'static Envelope,
    decoded: Decoded<'s>,
}

impl<'s> Looked<'s> {
    /// Looks at `range` of a source.
    pub(crate) fn at(source: &'s Source, range: SourceSpan, known: Known, scratch: &mut Scratch) -> Self {
        let bytes = source.slice(range);
        let (decoding, decoded) = match known.decoding {
            Some(decoding) => (decoding, decode::decode(bytes, decoding)),
            None => decode::look(bytes),
        };
        scratch.scan.look(&decoded.text);
        let envelope =
            known.envelope.unwrap_or_else(|| envelope::recognise(&decoded, &scratch.scan.lines, &mut scratch.edges));
        let known = Known { decoding: Some(decoding), envelope: Some(envelope), ..known };
        Self { known, decoding, envelope, decoded }
    }

    /// What is known of it before it is read.
    fn settled(&self, options: &Options) -> Settled {
        let language = options.language.or_else(|| language::detect(&self.decoded.text)).or_else(|| self.declared());
        Settled { decoding: self.decoding, envelope: self.envelope, language, part: self.known.part }
    }

    /// The language that the markup declares. The words of the text are better evidence: agencies declare that of their house.
    fn declared(&self) -> Option<Language> {
        let &(at, _) = self.decoded.marks.iter().find(|(_, mark)| *mark == Mark::Language)?;
        let line = self.decoded.text.get(at as usize..)?.lines().next()?;
        let code = envelope::language_tag(line)?;
        Language::from_code(&code).or_else(|| matches!(&*code, "nb" | "nn").then_some(Language::Norwegian))
    }

    /// The parts of the source.
    pub(crate) fn split(&self, source: SourceSpan) -> Split {
        self.envelope.parts(source, &self.decoded)
    }
}

/// Parses `range` of a source as one document.
pub(crate) fn parse(
    source: &Source,
    range: SourceSpan,
    known: Known,
    options: &Options,
    scratch: &mut Scratch,
) -> Document {
    let looked = Looked::at(source, range, known, scratch);
    read_looked(source, range, looked, options, scratch)
}

/// The flow for a source that was looked at, from its language on.
pub(crate) fn read_looked(
    source: &Source,
    range: SourceSpan,
    looked: Looked<'_>,
    options: &Options,
    scratch: &mut Scratch,
) -> Document {
    let settled = looked.settled(options);
    let mut inner = Inner::of(source.clone(), range);
    read_scanned(looked.decoded, settled, options, scratch, &mut inner);
    Document::new(inner)
}

/// Parses a source over a document that was lent before.
pub(crate) fn parse_over<'d>(
    lent: &'d mut Document,
    source: &Source,
    known: Known,
    options: &Options,
    scratch: &mut Scratch,
) -> &'d Document {
    let range = source.span();
    let looked = Looked::at(source, range, known, scratch);
    let settled = looked.settled(options);
    read_scanned(looked.decoded, settled, options, scratch, lent.begin(source.clone(), range));
    lent
}

/// The flow from characters on, for a form and a language that are settled.
pub(crate) fn read(
    source: &Source,
    range: SourceSpan,
    decoded: Decoded<'_>,
    settled: Settled,
    options: &Options,
) -> Document {
    let mut scratch = Scratch::default();
    scratch.scan.look(&decoded.text);
    let mut inner = Inner::of(source.clone(), range);
    read_scanned(decoded, settled, options, &mut scratch, &mut inner);
    Document::new(inner)
}

/// The same for a text that the one pass has already read. Everything is written into a document whose source and range are known.
fn read_scanned(
    decoded: Decoded<'_>,
    settled: Settled,
    options: &Options,
    scratch: &mut Scratch,
    document: &mut Inner,
) {
    let range = document.range;
    let Settled { decoding, envelope, language, part } = settled;
    let Scratch { scan, lines, repair: repairing, text: repaired, pieces, sheet: space, blocks, notes, .. } = scratch;
    source_lines(range, &decoded, &scan.lines.starts, lines);

    notes.clear();
    let (decoded, seen, doubts) = repair_before_rules(decoded, settled, options, range, scan, notes);
    let decoded = &decoded;
    if options.repairs.any() {
        repair::decide(&decoded.text, &scan.lines, &scan.suspects, language, &options.repairs, repairing);
    } else {
        repairing.clear();
    }
    let decisions = &mut repairing.decisions;
    decisions.doubts.extend(doubts);
    compose(range, decoded, &decisions.edits, pieces);
    note(range, decoded, &decisions.doubts, notes);
    let lost = if decoding.encoding == Encoding::Binary { "no text" } else { "bytes that are no characters" };
    let lost_bytes = note_lost_bytes(range, decoded, lost, notes);
    let text = if decisions.edits.is_empty() {
        &*decoded.text
    } else {
        repair_text(decoded, decisions, repaired);
        scan.look(repaired);
        repaired
    };

    let mut sheet = Sheet::new(text, scan, language, repaired_marks(decoded, decisions), space);
    sheet.profile = options.profile.clone();
    sheet.part = part;
    (sheet.seen, sheet.lost_bytes) = (seen, lost_bytes);
    blocks::label(&mut sheet, envelope);
    // Most texts are their source, and need not be asked for each place.
    let is_source = decisions.edits.is_empty() && decoded.edits.is_empty();
    let changed = if is_source { None } else { Some(pieces.pieces()) };
    cut_blocks(&sheet, changed, range, blocks);
    pieces.split_at(blocks.iter().map(|&block| BlockCut::from(block).source));
    for (kind, span, message) in sheet.notes.drain(..) {
        notes.push(kind, pieces.pieces().to_source(span), message);
    }
    document.fields = std::mem::take(&mut sheet.fields);
    space.put(sheet);
    document.columns.fill(lines, pieces.pieces().cuts, blocks);

    let layers = layers(text, document, language, options, notes);

    let map = DecodeMap { base: range.start(), edits: &decoded.edits };
    document.marks.extend(decoded.marks.iter().map(|&(at, mark)| (map.source(at), mark)));
    document.text_len = pieces.pieces().text_len;
    document.causes.extend(pieces.take_causes());
    document.notes.extend(notes.finish(range));
    (document.part, document.decoding, document.envelope, document.language) = (part, decoding, envelope, language);
    document.layers = layers;
    document.write_text(text);
}

/// Makes the repairs that go before all others: on characters, then on the lines of paragraphs. So the rules read whole paragraphs of clean
/// characters, which the pass has read again. Besides the text, returns which characters it may still have, and the doubts about its lines.
fn repair_before_rules<'s>(
    decoded: Decoded<'s>,
    Settled { envelope, language, .. }: Settled,
    options: &Options,
    range: SourceSpan,
    scan: &mut Scan,
    notes: &mut Notes,
) -> (Decoded<'s>, Seen, Vec<Doubt>) {
    let mut cleaned = Cleaned::not(decoded, scan.seen);
    for pass in Pass::ALL.into_iter().filter(|_| options.repairs.any()) {
        cleaned = repair::clean(cleaned, pass, language, &options.repairs);
        note(range, &cleaned.decoded, &cleaned.doubts, notes);
    }
    let Cleaned { decoded, seen, changed, .. } = cleaned;
    if changed {
        scan.look(&decoded.text);
    }
    let before = decoded.text.as_ptr();
    let (decoded, doubts) = repair::unwrap(decoded, &scan.lines, language, envelope.wrapping, &options.repairs);
    look_if_moved(scan, &decoded.text, before);
    let before = decoded.text.as_ptr();
    let (decoded, doubts) = repair::rejoin(decoded, &scan.lines, language, doubts, &options.repairs);
    look_if_moved(scan, &decoded.text, before);
    (decoded, seen, doubts)
}

/// Reads a text that lies elsewhere than the one before: it was made anew, while that one still existed.
fn look_if_moved(scan: &mut Scan, text: &str, before: *const u8) {
    if text.as_ptr() != before {
        scan.look(text);
    }
}

/// The blocks of a text whose rows have their roles; `changed` has the pieces of one that is not its source.
fn cut_blocks(sheet: &Sheet<'_>, changed: Option<Pieces<'_>>, range: SourceSpan, blocks: &mut Vec<BlockCells>) {
    blocks.clear();
    blocks.extend(sheet.rows.iter().map(|row| {
        let block = BlockCut {
            source: changed.map_or(range.start() + row.start, |pieces| source_start(pieces, row.start, range)),
            content: row.content,
            role: row.role.unwrap_or(Role::Unknown),
            kind: row.kind,
            continues: row.continues,
        };
        BlockCells::from(block)
    }));
    if blocks.is_empty() && !range.is_empty() {
        // A byte order mark and nothing else.
        let content = TextSpan::default();
        let block = BlockCut { source: range.start(), content, role: Role::Blank, kind: None, continues: None };
        blocks.push(block.into());
    }
}

/// The layers that are asked for. Where they end before the text does, a note says so.
fn layers(text: &str, document: &Inner, language: Option<Language>, options: &Options, notes: &mut Notes) -> Layers {
    let blocks = document.columns.blocks();
    let date = document.fields.date.and_then(|(_, value)| value);
    let publication = document.fields.publication.map(|span| &text[span.range()]);
    let annotated = Annotated::new(text, blocks, language, date, publication, &options.layers);
    let mut layers = Layers::default();
    annotate::run(from_ref(&annotated), &options.layers, from_mut(&mut layers));
    let (_, beyond) = blocks.split_at(annotated.blocks.len());
    if let Some(first) = beyond.iter().find(|block| block.role.is_annotated()) {
        let message = "layers end here: the text is longer than they run over";
        notes.push(NoteKind::LayerLimit, SourceSpan::new(first.source, document.range.end()), message);
    }
    layers
}

impl Document {
    /// What the markup said of places in the text.
    pub(crate) fn text_marks(&self) -> Vec<(u32, Mark)> {
        let place = |at: u32| self.to_text(SourceSpan::new(at, at)).start();
        self.marks().iter().map(|&(at, mark)| (place(at), mark)).collect()
    }
}

/// What the markup said about places, in the repaired text. A place inside a repair moves to its start.
fn repaired_marks(decoded: &Decoded<'_>, decisions: &Decisions) -> impl Iterator<Item = (u32, Mark)> {
    let mut edits = decisions.edits.iter().peekable();
    let mut shift = 0_i64;
    decoded.marks.iter().map(move |&(at, mark)| {
        while let Some(edit) = edits.next_if(|edit| edit.end <= at) {
            shift += edit.text.len() as i64 - i64::from(edit.end - edit.start);
        }
        let at = edits.peek().filter(|edit| edit.start < at).map_or(at, |edit| edit.start);
        ((i64::from(at) + shift) as u32, mark)
    })
}

/// Writes the decoded text with the edits made.
fn repair_text(decoded: &Decoded<'_>, decisions: &Decisions, text: &mut String) {
    text.clear();
    text.reserve(decoded.text.len());
    let mut at = 0;
    for edit in &decisions.edits {
        text.push_str(&decoded.text[at..edit.start as usize]);
        text.push_str(edit.text);
        at = edit.end as usize;
    }
    text.push_str(&decoded.text[at..]);
}

/// Finds where the lines start in the source. The first one starts where the source does, whatever decoding removed there.
fn source_lines(range: SourceSpan, decoded: &Decoded<'_>, starts: &[u32], lines: &mut Vec<u32>) {
    let map = DecodeMap { base: range.start(), edits: &decoded.edits };
    lines.clear();
    lines.extend(starts.iter().map(|&start| map.source(start)));
    match lines.first_mut() {
        Some(first) => *first = range.start(),
        None if !range.is_empty() => lines.push(range.start()),
        None => {}
    }
}

/// A block starts at a line start of the text, which is never inside a repair: the source offset is exact.
fn source_start(pieces: Pieces<'_>, start: u32, range: SourceSpan) -> u32 {
    if start == 0 { range.start() } else { pieces.to_source(TextSpan::new(start - 1, start)).end() }
}

fn note(range: SourceSpan, decoded: &Decoded<'_>, doubts: &[Doubt], notes: &mut Notes) {
    let map = DecodeMap { base: range.start(), edits: &decoded.edits };
    for doubt in doubts {
        notes.push(doubt.kind, map.span(doubt.start, doubt.end), doubt.message);
    }
}

/// Notes the bytes that are no characters, and says whether there are any.
fn note_lost_bytes(range: SourceSpan, decoded: &Decoded<'_>, message: &'static str, notes: &mut Notes) -> bool {
    let lost = |edit: &&DecodeEdit| {
        edit.rules.contains(&ENCODING)
            && decoded.text[edit.text.start as usize..edit.text.end as usize].contains(char::REPLACEMENT_CHARACTER)
    };
    let mut edits = decoded.edits.iter().filter(lost).peekable();
    let any = edits.peek().is_some();
    while let Some(edit) = edits.next() {
        let mut end = edit.source.end;
        while let Some(next) = edits.next_if(|next| next.source.start == end) {
            end = next.source.end;
        }
        let span = SourceSpan::new(range.start() + edit.source.start, range.start() + end);
        notes.push(NoteKind::Encoding, span, message);
    }
    any
}
