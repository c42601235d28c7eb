//! Reads a page: each run of markup and white space becomes one line end, one space or nothing.

use std::ops::Range;

use memchr::memchr_iter;

use super::super::markup::RULE;
use super::super::tags::{Tag, Tags, Token};
use super::super::{Mark, entities};
use super::Step;

/// What begins and ends a line, in order.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// The elements whose content is no text.
const UNSEEN: &[&str] = &["head", "iframe", "noscript", "script", "style", "svg", "template", "title"];

/// How the names of anchors begin that stand before the articles of a file: those of Nexis, and those of ProQuest.
const ANCHORS: &[&str] = &["DOC_ID_", "DocID_"];
/// The classes by which Europresse tells what stands at the head of an article.
const CLASSES: &[(&str, Mark)] =
    &[("titreArticleVisu", Mark::Headline), ("rdp__subtitle", Mark::Deck), ("docAuthors", Mark::Author)];
/// The longest attributes of a tag that these databases mark a place with. Links are longer.
const DATABASE: usize = 80;

/// What markup and white space between two stretches of text come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Space,
    Cell,
    Line,
}

/// A run of markup and white space.
struct Run {
    start: usize,
    /// Where the part of it that belongs to what follows begins.
    cut: Option<usize>,
    between: Between,
    /// Where the first of the breaks before the cut ends, and whether there is a second: the line between the two is blank.
    break_end: Option<usize>,
    blank: bool,
    marks: Vec<Mark>,
}

struct Page<'t> {
    text: &'t str,
    step: Step,
    run: Option<Run>,
    /// How deep inside the container of an article the place is, and whether its body has begun.
    depth: usize,
    body: bool,
    /// Whether an article of Europresse has begun.
    clipping: bool,
    /// Inside an element that keeps its line ends.
    kept: bool,
    /// Of each of [`UNSEEN`], whether no end of it is ahead.
    endless: [bool; UNSEEN.len()],
}

/// Reads a page or a part of one.
pub(super) fn read(text: &str) -> Step {
    let step = Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: Vec::new() };
    let mut page = Page {
        text,
        step,
        run: None,
        depth: 0,
        body: false,
        clipping: false,
        kept: false,
        endless: [false; UNSEEN.len()],
    };
    let mut tags = Tags::new(text);
    while let Some(token) = tags.next() {
        match token {
            Token::Text(range) => page.words(range),
            Token::Comment(range) | Token::Declaration(range) => _ = page.run(range.start),
            Token::Tag(tag) => {
                page.tag(&tag);
                if let Some(end) = page.unseen(&tag) {
                    tags.seek(end);
                }
            }
        }
    }
    page.flush(text.len());
    page.step
}

