//! Laws that hold for every document, whatever its source. Each gives what is broken, in words.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use copydesk::{Document, Options, Piece, Source, SourceSpan, TextSpan};
use serde_json::Value as Json;

/// The source of these bytes.
///
/// # Panics
/// If there are more than a source can have.
#[must_use]
pub fn source(bytes: &[u8]) -> Source {
    Source::new(bytes.to_vec()).expect("a test's source is short")
}

fn hold(so: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if so { Ok(()) } else { Err(what()) }
}

/// Invariants 1 to 3, and the source recovered.
///
/// # Errors
/// What is broken.
pub fn check(document: &Document) -> Result<(), String> {
    document.check().map_err(|violation| violation.to_string())?;
    hold(document.recovered_source() == document.source_bytes(), || "the source is not recovered".into())
}

/// Invariant 6: the text, parsed again with the envelope, language and options of the first parse, gets no repair and the same roles.
///
/// # Errors
/// What is broken.
pub fn stable(document: &Document, options: &Options) -> Result<(), String> {
    document.check_stable(options).map_err(|violation| format!("{violation}: {:?}", document.text()))
}

/// Two documents say the same.
///
/// # Errors
/// What differs.
pub fn same(one: &Document, other: &Document) -> Result<(), String> {
    let json = |document: &Document| copydesk::write::Writer::named("json").expect("registered").write(document, "id");
    let (one, other) = (json(one), json(other));
    let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    hold(one == other, || format!("the same source gives two documents: {line:?}"))
}

/// No piece crosses the edge of a block.
///
/// # Errors
/// Which one does.
pub fn whole_pieces(document: &Document) -> Result<(), String> {
    let blocks: Vec<SourceSpan> = document.blocks().map(|block| block.source()).collect();
    for piece in document.pieces() {
        let inside = blocks.iter().any(|block| block.covers(piece.source));
        hold(inside, || format!("the piece at {:?} lies in no block", piece.source))?;
    }
    Ok(())
}

/// The maps between source and text: exact in what was kept, outwards to the edges of what was repaired, and monotone.
///
/// # Errors
/// What is broken.
pub fn maps(document: &Document) -> Result<(), String> {
    for block in document.blocks() {
        let text = document.to_text(block.source());
        hold(text.covers(block.text()), || format!("block {} does not map onto its text", block.index()))?;
    }
    let mut spans: Vec<SourceSpan> = Vec::new();
    for piece in document.pieces() {
        hold(document.to_text(piece.source) == piece.text, || format!("{piece:?} maps elsewhere"))?;
        let back = document.to_source(piece.text);
        hold(piece.text.is_empty() || back == piece.source, || format!("{piece:?} maps back to {back:?}"))?;
        if piece.rules.is_empty() {
            kept(document, piece)?;
        } else {
            widened(document, piece)?;
        }
        spans.push(piece.source);
        spans.push(SourceSpan::new(piece.source.start(), piece.source.start() + 1));
    }
    monotone(document, &spans)
}

/// Inside a kept piece both maps only shift.
fn kept(document: &Document, piece: Piece) -> Result<(), String> {
    let text = document.slice(piece.text);
    let shift = |at: usize| (piece.source.start() + at as u32, piece.text.start() + at as u32);
    for (at, c) in text.char_indices().take(200) {
        let ((from, start), (to, end)) = (shift(at), shift(at + c.len_utf8()));
        let (source, text) = (SourceSpan::new(from, to), TextSpan::new(start, end));
        hold(document.to_text(source) == text, || {
            format!("{source:?} is {:?}, not {text:?}", document.to_text(source))
        })?;
        hold(document.to_source(text) == source, || {
            format!("{text:?} is {:?}, not {source:?}", document.to_source(text))
        })?;
        hold(document.slice(text).as_bytes() == document.source().slice(source), || {
            format!("{source:?} reads differently")
        })?;
    }
    Ok(())
}

/// What lies inside a repair maps to the whole of it.
fn widened(document: &Document, piece: Piece) -> Result<(), String> {
    for at in piece.source.start()..piece.source.end().min(piece.source.start() + 50) {
        let span = SourceSpan::new(at, at + 1);
        hold(document.to_text(span) == piece.text, || {
            format!("{span:?} in {piece:?} is {:?}", document.to_text(span))
        })?;
    }
    let start = piece.text.start();
    for (at, c) in document.slice(piece.text).char_indices() {
        let span = TextSpan::new(start + at as u32, start + (at + c.len_utf8()) as u32);
        hold(document.to_source(span) == piece.source, || {
            format!("{span:?} in {piece:?} is {:?}", document.to_source(span))
        })?;
    }
    Ok(())
}

