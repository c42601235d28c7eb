//! A parser that reuses its memory from one source to the next.

use crate::document::Document;
use crate::envelope::Part;
use crate::options::Options;
use crate::parse::{self, Parts, Scratch};
use crate::source::Source;

/// Parses many sources, one after another, with the same [`Options`], and reuses its working memory.
///
/// The documents are the same as those of [`Options::parse`]. Give each thread its own parser.
///
/// ```
/// use copydesk::{Options, Parser, Source};
///
/// let mut parser = Parser::new(Options::new());
/// for text in ["Ferry returns\n\nThe ferry is back.\n", "Storm passes\n\nThe storm is over.\n"] {
///     let source = Source::new(text)?;
///     let document = parser.parse(&source);
///     assert_eq!(document.text(), copydesk::parse(&source).text());
/// }
/// # Ok::<(), copydesk::SourceTooLong>(())
/// ```
#[derive(Debug, Default)]
pub struct Parser {
    options: Options,
    scratch: Scratch,
    lent: Option<Document>,
}

impl Parser {
    /// A parser with these options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options, scratch: Scratch::default(), lent: None }
    }

    /// The options of this parser.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Parses the whole source as one article, as [`Options::parse`] does.
    #[must_use]
    pub fn parse(&mut self, source: &Source) -> Document {
        parse::parse(source, source.span(), (&self.options).into(), &self.options, &mut self.scratch)
    }

    /// Parses the whole source as [`parse`](Self::parse) does, but lends you the document: the next parse overwrites it in the same
    /// memory. Use this if you need a document only for a moment. An article like those before it needs no allocation.
    ///
    /// A clone of the document stays valid. The parser holds the source until the next parse.
    ///
    /// ```
    /// use copydesk::{Parser, Source};
    ///
    /// let mut parser = Parser::default();
    /// let mut paragraphs = 0;
    /// for text in ["The ferry is back.\n", "The storm is over.\n\nThe ferry sails.\n"] {
    ///     paragraphs += parser.parse_lent(&Source::new(text)?).paragraphs().count();
    /// }
    /// assert_eq!(paragraphs, 3);
    /// # Ok::<(), copydesk::SourceTooLong>(())
    /// ```
    #[must_use]
    pub fn parse_lent(&mut self, source: &Source) -> &Document {
        let Self { options, scratch, lent } = self;
        parse::parse_over(lent.get_or_insert_with(Document::to_lend), source, (&*options).into(), options, scratch)
    }

    /// Every article of the source, in order, as [`Options::documents`] gives them.
    pub fn documents<'p>(&'p mut self, source: &Source) -> impl Iterator<Item = Document> + use<'p> {
        self.parts(source).filter(|document| document.part() == Part::Article)
    }

    /// Every part of the source, in order, as [`Options::parts`] gives them.
    pub fn parts<'p>(&'p mut self, source: &Source) -> impl Iterator<Item = Document> + use<'p> {
        Parts::of(source, &self.options, &mut self.scratch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Risk;

    #[test]
    fn a_parser_keeps_nothing_of_the_document_before() {
        let options = Options::new().repairs(Risk::All);
        let mut parser = Parser::new(options.clone());
        let texts = [
            "The year- on- year fall , at $ 5, is a two- year low.\n\nIt s ( so) \u{201c} \u{201d} late?\n",
            "Ferry returns\n\nBy Ana Reyes\n\nThe ferry is back.\n",
            "",
            "\u{feff}R&amp;D\r\n",
        ];
        for text in texts {
            let source = Source::new(text).unwrap();
            let alone = options.parse(&source);
            parser.parse(&source).check_same(&alone).unwrap();
            parser.parse_lent(&source).check_same(&alone).unwrap();
            let (mine, others) = (parser.parts(&source).collect::<Vec<_>>(), options.parts(&source));
            assert!(mine.iter().zip(others).all(|(mine, other)| mine.check_same(&other) == Ok(())), "{text}");
            assert_eq!(mine.len(), 1);
        }
        assert_eq!(parser.documents(&Source::new("a").unwrap()).count(), 1);
    }

    #[test]
    fn a_clone_of_what_was_lent_stays() {
        let mut parser = Parser::default();
        let long = "The ferry is back.\n\n".repeat(5000);
        let texts = ["Ferry returns\n\nThe ferry is back.\n", "", &long, "Storm passes\n"];
        let sources = texts.map(|text| Source::new(text.to_owned()).unwrap());
        let kept = sources.each_ref().map(|source| parser.parse_lent(source).clone());
        for (source, kept) in sources.iter().zip(kept) {
            kept.check().unwrap();
            kept.check_same(&crate::parse(source)).unwrap();
        }
    }
}
