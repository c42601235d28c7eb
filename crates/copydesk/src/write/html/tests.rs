//! The format `html`, on small articles and on random ones.

use super::*;
use crate::annotate::{Column, ColumnType, Table, Value};
use crate::{Options, Risk, Source, links};

fn parse(text: impl AsRef<[u8]>) -> Document {
    let options = Options::new().layers(&[&links::LAYER]).repairs(Risk::All);
    options.parse(&Source::new(text.as_ref().to_vec()).expect("a short source"))
}

/// The document with a row of these words over each of these places.
fn with_rows(document: Document, rows: &[(u32, u32, &str)]) -> Document {
    let column = Column { name: "word".into(), kind: ColumnType::String, nullable: false, doc: "What it says.".into() };
    let mut table = Table::new("a \"b\"", vec![column]);
    for &(start, end, word) in rows {
        table.push_row(TextSpan::new(start, end), &[Value::String(word)]).expect("a row of the column");
    }
    document.with_layer(table)
}

fn fragment(document: &Document) -> String {
    let html = html_fragment(document, usize::MAX);
    assert_closed(&html);
    html
}

/// The content of the first block.
fn content(document: &Document) -> String {
    let html = fragment(document);
    let (_, rest) = html.split_once("<div class=\"content\">").expect("a block");
    rest.split_once("</div></div>").expect("its end").0.to_owned()
}

/// Whether every element is closed in order, and every attribute's value ends in its own tag.
fn assert_closed(html: &str) {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        assert!(
            !rest[..at].contains(['>', '"', '\'']) || open.last() == Some(&"style"),
            "raw marks in {}",
            &rest[..at]
        );
        let tag = &rest[at + 1..];
        let mut quoted = false;
        let end = tag.find(|c| {
            quoted ^= c == '"';
            assert!(c != '<', "`<` in a tag of {html}");
            c == '>' && !quoted
        });
        let end = end.unwrap_or_else(|| panic!("a tag does not end in {html}"));
        let name = tag[..end].split(' ').next().unwrap_or("");
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "closed out of order in {html}"),
            None if matches!(name, "meta" | "!doctype") => {}
            None => open.push(name),
        }
        rest = &tag[end + 1..];
    }
    assert!(open.is_empty(), "{open:?} is not closed in {html}");
}

#[test]
fn nothing_of_the_source_is_markup() {
    let document = parse("He said <script>alert('1 & \"2\"')</script>\u{1b}\u{202e}.");
    let escaped = "He said &lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;\\u{1b}<sup \
                   title=\"stray-character: a control character, where a letter may be lost\">1</sup>\\u{202e}.";
    assert_eq!(content(&document), escaped);
    let page = write(&document, "a <b>.txt");
    assert_closed(&page);
    assert!(
        page.contains("<title>a &lt;b&gt;.txt</title>") && page.contains("<b>a &lt;b&gt;.txt</b> · plain"),
        "{page}"
    );
    assert!(page.contains("<html>"), "the language is unknown: {page}");
}

#[test]
fn a_repair_says_what_was_there_and_why_it_is_not() {
    let content =
        content(&parse("The year- on- year fall in two- year loans and the ten- year bond was the largest of all."));
    let repair = "year<del title=\"spaced-hyphen · safe · chain, document:3\">-␣</del>\
                  <ins title=\"spaced-hyphen · safe · chain, document:3\">-</ins>on";
    assert!(content.contains(repair), "{content}");
}

#[test]
fn a_note_is_a_number_and_is_listed() {
    let source = "The third calls it a gift to a well- connected firm and has asked for the accounts.";
    let document = Options::new().parse(&Source::new(source).expect("a short source"));
    let html = fragment(&document);
    assert!(html.contains("a well-<sup title=\"ambiguous-hyphen: a space"), "{html}");
    assert!(html.contains("<li><sup>1</sup> ambiguous-hyphen, bytes 35..37: a space after the hyphen"), "{html}");
    assert!(
        html.contains("plain · en · 0 repairs · 1 note · ") || html.contains("plain · en · 0 repairs · 1 note</p>")
    );
}

#[test]
fn rows_that_overlap_are_cut_into_stretches() {
    let document = with_rows(parse("one two three"), &[(0, 7, "x<y"), (4, 13, "z")]);
    let expected = "<span class=\"layer layer-a--b-\" title=\"a &quot;b&quot;: word=x&lt;y\">one </span>\
        <span class=\"layer overlap layer-a--b-\" title=\"a &quot;b&quot;: word=x&lt;y&#10;a &quot;b&quot;: word=z\">two</span>\
        <span class=\"layer layer-a--b-\" title=\"a &quot;b&quot;: word=z\"> three</span>";
    assert_eq!(content(&document), expected);
}

