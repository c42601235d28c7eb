//! Doubts: what copydesk saw and did not dare to change.

use std::borrow::Cow;

use serde::Serialize;

use crate::span::SourceSpan;

/// What a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum NoteKind {
    /// A space after a hyphen that may be damage, or may be a dash or a suspended hyphen.
    AmbiguousHyphen,
    /// A space beside a mark that may be damage or the outlet's style, or a space that may be missing there.
    AmbiguousSpace,
    /// A break between two blocks that may have cut one paragraph.
    AmbiguousBreak,
    /// Missing words: a space before a comma, or two spaces where a name must be.
    LostText,
    /// Two sentences without a space between them, where a paragraph or a line ended.
    LostBreak,
    /// A byline that may continue as text, or text that may belong to the byline.
    GluedByline,
    /// A word that something cut in two.
    SplitWord,
    /// A compound whose hyphen is gone.
    LostHyphen,
    /// A quotation mark, an apostrophe or a dash that may be lost: a space or a question mark stands in its place.
    LostQuote,
    /// A character, or what stands for one, that may belong to the form the text came in and not to the text: an entity of HTML, a soft
    /// hyphen, a space that does not break, a control character.
    StrayCharacter,
    /// Characters that UTF-8 becomes when it is read as another encoding: `wonâ€™t`. The message says what they were.
    Mojibake,
    /// Unrecoverable text: replacement characters, control characters inside words, private-use characters.
    Garbled,
    /// Bytes that could not be decoded.
    Encoding,
    /// More notes of one kind than a document keeps. The message says how many.
    NoteLimit,
    /// More parts in one file than copydesk splits off. The message says how many.
    PartLimit,
    /// More lines than a document may have blocks. The message says how many are in the last block.
    BlockLimit,
    /// A text that is longer than layers run over. The place is the stretch without annotations.
    LayerLimit,
}

impl NoteKind {
    /// Every kind, in order.
    pub const ALL: &[Self] = &[
        Self::AmbiguousHyphen,
        Self::AmbiguousSpace,
        Self::AmbiguousBreak,
        Self::LostText,
        Self::LostBreak,
        Self::GluedByline,
        Self::SplitWord,
        Self::LostHyphen,
        Self::LostQuote,
        Self::StrayCharacter,
        Self::Mojibake,
        Self::Garbled,
        Self::Encoding,
        Self::NoteLimit,
        Self::PartLimit,
        Self::BlockLimit,
        Self::LayerLimit,
    ];

    /// Whether it reports an exceeded limit rather than a doubt about a place.
    #[must_use]
    pub const fn is_limit(self) -> bool {
        matches!(self, Self::NoteLimit | Self::PartLimit | Self::BlockLimit | Self::LayerLimit)
    }

    /// Its name, as in the JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AmbiguousHyphen => "ambiguous-hyphen",
            Self::AmbiguousSpace => "ambiguous-space",
            Self::AmbiguousBreak => "ambiguous-break",
            Self::LostText => "lost-text",
            Self::LostBreak => "lost-break",
            Self::GluedByline => "glued-byline",
            Self::SplitWord => "split-word",
            Self::LostHyphen => "lost-hyphen",
            Self::LostQuote => "lost-quote",
            Self::StrayCharacter => "stray-character",
            Self::Mojibake => "mojibake",
            Self::Garbled => "garbled",
            Self::Encoding => "encoding",
            Self::NoteLimit => "note-limit",
            Self::PartLimit => "part-limit",
            Self::BlockLimit => "block-limit",
            Self::LayerLimit => "layer-limit",
        }
    }
}

/// One doubt, with the place it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The place.
    pub source: SourceSpan,
    /// What was seen, in words.
    pub message: Cow<'static, str>,
}

/// How many notes of one kind a document keeps.
///
/// A gigabyte of `a- a- a- ` would otherwise hold more bytes of notes than of text. Past this, one [`NoteKind::NoteLimit`] says how
/// many more there were.
pub(crate) const NOTES_PER_KIND: usize = 4096;

/// Collects notes up to the limit of each kind, in memory that the next text's are collected in.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    notes: Vec<Note>,
    seen: [usize; NoteKind::ALL.len()],
}

impl Notes {
    /// Forgets what a text before had.
    pub(crate) fn clear(&mut self) {
        self.notes.clear();
        self.seen.fill(0);
    }

    pub(crate) fn push(&mut self, kind: NoteKind, source: SourceSpan, message: impl Into<Cow<'static, str>>) {
        let seen = &mut self.seen[kind as usize];
        *seen += 1;
        if *seen <= NOTES_PER_KIND {
            self.notes.push(Note { kind, source, message: message.into() });
        }
    }

    /// Gives the notes away, in order of place, with what went over a limit said at the end.
    pub(crate) fn finish(&mut self, whole: SourceSpan) -> impl ExactSizeIterator<Item = Note> {
        self.notes.sort_by_key(|note| (note.source, note.kind));
        for &kind in NoteKind::ALL {
            let seen = self.seen[kind as usize];
            if seen > NOTES_PER_KIND {
                let message = format!("{} more notes of kind {} are not listed", seen - NOTES_PER_KIND, kind.name());
                self.notes.push(Note { kind: NoteKind::NoteLimit, source: whole, message: message.into() });
            }
        }
        self.notes.drain(..)
    }
}
