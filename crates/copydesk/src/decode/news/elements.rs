//! The elements of the forms: what each says of its text and of its attributes.

use super::super::Mark;
use super::super::markup::Markup;

/// What an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// An article begins.
    Article,
    /// It holds lines of an article's text.
    Body,
    /// It holds what is said beside the text: whatever is in it is labelled lines.
    Data,
    /// Its text is one labelled line.
    Field,
    /// The same among what is said beside the text; in a line it is words of it.
    Term,
    /// Its text is a line, which is this.
    Line(Mark),
    /// The headline in the head of an article, a crosshead in its body.
    Heading(Mark),
    /// It goes on after a comma in its line.
    Joined,
    /// A cell of a row.
    Cell,
    /// A line ends.
    Break,
    /// Its content is no text.
    Hidden,
}

/// Which attributes of an element are lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// None.
    None,
    /// All, or these, each a line of its own.
    All,
    Lines(&'static [&'static str]),
    /// These stand before the text, in its line.
    Value(&'static [&'static str]),
    /// The value of the second is a line with the value of the first as its label.
    Pair(&'static str, &'static str),
}

/// An element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) says: Says,
    pub(super) shown: Shown,
}

const fn element(name: &'static str, says: Says, shown: Shown) -> Element {
    Element { name, says, shown }
}

const fn line(name: &'static str, mark: Mark) -> Element {
    element(name, Says::Line(mark), Shown::None)
}

const fn body(name: &'static str) -> Element {
    element(name, Says::Body, Shown::None)
}

const fn field(name: &'static str) -> Element {
    element(name, Says::Field, Shown::None)
}

/// Data with all its attributes.
const fn data(name: &'static str) -> Element {
    element(name, Says::Data, Shown::All)
}

/// What index terms of NITF say beside their text.
const TERM: Shown = Shown::Value(&["value", "location-code", "event-code"]);

/// What concepts of NewsML-G2 are named by.
const CONCEPT: Shown = Shown::Value(&["guid", "href", "literal", "qcode", "residref", "tag", "uri", "value"]);

const fn concept(name: &'static str) -> Element {
    element(name, Says::Field, CONCEPT)
}

/// The elements of texts, in NITF and in the XHTML of NewsML-G2. In order, as the others.
const TEXT: &[Element] = &[
    body("article"),
    body("block"),
    body("blockquote"),
    body("body"),
    body("body.content"),
    body("body.end"),
    element("body.head", Says::Data, Shown::None),
    body("bq"),
    element("br", Says::Break, Shown::None),
    line("caption", Mark::Caption),
    line("credit", Mark::Credit),
    line("dd", Mark::Item),
    body("div"),
    body("dl"),
    line("dt", Mark::Item),
    line("figcaption", Mark::Caption),
    body("figure"),
    line("h1", Mark::Crosshead),
    line("h2", Mark::Crosshead),
    line("h3", Mark::Crosshead),
    line("h4", Mark::Crosshead),
    line("h5", Mark::Crosshead),
    line("h6", Mark::Crosshead),
    data("head"),
    body("hr"),
    body("html"),
    element("img", Says::Body, Shown::Lines(&["alt"])),
    line("li", Mark::Item),
    element("meta", Says::Data, Shown::Pair("name", "content")),
    body("ol"),
    line("p", Mark::Paragraph),
    line("pre", Mark::Paragraph),
    element("script", Says::Hidden, Shown::None),
    body("section"),
    element("style", Says::Hidden, Shown::None),
    body("table"),
    element("td", Says::Cell, Shown::None),
    element("th", Says::Cell, Shown::None),
    field("title"),
    line("tr", Mark::Row),
    body("ul"),
];

/// The elements that NITF has beside these.
const NITF: &[Element] = &[
    field("abstract"),
    field("bibliography"),
    line("byline", Mark::Author),
    element("byttl", Says::Joined, Shown::None),
    element("classifier", Says::Term, TERM),
    line("copyrite", Mark::Copyright),
    line("dateline", Mark::Dateline),
    field("distributor"),
    element("event", Says::Term, TERM),
    body("fn"),
    element("function", Says::Term, TERM),
    line("hedline", Mark::Headline),
    element("hl1", Says::Heading(Mark::Headline), Shown::None),
    element("hl2", Says::Heading(Mark::Deck), Shown::None),
    element("hl3", Says::Heading(Mark::Deck), Shown::None),
    element("hl4", Says::Heading(Mark::Deck), Shown::None),
    element("location", Says::Term, TERM),
    body("media"),
    line("media-caption", Mark::Caption),
    data("media-metadata"),
    element("media-object", Says::Hidden, Shown::None),
    line("media-producer", Mark::Credit),
    element("media-reference", Says::Body, Shown::Lines(&["alternate-text", "source"])),
    element("nitf", Says::Article, Shown::Lines(&["baselang", "id", "uno", "xml:lang"])),
    body("nitf-table"),
    field("note"),
    element("object.title", Says::Term, TERM),
    element("org", Says::Term, TERM),
    element("person", Says::Term, TERM),
    line("rights", Mark::Copyright),
    field("slugline"),
    line("tagline", Mark::AuthorNote),
    element("virtloc", Says::Term, TERM),
];