/// A span that starts and ends no earlier than another maps to one that starts and ends no earlier; there and back loses nothing.
fn monotone(document: &Document, spans: &[SourceSpan]) -> Result<(), String> {
    let mut last = TextSpan::default();
    for span in spans.windows(2).filter_map(|pair| span_over(pair[0], pair[1])) {
        let text = document.to_text(span);
        hold(text.start() >= last.start() && text.end() <= document.text().len() as u32, || {
            format!("{span:?} is {text:?}")
        })?;
        // What has no text, a byte order mark, is no part of any span of the text.
        let back = document.to_source(text);
        let lost =
            |piece: &Piece| !piece.text.is_empty() && overlap(piece.source, span) && !overlap(piece.source, back);
        let covered = back.covers(span) || !document.pieces().any(|piece| lost(&piece));
        hold(text.is_empty() || covered, || format!("{span:?} is lost on the way back"))?;
        last = text;
    }
    let boundaries: Vec<u32> = document.text().char_indices().take(2000).map(|(at, _)| at as u32).collect();
    let mut last = (0, 0);
    for pair in boundaries.windows(2) {
        let source = document.to_source(TextSpan::new(pair[0], pair[1]));
        let now = (source.start(), source.end());
        hold(now.0 >= last.0 && now.1 >= last.1, || format!("{pair:?} is {source:?}, after {last:?}"))?;
        last = now;
    }
    Ok(())
}

fn span_over(one: SourceSpan, other: SourceSpan) -> Option<SourceSpan> {
    (one.start() < other.end()).then(|| SourceSpan::new(one.start(), other.end()))
}

/// Every part of a source is what it would be as a source of its own, moved by where it starts.
///
/// # Errors
/// What differs.
pub fn moved(whole: &Source, options: &Options) -> Result<(), String> {
    let mut at = 0;
    for part in options.parts(whole) {
        check(&part)?;
        hold(part.range().start() == at, || format!("a part starts at {}, not {at}", part.range().start()))?;
        at = part.range().end();
        let alone = options.clone().envelope(part.envelope()).decoding(part.decoding()).part(part.part());
        let alone = alone.parse(&source(part.source_bytes()));
        let base = part.range().start();
        let shift = |span: SourceSpan| SourceSpan::new(span.start() + base, span.end() + base);
        hold(alone.text() == part.text(), || "a part's text differs from its text alone".into())?;
        let pieces = alone.pieces().map(|piece| (shift(piece.source), piece.text, piece.rules));
        hold(pieces.eq(part.pieces().map(|piece| (piece.source, piece.text, piece.rules))), || "other pieces".into())?;
        let blocks = alone.blocks().map(|block| (block.role(), shift(block.source()), block.text()));
        let same = blocks.eq(part.blocks().map(|block| (block.role(), block.source(), block.text())));
        hold(same, || "other blocks".into())?;
        let fields = alone.fields().map(|(name, span)| (name, shift(span)));
        hold(fields.eq(part.fields()), || "other fields".into())?;
    }
    hold(at == whole.len(), || format!("the parts end at {at} of {}", whole.len()))
}

/// The source, from nothing but the JSON form of a document; none if that is no such form.
#[must_use]
pub fn recovered(json: &Json) -> Option<Vec<u8>> {
    let text = json["text"].as_str()?.as_bytes();
    let mut source = Vec::new();
    let mut at = 0;
    for repair in json["repairs"].as_array()? {
        let edge = |index: usize| Some(repair["text"][index].as_u64()? as usize);
        source.extend_from_slice(text.get(at..edge(0)?)?);
        match repair["before"].as_str() {
            Some(before) => source.extend_from_slice(before.as_bytes()),
            None => source.extend(BASE64.decode(repair["before_base64"].as_str()?).ok()?),
        }
        at = edge(1)?;
    }
    source.extend_from_slice(text.get(at..)?);
    Some(source)
}

fn overlap(one: SourceSpan, other: SourceSpan) -> bool {
    one.start() < other.end() && other.start() < one.end()
}
