//! The error for an unknown name.

/// No rule, layer, envelope, language or page has this name.
///
/// Names come from outside, from a command line or another language. The error lists the valid names, so you can show it to the user
/// as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {kind} is called `{name}`; there are {}", known.join(", "))]
pub struct UnknownName {
    kind: &'static str,
    name: String,
    known: Vec<&'static str>,
}

impl UnknownName {
    pub(crate) fn new(kind: &'static str, name: &str, known: impl IntoIterator<Item = &'static str>) -> Self {
        Self { kind, name: name.to_owned(), known: known.into_iter().collect() }
    }

    /// The kind of thing that was requested: `rule`, `layer`, `envelope`, `language`, `page`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The requested name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The valid names, in order.
    #[must_use]
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

#[cfg(test)]
mod tests {
    use crate::{Envelope, Language, Layer};

    #[test]
    fn the_names_that_there_are_are_said() {
        let error = Layer::choose("links,nonsense").unwrap_err();
        assert_eq!((error.kind(), error.name()), ("layer", "nonsense"));
        assert_eq!(error.known()[..2], ["all", "none"]);
        assert!(error.to_string().starts_with("no layer is called `nonsense`; there are all, none, links"), "{error}");
        let error = Envelope::find("").unwrap_err();
        let first = crate::ENVELOPES[0].name();
        assert!(error.to_string().starts_with(&format!("no envelope is called ``; there are {first}, ")), "{error}");
        let error = Language::find("EN").unwrap_err();
        assert_eq!(
            error.to_string(),
            "no language is called `EN`; there are en, de, nl, es, pt, fr, it, sv, da, no, fi, ja, zh, ko, ar, he, ur, bn, ru"
        );
    }

    #[test]
    fn what_has_the_name_is_found() {
        assert_eq!(Envelope::find("plain"), Ok(&crate::PLAIN));
        assert_eq!(Language::find("nl"), Ok(Language::Dutch));
        let names = |choice| Layer::choose(choice).unwrap().iter().map(|layer| layer.name()).collect::<Vec<_>>();
        assert_eq!(names("none"), [""; 0]);
        assert_eq!(names("links"), ["links"]);
        assert_eq!(names("all").len(), crate::LAYERS.len());
    }
}