/// The elements that NewsML-G2 has beside those of texts and of NITF.
const NEWSML: &[Element] = &[
    concept("accountable"),
    concept("altid"),
    element("assert", Says::Data, CONCEPT),
    concept("audience"),
    concept("broader"),
    line("by", Mark::Author),
    element("catalog", Says::Data, Shown::None),
    element("catalogref", Says::Data, Shown::None),
    field("contentcreated"),
    element("contentmeta", Says::Data, Shown::None),
    field("contentmodified"),
    body("contentset"),
    concept("contributor"),
    concept("copyrightholder"),
    line("copyrightnotice", Mark::Copyright),
    concept("creator"),
    field("creditline"),
    line("dateline", Mark::Dateline),
    field("description"),
    field("ednote"),
    field("embargoed"),
    field("firstcreated"),
    concept("genre"),
    element("header", Says::Data, Shown::None),
    element("headline", Says::Heading(Mark::Headline), Shown::None),
    concept("infosource"),
    body("inlinedata"),
    body("inlinexml"),
    concept("itemclass"),
    element("itemmeta", Says::Data, Shown::None),
    concept("itemref"),
    element("itemset", Says::Data, Shown::None),
    concept("keyword"),
    concept("language"),
    concept("link"),
    concept("located"),
    concept("memberof"),
    concept("narrower"),
    element("newsitem", Says::Article, Shown::Lines(&["guid", "version", "xml:lang"])),
    element("newsmessage", Says::Data, Shown::None),
    body("nitf"),
    concept("provider"),
    concept("pubstatus"),
    concept("rating"),
    concept("related"),
    concept("remotecontent"),
    element("rightsinfo", Says::Data, Shown::None),
    concept("sameas"),
    concept("service"),
    concept("signal"),
    field("slugline"),
    concept("subject"),
    concept("urgency"),
    field("usageterms"),
    field("versioncreated"),
];

/// The elements of the collections: of the Linguistic Data Consortium and of TREC, and of Reuters.
const COLLECTION: &[Element] = &[
    line("author", Mark::Author),
    line("byline", Mark::Author),
    element("code", Says::Field, Shown::Value(&["code"])),
    element("codes", Says::Data, Shown::Lines(&["class"])),
    field("companies"),
    line("copyright", Mark::Copyright),
    line("dateline", Mark::Dateline),
    element("dc", Says::Data, Shown::Pair("element", "value")),
    field("dd"),
    element("doc", Says::Article, Shown::All),
    element("editdetail", Says::Data, Shown::None),
    field("exchanges"),
    line("graphic", Mark::Caption),
    line("head", Mark::Headline),
    line("headline", Mark::Headline),
    line("hl", Mark::Headline),
    body("leadpara"),
    body("lp"),
    element("newsitem", Says::Article, Shown::Lines(&["date", "itemid", "xml:lang"])),
    field("orgs"),
    field("people"),
    field("places"),
    element("reuters", Says::Article, Shown::All),
    element("section", Says::Data, Shown::None),
    element("tablecell", Says::Cell, Shown::None),
    line("tablerow", Mark::Row),
    body("text"),
    line("ti", Mark::Headline),
    field("topics"),
    line("ttl", Mark::Headline),
    field("unknown"),
];

/// Elements that are words of a line, in any form.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "big",
    "chron",
    "cite",
    "code",
    "del",
    "denom",
    "dfn",
    "em",
    "font",
    "frac",
    "frac-sep",
    "i",
    "ins",
    "kbd",
    "lang",
    "mark",
    "money",
    "num",
    "numer",
    "postaddr",
    "pronounce",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
];

/// Whether an element that is in none of the tables is words of a line.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The elements of a form.
pub(super) fn of(form: Markup) -> &'static [&'static [Element]] {
    match form {
        Markup::Nitf => &[NITF, TEXT],
        Markup::NewsMl => &[NEWSML, NITF, TEXT],
        _ => &[COLLECTION, TEXT],
    }
}

/// The longest name of a known element.
const LONGEST: usize = 16;

/// The known element of a name.
pub(super) fn find(tables: &[&'static [Element]], name: &str) -> Option<&'static Element> {
    let mut small = [0; LONGEST];
    let small = small.get_mut(..name.len())?;
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    tables.iter().find_map(|table| {
        let found = table.binary_search_by(|element| element.name.as_bytes().cmp(small)).ok()?;
        table.get(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for table in [TEXT, NITF, NEWSML, COLLECTION] {
            for pair in table.windows(2) {
                assert!(pair[0].name < pair[1].name, "{} {}", pair[0].name, pair[1].name);
            }
            for element in table {
                assert!(element.name.len() <= LONGEST, "{}", element.name);
                assert_eq!(find(&[table], &element.name.to_ascii_uppercase()), Some(element));
            }
        }
        assert_eq!(find(&[TEXT], "a-name-that-is-longer"), None);
    }
}
