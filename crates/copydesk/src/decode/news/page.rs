//! Reads a file: what each tag says of the line that it begins, goes on with or ends.

use super::super::Mark;
use super::super::chain::Step;
use super::super::markup::Markup;
use super::super::tags::{Tag, Tags, Token};
use super::elements::{self, Element, Says, Shown};
use super::open::Elements;
use super::run::{Between, Run};
use super::{forms, subset_end};

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

/// How far behind a tag that is not known the one is looked for that closes it.
const CLOSING: usize = 1024;

/// A file while it is read.
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    form: Markup,
    pub(super) step: Step,
    pub(super) run: Option<Run>,
    pub(super) open: Elements<'t>,
    /// Where what the line says begins, behind its label.
    pub(super) line: usize,
    /// Whether the line so far is what attributes say, and text is set off from it.
    pub(super) coded: bool,
    /// Inside a section of characters.
    pub(super) characters: bool,
    /// Where the last tag ended that closes an element.
    closed: usize,
}

/// Reads a file or a part of one.
pub(super) fn read(text: &str, form: Markup) -> Step {
    let step =
        Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: vec![(0, Mark::Tagged(form))] };
    let mut page = Page {
        text,
        form,
        step,
        run: None,
        open: Elements::default(),
        line: 0,
        coded: false,
        characters: false,
        closed: 0,
    };
    let tables = elements::of(form);
    let mut tags = Tags::strict(text);
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
            Token::Tag(tag) => {
                begun = true;
                let name = forms::local(text, &tag);
                let element = elements::find(tables, name);
                if page.is_words(&tag, element.is_some()) {
                    page.characters(tag.range);
                } else if tag.closing {
                    page.close(tag.range.start, name, element);
                    page.closed = tag.range.end;
                } else if page.open(&tag, name, element) && !tag.self_closing && !endless {
                    match end_of(text.as_bytes(), tag.range.end, name) {
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
fn end_of(bytes: &[u8], from: usize, name: &str) -> Option<usize> {
    let is_end = |&at: &usize| {
        bytes[at + 1..].first() == Some(&b'/')
            && bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memchr_iter(b'<', &bytes[from..]).map(|at| from + at).find(is_end)
}

impl<'t> Page<'t> {
    /// Whether what looks like a tag is words: an address, a name between angle brackets, a sign that another follows much later.
    fn is_words(&self, tag: &Tag, known: bool) -> bool {
        let name = &self.text[tag.name.clone()];
        if !is_name(name) {
            return true;
        }
        let bare = tag.has_bare_attribute(self.text);
        if known || bare {
            return bare && (!known || self.text[tag.range.clone()].contains('\n'));
        }
        let in_words = self.characters || self.form == Markup::Collection && self.open.is_in_text();
        let alone = in_words && !tag.closing && !tag.self_closing && tag.attributes.is_empty();
        let bytes = self.text.as_bytes();
        let window = &bytes[..bytes.len().min(tag.range.end + CLOSING)];
        alone && !elements::is_inline(name) && end_of(window, tag.range.end, name).is_none()
    }

    /// Whether words of the line stand before what comes next.
    fn is_behind_words(&self) -> bool {
        self.step.text.len() > self.line && self.run.as_ref().is_none_or(|run| run.between < Between::Line)
    }

    /// What sets an element in a line apart from what is before it: names of one thing are, in several languages, say; in a dateline
    /// and in what is said beside the text, also elements with nothing between.
    fn apart(&self, name: &str, at: usize) -> Between {
        let mark = self.open.current().0;
        let names = ["d", "name"].iter().any(|known| name.eq_ignore_ascii_case(known));
        let close = self.closed == at && !elements::is_inline(name);
        match mark {
            Mark::Field if names && self.form != Markup::Nitf => Between::Comma,
            Mark::Dateline if close => Between::Comma,
            Mark::Author | Mark::Field if close => Between::Space,
            _ => Between::Nothing,
        }
    }

    /// A fraction is set off from a number, and its denominator from its numerator.
    fn fraction(&mut self, name: &str, at: usize) {
        if !self.step.text.ends_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        if name.eq_ignore_ascii_case("frac") {
            let run = self.run(at);
            run.between = run.between.max(Between::Space);
        } else if name.eq_ignore_ascii_case("denom")
            && let Some(run) = self.run.take_if(|run| run.between <= Between::Space)
        {
            self.join(run.start..at, "/");
        }
    }

    /// A tag that opens an element. Returns whether its content is to be passed over.
    fn open(&mut self, tag: &Tag, name: &'t str, element: Option<&'static Element>) -> bool {
        let at = tag.range.start;
        let in_line = self.open.is_in_line();
        let Some(element) = element else {
            self.fraction(name, at);
            if in_line {
                let between = self.apart(name, at);
                let run = self.run(at);
                run.between = run.between.max(between);
            } else if elements::is_inline(name) && (self.open.holds_lines() || self.is_behind_words()) {
                _ = self.run(at);
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
                    run.cells += usize::from(between == Between::Cell);
                }
                return false;
            }
            Says::Term if in_line || self.open.holds_lines() => {
                let between = self.apart(name, at);
                let run = self.run(at);
                run.between = run.between.max(between);
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
        (self.open, self.characters) = (Elements::default(), false);
        let Some(run) = self.run.take() else {
            if self.step.text.is_empty() || self.step.text.ends_with('\n') {
                self.line = self.step.text.len();
                self.step.marks.push((self.line as u32, Mark::Article));
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
        self.collapsed(start..start + value.len(), false);
        _ = self.run(start + value.len());
    }
}

/// Whether a tag may have this name: an address is none.
fn is_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'-' | b'.' | b':' | b'_');
    name.bytes().all(is_part) && !name.ends_with(':') && !name.starts_with("www.")
}

/// Whether an attribute is about the file and not about the article.
fn is_technical(name: &str) -> bool {
    ["class", "style", "xml:", "xmlns", "xsi:"].iter().any(|begin| name.starts_with(begin))
}
