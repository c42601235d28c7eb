//! WordprocessingML: the main part of a DOCX file.
//!
//! Nothing depends on what is before it: each stretch of text is identified by the tag next to it. So a part of a file is read as it is
//! inside the file.

use memchr::memmem;

use super::chain::Step;
use super::markup::RULE;
use super::tags::{Tag, Tags, Token};
use super::{DecodeEdit, Mark, entities};

/// Elements whose text is said a second time elsewhere: in the drawing that a fallback stands for, at the place that words were moved to.
const TWICE: &[(&str, &str)] = &[("mc:Fallback", "</mc:Fallback>"), ("w:moveFrom", "</w:moveFrom>")];

/// Whether the text is such a part: its first element is the document.
pub(super) fn is_document(text: &str) -> bool {
    let first = Tags::new(text).find(|token| match token {
        Token::Text(range) => !text[range.clone()].trim().is_empty(),
        Token::Tag(_) => true,
        Token::Comment(_) | Token::Declaration(_) => false,
    });
    matches!(first, Some(Token::Tag(tag)) if &text[tag.name.clone()] == "w:document" && !tag.closing)
}

/// The text of a document.
pub(super) fn remove(text: &str) -> Step {
    let mut page = Page { text, done: 0, step: Step { text: String::new(), edits: Vec::new(), marks: Vec::new() } };
    let mut tags = Tags::new(text);
    // Text runs are between `<w:t>` and `</w:t>`, of which a torn document may lack one.
    let mut in_text = closes_text(text, &tags);
    let mut closed: [bool; TWICE.len()] = [true; TWICE.len()];
    while let Some(token) = tags.next() {
        let tag = match token {
            Token::Tag(tag) => tag,
            Token::Text(range) if in_text => {
                page.keep(range.start, range.end);
                continue;
            }
            _ => continue,
        };
        let name = &text[tag.name.clone()];
        in_text = name == "w:t" && !tag.closing && !tag.self_closing;
        match name {
            "w:p" if tag.closing || tag.self_closing => page.put("\n", tag.range.end),
            "w:br" | "w:cr" if !tag.closing => page.put("\n", tag.range.end),
            // One with attributes is a tab stop.
            "w:tab" if !tag.closing && text[tag.attributes.clone()].trim().is_empty() => page.put("\t", tag.range.end),
            "w:ptab" if !tag.closing => page.put("\t", tag.range.end),
            "w:noBreakHyphen" if !tag.closing => page.put("\u{2011}", tag.range.end),
            "w:bookmarkStart" => page.mark(&tag),
            _ if !tag.closing && !tag.self_closing => {
                let Some(which) = TWICE.iter().position(|(twice, _)| *twice == name) else { continue };
                let rest = &text.as_bytes()[tag.range.end..];
                match closed[which].then(|| memmem::find(rest, TWICE[which].1.as_bytes())).flatten() {
                    Some(end) => tags.seek(tag.range.end + end),
                    None => closed[which] = false,
                }
            }
            _ => {}
        }
    }
    page.take(text.len());
    page.step
}

/// Whether a text begins inside a run: its first tag ends one.
fn closes_text(text: &str, tags: &Tags<'_>) -> bool {
    let first = tags.clone().find_map(|token| match token {
        Token::Tag(tag) => Some(tag.closing && &text[tag.name] == "w:t"),
        _ => None,
    });
    first == Some(true)
}

struct Page<'t> {
    text: &'t str,
    /// How far the text has been taken or kept.
    done: usize,
    step: Step,
}

