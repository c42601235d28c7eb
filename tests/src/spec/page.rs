//! A page as a list of examples.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use copydesk::{Envelope, LAYERS, Language, Layer, Options, Part, Repairs, Risk, Rule, RuleSet};

use super::{Failure, show};
use crate::tree;

/// A spec page.
#[derive(Debug)]
pub struct Page {
    /// Its path from the repository's root.
    pub name: String,
    /// Its well-formed examples.
    pub examples: Vec<Example>,
    /// What is not written as the README says.
    pub malformed: Vec<Failure>,
}

/// A heading, a source, and what must come of it.
#[derive(Debug)]
pub struct Example {
    /// The heading's text.
    pub heading: String,
    /// The heading's line.
    pub line: usize,
    /// How the source is parsed.
    pub setup: Setup,
    /// The source.
    pub source: Vec<u8>,
    /// What must come of it; at least one.
    pub blocks: Vec<Block>,
}

/// How a source is parsed.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Alone, and followed by a damaged paragraph.
    pub both: bool,
    /// With the `likely` repairs, too: a false friend.
    pub friend: bool,
    /// The options that are not the default.
    pub options: Options,
    layers: Vec<&'static Layer>,
    /// Whether `repairs=` says which.
    chooses_repairs: bool,
}

/// One thing that must be so.
#[derive(Debug)]
pub struct Block {
    /// What is looked at.
    pub kind: BlockKind,
    /// Whether it is the parse among damage that is looked at.
    pub among: bool,
    /// What it must be.
    pub content: Vec<u8>,
}

/// What a block speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BlockKind {
    Unchanged,
    Text,
    Alone,
    Among,
    Roles,
    Repairs,
    Notes,
    Header,
    Parts,
    Extras,
    Layer(&'static str),
}

impl Example {
    /// Whether it must fail.
    #[must_use]
    pub fn known_failure(&self) -> bool {
        self.heading.starts_with("Known failure:")
    }

    /// Whether it says that nothing is repaired.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        !self.known_failure() && self.blocks.iter().any(|block| block.kind == BlockKind::Unchanged)
    }

    /// Whether it says that something is repaired.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        !self.known_failure()
            && self.blocks.iter().any(|block| match block.kind {
                BlockKind::Text | BlockKind::Alone | BlockKind::Among => block.content != self.source,
                BlockKind::Repairs => !block.content.is_empty(),
                _ => false,
            })
    }
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    /// If the file cannot be read. What is malformed in it is no error but a [`Failure`].
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Ok(Self::of(tree::relative(path), &text))
    }

    /// Reads a page that is there as text.
    #[must_use]
    pub fn of(name: String, text: &str) -> Self {
        let mut page = Self { name, examples: Vec::new(), malformed: Vec::new() };
        let mut open: Option<Draft> = None;
        let mut lines = text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            if let Some(level) = heading_level(line) {
                page.close(open.take());
                let title = line[level..].trim().to_owned();
                open = (level == 3).then(|| Draft { heading: title, line: number + 1, fences: Vec::new() });
            } else if let Some((fence, info)) = opening_fence(line) {
                let mut content: Vec<&str> = Vec::new();
                let mut closed = false;
                for (_, line) in lines.by_ref() {
                    closed = line.trim_end() == fence;
                    if closed {
                        break;
                    }
                    content.push(line);
                }
                let content = content.join("\n");
                match &mut open {
                    _ if !closed => page.fail(number + 1, "", format!("the block `{info}` has no end")),
                    Some(draft) => draft.fences.push((info.to_owned(), content)),
                    None if info.is_empty() => {}
                    None => {
                        page.fail(number + 1, "", format!("the block `{info}` stands outside of an example (`###`)"));
                    }
                }
            }
        }
        page.close(open.take());
        page
    }

    fn fail(&mut self, line: usize, heading: &str, what: String) {
        self.malformed.push(Failure { page: self.name.clone(), line, heading: heading.to_owned(), what });
    }

    fn close(&mut self, draft: Option<Draft>) {
        let Some(draft) = draft else { return };
        let (line, heading) = (draft.line, draft.heading.clone());
        match draft.finish() {
            Ok(example) => self.examples.push(example),
            Err(error) => self.fail(line, &heading, format!("malformed: {error:#}")),
        }
    }
}

/// An example while its blocks are being gathered.
struct Draft {
    heading: String,
    line: usize,
    fences: Vec<(String, String)>,
}

impl Draft {
    fn finish(self) -> Result<Example> {
        let mut fences = self.fences.iter();
        let (info, source) = fences.next().context("no `source` block")?;
        let mut words = info.split_whitespace();
        let friend = match words.next() {
            Some("source") => false,
            Some("friend") => true,
            _ => bail!("the first block is `{info}`, not `source`"),
        };
        let (mut setup, escaped) = setup(words)?;
        let source = content(source, escaped)?;
        let mut blocks = fences.map(|(info, content)| block(info, content)).collect::<Result<Vec<_>>>()?;
        if friend {
            setup.befriend()?;
            if !blocks.iter().any(|block| block.kind.is_text()) {
                blocks.push(Block { kind: BlockKind::Unchanged, among: false, content: Vec::new() });
            }
        }
        ensure!(!blocks.is_empty(), "nothing says what must come of the source");
        for block in &blocks {
            let two = block.among || matches!(block.kind, BlockKind::Alone | BlockKind::Among);
            ensure!(setup.both || !two, "only `source both` is parsed among damage");
            ensure!(block.kind != BlockKind::Unchanged || block.content.is_empty(), "`unchanged` is an empty block");
        }
        Ok(Example { heading: self.heading, line: self.line, setup: setup.finish(&blocks), source, blocks })
    }
}

