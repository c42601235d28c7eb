//! The document: one immutable value that holds everything known about an article.

mod block;
mod columns;
mod maps;
mod repair;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use bytestring::ByteString;

use crate::annotate::{Layers, Record, RowView, Table};
use crate::blocks::Role;
use crate::decode::{Decoding, Mark};
use crate::envelope::{Envelope, PLAIN, Part};
use crate::header::{
    Author, AuthorFields, Byline, BylineStatus, DateField, Dateline, Extra, ExtraFields, Fields, HEADER_FIELDS,
    PageField, Term,
};
use crate::language::Language;
use crate::note::{Note, NoteKind};
use crate::pieces::{Cause, Piece, Pieces};
use crate::source::Source;
use crate::span::{SourceSpan, TextSpan};

pub use block::Block;
pub(crate) use columns::{BlockCells, BlockCut, BlockCuts, Columns};
pub use repair::Repair;

/// A parsed article: what it says, what was changed, and where everything came from.
///
/// Immutable, `Send + Sync + 'static`, and cheap to clone.
#[derive(Clone)]
pub struct Document(Arc<Inner>);

#[derive(Clone)]
pub(crate) struct Inner {
    pub(crate) source: Source,
    pub(crate) range: SourceSpan,
    pub(crate) part: Part,
    pub(crate) decoding: Decoding,
    /// What the markup said of places in the source.
    pub(crate) marks: Vec<(u32, Mark)>,
    pub(crate) envelope: &'static Envelope,
    pub(crate) language: Option<Language>,
    /// Lines, pieces and blocks.
    pub(crate) columns: Columns,
    /// Those of the pieces.
    pub(crate) causes: Vec<Cause>,
    /// The length of the text in bytes.
    pub(crate) text_len: u32,
    /// In spans of the text, which are exact; where a field was read in the source, the pieces say.
    pub(crate) fields: Fields<TextSpan>,
    pub(crate) notes: Vec<Note>,
    pub(crate) layers: Layers,
    /// Made when it is first asked for; the source itself where nothing was changed.
    text: OnceLock<ByteString>,
    /// For a parser that lends its document: the memory for a text, into which each short text is written.
    pub(crate) written: Option<String>,
}

impl Inner {
    /// A document of this part of a source; nothing else is written yet.
    pub(crate) fn of(source: Source, range: SourceSpan) -> Self {
        Self {
            source,
            range,
            part: Part::default(),
            decoding: Decoding::default(),
            marks: Vec::new(),
            envelope: &PLAIN,
            language: None,
            columns: Columns::default(),
            causes: Vec::new(),
            text_len: 0,
            fields: Fields::default(),
            notes: Vec::new(),
            layers: Layers::default(),
            text: OnceLock::new(),
            written: None,
        }
    }

    /// Becomes a document of which nothing is written yet, in the same memory.
    fn begin(&mut self, source: Source, range: SourceSpan) {
        let Self { marks, causes, notes, .. } = self;
        marks.clear();
        causes.clear();
        notes.clear();
        (self.source, self.range) = (source, range);
        (self.fields, self.layers, self.text) = (Fields::default(), Layers::default(), OnceLock::new());
    }

    /// Writes the text down, if it is one to be lent.
    pub(crate) fn write_text(&mut self, text: &str) {
        if let Some(written) = &mut self.written {
            written.clear();
            written.push_str(if text.len() <= SHORT { text } else { "" });
        }
    }

    fn pieces(&self) -> Pieces<'_> {
        let Self { columns, causes, range, text_len, .. } = self;
        Pieces { cuts: columns.pieces(), causes, source: *range, text_len: *text_len }
    }
}

/// Up to this many bytes, a text that equals its source is copied. With a check by SIMD, the copy takes a third of the time that the shared
/// bytes need to become a string (of 4 KB: 0.3 µs in place of 0.9). A longer text shares its source's memory.
const SHORT: usize = 64 * 1024;

impl Document {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// A document that is lent: its parser writes the next one over it.
    pub(crate) fn to_lend() -> Self {
        let source = Source::of_text("");
        Self::new(Inner { written: Some(String::new()), ..Inner::of(source.clone(), source.span()) })
    }

    /// Begins another document in its place and its memory. Clones of the old one keep that memory.
    pub(crate) fn begin(&mut self, source: Source, range: SourceSpan) -> &mut Inner {
        let inner = Arc::make_mut(&mut self.0);
        inner.begin(source, range);
        inner
    }

    /// The same document with a layer of your own. It replaces a layer of the same name.
    ///
    /// # Panics
    /// If a row lies outside the text.
    #[must_use]
    pub fn with_layer(mut self, table: Table) -> Self {
        let outside = |row: RowView<'_>| row.text().end() as usize > self.text().len();
        assert!(!table.rows().any(outside), "a row of the layer `{}` lies outside the text", table.name());
        Arc::make_mut(&mut self.0).layers.insert(table);
        self
    }

    /// Puts layers in, in place of all that there are.
    pub(crate) fn put_layers(&mut self, layers: Layers) {
        Arc::make_mut(&mut self.0).layers = layers;
    }