#[test]
fn a_row_goes_over_blocks_and_a_row_inside_a_character_goes_round_it() {
    let document = with_rows(parse("One is said.\n\nTwo is said."), &[(4, 17, "x")]);
    let html = fragment(&document);
    let over =
        |text: &str| format!("<span class=\"layer layer-a--b-\" title=\"a &quot;b&quot;: word=x\">{text}</span>");
    assert!(
        html.contains(&format!("One {}<", over("is said."))) && html.contains(&format!("{} is", over("Two"))),
        "{html}"
    );
    assert_eq!(content(&with_rows(parse("aéb"), &[(2, 2, "x")])).matches("é").count(), 1);
    assert!(content(&with_rows(parse("aéb"), &[(2, 3, "x")])).contains(">é</span>b"));
}

#[test]
fn a_row_over_a_repair_is_one_element_with_it() {
    let document = parse("The year- on- year fall in two- year loans and the ten- year bond was the largest of all.");
    assert!(document.text().starts_with("The year-on-year"));
    let content = content(&with_rows(document, &[(4, 9, "x"), (8, 16, "y")]));
    let end = "document:3&#10;a &quot;b&quot;: word=x&#10;a &quot;b&quot;: word=y\">-";
    assert!(content.contains(&format!("{end}␣</del><ins class=\"layer overlap layer-a--b-\"")), "{content}");
    assert!(
        content.contains(&format!("{end}</ins><span class=\"layer layer-a--b-\" title=\"a &quot;b&quot;: word=y\">on"))
    );
}

#[test]
fn what_has_no_text_is_shown_all_the_same() {
    // The byte order mark became nothing, and the rows cover nothing: in the text, at its end, and in white space.
    let document = parse("\u{feff}One is said.\n\n\nTwo is said.\n");
    let end = document.text().len() as u32;
    let html = fragment(&with_rows(document, &[(3, 3, "x"), (12, 12, "y"), (13, 14, "z"), (end, end, "end")]));
    assert!(html.contains("<del title=\"encoding · safe"), "{html}");
    assert!(html.contains(">\\u{feff}</del>One<span class=\"layer layer-a--b- point\""), "{html}");
    assert_eq!(html.matches(" point\"").count(), 4, "{html}");
    let empty = fragment(&with_rows(parse(""), &[(0, 0, "x")]));
    assert_eq!(empty.matches(" point\"").count(), 1, "{empty}");
}

#[test]
fn bytes_that_are_not_utf8_are_shown() {
    let content = content(&parse(b"caf\xf0\x9f said"));
    assert!(
        content.contains(">\\xf0\\x9f</del><ins title=\"encoding · safe")
            && content.contains(">\u{fffd}</ins><sup title=\"encoding: "),
        "{content}"
    );
}

#[test]
fn past_the_limit_it_says_how_much_more_there_is() {
    let document = parse("One was said here.\n\nTwo was said.\n\nThree were said.\n");
    for (limit, blocks, more) in
        [(0, 0, "3 more blocks"), (18, 1, "2 more blocks"), (31, 2, "1 more block<"), (100, 3, "")]
    {
        let html = html_fragment(&document, limit);
        assert_closed(&html);
        assert_eq!(html.matches("<div class=\"content\">").count(), blocks, "{limit}: {html}");
        assert_eq!(html.contains("class=\"more\">"), !more.is_empty(), "{limit}: {html}");
        assert!(html.contains(more), "{limit}: {html}");
    }
    let html = html_fragment(&parse("ééé said- so it was"), 3);
    assert_closed(&html);
    assert!(
        html.contains("<div class=\"content\">é</div>") && html.contains("… 20 more bytes of this block<"),
        "{html}"
    );
}

#[test]
fn the_header_is_a_list_and_a_missing_byline_is_said() {
    let source = "Harbour Gazette\n\nFerry returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n";
    let document = parse(source);
    let html = fragment(&document);
    for field in ["publication</dt><dd>Harbour Gazette", "headline</dt><dd>Ferry returns", "byline</dt><dd>none"] {
        assert!(html.contains(&format!("<div><dt>{field}</dd></div>")), "{html}");
    }
    assert!(html.contains("role-furniture\"><div class=\"margin\">furniture (navigation) "), "{html}");
    assert!(!html.contains("role-blank"), "{html}");
    let page = write(&document, "id");
    assert!(page.starts_with("<!doctype html>\n<html") && page.contains("<title>Ferry returns</title>"), "{page}");
    let short = html_fragment(&document, 20);
    assert_closed(&short);
    assert!(short.contains("Ferry<span class=\"more\">… 8 more bytes</span>"), "{short}");
    assert!(short.contains("… 1 more field of the header"), "{short}");
}