impl Page<'_> {
    /// The run that goes on or begins at `at`.
    fn run(&mut self, at: usize) -> &mut Run {
        self.run.get_or_insert_with(|| Run {
            start: at,
            cut: None,
            between: Between::Nothing,
            break_end: None,
            blank: false,
            marks: Vec::new(),
        })
    }

    /// Text between tags.
    fn words(&mut self, range: Range<usize>) {
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let space = bytes[at..range.end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if space > 0 && !self.kept {
                let run = self.run(at);
                run.between = run.between.max(Between::Space);
                at += space;
                continue;
            }
            let rest = &self.text[at..range.end];
            if let Some((length, found)) = entities::read(rest) {
                if found.is_ascii_whitespace() && !self.kept {
                    let run = self.run(at);
                    run.between = run.between.max(Between::Space);
                } else {
                    self.flush(at);
                    let mut buffer = [0; 4];
                    self.edit(at..at + length, found.encode_utf8(&mut buffer));
                }
                at += length;
                continue;
            }
            // A sign that begins no reference is a character like others.
            let ends = |byte: &u8| *byte == b'&' || byte.is_ascii_whitespace() && !self.kept;
            let length = rest.as_bytes()[1..].iter().position(ends).map_or(rest.len(), |length| length + 1);
            self.flush(at);
            self.step.text.push_str(&rest[..length]);
            at += length;
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let name = self.text[tag.name.clone()].to_ascii_lowercase();
        let mark = self.mark(tag, &name);
        let run = self.run(tag.range.start);
        match &*name {
            "br" => {
                // One that stands between two blocks, and not in a line of text, is a line of its own, and that is blank.
                let apart = run.between == Between::Line && run.break_end.is_none();
                run.between = Between::Line;
                if run.cut.is_none() {
                    run.blank = run.blank || apart || run.break_end.is_some();
                    run.break_end.get_or_insert(if apart { tag.range.start } else { tag.range.end });
                }
            }
            "td" | "th" => run.between = run.between.max(Between::Cell),
            _ if BLOCKS.binary_search(&&*name).is_ok() => {
                run.between = Between::Line;
                if !tag.closing && tag.range.start > run.start && (run.cut.is_none() || mark == Some(Mark::Article)) {
                    run.cut = Some(tag.range.start);
                }
            }
            // The anchor of an article in a file of many begins it, whatever block has begun before.
            "a" if mark == Some(Mark::Article) => {
                run.between = Between::Line;
                run.cut = (tag.range.start > run.start).then_some(tag.range.start);
            }
            _ => {}
        }
        run.marks.extend(mark);
        if name == "pre" {
            self.kept = !tag.closing;
        }
    }

    /// What the tag says of its place in the pages of databases that name what they hold: Nexis and ProQuest have an anchor before each
    /// article, Europresse classes for what stands in it.
    fn mark_of_database(&mut self, tag: &Tag, name: &str) -> Option<Mark> {
        if tag.closing || tag.attributes.len() > DATABASE {
            return None;
        }
        match name {
            "a" => {
                let anchor = tag.attribute(self.text, "name")?;
                ANCHORS.iter().any(|begin| anchor.starts_with(begin)).then_some(Mark::Article)
            }
            "span" if self.has_class(tag, "DocPublicationName") => {
                self.clipping = true;
                Some(Mark::Article)
            }
            "section" if self.clipping => Some(Mark::Body),
            "aside" | "footer" if self.clipping => Some(Mark::Classification),
            "p" | "div" if self.clipping => {
                let classes = tag.attribute(self.text, "class")?;
                let has = |class: &str| classes.split_ascii_whitespace().any(|found| found == class);
                CLASSES.iter().find(|(class, _)| has(class)).map(|&(_, mark)| mark)
            }
            _ => None,
        }
    }

    /// What the tag says of its place.
    fn mark(&mut self, tag: &Tag, name: &str) -> Option<Mark> {
        if let Some(mark) = self.mark_of_database(tag, name) {
            return Some(mark);
        }
        if name == "p" && !tag.closing {
            if self.has_class(tag, "articleParagraph") {
                self.body = self.depth > 0;
                return Some(Mark::Paragraph);
            }
            // Another kind of paragraph in the same container is no part of the body.
            return (self.body && self.depth > 0).then_some(Mark::Classification);
        }
        if name != "div" {
            return None;
        }
        if tag.closing {
            let ends = self.depth == 1;
            self.depth = self.depth.saturating_sub(1);
            return ends.then_some(Mark::ArticleEnd);
        }
        if self.has_class(tag, "article") {
            (self.depth, self.body) = (1, false);
            return Some(Mark::Article);
        }
        self.depth += usize::from(self.depth > 0);
        if tag.attribute(self.text, "id") == Some("hd") {
            return Some(Mark::Headline);
        }
        self.has_class(tag, "author").then_some(Mark::Author)
    }

    /// Whether this is the first of the tag's classes.
    fn has_class(&self, tag: &Tag, class: &str) -> bool {
        tag.attribute(self.text, "class").is_some_and(|classes| classes.split_ascii_whitespace().next() == Some(class))
    }

    /// The end of an element whose content is no text.
    fn unseen(&mut self, tag: &Tag) -> Option<usize> {
        let name = &self.text[tag.name.clone()];
        let index = UNSEEN.iter().position(|unseen| unseen.eq_ignore_ascii_case(name))?;
        if tag.closing || tag.self_closing || self.endless[index] {
            return None;
        }
        let from = tag.range.end;
        let bytes = self.text.as_bytes();
        let is_end = |&at: &usize| {
            let rest = &bytes[at..];
            rest.starts_with(b"</")
                && rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
                && rest.get(2 + name.len()).is_some_and(|byte| !byte.is_ascii_alphanumeric())
        };
        let end = memchr_iter(b'<', &bytes[from..]).map(|at| from + at).find(is_end);
        self.endless[index] = end.is_none();
        end
    }

    /// Ends the run of markup before `at`, where text begins or the page ends.
    fn flush(&mut self, at: usize) {
        let Some(run) = self.run.take() else { return };
        let between = match run.between {
            _ if self.step.text.is_empty() => "",
            Between::Line if self.is_list_mark() => " ",
            Between::Line => "\n",
            Between::Cell => "\t",
            Between::Space => " ",
            Between::Nothing => "",
        };
        let cut = run.cut.filter(|_| between.starts_with('\n')).unwrap_or(at);
        let mut start = run.start;
        // Each of two line ends is an edit of its own, since a line begins after it.
        if let Some(end) = run.break_end.filter(|_| run.blank && between == "\n") {
            self.edit(start..end, between);
            start = end;
        }
        // White space that is as it should be stays: the last, so that an edit does not go beyond the cut.
        let whole = &self.text[start..cut];
        if between.len() == 1 && whole.ends_with(between) {
            self.edit(start..cut - 1, "");
            self.step.text.push_str(between);
        } else if between == " " && whole.starts_with(between) {
            self.step.text.push_str(between);
            self.edit(start + 1..cut, "");
        } else {
            self.edit(start..cut, between);
        }
        self.edit(cut..at, "");
        let place = self.step.text.len() as u32;
        self.step.marks.extend(run.marks.into_iter().map(|mark| (place, mark)));
    }

    /// Whether the line so far is the mark of a list's item, which some pages put into a block of its own.
    fn is_list_mark(&self) -> bool {
        let before = self.step.text.strip_suffix('\u{2022}');
        before.is_some_and(|before| before.is_empty() || before.ends_with('\n'))
    }

    fn edit(&mut self, source: Range<usize>, text: &str) {
        self.step.edit(source, text, &RULE);
    }
}
