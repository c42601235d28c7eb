//! From what Python gives to a source: a `str`, `bytes`, or anything with a buffer.

use bytes::Bytes;
use copydesk::{SOURCE_LIMIT, Source, SourceTooLong};
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyMemoryView, PyString};

use crate::errors::{Failure, Kind};

/// The source that an object holds.
///
/// A `str` is read where it lies: Python keeps its UTF-8 with it. So are `bytes`, and a `memoryview` of `bytes`, which cannot change.
/// Any other buffer (`bytearray`, `mmap`, an array) can be written to by somebody else at any time, and is copied once.
pub(crate) fn source(object: &Bound<'_, PyAny>) -> Result<Source, Failure> {
    Ok(Source::new(bytes(object)?)?)
}

/// The source of a file: of a DOCX file its main part. Says too whether the object's own bytes are the source.
pub(crate) fn opened(object: &Bound<'_, PyAny>) -> Result<(Source, bool), Failure> {
    let given = source(object)?;
    let opened = copydesk_corpus::unpacked(given.clone()).map_err(|error| Failure::new(Kind::InvalidInput, error))?;
    let same = opened.as_bytes().as_ptr() == given.as_bytes().as_ptr();
    Ok((opened, same))
}

pub(crate) fn bytes(object: &Bound<'_, PyAny>) -> Result<Bytes, Failure> {
    if let Ok(string) = object.cast::<PyString>() {
        return of_string(string);
    }
    if let Ok(bytes) = object.cast::<PyBytes>() {
        return Ok(Bytes::from_owner(PyBackedBytes::from(bytes.clone())));
    }
    let buffer = PyBuffer::<u8>::get(object).map_err(|error| {
        let found = object.get_type().name().map_or_else(|_| "?".into(), |name| name.to_string());
        let reason = format!("a text is str, bytes, or another buffer of bytes, not {found}; a file goes to `read`, or is given as its bytes");
        // What has no buffer is a TypeError; the other errors say what is wrong with the one that there is.
        if error.is_instance_of::<PyTypeError>(object.py()) {
            return Failure::new(Kind::InvalidInput, reason);
        }
        Failure::new(Kind::InvalidInput, format!("{reason}: {}", error.value(object.py())))
    })?;
    // Before it is copied: a mapped file can be longer than memory.
    if buffer.len_bytes() > SOURCE_LIMIT {
        return Err(SourceTooLong { bytes: buffer.len_bytes() }.into());
    }
    if let Some(shared) = of_view(object, &buffer) {
        return Ok(shared);
    }
    let copied = buffer.to_vec(object.py());
    copied.map(Bytes::from).map_err(|error| Failure::new(Kind::InvalidInput, error.value(object.py())))
}

/// The UTF-8 of a string. Lone surrogates are no characters; they are given as the bytes that they would be, which decoding finds not to
/// be UTF-8, so that they are on record as any other bytes are.
fn of_string(string: &Bound<'_, PyString>) -> Result<Bytes, Failure> {
    if let Ok(utf8) = PyBackedStr::try_from(string.clone()) {
        return Ok(Bytes::from_owner(utf8));
    }
    let py = string.py();
    let encoded = string.call_method1(intern!(py, "encode"), (intern!(py, "utf-8"), intern!(py, "surrogatepass")));
    match encoded.as_ref().map(Bound::cast::<PyBytes>) {
        Ok(Ok(bytes)) => Ok(Bytes::from_owner(PyBackedBytes::from(bytes.clone()))),
        _ => Err(Failure::new(Kind::InvalidInput, "the string cannot be encoded as UTF-8")),
    }
}

/// The bytes of a `memoryview` of a `bytes` object, shared with it: what Python says cannot change.
fn of_view(object: &Bound<'_, PyAny>, buffer: &PyBuffer<u8>) -> Option<Bytes> {
    let py = object.py();
    let view = object.cast::<PyMemoryView>().ok().filter(|_| buffer.is_c_contiguous())?;
    let owner = view.getattr(intern!(py, "obj")).ok()?.cast_into::<PyBytes>().ok()?;
    let whole = PyBackedBytes::from(owner);
    // The view begins somewhere in the object; where, the two addresses say.
    let start = (buffer.buf_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let end = start.checked_add(buffer.len_bytes()).filter(|end| *end <= whole.len())?;
    Some(Bytes::from_owner(whole).slice(start..end))
}