impl Page<'_> {
    /// What the text up to `end` becomes.
    fn put(&mut self, becomes: &str, end: usize) {
        let start = self.step.text.len() as u32;
        self.step.text.push_str(becomes);
        self.step.edits.push(DecodeEdit::new(self.done as u32..end as u32, start..self.step.text.len() as u32, &RULE));
        self.done = end;
    }

    /// Takes away what is left up to `end`.
    fn take(&mut self, end: usize) {
        if end > self.done {
            self.put("", end);
        }
    }

    /// Keeps what a run says, references as the characters that they stand for. A line end in a run is shown as a space.
    fn keep(&mut self, start: usize, end: usize) {
        self.take(start);
        while let Some(found) = memchr::memchr3(b'&', b'\n', b'\r', &self.text.as_bytes()[self.done..end]) {
            let at = self.done + found;
            self.keep_to(at);
            match entities::read(&self.text[at..end]) {
                Some((length, character)) => self.put(character.encode_utf8(&mut [0; 4]), at + length),
                None if self.text[at..].starts_with('&') => self.keep_to(at + 1),
                None => self.put(" ", at + if self.text[at..end].starts_with("\r\n") { 2 } else { 1 }),
            }
        }
        self.keep_to(end);
    }

    fn keep_to(&mut self, end: usize) {
        self.step.text.push_str(&self.text[self.done..end]);
        self.done = end;
    }

    /// What a bookmark says of its place.
    fn mark(&mut self, tag: &Tag) {
        let name = tag.attribute(self.text, "w:name").unwrap_or_default();
        let (kind, number) = name.split_once('_').unwrap_or((name, "0"));
        let mark = match kind {
            "Bookmark" if name != kind => Mark::Article,
            "Body" => Mark::Body,
            "Classification" => Mark::Classification,
            _ => return,
        };
        let found = (self.step.text.len() as u32, mark);
        let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        // Each article has its bookmark twice.
        if numbered && self.step.marks.last() != Some(&found) {
            self.step.marks.push(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_begins_with_its_element() {
        assert!(is_document("<?xml version=\"1.0\"?>\r\n<!-- x --><w:document xmlns:w=\"w\"><w:body/></w:document>"));
        for text in ["<w:documents>", "<html><w:document>", "x <w:document>", "</w:document>", ""] {
            assert!(!is_document(text), "{text}");
        }
    }

    #[test]
    fn text_is_what_stands_in_runs() {
        let text = "<w:body><w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>Bed &amp;</w:t></w:r>\n\
                    <w:r><w:tab/><w:t xml:space=\"preserve\"> break\nfast &#8211; &c</w:t><w:br/></w:r></w:p><w:p/>\
                    <w:p><w:r><w:instrText>PAGE</w:instrText><w:delText>gone</w:delText><wp:posOffset>12</wp:posOffset></w:r>\
                    <mc:Fallback><w:p><w:t>twice</w:t></w:p></mc:Fallback></w:p></w:body>";
        assert_eq!(remove(text).text, "Bed &\t break fast – &c\n\n\n\n");
        assert_eq!(remove("<w:t>a</w:t><mc:Fallback><w:t>b</w:t>").text, "ab");
    }

    #[test]
    fn the_edits_cover_what_was_taken_away() {
        let text = "<w:p><w:r><w:t>a&lt;</w:t></w:r></w:p><w:p><w:t>b</w:t></w:p>";
        let step = remove(text);
        let mut rebuilt = String::new();
        let mut at = 0;
        for edit in &step.edits {
            rebuilt.push_str(&text[at..edit.source.start as usize]);
            assert_eq!(rebuilt.len(), edit.text.start as usize);
            rebuilt.push_str(&step.text[edit.text.start as usize..edit.text.end as usize]);
            at = edit.source.end as usize;
        }
        rebuilt.push_str(&text[at..]);
        assert_eq!((rebuilt.as_str(), step.text.as_str()), ("a<\nb\n", "a<\nb\n"));
    }

    #[test]
    fn a_part_reads_as_it_does_in_the_whole() {
        let text = "<w:document><w:p><w:t>one</w:t></w:p><w:p><w:r><w:bookmarkStart w:name=\"Bookmark_2\"/>\
                    <w:bookmarkStart w:name=\"Bookmark_2\"/><w:t>two</w:t></w:r></w:p><w:p><w:bookmarkStart w:name=\"Body_1\"/>\
                    <w:t>Body</w:t></w:p><w:p><w:bookmarkStart w:name=\"Bookmark_x\"/><w:bookmarkStart w:name=\"Bookmark\"/></w:p>";
        let whole = remove(text);
        assert_eq!(whole.text, "one\ntwo\nBody\n\n");
        assert_eq!(whole.marks, [(4, Mark::Article), (8, Mark::Body)]);
        for cut in 0..text.len() {
            let (first, second) = (remove(&text[..cut]), remove(&text[cut..]));
            if text[..cut].ends_with("</w:p>") {
                assert_eq!(format!("{}{}", first.text, second.text), whole.text, "{cut}");
            }
        }
        // Torn inside a run, both sides keep their words.
        assert_eq!((remove("<w:t>tw").text, remove("o</w:t></w:p>").text), ("tw".into(), "o\n".into()));
    }
}
