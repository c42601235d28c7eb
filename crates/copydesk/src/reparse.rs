//! The invariants that need another parse to check.

use crate::blocks::Role;
use crate::check::Violation;
use crate::decode::{self, Decoding};
use crate::document::{Block, Document, Repair};
use crate::options::{Options, Repairs};
use crate::parse::{self, Known, Scratch, Settled};
use crate::source::Source;

impl Document {
    /// Checks invariant 6: parsed again with this document's envelope, language and options, its text needs no further repair and has
    /// the same blocks. Decoding is not repeated.
    ///
    /// # Errors
    /// The first [`Violation`] found.
    pub fn check_stable(&self, options: &Options) -> Result<(), Violation> {
        let text = self.text();
        if text.is_empty() {
            return Ok(());
        }
        let source = Source::of_text(text.as_bytes().to_vec());
        let decoded = decode::as_it_is(text, self.text_marks());
        let options = options.clone().layers(&[]);
        let settled = Settled {
            decoding: Decoding::default(),
            envelope: self.envelope(),
            language: self.language(),
            part: self.part(),
        };
        let again = parse::read(&source, source.span(), decoded, settled, &options);
        if let Some(repair) = again.repairs().next() {
            return Err(Violation::RepairedAgain(repair.text()));
        }
        let (mut expected, mut found) = (self.blocks(), again.blocks());
        for index in 0.. {
            match (expected.next(), found.next()) {
                (None, None) => break,
                (expected, found) if expected.map(shape) == found.map(shape) => {}
                (expected, found) => {
                    return Err(Violation::OtherBlock { index, expected: describe(expected), found: describe(found) });
                }
            }
        }
        Ok(())
    }

    /// Checks invariant 7: compares this document with another one parsed from the same bytes with the same options.
    ///
    /// # Errors
    /// [`Violation::Different`] names what differs.
    pub fn check_same(&self, other: &Self) -> Result<(), Violation> {
        let header = |document: &Self| document.fields().collect::<Vec<_>>();
        let parts = [
            ("range", self.range() == other.range() && self.part() == other.part()),
            ("decoding", self.decoding() == other.decoding()),
            ("envelope", self.envelope() == other.envelope()),
            ("language", self.language() == other.language()),
            ("text", self.text() == other.text()),
            ("pieces", self.pieces().eq(other.pieces())),
            ("repairs", self.repairs().map(reason).eq(other.repairs().map(reason))),
            ("lines", self.lines().eq(other.lines())),
            ("blocks", self.blocks().map(shape).eq(other.blocks().map(shape))),
            (
                "edges of blocks",
                self.blocks().map(|block| block.source()).eq(other.blocks().map(|block| block.source())),
            ),
            ("fields", header(self) == header(other) && self.date() == other.date() && self.page() == other.page()),
            ("byline", self.byline() == other.byline() && self.dateline() == other.dateline()),
            ("extras", self.extras().eq(other.extras())),
            ("notes", self.notes() == other.notes()),
            ("layers", self.layers() == other.layers()),
        ];
        match parts.into_iter().find(|&(_, same)| !same) {
            Some((what, _)) => Err(Violation::Different(what)),
            None => Ok(()),
        }
    }

    /// Parses the source without repairs, and checks that the text is the decoded source and that the document is sound.
    ///
    /// # Errors
    /// The first [`Violation`] found.
    pub fn check_unrepaired(&self, options: &Options) -> Result<(), Violation> {
        let options = options.clone().envelope(self.envelope()).repairs(Repairs::NONE);
        let options = options.decoding(self.decoding()).part(self.part());
        let known = Known::from(&options);
        let unrepaired = parse::parse(self.source(), self.range(), known, &options, &mut Scratch::default());
        if unrepaired.text() != decode::decode(self.source_bytes(), self.decoding()).text {
            return Err(Violation::NotDecoded);
        }
        unrepaired.check()
    }
}

/// What must stay the same of a block: what it is, what it goes on from, and where its content lies in the text.
fn shape(block: Block<'_>) -> impl PartialEq {
    (block.role(), block.kind(), block.continues(), block.text())
}

/// Why a repair was made.
fn reason(repair: Repair<'_>) -> impl PartialEq {
    (repair.risk(), repair.evidence())
}

fn describe(block: Option<Block<'_>>) -> String {
    let Some(block) = block else { return "missing".into() };
    let mut words = block.role().name().to_owned();
    if let (Role::Furniture, Some(kind)) = (block.role(), block.kind()) {
        words.push_str(&format!(" ({kind})"));
    }
    if let Some(continues) = block.continues() {
        words.push_str(&format!(" that continues {continues}"));
    }
    format!("{words} at {:?}", block.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_document_passes_its_own_checks() {
        for bytes in [&b""[..], b"\xff\xfe\n\n\x00", b"Ferry returns\n\nBy Ana Reyes\n\nThe ferry is back.\r\n"] {
            let source = Source::new(bytes).unwrap();
            let options = Options::new();
            let document = options.parse(&source);
            document.check_stable(&options).unwrap();
            document.check_unrepaired(&options).unwrap();
            document.check_same(&options.parse(&source)).unwrap();
        }
    }

    #[test]
    fn a_difference_is_named() {
        let source = Source::new("Ferry returns\n").unwrap();
        let one = Options::new().parse(&source);
        let two = Options::new().language(Language::English).parse(&source);
        assert_eq!(one.check_same(&two), Err(Violation::Different("language")));
    }
}
