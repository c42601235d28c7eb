//! HTML: what a browser would show, as text.
//!
//! What becomes of a place never depends on what was before it, so a part of a page reads as it does in the page. No part begins inside an
//! element whose content is not text, or which keeps its line ends.

mod page;

use super::chain::Step;
use super::tags::{Tags, Token};

/// How many comments and declarations may stand before the first tag.
const BEFORE: usize = 8;

/// Whether the text is a page: before anything else it has `<!DOCTYPE html>` and a tag, or `<html>` and a tag. A text about HTML may begin
/// with either, but goes on with words.
pub(super) fn is_page(text: &str) -> bool {
    let text = text.trim_start();
    let is_blank = |token: &Token| matches!(token, Token::Text(range) if text[range.clone()].trim().is_empty());
    let mut declared = false;
    for token in Tags::new(text).filter(|token| !is_blank(token)).take(BEFORE) {
        match token {
            Token::Text(_) => return false,
            Token::Comment(_) => {}
            Token::Declaration(range) => {
                let words =
                    text[range].trim_start_matches(['<', '!']).split(|c: char| c.is_ascii_whitespace() || c == '>');
                let mut words = words.filter(|word| !word.is_empty());
                let first = words.next().is_some_and(|word| word.eq_ignore_ascii_case("doctype"));
                declared |= first && words.next().is_some_and(|word| word.eq_ignore_ascii_case("html"));
            }
            Token::Tag(_) if declared => return true,
            Token::Tag(tag) if text[tag.name.clone()].eq_ignore_ascii_case("html") => declared = true,
            Token::Tag(_) => return false,
        }
    }
    false
}

/// The text of a page, or of a part of one.
pub(super) fn remove(text: &str) -> Step {
    page::read(text)
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn a_page_begins_as_one() {
        for page in [
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\">\n<html>",
            "\n<!-- saved from a browser -->\n<HTML lang='en'><HEAD>",
            "<?xml version=\"1.0\"?><!doctype HTML><body>",
        ] {
            assert!(is_page(page), "{page}");
        }
        for other in [
            "<!DOCTYPE html> is how a page begins.",
            "<html> is its first tag, and </html> its last.",
            "<br>The ferry is back.",
            "<!DOCTYPE nitf><nitf>",
            "<p>The ferry is back.</p>",
            "<",
            "",
        ] {
            assert!(!is_page(other), "{other}");
        }
    }

    #[test]
    fn tags_become_line_ends_or_nothing() {
        let step = remove(
            "<html>\n<body>\n<h1>Ferry <b>returns</b></h1>\n<p>It is\n  back.<br>It sails.</p><p>x</p></body></html>",
        );
        assert_eq!(step.text, "Ferry returns\nIt is back.\nIt sails.\nx\n");
        assert_eq!(remove("a<td>b</td>\n<td>c<br/><br/>d").text, "a\tb\tc\n\nd");
        assert_eq!(remove("a <i> b</i>c <!-- d --> e").text, "a bc e");
        assert_eq!(remove("CO<sub>2</sub> &amp; 3 &lt; 4 &unknown; &#32; x").text, "CO2 & 3 < 4 &unknown; x");
        assert_eq!(remove("<pre>a\n  b</pre>c\n  d").text, "a\n  b\nc d");
    }

    #[test]
    fn what_is_no_text_goes() {
        let page =
            "<head><title>x</title></head><p>a<script>if (a < b) '</p>'</SCRIPT > b<style>c</style><header>d</header>";
        assert_eq!(remove(page).text, "a b\nd\n");
        // One that does not end is a tag alone.
        assert_eq!(remove("<script>a<script>b").text, "ab");
    }

    #[test]
    fn an_article_ends_where_its_container_does() {
        let page = "nav<form><div class='article enArticle'><p><div id=\"hd\">H</div><div class=\"author\">A</div></p><p \
                    class=\"articleParagraph\">P</p></div><br/><table><tr><td>foot";
        let step = remove(page);
        assert_eq!(step.text, "nav\nH\nA\nP\n\nfoot");
        assert_eq!(
            step.marks,
            [(4, Mark::Article), (4, Mark::Headline), (6, Mark::Author), (8, Mark::Paragraph), (11, Mark::ArticleEnd)]
        );
        // An edit ends where a part may begin.
        for (at, begins) in [(4, "<div class='article"), (11, "<table>")] {
            let edit = step.edits.iter().rfind(|edit| edit.text.start < at).unwrap();
            assert!(page[edit.source.end as usize..].starts_with(begins), "{edit:?}");
        }
    }

    #[test]
    fn a_break_between_blocks_is_a_blank_line() {
        assert_eq!(remove("<div>a</div>\n<br><div>b<br>c</div><div><br>d</div>").text, "a\n\nb\nc\nd\n");
        assert_eq!(remove("<p>a</p><br><br><p>b</p>").text, "a\n\nb\n");
    }

    #[test]
    fn the_mark_of_an_item_stands_before_it() {
        assert_eq!(
            remove("<ul><li><p>&bull;</p><div><p>a</p></div></li></ul><p>b &bull;</p>c").text,
            "\u{2022} a\nb \u{2022}\nc"
        );
    }

    #[test]
    fn an_anchor_of_a_database_begins_an_article() {
        let page = "<div>list</div><div><a name='DOC_ID_0_1'></a><br><div>1 of 2 DOCUMENTS</div></div><a name=\"DocID_7\"></a>b";
        let step = remove(page);
        assert_eq!(step.text, "list\n1 of 2 DOCUMENTS\nb");
        assert_eq!(step.marks, [(5, Mark::Article), (22, Mark::Article)]);
        for (at, begins) in [(5, "<a name='DOC_ID"), (22, "<a name=\"DocID")] {
            let edit = step.edits.iter().rfind(|edit| edit.text.start < at).unwrap();
            assert!(page[edit.source.end as usize..].starts_with(begins), "{edit:?}");
        }
        assert!(remove("a<a name='top'></a>b").marks.is_empty());
    }

    #[test]
    fn the_edits_make_the_text() {
        for page in [
            "<p>a  b</p> <p>c&nbsp;d",
            "<div>a</div> <br> <div>b</div><br/><br>c<div>d<br><p><br>e",
            "<p>&bull;</p><br><br><p>a</p><p>\u{2022}</p>",
            "a<a name='DOC_ID_1'></a><br><div>b</div><a name='DocID_2'>c",
            "<article><span class='DocPublicationName'>a</span><section>b<footer>c</footer></article> <article><span class=DocPublicationName>d",
            " <div>  </div> a",
            "a \n",
            "<b>",
            "",
            "a<div>b<div class='article'></div><pre> x\n</pre>",
            "&amp;&#10;&#10;x<td></td>",
        ] {
            remove(page).check(page);
        }
    }
}
