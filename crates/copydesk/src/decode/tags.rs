//! A scanner for tags: which parts of a text are markup, and which are between.
//!
//! It reads HTML and XML alike, and keeps no state between tokens, so it may begin and end anywhere. A torn tag is text.

use std::ops::Range;

use memchr::{memchr, memchr2, memchr3, memmem};

/// A stretch of the text. The stretches cover it, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// What is no markup.
    Text(Range<usize>),
    /// `<p class="lead">`, `</p>`, `<br/>`.
    Tag(Tag),
    /// A comment, with its signs.
    Comment(Range<usize>),
    /// `<!DOCTYPE html>`, `<?xml … ?>`, and the opening sign of a section of characters: `<![CDATA[`.
    Declaration(Range<usize>),
}

/// One tag. All ranges are of the scanned text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// All of it, with its brackets.
    pub(super) range: Range<usize>,
    /// `w:p`, as it is written.
    pub(super) name: Range<usize>,
    /// `</p>`.
    pub(super) closing: bool,
    /// `<br/>`.
    pub(super) self_closing: bool,
    /// What is between the name and the end, without the slash.
    pub(super) attributes: Range<usize>,
}

impl Tag {
    /// The value of an attribute, without its quotes; character references in it stay as they are. Names are compared as ASCII without
    /// regard to case.
    pub(super) fn attribute<'t>(&self, text: &'t str, name: &str) -> Option<&'t str> {
        self.attributes(text).find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The attributes: each name, and its value as it stands between its quotes, empty where there is none.
    pub(super) fn attributes<'t>(&self, text: &'t str) -> Attributes<'t> {
        Attributes { rest: text.get(self.attributes.clone()).unwrap_or("") }
    }

    /// Whether one of the attributes is a name alone, without a value, as words are.
    pub(super) fn has_bare_attribute(&self, text: &str) -> bool {
        self.attributes(text).any(|(name, _)| {
            let end = name.as_ptr() as usize + name.len() - text.as_ptr() as usize;
            !text[end..self.attributes.end.max(end)].trim_ascii_start().starts_with('=')
        })
    }
}

/// The attributes of a tag, in order.
pub(super) struct Attributes<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A name has at least one character, be it `=`.
        let length = rest.char_indices().skip(1).find(|&(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let (name, after) = rest.split_at(length.map_or(rest.len(), |(at, _)| at));
        let value;
        (value, self.rest) = match after.trim_ascii_start().strip_prefix('=') {
            Some(after) => split_value(after.trim_ascii_start()),
            None => (&after[..0], after),
        };
        Some((name, value))
    }
}

