//! `text` and `body`: views, so that text already in memory need not be copied.
//!
//! An article's text is most of its row, and a batch is written to fresh memory: copying text and body took three times as long as all the
//! rest of a row. An unchanged text is the source, which an Arrow column may hold already. If nothing lies between its blocks, a body is a
//! stretch of its text. Everything else is copied.

use std::sync::Arc;

use arrow_array::builder::make_view;
use arrow_array::{ArrayRef, StringViewArray};
use arrow_buffer::{Buffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use copydesk::Document;

use super::column::{self, Presence};

/// Up to this many bytes are in a view itself.
const INLINE: u32 = 12;

#[derive(Default)]
pub(super) struct Texts {
    own: Vec<u8>,
    own_bodies: Vec<u8>,
    shared: Vec<Shared>,
    texts: Views,
    bodies: Views,
}

/// A stretch of a foreign buffer: no more of it than the batch shows, so that a batch that is sent somewhere is not as large as the whole.
struct Shared {
    buffer: Buffer,
    from: usize,
    to: usize,
}

#[derive(Default)]
struct Views {
    views: Vec<u128>,
    rows: Presence,
}

/// Where something lies, until the batch is finished.
#[derive(Clone, Copy)]
enum Place {
    Own(usize),
    OwnBody(usize),
    /// In one of the shared buffers, counted from its own start.
    Shared(usize, usize),
}

impl Place {
    fn after(self, bytes: usize) -> Self {
        match self {
            Self::Own(at) => Self::Own(at + bytes),
            Self::OwnBody(at) => Self::OwnBody(at + bytes),
            Self::Shared(buffer, at) => Self::Shared(buffer, at + bytes),
        }
    }

    /// The numbers of the buffer and of the byte that stand for it in a view.
    fn numbers(self) -> (u32, u32) {
        match self {
            Self::Own(at) => (0, at as u32),
            Self::OwnBody(at) => (1, at as u32),
            Self::Shared(buffer, at) => (buffer as u32 + 2, at as u32),
        }
    }
}

impl Texts {
    pub(super) fn fields() -> [Field; 2] {
        ["text", "body"].map(|name| Field::new(name, DataType::Utf8View, false))
    }

    pub(super) fn with_capacity(rows: usize, text_bytes: usize) -> Self {
        Self { own: Vec::with_capacity(text_bytes), texts: Views::with_capacity(rows), ..Self::default() }
    }

    /// The text and the body of a document. If its source lies in `buffer` and was not changed, they do too.
    pub(super) fn push(&mut self, document: &Document, buffer: Option<&Buffer>, limit: usize) {
        let text = document.text();
        let shared = buffer.and_then(|buffer| self.share(document, buffer, limit));
        let place = shared.unwrap_or_else(|| {
            self.own.extend_from_slice(text.as_bytes());
            Place::Own(self.own.len() - text.len())
        });
        self.texts.push(text.as_bytes(), place);
        if let Some((start, end)) = stretch(document) {
            self.bodies.push(&text.as_bytes()[start..end], place.after(start));
        } else {
            let start = self.own_bodies.len();
            document.body_parts().for_each(|part| self.own_bodies.extend_from_slice(part.as_bytes()));
            self.bodies.push(&self.own_bodies[start..], Place::OwnBody(start));
        }
    }

    pub(super) fn none(&mut self) {
        self.texts.none();
        self.bodies.none();
    }

    /// The place of the document's text in a foreign buffer, if it is there as it is.
    fn share(&mut self, document: &Document, buffer: &Buffer, limit: usize) -> Option<Place> {
        let source = document.source_bytes();
        // The same memory, not the same bytes: a source that was made from the buffer points into it.
        let start = (source.as_ptr() as usize).checked_sub(buffer.as_ptr() as usize)?;
        let end = start.checked_add(source.len()).filter(|end| *end <= buffer.len())?;
        if document.repairs().next().is_some() {
            return None;
        }
        let known = self.shared.last().is_some_and(|last| last.buffer.as_ptr() == buffer.as_ptr());
        if !known {
            self.shared.push(Shared { buffer: buffer.clone(), from: start, to: end });
        }
        let last = self.shared.last_mut()?;
        let (from, to) = (last.from.min(start), last.to.max(end));
        // Views count with 32 bits and a sign, from the first byte that is shown.
        if to - from > limit || end > u32::MAX as usize {
            return None;
        }
        (last.from, last.to) = (from, to);
        Some(Place::Shared(self.shared.len() - 1, start))
    }

    pub(super) fn finish(&mut self) -> Result<[ArrayRef; 2], ArrowError> {
        let own = Buffer::from_vec(column::taken(&mut self.own));
        let own_bodies = Buffer::from_vec(column::taken(&mut self.own_bodies));
        let shared = std::mem::take(&mut self.shared);
        let stretches =
            shared.iter().map(|shared| shared.buffer.slice_with_length(shared.from, shared.to - shared.from));
        let buffers: Vec<Buffer> = [own].into_iter().chain(stretches).collect();
        let with_bodies: Vec<Buffer> = buffers.iter().cloned().chain([own_bodies]).collect();
        Ok([self.texts.finish(buffers, &shared)?, self.bodies.finish(with_bodies, &shared)?])
    }
}

impl Views {
    fn with_capacity(rows: usize) -> Self {
        Self { views: Vec::with_capacity(rows), ..Self::default() }
    }

    fn push(&mut self, bytes: &[u8], place: Place) {
        let (buffer, at) = place.numbers();
        self.views.push(make_view(bytes, buffer, at));
        self.rows.push(true);
    }

    fn none(&mut self) {
        self.views.push(0);
        self.rows.push(false);
    }

    /// The column: the buffers in their order (own, shared, and for bodies the own bodies last), each counted from what is shown of it.
    fn finish(&mut self, buffers: Vec<Buffer>, shared: &[Shared]) -> Result<ArrayRef, ArrowError> {
        let mut views = column::taken(&mut self.views);
        for view in views.iter_mut().filter(|view| **view as u32 > INLINE) {
            let (buffer, at) = ((*view >> 64) as u32, (*view >> 96) as u32);
            let (buffer, at) = match buffer {
                0 => (0, at),
                1 => (shared.len() as u32 + 1, at),
                shared_buffer => (shared_buffer - 1, at - shared[shared_buffer as usize - 2].from as u32),
            };
            *view = *view & u128::from(u64::MAX) | u128::from(buffer) << 64 | u128::from(at) << 96;
        }
        let views = ScalarBuffer::from(views);
        Ok(Arc::new(StringViewArray::try_new(views, buffers, self.rows.finish())?))
    }
}

/// The stretch of the text that is the body, if it is one.
fn stretch(document: &Document) -> Option<(usize, usize)> {
    let text = document.text();
    let first = document.blocks().find(|block| block.role().is_body())?;
    let start = first.text().start() as usize;
    let mut end = start;
    for part in document.body_parts() {
        if !text[end..].starts_with(part) {
            return None;
        }
        end += part.len();
    }
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray as _;
    use copydesk::Source;

    use super::*;

    fn push(texts: &mut Texts, source: Source, buffer: Option<&Buffer>) -> Document {
        let document = copydesk::parse(&source);
        texts.push(&document, buffer, usize::MAX);
        document
    }

    #[test]
    fn what_is_there_already_is_not_copied() {
        let articles = "--Ferry returns\n\nThe ferry is back.\n\nIt sails at ten.\n--Rain\n\nIt rained all day.--";
        let held = bytes::Bytes::from(articles.to_owned());
        let buffer = Buffer::from(held.clone());
        let mut texts = Texts::default();
        let mut documents = Vec::new();
        for (start, end) in [(2, 55), (57, articles.len() - 2)] {
            let source = Source::new(held.slice(start..end)).expect("short");
            documents.push(push(&mut texts, source, Some(&buffer)));
        }
        texts.none();
        documents.push(push(
            &mut texts,
            Source::new("Somewhere else, and longer than a view").expect("short"),
            Some(&buffer),
        ));
        documents.push(push(&mut texts, Source::new("Nowhere").expect("short"), None));
        let [columns, bodies] = texts.finish().expect("columns");
        let (columns, bodies) = (columns.as_string_view(), bodies.as_string_view());
        let expected = [Some(0), Some(1), None, Some(2), Some(3)];
        for (row, number) in expected.into_iter().enumerate() {
            let document = number.map(|number: usize| &documents[number]);
            let text = (!arrow_array::Array::is_null(columns, row)).then(|| columns.value(row));
            assert_eq!(text, document.map(Document::text));
            let body = (!arrow_array::Array::is_null(bodies, row)).then(|| bodies.value(row));
            assert_eq!(body.map(str::to_owned), document.map(Document::body));
        }
        // The texts lie where they lay, and no more of the buffer is shown than they are.
        assert_eq!(columns.value(0).as_ptr(), held[2..].as_ptr());
        let sizes: Vec<usize> = columns.data_buffers().iter().map(Buffer::len).collect();
        assert_eq!(sizes, [38 + 7, articles.len() - 4]);
        assert_eq!(bodies.value(1).as_ptr(), held[57..].as_ptr());
        // The next batch begins anew.
        assert_eq!(texts.finish().expect("columns")[0].len(), 0);
    }

    #[test]
    fn a_body_that_is_no_stretch_of_its_text_is_put_together() {
        let mut texts = Texts::default();
        let text = "Ferry returns\n\n\n\nBy Ana Reyes\n\n\n\nThe ferry is back on its old way.\n\n\n\nIt sails at ten each night.\n";
        let document = push(&mut texts, Source::new(text).expect("short"), None);
        assert!(
            stretch(&document).is_none() || document.body() == text[stretch(&document).expect("one").0..].trim_end()
        );
        let [columns, bodies] = texts.finish().expect("columns");
        assert_eq!(columns.as_string_view().value(0), text);
        assert_eq!(bodies.as_string_view().value(0), document.body());
        assert_ne!(document.body(), "");
    }
}