    /// The same document, with a note that so many later parts of its file are left in it.
    pub(crate) fn with_parts_left(mut self, over: usize) -> Self {
        let message = format!("{over} more articles and other parts of the file are not taken apart");
        let note = Note { kind: NoteKind::PartLimit, source: self.range(), message: message.into() };
        Arc::make_mut(&mut self.0).notes.push(note);
        self
    }

    /// The whole source that the document was read from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.0.source
    }

    /// The part of the source that this document covers.
    #[must_use]
    pub fn range(&self) -> SourceSpan {
        self.0.range
    }

    /// The bytes of the source that this document covers.
    #[must_use]
    pub fn source_bytes(&self) -> &[u8] {
        self.0.source.slice(self.0.range)
    }

    /// Whether this is an article, or a part that surrounds the articles of an export.
    #[must_use]
    pub fn part(&self) -> Part {
        self.0.part
    }

    /// How the bytes were decoded: encoding, markup and quoting.
    #[must_use]
    pub fn decoding(&self) -> Decoding {
        self.0.decoding
    }

    /// The envelope: the format in which the article was delivered.
    #[must_use]
    pub fn envelope(&self) -> &'static Envelope {
        self.0.envelope
    }

    /// The language of the text, if the rules know it.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.0.language
    }

    /// The repaired text, furniture included.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.0.written {
            Some(written) if !written.is_empty() => written,
            _ => self.0.text.get_or_init(|| self.make_text()),
        }
    }

    fn make_text(&self) -> ByteString {
        let pieces = self.0.pieces();
        if !pieces.changed() {
            let shared = self.0.source.share(self.0.range);
            if let Some(short) = Some(&*shared).filter(|bytes| bytes.len() <= SHORT)
                && let Ok(text) = simdutf8::basic::from_utf8(short)
            {
                return ByteString::from(text);
            }
            return ByteString::try_from(shared).expect("a source without an encoding repair is UTF-8");
        }
        let mut text = Vec::with_capacity(self.0.text_len as usize);
        for index in 0..pieces.len() {
            match pieces.cause(index) {
                Some(cause) => text.extend_from_slice(cause.text.as_bytes()),
                None => text.extend_from_slice(self.0.source.slice(pieces.get(index).source)),
            }
        }
        // Looked at once for the whole: piece by piece it took longer than the copying.
        ByteString::try_from(text).expect("kept pieces and repairs are UTF-8")
    }

    /// The text of a span.
    ///
    /// # Panics
    /// If the span does not belong to this document's text.
    #[must_use]
    pub fn slice(&self, span: TextSpan) -> &str {
        &self.text()[span.range()]
    }

    /// The pieces that make up the text, in order. Together they cover the document's range of the source.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = Piece> + '_ {
        self.0.pieces().iter()
    }

    /// The changes between the source and the text, in order.
    pub fn repairs(&self) -> impl Iterator<Item = Repair<'_>> {
        self.0.pieces().repairs().map(|index| Repair { document: self, index })
    }

    /// The repair with this piece number ([`Repair::index`]), if that piece is a repair.
    #[must_use]
    pub fn repair(&self, piece: usize) -> Option<Repair<'_>> {
        let pieces = self.0.pieces();
        let is_repair = piece < pieces.len() && pieces.cause(piece).is_some();
        is_repair.then_some(Repair { document: self, index: piece })
    }

    /// The block with this number.
    #[must_use]
    pub fn block(&self, index: usize) -> Option<Block<'_>> {
        (index < self.cuts().len()).then_some(Block { document: self, index })
    }

    /// The lines of the source, in order, each with its line end.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = SourceSpan> + '_ {
        let lines = self.0.columns.lines();
        (0..lines.len()).map(|i| SourceSpan::new(lines[i], lines.get(i + 1).copied().unwrap_or(self.0.range.end())))
    }

    /// The blocks, in order. Together they cover the document's range of the source.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Block<'_>> + DoubleEndedIterator {
        (0..self.cuts().len()).map(|index| Block { document: self, index })
    }

    pub(crate) fn marks(&self) -> &[(u32, Mark)] {
        &self.0.marks
    }

    pub(crate) fn cuts(&self) -> BlockCuts<'_> {
        self.0.columns.blocks()
    }

    /// The paragraphs of the body. A paragraph that continues after an interruption is two blocks here.
    pub fn paragraphs(&self) -> impl Iterator<Item = Block<'_>> {
        self.blocks().filter(|block| block.role() == Role::Paragraph)
    }

    /// The body: paragraphs, crossheads and lists, separated by blank lines. The parts of a split paragraph are joined.
    #[must_use]
    pub fn body(&self) -> String {
        self.body_parts().collect()
    }

    /// The body as a sequence of strings, which you can write without building one string.
    pub fn body_parts(&self) -> impl Iterator<Item = &str> {
        self.body_parts_of(0..self.blocks().len())
    }

    /// The same of some of the blocks.
    pub(crate) fn body_parts_of(&self, blocks: Range<usize>) -> impl Iterator<Item = &str> {
        let mut begun = false;
        let blocks = blocks.filter_map(|index| self.block(index));
        blocks.filter(|block| block.role().is_body()).flat_map(move |block| {
            let between = match (begun, block.continues()) {
                (false, _) => "",
                (true, Some(_)) => " ",
                (true, None) => "\n\n",
            };
            begun |= !block.content().is_empty();
            [between, block.content()]
        })
    }

    /// The doubts, in order of place.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.0.notes
    }

    /// The layers.
    #[must_use]
    pub fn layers(&self) -> &Layers {
        &self.0.layers
    }

    /// The rows of one layer. Empty if the layer was not requested, or if a layer of that name has other columns.
    pub fn layer<R: Record>(&self) -> impl Iterator<Item = R> + '_ {
        self.0
            .layers
            .get(R::NAME)
            .filter(|table| table.holds::<R>())
            .into_iter()
            .flat_map(Table::rows)
            .map(|row| R::load(&row))
    }

    fn field(&self, span: Option<TextSpan>) -> Option<&str> {
        span.map(|span| self.slice(span))
    }

    /// The name of the newspaper.
    #[must_use]
    pub fn publication(&self) -> Option<&str> {
        self.field(self.0.fields.publication)
    }

    /// The edition.
    #[must_use]
    pub fn edition(&self) -> Option<&str> {
        self.field(self.0.fields.edition)
    }

    /// The section.
    #[must_use]
    pub fn section(&self) -> Option<&str> {
        self.field(self.0.fields.section)
    }

    /// The page of the newspaper.
    #[must_use]
    pub fn page(&self) -> Option<PageField<'_>> {
        let (span, value) = self.0.fields.page?;
        Some(PageField { text: self.slice(span), value: self.field(value) })
    }

    /// The date of the article.
    #[must_use]
    pub fn date(&self) -> Option<DateField<'_>> {
        let (span, value) = self.0.fields.date?;
        Some(DateField { text: self.slice(span), value })
    }

    /// The line above the headline.
    #[must_use]
    pub fn kicker(&self) -> Option<&str> {
        self.field(self.0.fields.kicker)
    }

    /// The headline.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.field(self.0.fields.headline)
    }

    /// The standfirst.
    #[must_use]
    pub fn deck(&self) -> Option<&str> {
        self.field(self.0.fields.deck)
    }

    /// Who wrote it.
    #[must_use]
    pub fn byline(&self) -> Byline<'_> {
        let (status, text, authors) = self.byline_parts();
        Byline { status, text, authors: authors.collect() }
    }

    /// The byline in parts, with an iterator over its authors instead of a vector.
    pub fn byline_parts(&self) -> (BylineStatus, Option<&str>, impl ExactSizeIterator<Item = Author<'_>>) {
        let byline = &self.0.fields.byline;
        let author = |author: &AuthorFields<TextSpan>| Author {
            name: self.slice(author.name),
            role: self.field(author.role),
            affiliation: self.field(author.affiliation),
            place: self.field(author.place),
            email: self.field(author.email),
        };
        debug_assert!(byline.status == BylineStatus::Named || byline.authors.is_empty());
        (byline.status, self.field(byline.text), byline.authors.iter().map(author))
    }

    /// Where and when it was filed.
    #[must_use]
    pub fn dateline(&self) -> Option<Dateline<'_>> {
        let dateline = self.0.fields.dateline.as_ref()?;
        Some(Dateline {
            text: self.slice(dateline.text),
            place: self.slice(dateline.place),
            agency: self.field(dateline.agency),
            date: self.field(dateline.date),
        })
    }

    /// The labelled fields without a place in the header, in order.
    pub fn extras(&self) -> impl ExactSizeIterator<Item = Extra<'_>> {
        let slice = |span: TextSpan| self.slice(span);
        self.0.fields.extras.iter().map(move |extra: &ExtraFields<TextSpan>| Extra {
            name: slice(extra.name),
            value: slice(extra.value),
            source: self.to_source(extra.value),
            kind: extra.kind,
            parsed: extra.parsed.as_deref(),
            terms: extra
                .terms
                .iter()
                .map(|term| Term {
                    scheme: term.scheme,
                    code: term.code.map(slice),
                    name: slice(term.name),
                    score: term.score,
                })
                .collect(),
        })
    }

    /// The header fields that were found, each with the place it was read from.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, SourceSpan)> {
        let fields = &self.0.fields;
        let spans = [
            fields.publication,
            fields.edition,
            fields.section,
            fields.page.map(|(span, _)| span),
            fields.date.map(|(span, _)| span),
            fields.kicker,
            fields.headline,
            fields.deck,
            fields.byline.text,
            fields.dateline.as_ref().map(|dateline| dateline.text),
        ];
        HEADER_FIELDS.into_iter().zip(spans).filter_map(|(name, span)| Some((name, self.to_source(span?))))
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document")
            .field("envelope", &self.0.envelope.name)
            .field("range", &self.0.range)
            .field("blocks", &self.cuts().len())
            .field("pieces", &self.0.pieces().len())
            .finish_non_exhaustive()
    }
}
