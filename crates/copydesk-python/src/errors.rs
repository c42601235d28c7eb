//! The exceptions, which are classes of Python's: `copydesk/_errors.py`.

use pyo3::prelude::*;

mod classes {
    pyo3::import_exception!(copydesk._errors, SourceTooLong);
    pyo3::import_exception!(copydesk._errors, UnknownName);
    pyo3::import_exception!(copydesk._errors, InvalidInput);
    pyo3::import_exception!(copydesk._errors, InvalidProfile);
    pyo3::import_exception!(copydesk._errors, InvalidSpan);
    pyo3::import_exception!(copydesk._errors, InvalidRow);
    pyo3::import_exception!(copydesk._errors, VersionMismatch);
    pyo3::import_exception!(copydesk._errors, Defect);
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    SourceTooLong,
    UnknownName,
    InvalidInput,
    InvalidProfile,
    InvalidSpan,
    InvalidRow,
    VersionMismatch,
    Defect,
}

/// Something that went wrong, on its way to an exception. It holds nothing of Python's, so that work outside the GIL can have it.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    pub(crate) reason: String,
    /// The file as it was named.
    pub(crate) file: Option<String>,
    /// The number of the text in a batch, from 1.
    pub(crate) record: Option<u64>,
}

impl Failure {
    pub(crate) fn new(kind: Kind, reason: impl ToString) -> Self {
        Self { kind, reason: reason.to_string(), file: None, record: None }
    }

    /// The same, of this text of a batch.
    pub(crate) fn at(self, index: usize) -> Self {
        Self { record: Some(index as u64 + 1), ..self }
    }
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        let arguments = (failure.reason, failure.file, failure.record);
        match failure.kind {
            Kind::SourceTooLong => classes::SourceTooLong::new_err(arguments),
            Kind::UnknownName => classes::UnknownName::new_err(arguments),
            Kind::InvalidInput => classes::InvalidInput::new_err(arguments),
            Kind::InvalidProfile => classes::InvalidProfile::new_err(arguments),
            Kind::InvalidSpan => classes::InvalidSpan::new_err(arguments),
            Kind::InvalidRow => classes::InvalidRow::new_err(arguments),
            Kind::VersionMismatch => classes::VersionMismatch::new_err(arguments),
            Kind::Defect => classes::Defect::new_err(arguments),
        }
    }
}

impl From<copydesk_corpus::InvalidProfile> for Failure {
    fn from(error: copydesk_corpus::InvalidProfile) -> Self {
        let reason = error.line.map_or_else(|| error.reason.clone(), |line| format!("line {line}: {}", error.reason));
        Self { file: Some(error.file), ..Self::new(Kind::InvalidProfile, reason) }
    }
}

impl From<copydesk::SourceTooLong> for Failure {
    fn from(error: copydesk::SourceTooLong) -> Self {
        Self::new(Kind::SourceTooLong, error)
    }
}

impl From<copydesk::UnknownName> for Failure {
    fn from(error: copydesk::UnknownName) -> Self {
        Self::new(Kind::UnknownName, error)
    }
}

/// Runs work of the core. A panic there is a defect, and an exception like any other: without this, Python would see one that `except
/// Exception` lets through.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    copydesk_corpus::guarded(work).map_err(|reason| Failure::new(Kind::Defect, reason))
}
