//! Documents that wait for their layers, which are made for some dozens of documents together.

use copydesk::{Document, Layer};

use crate::guard::guarded;

/// The most documents that wait, and the most bytes of their texts: enough that the code of a layer pays for being loaded into the
/// processor's caches, and few enough that the memory does not matter.
const DOCUMENTS: usize = 64;
const BYTES: usize = 1 << 18;

/// A queue of documents without layers, each with an item of yours, and of items without a document, in order.
///
/// ```
/// use copydesk::{LAYERS, Options, Source};
/// use copydesk_corpus::Layering;
///
/// let (options, layers) = Options::new().layers(LAYERS).without_layers();
/// let mut waiting = Layering::new(layers);
/// for (number, text) in ["The ferry is back.", "It sails at 5 p.m."].into_iter().enumerate() {
///     let document = options.parse(&Source::new(text)?);
///     waiting.push(number, Some(document));
///     assert!(!waiting.is_full(), "or else it is time to hand some of them out");
/// }
/// let sentences = waiting.finish().into_iter().map(|(_, document)| document.unwrap().unwrap().sentences().count());
/// assert!(sentences.eq([1, 1]));
/// # Ok::<(), copydesk::SourceTooLong>(())
/// ```
#[derive(Debug)]
pub struct Layering<T> {
    layers: Vec<&'static Layer>,
    /// Each with whether it has a document.
    items: Vec<(T, bool)>,
    documents: Vec<Document>,
    bytes: usize,
}

impl<T> Layering<T> {
    /// An empty queue for these layers.
    #[must_use]
    pub fn new(layers: Vec<&'static Layer>) -> Self {
        Self { layers, items: Vec::new(), documents: Vec::new(), bytes: 0 }
    }

    /// Adds an item with its document, or without one.
    pub fn push(&mut self, of: T, document: Option<Document>) {
        self.items.push((of, document.is_some()));
        if let Some(document) = document {
            self.bytes += document.range().len() as usize;
            self.documents.push(document);
        }
    }

    /// Whether the queue is full. Without layers it always is.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.layers.is_empty() || self.items.len() >= DOCUMENTS || self.bytes >= BYTES
    }

    /// The items in order, their documents with layers.
    ///
    /// # Errors
    /// If a layer cannot be made for a document, the reason stands in its place.
    pub fn finish(&mut self) -> Vec<(T, Result<Option<Document>, String>)> {
        let layers = std::mem::take(&mut self.layers);
        let done = self.finish_by(|documents| {
            if !layers.is_empty() {
                Document::annotate_all(documents, &layers);
            }
        });
        self.layers = layers;
        done
    }

    fn finish_by(&mut self, annotate: impl Fn(&mut [Document])) -> Vec<(T, Result<Option<Document>, String>)> {
        let Self { items, documents, bytes, .. } = self;
        *bytes = 0;
        let mut broken = Vec::new();
        if guarded(|| annotate(documents)).is_err() {
            // Nothing was put in. One of them is to blame.
            let one = |document| guarded(|| annotate(std::slice::from_mut(document))).err();
            broken = documents.iter_mut().map(one).collect();
        }
        let broken = broken.into_iter().chain(std::iter::repeat(None));
        let mut done = documents.drain(..).zip(broken).map(|(document, broken)| broken.map_or(Ok(document), Err));
        let with_document = |(of, has)| (of, if has { done.next().transpose() } else { Ok(None) });
        items.drain(..).map(with_document).collect()
    }
}

#[cfg(test)]
mod tests {
    use copydesk::{LAYERS, Options, Source};

    use super::*;

    #[test]
    fn layers_are_those_of_a_parse() {
        let texts = ["\"It is back,\" said Ana Reyes.", "", "It sails at 5 p.m. for $3."];
        let with = Options::new().layers(LAYERS);
        let (without, layers) = with.clone().without_layers();
        let mut waiting = Layering::new(layers);
        waiting.push(0, None);
        for (number, text) in texts.iter().enumerate() {
            waiting.push(number + 1, Some(without.parse(&Source::new(*text).unwrap())));
        }
        assert!(!waiting.is_full());
        let done = waiting.finish();
        assert_eq!(done.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert!(matches!(done[0].1, Ok(None)));
        for (text, (_, document)) in texts.iter().zip(&done[1..]) {
            document.as_ref().unwrap().as_ref().unwrap().check_same(&with.parse(&Source::new(*text).unwrap())).unwrap();
        }
        assert!(waiting.finish().is_empty());
    }

    #[test]
    fn a_document_whose_layers_cannot_be_made_is_an_error_among_the_others() {
        let mut waiting = Layering::new(LAYERS.to_vec());
        for (number, text) in ["one", "two", "three"].into_iter().enumerate() {
            waiting.push(number, Some(Options::new().parse(&Source::new(text).unwrap())));
            waiting.push(number, None);
        }
        let done = waiting.finish_by(|documents| {
            assert!(documents.iter().all(|document| document.text() != "two"), "it is two");
            Document::annotate_all(documents, LAYERS);
        });
        let said = done.iter().map(|(number, document)| match document {
            Ok(Some(document)) => (*number, document.layers().get("sentences").map_or("bare", |_| document.text())),
            Ok(None) => (*number, "nothing"),
            Err(reason) => (*number, reason.as_str()),
        });
        let two = "defect of copydesk: it is two";
        let all = [(0, "one"), (0, "nothing"), (1, two), (1, "nothing"), (2, "three"), (2, "nothing")];
        assert!(said.eq(all));
    }

    #[test]
    fn nothing_waits_for_nothing_and_not_much_for_layers() {
        let document = Options::new().parse(&Source::new("The ferry is back.\n".repeat(1000)).unwrap());
        let mut waiting = Layering::new(LAYERS.to_vec());
        let mut count = 0;
        while !waiting.is_full() {
            waiting.push((), Some(document.clone()));
            count += 1;
        }
        assert_eq!(count, BYTES.div_ceil(19_000));
        waiting.finish();
        for _ in 0..DOCUMENTS {
            assert!(!waiting.is_full());
            waiting.push((), None);
        }
        assert!(waiting.is_full() && Layering::<()>::new(Vec::new()).is_full());
    }
}
