//! The keyword arguments of every parse, checked against the registries before any work starts.

use std::path::Path;
use std::sync::Arc;

use copydesk::{Envelope, Language, Layer, Options, Repairs};
use copydesk_corpus::{InvalidProfile, profile_of};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::errors::{Failure, Kind};

/// What a parse is asked to do, shared by all documents of one call.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) options: Options,
    /// What the options were made of, to be made of again when a document is unpickled.
    pub(crate) language: Option<Language>,
    pub(crate) repairs: String,
    pub(crate) layers: String,
    /// The profile's file and what it says.
    pub(crate) profile: Option<(String, String)>,
}

/// A name, or several: `"safe"`, `"likely,spaced-hyphen"`, `["likely", "spaced-hyphen"]`.
pub(crate) struct Names(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Names {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(name) = object.cast::<PyString>() {
            return Ok(Self(name.to_str()?.to_owned()));
        }
        let wrong = || Failure::new(Kind::InvalidInput, "names are a string, or several strings");
        let names = object.try_iter().map_err(|_| wrong())?;
        let names: Vec<Bound<'py, PyAny>> = names.collect::<PyResult<_>>()?;
        let names: Vec<String> =
            names.iter().map(|name| name.extract().map_err(|_| wrong())).collect::<Result<_, _>>()?;
        Ok(Self(if names.is_empty() { "none".into() } else { names.join(",") }))
    }
}

impl Settings {
    pub(crate) fn new(
        envelope: Option<&str>,
        language: Option<&str>,
        repairs: Option<Names>,
        layers: Option<Names>,
        profile: Option<&Path>,
    ) -> Result<Arc<Self>, Failure> {
        let profile = profile.map(|path| {
            let file = path.to_string_lossy().into_owned();
            match std::fs::read_to_string(path) {
                Ok(text) => Ok((file, text)),
                Err(error) => Err(InvalidProfile { file, line: None, reason: format!("cannot be read: {error}") }),
            }
        });
        Self::with_profile(envelope, language, repairs, layers, profile.transpose()?)
    }

    /// The same with the text of a profile.
    pub(crate) fn with_profile(
        envelope: Option<&str>,
        language: Option<&str>,
        repairs: Option<Names>,
        layers: Option<Names>,
        profile: Option<(String, String)>,
    ) -> Result<Arc<Self>, Failure> {
        let envelope = envelope.map(Envelope::find).transpose()?;
        let language = language.map(Language::find).transpose()?;
        let repairs = repairs.map_or_else(|| "none".to_owned(), |names| names.0);
        let layers = layers.map_or_else(|| "none".to_owned(), |names| names.0);
        let made: Repairs = repairs.parse().map_err(|error| Failure::new(Kind::UnknownName, error))?;
        let mut options =
            Options::new().envelope(envelope).language(language).repairs(made).layers(&Layer::choose(&layers)?);
        if let Some((file, text)) = &profile {
            options = options.profile(profile_of(text, file)?);
        }
        Ok(Arc::new(Self { options, language, repairs, layers, profile }))
    }
}
