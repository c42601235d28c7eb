//! A corpus with everything that a stage needs to be run alone, and what each stage must count in it.

use std::hint::black_box;

use bytestring::ByteString;
use copydesk::{Envelope, Language, Source, stages};
use copydesk_corpus::arrow::Rows;

use crate::MEGABYTE;
use crate::corpus::Corpus;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Bytes to text: counts the bytes of the text.
    Decode,
    /// Text to lines: counts them.
    Lines,
    /// Which envelope and which language: counts the documents whose language is known.
    Recognise,
    /// Text to repairs, under the default options: counts them.
    Repair,
    /// Repaired text to blocks with roles: counts them.
    Blocks,
    /// Source to document, under the default options: counts the blocks.
    Parse,
    /// Source to document to row of an Arrow batch: counts the blocks.
    Arrow,
}

impl Stage {
    /// Every stage in the order of the flow, the whole last, alone and with its rows.
    pub const ALL: [Self; 7] =
        [Self::Decode, Self::Lines, Self::Recognise, Self::Repair, Self::Blocks, Self::Parse, Self::Arrow];

    /// Its name in the tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Lines => "lines",
            Self::Recognise => "recognise",
            Self::Repair => "repair",
            Self::Blocks => "blocks",
            Self::Parse => "parse",
            Self::Arrow => "arrow",
        }
    }
}

/// A corpus whose documents were parsed once.
pub struct Fixture {
    /// The corpus.
    pub corpus: Corpus,
    /// How many repairs were made in it.
    pub repairs: usize,
    documents: Vec<Prepared>,
    counts: [usize; Stage::ALL.len()],
}

/// What the stages before hand to a stage.
struct Prepared {
    source: Source,
    /// The same as text, so that no stage is timed with a validation before it.
    text: ByteString,
    lines: Vec<u32>,
    envelope: &'static Envelope,
    language: Option<Language>,
    /// The repaired text, where it is not the source.
    repaired: Option<String>,
}

/// How many documents of a corpus are checked against every invariant before anything is timed.
const CHECKED: usize = 200;

/// The bytes of text in a batch of rows.
const BATCH: usize = 4 * MEGABYTE;

impl Fixture {
    /// Parses every document once, and holds what comes out against what is known of the corpus.
    ///
    /// # Panics
    /// If a stage alone counts something else than the whole parse, or either something else than was written.
    #[must_use]
    pub fn new(corpus: Corpus) -> Self {
        let mut documents = Vec::with_capacity(corpus.len());
        let (mut lines, mut repairs, mut blocks, mut known) = (0, 0, 0, 0);
        for (number, text) in corpus.texts().enumerate() {
            let source = Source::new(text.as_bytes().clone()).expect("a document of a corpus is under a gigabyte");
            let document = copydesk::parse(&source);
            if number < CHECKED {
                document.check().expect("a document keeps every invariant");
            }
            let repairs_here = document.repairs().count();
            let repaired = (repairs_here > 0).then(|| document.text().to_owned());
            let (envelope, language) = (document.envelope(), document.language());
            lines += document.lines().len();
            repairs += repairs_here;
            blocks += document.blocks().len();
            known += usize::from(language.is_some());
            let lines = stages::lines(&text);
            documents.push(Prepared { source, text, lines, envelope, language, repaired });
        }
        let counts = [corpus.as_bytes().len(), lines, known, repairs, blocks, blocks, blocks];
        let fixture = Self { corpus, repairs, documents, counts };
        fixture.check();
        fixture
    }

    fn check(&self) {
        for stage in Stage::ALL {
            assert_eq!(self.run(stage), self.count(stage), "{}: {} alone differs", self.corpus.name, stage.name());
        }
        let Some(truth) = self.corpus.truth else { return };
        let blocks = self.count(Stage::Blocks);
        assert_eq!(self.count(Stage::Lines), truth.lines, "{}: lines", self.corpus.name);
        assert!(
            self.repairs <= truth.damage(),
            "{}: {} repairs of {} damages",
            self.corpus.name,
            self.repairs,
            truth.damage()
        );
        // A cut paragraph is three blocks until it is joined, and one after.
        assert!(
            (truth.blocks - 2 * truth.breaks..=truth.blocks).contains(&blocks),
            "{}: {blocks} blocks of {}",
            self.corpus.name,
            truth.blocks
        );
        assert_eq!(self.count(Stage::Recognise), self.corpus.len(), "{}: the language is English", self.corpus.name);
    }

    /// How many bytes a run reads.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.corpus.as_bytes().len()
    }

    /// What a run of the stage must count.
    #[must_use]
    pub fn count(&self, stage: Stage) -> usize {
        self.counts[stage as usize]
    }

    /// Runs a stage over every document, and counts what it finds.
    #[must_use]
    pub fn run(&self, stage: Stage) -> usize {
        match stage {
            Stage::Decode => self.sum(|document| black_box(stages::decode(document.source.as_bytes())).len()),
            Stage::Lines => self.sum(|document| black_box(stages::lines(&document.text)).len()),
            Stage::Recognise => self.sum(|document| {
                let text = &document.text;
                black_box(stages::envelope(text));
                usize::from(stages::language(text).is_some())
            }),
            Stage::Repair => {
                self.sum(|document| black_box(stages::repairs(&document.text, &document.lines, document.language)))
            }
            Stage::Blocks => self.sum(|document| {
                let text = document.repaired.as_deref().unwrap_or(&document.text);
                black_box(stages::blocks(text, document.envelope, document.language))
            }),
            Stage::Parse => self.sum(|document| black_box(copydesk::parse(&document.source)).blocks().len()),
            Stage::Arrow => self.batches(),
        }
    }

    fn batches(&self) -> usize {
        let mut rows = Rows::new();
        self.sum(|document| {
            let document = copydesk::parse(&document.source);
            rows.document(None, &document).expect("a batch is finished long before it is full");
            if rows.text_bytes() >= BATCH {
                black_box(rows.finish().expect("columns that fit together"));
            }
            document.blocks().len()
        })
    }

    fn sum(&self, mut count: impl FnMut(&Prepared) -> usize) -> usize {
        self.documents.iter().map(|document| count(black_box(document))).sum()
    }
}