impl BlockKind {
    /// Whether it says what the text is.
    fn is_text(self) -> bool {
        matches!(self, Self::Unchanged | Self::Text | Self::Alone | Self::Among)
    }
}

impl Setup {
    /// Parsed alone and among damage, at both risks.
    fn befriend(&mut self) -> Result<()> {
        ensure!(
            !self.both && !self.chooses_repairs,
            "a `friend` is parsed in every way: neither `both` nor `repairs=` is to be said"
        );
        (self.both, self.friend) = (true, true);
        Ok(())
    }

    fn finish(mut self, blocks: &[Block]) -> Self {
        for block in blocks {
            if let BlockKind::Layer(name) = block.kind {
                self.layers.extend(Layer::named(name));
            }
        }
        self.layers.sort_by_key(|layer| layer.name());
        self.layers.dedup_by_key(|layer| layer.name());
        self.options = self.options.layers(&self.layers);
        self
    }
}

/// The words after `source`.
fn setup<'i>(words: impl Iterator<Item = &'i str>) -> Result<(Setup, Escaped)> {
    let (mut setup, mut escaped) = (Setup::default(), Escaped::No);
    let mut whole = true;
    for word in words {
        match word.split_once('=') {
            None if word == "both" => setup.both = true,
            None if word == "escaped" => escaped = Escaped::Yes,
            Some(("envelope", name)) => {
                let envelope = Envelope::named(name).with_context(|| format!("no envelope `{name}`"))?;
                setup.options = setup.options.envelope(envelope);
            }
            Some(("part", name)) => {
                let part = Part::ALL.iter().find(|part| part.name() == name);
                setup.options = setup.options.part(*part.with_context(|| format!("no part `{name}`"))?);
            }
            Some(("language", code)) => {
                let language = Language::from_code(code).with_context(|| format!("no language `{code}`"))?;
                setup.options = setup.options.language(language);
            }
            Some(("repairs", names)) => {
                let (repairs, all) = repairs(names)?;
                whole = all;
                setup.chooses_repairs = true;
                setup.options = setup.options.repairs(repairs);
            }
            Some(("layers", "all")) => setup.layers.extend(LAYERS),
            Some(("layers", names)) => {
                for name in names.split(',') {
                    setup.layers.push(Layer::named(name).with_context(|| format!("no layer `{name}`"))?);
                }
            }
            _ => bail!("`{word}` is no option of `source`"),
        }
    }
    ensure!(whole || !setup.both, "`both` needs every rule, to repair the paragraph that it adds");
    Ok((setup, escaped))
}

/// `none`, a risk, rules, or a risk and rules; and whether every rule may act.
fn repairs(names: &str) -> Result<(Repairs, bool)> {
    if names == "none" {
        return Ok((Repairs::NONE, false));
    }
    let (mut risk, mut rules) = (Risk::Safe, RuleSet::EMPTY);
    for name in names.split(',') {
        if let Some(named) = Risk::ALL.into_iter().find(|risk| risk.name() == name) {
            risk = named;
        } else {
            let rule = Rule::named(name).with_context(|| format!("no rule and no risk `{name}`"))?;
            rules = rules.union(RuleSet::of(rule));
        }
    }
    let repairs = Repairs::up_to(risk);
    Ok(if rules.is_empty() { (repairs, true) } else { (repairs.only(rules), false) })
}

/// Whether a block's content is written with escapes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escaped {
    No,
    Yes,
}

fn content(written: &str, escaped: Escaped) -> Result<Vec<u8>> {
    match escaped {
        Escaped::No => Ok(written.as_bytes().to_vec()),
        Escaped::Yes => show::unescape(written),
    }
}

fn block(info: &str, written: &str) -> Result<Block> {
    let mut words = info.split_whitespace();
    let name = words.next().context("a block without a name")?;
    let kind = match name {
        "unchanged" => BlockKind::Unchanged,
        "text" => BlockKind::Text,
        "alone" => BlockKind::Alone,
        "among" => BlockKind::Among,
        "roles" => BlockKind::Roles,
        "repairs" => BlockKind::Repairs,
        "notes" => BlockKind::Notes,
        "header" => BlockKind::Header,
        "parts" => BlockKind::Parts,
        "extras" => BlockKind::Extras,
        "layer" => {
            let name = words.next().context("`layer` needs a name")?;
            BlockKind::Layer(Layer::named(name).with_context(|| format!("no layer `{name}`"))?.name())
        }
        "source" => bail!("a second `source`"),
        _ => bail!("no block is called `{name}`"),
    };
    let (mut among, mut escaped) = (false, Escaped::No);
    for word in words {
        match (word, kind) {
            ("escaped", BlockKind::Text | BlockKind::Alone | BlockKind::Among) => escaped = Escaped::Yes,
            ("among", BlockKind::Repairs | BlockKind::Notes | BlockKind::Roles) => among = true,
            _ => bail!("`{word}` is no option of `{name}`"),
        }
    }
    Ok(Block { kind, among, content: content(written, escaped)? })
}

fn heading_level(line: &str) -> Option<usize> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    (level > 0 && level <= 6 && line[level..].starts_with(' ')).then_some(level)
}

/// The fence and the words after it.
fn opening_fence(line: &str) -> Option<(&str, &str)> {
    let ticks = line.bytes().take_while(|&byte| byte == b'`').count();
    (ticks >= 3 && !line[ticks..].contains('`')).then(|| (&line[..ticks], line[ticks..].trim()))
}