#[test]
fn a_field_without_a_label_is_called_by_what_it_is() {
    let flash = "\u{1}eka007 1 i 21 kkkka   dpa 007\r\n\r\nFerry/\r\n\u{2}URGENT: FERRY ADRIFT =\r\n\r\n   Skerry (dpa) - The \
                 ferry of Skerry was adrift.\r\n\r\n\u{3}010203 GMT Jan 99 \r\n\u{7f}\u{4}";
    let html = fragment(&parse(flash));
    for field in ["headline</dt><dd>URGENT: FERRY ADRIFT", "publisher</dt><dd>dpa", "identifier</dt><dd>eka007"] {
        assert!(html.contains(&format!("<div><dt>{field}</dd></div>")), "{html}");
    }
}

#[test]
fn an_empty_document_is_a_page() {
    let document = parse("");
    let html = fragment(&document);
    assert!(html.contains("plain · language unknown · 0 repairs · 0 notes"), "{html}");
    assert!(!html.contains("class=\"block") && !html.contains("<dl>"), "{html}");
    assert_closed(&write(&document, ""));
}

#[test]
fn a_layer_s_name_and_a_title_have_their_limits() {
    let column = Column { name: "<c>".into(), kind: ColumnType::Index, nullable: true, doc: "".into() };
    let mut table = Table::new("x y\u{e9}}<z", vec![column]);
    for _ in 0..20 {
        table.push_row(TextSpan::new(0, 3), &[Value::Null]).expect("a row of the column");
    }
    let html = fragment(&parse("one two").with_layer(table));
    assert!(
        html.contains(".copydesk .layer-x-y---z {") && html.contains("class=\"layer overlap layer-x-y---z\""),
        "{html}"
    );
    assert!(html.contains("&#10;and 4 more\">one</span> two"), "{html}");
}

/// Random pieces of articles with random rows over them: the tags are in order, and what is not marked is the text.
#[test]
fn tags_are_in_order_whatever_the_source() {
    let mut state = 7_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let words: [&[u8]; 14] = [
        b"year- on- year",
        b"\xff\xff",
        "é\u{202e}".as_bytes(),
        b"\n\n",
        b"  \n",
        b"<b>&\"'",
        b"( SCT)",
        b"$ 5",
        b"desk@paper.example",
        b"the harbour of Norhaven",
        b"\r\n\r\n",
        b"\xef\xbb\xbf",
        b"Newspapers in English\n\n",
        b"well- known",
    ];
    for round in 0..400 {
        let mut source = Vec::new();
        for _ in 0..random(30) {
            source.extend_from_slice(words[random(words.len())]);
            source.push(b' ');
        }
        let document = parse(&source);
        let len = document.text().len();
        let mut rows: Vec<(u32, u32, &str)> = Vec::new();
        for _ in 0..random(12) {
            let (one, other) = (random(len + 1) as u32, random(len + 1) as u32);
            rows.push((one.min(other), one.max(other), "w"));
        }
        rows.sort_unstable();
        let document = with_rows(document, &rows);
        let html = fragment(&document);
        assert_closed(&write(&document, "id"));
        assert_closed(&html_fragment(&document, random(len + 1)));
        assert_eq!(html.matches("<del ").count(), document.repairs().count(), "round {round}: {html}");
        assert_eq!(html.matches("<sup ").count(), document.notes().len(), "round {round}: {html}");
        let written: usize = html.matches(": word=w").count();
        assert!(written >= rows.len(), "round {round}: {} rows, {written} written: {html}", rows.len());
        let read = read_back(&html);
        for block in document.blocks().filter(|block| block.role() != Role::Blank) {
            let mut expected = String::new();
            push_text(block.content(), &mut expected);
            let expected = expected.replace([' ', '\n'], "");
            assert!(read.contains(&expected), "round {round}: {expected:?} is not in {read:?}");
        }
    }
}

/// The text of the blocks as a browser shows it, without white space and without what is not there any more.
fn read_back(html: &str) -> String {
    let (_, blocks) = html.split_once("<div class=\"block").unwrap_or((html, ""));
    let mut read = String::new();
    let mut skipped = false;
    for part in blocks.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        skipped = tag.starts_with("del") || tag.starts_with("sup") || skipped && !tag.starts_with('/');
        if !skipped {
            read.push_str(text);
        }
    }
    read.replace([' ', '\n', '␣', '↵'], "")
}
