//! Reads a file: each run of markup and white space becomes a line end, a label, a space or nothing.

use std::ops::Range;

use super::super::chain::Step;
use super::super::markup::{Markup, RULE};
use super::super::tags::{Tag, Tags, Token};
use super::super::{DecodeEdit, Mark, entities};
use super::elements::{self, Element, Says, Shown};
use super::open::Elements;
use super::{forms, subset_end};

/// The longest tag whose brackets are references, without them.
const BREAK: usize = 8;
/// The longest label.
const LABEL: usize = 80;
/// The attributes that hold the code of a language.
const LANGUAGE: &[&str] = &["baselang", "tag", "xml:lang"];
/// The class of the block of an archive that holds the beginning of the text a second time.
const LEAD: &str = "lead_paragraph";
/// What makes no line of its own in a cell of a table.
const IN_CELL: &[&str] =
    &["block", "blockquote", "dd", "div", "dl", "dt", "figure", "hr", "img", "li", "ol", "p", "pre", "section", "ul"];
/// What has no content.
const EMPTY: &[&str] = &["hr", "img", "meta"];
/// How the classes begin of headlines and bylines that are written otherwise than they were printed.
const REWRITTEN: &[&str] = &["normalized", "online"];

/// What markup and white space between two stretches of text come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Space,
    Comma,
    Cell,
    Line,
}

/// A run of markup and white space.
struct Run {
    start: usize,
    /// Where the last tag of it begins from which the next line is to be read.
    cut: Option<usize>,
    between: Between,
    /// The label of the line that follows, where an attribute is the line.
    label: Option<String>,
}

struct Page<'t> {
    text: &'t str,
    form: Markup,
    step: Step,
    run: Option<Run>,
    open: Elements<'t>,
    /// Where what the line says begins, behind its label.
    line: usize,
    /// Whether the line so far is what attributes say, and text is set off from it.
    coded: bool,
    /// Inside a section of characters.
    characters: bool,
}

/// Reads a file or a part of one.
pub(super) fn read(text: &str, form: Markup) -> Step {
    let step =
        Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: vec![(0, Mark::Tagged(form))] };
    let mut page =
        Page { text, form, step, run: None, open: Elements::default(), line: 0, coded: false, characters: false };
    let tables = elements::of(form);
    let mut tags = Tags::new(text);
    let (mut begun, mut endless) = (false, false);
    while let Some(token) = tags.next() {
        match token {
            Token::Text(range) => page.characters(range),
            Token::Comment(range) => _ = page.run(range.start),
            Token::Declaration(range) => {
                page.characters |= text[range.clone()].starts_with("<![");
                _ = page.run(range.start);
                if let Some(end) = (!begun).then(|| subset_end(text, range)).flatten() {
                    tags.seek(end);
                }
            }
            // An address between angle brackets is no tag.
            Token::Tag(tag) if text[tag.name.clone()].contains(['@', '/']) => page.words(tag.range),
            Token::Tag(tag) => {
                begun = true;
                let name = forms::local(text, &tag);
                let element = elements::find(tables, name);
                if tag.closing {
                    page.close(tag.range.start, name, element);
                } else if page.open(&tag, name, element) && !tag.self_closing && !endless {
                    match end_of(text, tag.range.end, name) {
                        Some(end) => tags.seek(end),
                        None => endless = true,
                    }
                }
            }
        }
    }
    page.finish();
    page.step
}

