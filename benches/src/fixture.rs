//! A corpus with everything that a stage needs to be run alone, and what each stage must count in it.

use std::collections::BTreeMap;
use std::hint::black_box;

use bytestring::ByteString;
use copydesk::stages::{self, Lines};
use copydesk::{Document, Envelope, LAYERS, Language, Layer, Options, Source};
use copydesk_corpus::arrow::Rows;

use crate::MEGABYTE;
use crate::corpus::Corpus;

/// What can be measured.
#[derive(Clone, Copy, Debug)]
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
    /// One layer, over documents that are parsed: counts its rows.
    Layer(&'static Layer),
    /// Source to document with every layer: counts the blocks.
    Everything,
}

impl Stage {
    /// The stages in the order of the flow, the parse as a whole, alone and with its rows of Arrow.
    const FLOW: [Self; 7] =
        [Self::Decode, Self::Lines, Self::Recognise, Self::Repair, Self::Blocks, Self::Parse, Self::Arrow];

    /// Every stage in the order of the flow, each layer, and everything together.
    pub fn all() -> impl Iterator<Item = Self> {
        let layers = LAYERS.iter().copied().map(Self::Layer);
        Self::FLOW.into_iter().chain(layers).chain([Self::Everything])
    }

    /// The stage of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|stage| stage.name() == name)
    }

    /// Whether it finds layers.
    #[must_use]
    pub fn is_of_layers(self) -> bool {
        matches!(self, Self::Layer(_) | Self::Everything)
    }

    /// Its name in the tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Lines => "lines",
            Self::Recognise => "recognise",
            Self::Repair => "repair",
            Self::Blocks => "blocks",
            Self::Parse => "parse",
            Self::Arrow => "arrow",
            Self::Layer(layer) => layer.name(),
            Self::Everything => "everything",
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
    /// With the name of each stage, what it must count.
    counts: BTreeMap<&'static str, usize>,
    /// Every layer.
    everything: Options,
}

/// What the stages before hand to a stage.
struct Prepared {
    source: Source,
    /// The same as text, so that no stage is timed with a validation before it.
    text: ByteString,
    lines: Lines,
    envelope: &'static Envelope,
    language: Option<Language>,
    /// As it is parsed without layers. Its text is the repaired one.
    document: Document,
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
        Self::with(corpus, LAYERS)
    }

    /// The same for the stages of the flow alone: most of the time goes into the layers.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    #[must_use]
    pub fn without_layers(corpus: Corpus) -> Self {
        Self::with(corpus, &[])
    }

    fn with(corpus: Corpus, layers: &'static [&'static Layer]) -> Self {
        let mut documents = Vec::with_capacity(corpus.len());
        let (mut lines, mut repairs, mut decided, mut blocks, mut known) = (0, 0, 0, 0, 0);
        let mut rows = vec![0; layers.len()];
        for (number, text) in corpus.texts().enumerate() {
            let source = Source::new(text.as_bytes().clone()).expect("a document of a corpus is under a gigabyte");
            let document = copydesk::parse(&source);
            if number < CHECKED {
                document.check().expect("a document keeps every invariant");
            }
            let repairs_here = document.repairs().count();
            for (rows, layer) in rows.iter_mut().zip(layers) {
                *rows += document.annotate(layer).len();
            }
            let (envelope, language) = (document.envelope(), document.language());
            lines += document.lines().len();
            repairs += repairs_here;
            blocks += document.blocks().len();
            known += usize::from(language.is_some());
            let lines = stages::lines(&text);
            // A parse unwraps lines before, which no text has that was made here: it may have more repairs than the stage.
            decided += stages::repairs(&text, &lines, language);
            documents.push(Prepared { source, text, lines, envelope, language, document });
        }
        let flow = [corpus.as_bytes().len(), lines, known, decided, blocks, blocks, blocks];
        let flow = Stage::FLOW.into_iter().map(Stage::name).zip(flow);
        let found = layers.iter().map(|layer| layer.name()).zip(rows);
        let together = (!layers.is_empty()).then_some((Stage::Everything.name(), blocks));
        let counts = flow.chain(found).chain(together).collect();
        let everything = Options::new().layers(layers);
        let fixture = Self { corpus, repairs, documents, counts, everything };
        fixture.check();
        fixture
    }

    fn check(&self) {
        for stage in Stage::all().filter(|stage| self.counts.contains_key(stage.name())) {
            assert_eq!(self.run(stage), self.count(stage), "{}: {} alone differs", self.corpus.name, stage.name());
        }
        let Some(truth) = self.corpus.truth else { return };
        let blocks = self.count(Stage::Blocks);
        assert_eq!(self.count(Stage::Lines), truth.lines, "{}: lines", self.corpus.name);
        assert_eq!(self.count(Stage::Repair), self.repairs, "{}: repairs", self.corpus.name);
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

    /// The source of each document.
    pub fn sources(&self) -> impl Iterator<Item = &Source> + Clone {
        self.documents.iter().map(|document| &document.source)
    }

    /// How many bytes a run reads.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.corpus.as_bytes().len()
    }

    /// What a run of the stage must count.
    #[must_use]
    pub fn count(&self, stage: Stage) -> usize {
        self.counts[stage.name()]
    }

    /// Runs a stage over every document, and counts what it finds.
    #[must_use]
    pub fn run(&self, stage: Stage) -> usize {
        match stage {
            Stage::Decode => self.sum(|document| black_box(stages::decode(document.source.as_bytes())).len()),
            Stage::Lines => self.sum(|document| black_box(stages::lines(&document.text)).count()),
            Stage::Recognise => self.sum(|document| {
                let text = &document.text;
                black_box(stages::envelope(text));
                usize::from(stages::language(text).is_some())
            }),
            Stage::Repair => {
                self.sum(|document| black_box(stages::repairs(&document.text, &document.lines, document.language)))
            }
            Stage::Blocks => self.sum(|document| {
                black_box(stages::blocks(document.document.text(), document.envelope, document.language))
            }),
            Stage::Parse => self.sum(|document| black_box(copydesk::parse(&document.source)).blocks().len()),
            Stage::Arrow => self.batches(),
            Stage::Layer(layer) => self.sum(|document| black_box(document.document.annotate(layer)).len()),
            Stage::Everything => self.sum(|document| black_box(self.everything.parse(&document.source)).blocks().len()),
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