/// An attribute's value, and what is after it.
fn split_value(text: &str) -> (&str, &str) {
    match text.bytes().next() {
        Some(quote @ (b'"' | b'\'')) => {
            let value = &text[1..];
            memchr(quote, value.as_bytes()).map_or((value, ""), |end| (&value[..end], &value[end + 1..]))
        }
        _ => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

/// The tokens of a text.
#[derive(Clone)]
pub(super) struct Tags<'t> {
    text: &'t str,
    at: usize,
    /// Whether a `>` in a quoted value ends no tag; until one value never ends.
    quotes: bool,
    /// Whether there may be an end of a comment, and of a tag, ahead.
    comments: bool,
    ends: bool,
    /// Whether a `<` outside of values ends what looked like a tag.
    strict: bool,
}

/// How long a quoted value with a `<` in it may be.
const VALUE: usize = 256;

impl<'t> Tags<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, quotes: true, comments: true, ends: true, strict: false }
    }

    /// The tokens of a text in which words may stand between angle brackets: no tag goes on over the `<` of the next.
    pub(super) fn strict(text: &'t str) -> Self {
        Self { strict: true, ..Self::new(text) }
    }

    /// Goes on from here, which must be a place between characters: what is between is passed over.
    pub(super) fn seek(&mut self, at: usize) {
        self.at = at.clamp(self.at, self.text.len());
    }

    /// The markup that begins at `start`, if it is markup and ends.
    fn markup(&mut self, start: usize) -> Option<Token> {
        let bytes = self.text.as_bytes();
        match bytes.get(start + 1)? {
            b'!' | b'?' => {
                let rest = &bytes[start..];
                if rest.starts_with(b"<![CDATA[") {
                    return Some(Token::Declaration(start..start + 9));
                }
                if self.comments && rest.starts_with(b"<!--") {
                    // `<!-->` is one, too.
                    match memmem::find(&rest[2..], b"-->") {
                        Some(end) => return Some(Token::Comment(start..start + 2 + end + 3)),
                        None => self.comments = false,
                    }
                }
                Some(Token::Declaration(start..self.after(start)?))
            }
            b'/' if bytes.get(start + 2).is_some_and(u8::is_ascii_alphabetic) => {
                let end = if self.strict { self.strict_end(start)? } else { self.after(start)? };
                Some(Token::Tag(self.tag(start, end)))
            }
            byte if byte.is_ascii_alphabetic() => {
                let end = if self.strict { self.strict_end(start)? } else { self.tag_end(start)? };
                Some(Token::Tag(self.tag(start, end)))
            }
            _ => None,
        }
    }

    /// The place after the next `>`.
    fn after(&mut self, from: usize) -> Option<usize> {
        let end = self.ends.then(|| memchr(b'>', &self.text.as_bytes()[from..])).flatten();
        self.ends = end.is_some();
        end.map(|end| from + end + 1)
    }

    /// The end of the tag that opens at `start`, after its `>`.
    fn tag_end(&mut self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let first = self.after(start)?;
        if !self.quotes {
            return Some(first);
        }
        let (mut at, mut end) = (start, first);
        while let Some(quote) = memchr2(b'"', b'\'', &bytes[at..end]).map(|quote| at + quote) {
            at = quote + 1;
            if bytes[..quote].trim_ascii_end().last() != Some(&b'=') {
                continue;
            }
            let Some(closed) = memchr(bytes[quote], &bytes[at..]).map(|closed| at + closed + 1) else {
                self.quotes = false;
                return Some(first);
            };
            at = closed;
            if closed >= end {
                match memchr(b'>', &bytes[closed..]) {
                    Some(next) => end = closed + next + 1,
                    None => {
                        self.quotes = false;
                        return Some(first);
                    }
                }
            }
        }
        Some(end)
    }

    /// The end of the tag that opens at `start`, if no `<` comes before it outside of values.
    fn strict_end(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        loop {
            at += memchr3(b'<', b'>', b'=', &bytes[at..])? + 1;
            match bytes[at - 1] {
                b'>' => return Some(at),
                b'<' => return None,
                _ => {
                    let space = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                    at += space;
                    if let Some(end) = self.value_end(at) {
                        at = end;
                    }
                }
            }
        }
    }

    /// The end of a quoted value that begins at `open`. A `<` is one only of a value that ends on its line and before an attribute or the
    /// end of the tag; else the value was never closed.
    fn value_end(&self, open: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let quote = *bytes.get(open).filter(|quote| matches!(quote, b'"' | b'\''))?;
        let from = open + 1;
        let first = from + memchr2(quote, b'<', &bytes[from..])?;
        if bytes[first] == quote {
            return Some(first + 1);
        }
        let window = &bytes[first..bytes.len().min(first + VALUE)];
        let end = memchr2(quote, b'\n', window).map(|end| first + end)?;
        let ends = bytes.get(end + 1).is_some_and(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/'));
        (bytes[end] == quote && ends).then_some(end + 1)
    }

    fn tag(&self, start: usize, end: usize) -> Tag {
        let bytes = self.text.as_bytes();
        let closing = bytes[start + 1] == b'/';
        let name_start = start + 1 + usize::from(closing);
        let mut inner_end = end - 1;
        let self_closing = !closing && inner_end > name_start && bytes[inner_end - 1] == b'/';
        inner_end -= usize::from(self_closing);
        let name = bytes[name_start..inner_end].iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/');
        let name_end = name.map_or(inner_end, |length| name_start + length);
        Tag { range: start..end, name: name_start..name_end, closing, self_closing, attributes: name_end..inner_end }
    }
}

impl Iterator for Tags<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        let mut from = start;
        loop {
            let Some(open) = memchr(b'<', &self.text.as_bytes()[from..]).map(|open| from + open) else {
                self.at = self.text.len();
                return (start < self.at).then_some(Token::Text(start..self.at));
            };
            if open > start && self.looks_open(open) {
                self.at = open;
                return Some(Token::Text(start..open));
            }
            if let Some(token) = (open == start).then(|| self.markup(open)).flatten() {
                self.at = match &token {
                    Token::Text(range) | Token::Comment(range) | Token::Declaration(range) => range.end,
                    Token::Tag(tag) => tag.range.end,
                };
                return Some(token);
            }
            from = open + 1;
        }
    }
}