/// The tag that closes an element whose content is no text.
fn end_of(text: &str, from: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_end = |&at: &usize| {
        bytes[at + 1..].first() == Some(&b'/')
            && bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memchr_iter(b'<', &bytes[from..]).map(|at| from + at).find(is_end)
}

impl<'t> Page<'t> {
    /// The run that goes on or begins at `at`.
    fn run(&mut self, at: usize) -> &mut Run {
        self.run.get_or_insert(Run { start: at, cut: None, between: Between::Nothing, label: None })
    }

    /// A line ends, and the next may begin at `cut`.
    fn line_end(&mut self, from: usize, cut: usize) -> &mut Run {
        let run = self.run(from);
        (run.between, run.cut, run.label) = (Between::Line, Some(cut), None);
        run
    }

    /// A tag that opens an element. Returns whether its content is to be passed over.
    fn open(&mut self, tag: &Tag, name: &'t str, element: Option<&'static Element>) -> bool {
        let at = tag.range.start;
        let in_line = self.open.is_in_line();
        let Some(element) = element else {
            if in_line {
                // Names of one thing in several languages, say.
                let apart = self.form != Markup::Nitf && self.open.current().0 == Mark::Field;
                let between = if apart { Between::Comma } else { Between::Nothing };
                let run = self.run(at);
                run.between = run.between.max(between);
            } else if self.open.is_in_data() {
                self.line_end(at, at);
                self.show(tag, name, Shown::All);
                if !tag.self_closing {
                    self.open.push(name, Says::Data, None);
                }
            } else {
                self.line_end(at, at);
            }
            return false;
        };
        let mut says = element.says;
        let class = tag.attribute(self.text, "class").unwrap_or_default();
        let mut label = None;
        match says {
            Says::Article => self.article(tag),
            Says::Hidden => {
                _ = self.run(at);
                return true;
            }
            Says::Joined | Says::Cell | Says::Break => {
                let between = match says {
                    Says::Joined => Between::Comma,
                    Says::Cell => Between::Cell,
                    _ if matches!(self.open.current().0, Mark::Paragraph | Mark::Lead | Mark::Item) => Between::Line,
                    _ => Between::Space,
                };
                if between == Between::Line {
                    self.line_end(at, at);
                } else {
                    let run = self.run(at);
                    run.between = run.between.max(between);
                }
                return false;
            }
            Says::Term if in_line => {
                _ = self.run(at);
                return false;
            }
            _ if self.open.is_in_row() && IN_CELL.contains(&element.name) => {
                let run = self.run(at);
                run.between = run.between.max(Between::Space);
                return false;
            }
            Says::Body if class == LEAD => says = Says::Line(Mark::Lead),
            // That of a message is data; that of a text says again what is known of it.
            Says::Data if element.name == "header" && self.open.is_in_body() => says = Says::Field,
            Says::Heading(mark) => {
                let role = tag.attribute(self.text, "role").unwrap_or("main").to_ascii_lowercase();
                says = if REWRITTEN.iter().any(|begin| class.starts_with(begin)) {
                    label = Some(class.to_owned());
                    Says::Field
                } else if self.open.is_in_body() {
                    Says::Line(Mark::Crosshead)
                } else if role.contains("sub") {
                    Says::Line(Mark::Deck)
                } else if role.ends_with("main") || role.ends_with("headline") {
                    Says::Line(mark)
                } else {
                    Says::Field
                };
            }
            Says::Line(Mark::Author) if REWRITTEN.iter().any(|begin| class.starts_with(begin)) => {
                (says, label) = (Says::Field, Some(class.to_owned()));
            }
            _ => {}
        }
        let sets_apart =
            matches!(says, Says::Line(Mark::Headline | Mark::Dateline | Mark::Author)) || element.name == "text";
        if self.form == Markup::Collection && sets_apart {
            // What was not closed before ends here.
            self.open.close_to_article();
        }
        if matches!(says, Says::Line(_)) {
            self.open.close_same(name);
        }
        let kind = (says == Says::Term).then(|| tag.attribute(self.text, "type")).flatten();
        if let Some(kind) = kind.filter(|kind| !kind.is_empty()) {
            label = Some(format!("{name} {kind}"));
        }
        self.line_end(at, at);
        // The element is open before its attributes are read, since they may begin its line.
        self.open.push(name, says, label);
        self.show(tag, name, element.shown);
        if tag.self_closing || EMPTY.contains(&element.name) {
            self.close(tag.range.end - 1, name, Some(element));
            self.coded = false;
        }
        false
    }

    /// An element ends at `at`, where its tag begins.
    fn close(&mut self, at: usize, name: &str, element: Option<&'static Element>) {
        if self.open.is_in_row() && element.is_some_and(|element| IN_CELL.contains(&element.name)) {
            let run = self.run(at);
            run.between = run.between.max(Between::Space);
            return;
        }
        if self.open.close(name) {
            self.line_end(at, at);
            return;
        }
        match element.map(|element| element.says) {
            Some(Says::Body | Says::Line(_) | Says::Field | Says::Data | Says::Heading(_)) => {
                self.line_end(at, at);
            }
            _ => _ = self.run(at),
        }
    }

    /// An article begins with this tag. It begins a line, unless it is in the middle of one.
    fn article(&mut self, tag: &Tag) {
        let at = tag.range.start;
        self.open = Elements::default();
        let Some(run) = self.run.take() else {
            if self.step.text.is_empty() {
                self.step.marks.push((0, Mark::Article));
            }
            return;
        };
        self.edit(run.start..at, if self.step.text.is_empty() { "" } else { "\n" });
        self.step.marks.push((self.step.text.len() as u32, Mark::Article));
        self.line = self.step.text.len();
    }

    /// Makes the attributes of a tag lines, or the beginning of the line of its text.
    fn show(&mut self, tag: &Tag, name: &str, shown: Shown) {
        self.coded = false;
        let (begin, end) = (tag.range.start, tag.range.end - 1);
        if let Shown::Pair(label, value) = shown {
            if let (Some(label), Some(value)) = (tag.attribute(self.text, label), tag.attribute(self.text, value))
                && !value.trim().is_empty()
            {
                self.line_end(begin, begin).label = Some(label.to_owned());
                self.value(value);
                self.line_end(end, end);
            }
            return;
        }
        let (mut any, mut coded) = (false, false);
        for (attribute, value) in tag.attributes(self.text) {
            let takes = |names: &[&str]| names.iter().any(|known| attribute.eq_ignore_ascii_case(known));
            let (takes, whole) = match shown {
                Shown::All => (!is_technical(attribute), true),
                Shown::Lines(names) => (takes(names), true),
                Shown::Value(names) => (takes(names), false),
                Shown::None | Shown::Pair(..) => return,
            };
            if !takes || value.trim().is_empty() {
                continue;
            }
            // A line is read from the name on, which stands behind the quote of the value before.
            let cut = if any { self.place(attribute) } else { begin };
            if whole {
                let begins = attribute.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
                let label = if begins { attribute.to_owned() } else { format!("{name} {attribute}") };
                self.line_end(cut, cut).label = Some(label);
            } else if coded {
                self.run(cut).between = Between::Space;
            } else {
                self.line_end(cut, cut);
                coded = true;
            }
            self.value(value);
            let is_language = name.eq_ignore_ascii_case("language") || shown != Shown::All && name != "name";
            if is_language && LANGUAGE.iter().any(|known| attribute.eq_ignore_ascii_case(known)) {
                self.step.marks.push((self.line as u32, Mark::Language));
            }
            any = true;
        }
        if any && !coded {
            self.line_end(end, end);
        }
        self.coded = coded;
    }

    fn place(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// The value of an attribute.
    fn value(&mut self, value: &str) {
        let start = self.place(value);
        self.collapsed(start..start + value.len());
        _ = self.run(start + value.len());
    }

    /// Text, in which a section of characters may end.
    fn characters(&mut self, range: Range<usize>) {
        let found =
            self.characters.then(|| memchr::memmem::find(self.text[range.clone()].as_bytes(), b"]]>")).flatten();
        let Some(end) = found.map(|at| range.start + at) else { return self.words(range) };
        self.words(range.start..end);
        self.characters = false;
        _ = self.run(end);
        self.words(end + 3..range.end);
    }

    /// Text between tags.
    fn words(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        if !self.open.keeps() || text.trim_ascii().is_empty() {
            return self.collapsed(range);
        }
        let begins = self.step.text.is_empty() || self.run.as_ref().is_some_and(|run| run.between == Between::Line);
        let space = text.len() - text.trim_ascii_start().len();
        let taken = if begins { text[..space].rfind('\n').map_or(0, |at| at + 1) } else { 0 };
        if taken > 0 {
            _ = self.run(range.start);
        }
        let mut at = range.start + taken;
        while at < range.end {
            let rest = &self.text[at..range.end];
            self.flush(at);
            if let Some((length, found)) = entities::read(rest) {
                self.edit(at..at + length, found.encode_utf8(&mut [0; 4]));
                at += length;
                continue;
            }
            let length = memchr::memchr(b'&', &rest.as_bytes()[1..]).map_or(rest.len(), |length| length + 1);
            self.step.text.push_str(&rest[..length]);
            at += length;
        }
    }

    /// Text in which white space is one space.
    fn collapsed(&mut self, range: Range<usize>) {
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let space = bytes[at..range.end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if space > 0 {
                let run = self.run(at);
                run.between = run.between.max(Between::Space);
                at += space;
                continue;
            }
            let rest = &self.text[at..range.end];
            if let Some(length) = self.open.holds_lines().then(|| escaped_break(rest)).flatten() {
                self.line_end(at, at);
                at += length;
                continue;
            }
            if let Some((length, found)) = entities::read(rest) {
                if found.is_ascii_whitespace() {
                    let run = self.run(at);
                    run.between = run.between.max(Between::Space);
                } else {
                    self.flush(at);
                    self.edit(at..at + length, found.encode_utf8(&mut [0; 4]));
                }
                at += length;
                continue;
            }
            // A sign that begins no reference is a character like others.
            let ends = |byte: &u8| *byte == b'&' || byte.is_ascii_whitespace();
            let length = rest.as_bytes()[1..].iter().position(ends).map_or(rest.len(), |length| length + 1);
            self.flush(at);
            self.step.text.push_str(&rest[..length]);
            at += length;
        }
    }

    /// Ends the run of markup before `at`, where text begins.
    fn flush(&mut self, at: usize) {
        let first = self.step.text.is_empty();
        let Some(run) = self.run.take() else {
            if first {
                self.begin_line(None, at..at);
            }
            return;
        };
        let lined = self.step.text.len() == self.line;
        if first || run.between == Between::Line {
            let cut = run.cut.unwrap_or(at).max(run.start);
            // The line end and the label are of the tag where there is nothing else.
            let cut = if cut == run.start && !lined { (cut + 1).min(at) } else { cut };
            if first || lined && self.step.text.ends_with('\n') {
                self.edit(run.start..cut, "");
            } else {
                self.join(run.start..cut, "\n");
            }
            self.begin_line(run.label, cut..at);
            return;
        }
        let between = match run.between {
            Between::Cell => "\t",
            Between::Comma | Between::Space | Between::Nothing if self.coded => " : ",
            Between::Comma if !lined && !self.step.text.ends_with([',', ' ']) => ", ",
            Between::Comma | Between::Space if !lined => " ",
            _ => "",
        };
        self.coded = false;
        self.join(run.start..at, between);
    }

    /// Puts `between` for a run. White space that is as it should be stays.
    fn join(&mut self, run: Range<usize>, between: &str) {
        let whole = &self.text[run.clone()];
        if between.len() == 1 && whole.ends_with(between) {
            self.edit(run.start..run.end - 1, "");
            self.step.text.push_str(between);
        } else if between == " " && whole.starts_with(between) {
            self.step.text.push_str(between);
            self.edit(run.start + 1..run.end, "");
        } else {
            self.edit(run, between);
        }
    }

    /// Begins a line with its mark and its label, which stands for the tags in `range`.
    fn begin_line(&mut self, label: Option<String>, range: Range<usize>) {
        let (mark, label) = match label {
            Some(label) => (Mark::Field, Some(label)),
            None => {
                let (mark, label) = self.open.current();
                (mark, label.map(ToOwned::to_owned))
            }
        };
        self.step.marks.push((self.step.text.len() as u32, mark));
        match label.filter(|_| !range.is_empty()) {
            Some(label) => {
                let signs = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
                let mut label: String = label.chars().take(LABEL).map(signs).collect();
                label.push_str(": ");
                self.edit(range, &label);
            }
            None => self.edit(range, ""),
        }
        (self.line, self.coded) = (self.step.text.len(), false);
    }

    /// Ends the file.
    fn finish(&mut self) {
        let Some(run) = self.run.take() else { return };
        let ends = run.between == Between::Line && self.step.text.len() > self.line;
        self.join(run.start..self.text.len(), if ends { "\n" } else { "" });
    }

    fn edit(&mut self, source: Range<usize>, text: &str) {
        if source.is_empty() {
            return;
        }
        let start = self.step.text.len() as u32;
        self.step.text.push_str(text);
        let end = self.step.text.len() as u32;
        self.step.edits.push(DecodeEdit::new(source.start as u32..source.end as u32, start..end, &RULE));
    }
}

/// The tag of a paragraph whose brackets are written as references, as some agencies put a whole text into one element: its length.
fn escaped_break(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("&lt;")?;
    let end = inner.as_bytes().iter().take(BREAK).position(|byte| *byte == b'&')?;
    let name = inner[..end].trim_start_matches('/').trim_end_matches(['/', ' ']);
    let known = ["br", "div", "p"].iter().any(|known| name.eq_ignore_ascii_case(known));
    (known && inner[end..].starts_with("&gt;")).then_some("&lt;".len() + end + "&gt;".len())
}

/// Whether an attribute is about the file and not about the article.
fn is_technical(name: &str) -> bool {
    ["class", "style", "xml:", "xmlns", "xsi:"].iter().any(|begin| name.starts_with(begin))
}