impl Tags<'_> {
    /// Whether the `<` may open markup: `a < b` and `<3` do not.
    fn looks_open(&self, open: usize) -> bool {
        let bytes = self.text.as_bytes();
        match bytes.get(open + 1) {
            Some(b'/') => bytes.get(open + 2).is_some_and(u8::is_ascii_alphabetic),
            Some(byte) => byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?'),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens as text: a tag with its parts.
    fn shown(text: &str) -> Vec<String> {
        let mut at = 0;
        let mut shown = Vec::new();
        for token in Tags::new(text) {
            let (range, line) = match token {
                Token::Text(range) => (range.clone(), format!("text {}", &text[range])),
                Token::Comment(range) => (range.clone(), format!("comment {}", &text[range])),
                Token::Declaration(range) => (range.clone(), format!("declaration {}", &text[range])),
                Token::Tag(tag) => {
                    let kind = match (tag.closing, tag.self_closing) {
                        (true, _) => "close",
                        (_, true) => "empty",
                        _ => "open",
                    };
                    (tag.range, format!("{kind} {}|{}", &text[tag.name], text[tag.attributes].trim()))
                }
            };
            assert_eq!(range.start, at, "{text:?}");
            at = range.end;
            shown.push(line);
        }
        assert_eq!(at, text.len(), "{text:?}");
        shown
    }

    #[test]
    fn tags_and_what_is_between() {
        assert_eq!(
            shown("<?xml version=\"1.0\"?><w:p><w:t xml:space=\"preserve\">a </w:t><w:br/></w:p >"),
            [
                "declaration <?xml version=\"1.0\"?>",
                "open w:p|",
                "open w:t|xml:space=\"preserve\"",
                "text a ",
                "close w:t|",
                "empty w:br|",
                "close w:p|"
            ]
        );
        assert_eq!(
            shown("<!DOCTYPE html><!-- <p> --><P CLASS=c1>x<![CDATA[y]]>"),
            [
                "declaration <!DOCTYPE html>",
                "comment <!-- <p> -->",
                "open P|CLASS=c1",
                "text x",
                "declaration <![CDATA[",
                "text y]]>"
            ]
        );
    }

    #[test]
    fn what_is_no_markup_is_text() {
        assert_eq!(shown("a < b, <3, </ x <"), ["text a < b, <3, </ x <"]);
        assert_eq!(shown("<a title='x > y' href=\"/\">z"), ["open a|title='x > y' href=\"/\"", "text z"]);
        assert_eq!(shown("<p><i>it's</i>"), ["open p|", "open i|", "text it's", "close i|"]);
    }

    #[test]
    fn a_torn_text_is_read_to_its_end() {
        assert_eq!(shown(" w:val=\"1\"/>x<w:t"), ["text  w:val=\"1\"/>x", "text <w:t"]);
        assert_eq!(shown("<a x=\"1>y</a>"), ["open a|x=\"1", "text y", "close a|"]);
        assert_eq!(shown("a<!-- b <i>c"), ["text a", "declaration <!-- b <i>", "text c"]);
        for text in ["", "<", "<!", "<!--", "</", "<a", "<a x='", "<é>", "<a =\"<a =\"", "<![CDATA"] {
            shown(text);
        }
    }

    #[test]
    fn what_never_ends_is_looked_for_once() {
        for unit in ["<a", "<a =\"", "<!", "<!--", "</a", "<a ='<b =\"", "<a =\"><b ='>", "<a =\"'> <![CDATA["] {
            let text = unit.repeat(200_000);
            assert!(Tags::new(&text).count() > 0, "{unit}");
        }
    }

    #[test]
    fn a_strict_tag_ends_before_the_next() {
        let tags = |text: &str| {
            let tags = Tags::strict(text).filter_map(|token| match token {
                Token::Tag(tag) => Some(text[tag.range].to_owned()),
                _ => None,
            });
            tags.collect::<Vec<_>>()
        };
        assert_eq!(tags("I <x all of it\n<p>a</p"), ["<p>"]);
        assert_eq!(tags("<a x=\"b <i> c\" y='>'>d</a>"), ["<a x=\"b <i> c\" y='>'>", "</a>"]);
        assert_eq!(tags("<a x=\"b><i>c said \"d\"</i>"), ["<a x=\"b>", "<i>", "</i>"]);
        for unit in ["<a", "<a =\"", "</a", "<a ='<b =\"", "<a =\"><b ='>", "<a x=\"<a x=\" x="] {
            let text = unit.repeat(200_000);
            assert!(Tags::strict(&text).count() > 0, "{unit}");
        }
    }

    #[test]
    fn attributes_are_found_by_name() {
        let value = |text: &'static str, name| match Tags::new(text).next() {
            Some(Token::Tag(tag)) => tag.attribute(text, name),
            _ => None,
        };
        let text = "<w:x w:id=\"7\" W:Name = 'Body_0' bare c=d/>";
        assert_eq!(value(text, "w:name"), Some("Body_0"));
        assert_eq!(value(text, "w:id"), Some("7"));
        assert_eq!(value(text, "bare"), Some(""));
        assert_eq!(value(text, "c"), Some("d"));
        assert_eq!(value(text, "id"), None);
        assert_eq!(value("<a = b \"c>", "d"), None);
    }
}
