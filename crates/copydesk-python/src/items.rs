//! The blocks, repairs, notes or rows of a document as a sequence, of which each is made when it is asked for.

use std::sync::atomic::{AtomicUsize, Ordering};

use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyList, PySlice, PyTuple, PyType};

use crate::document::Document;
use crate::{layer, values};

/// The blocks, repairs, notes or rows of a document, in order of place. It is a sequence like a tuple, and equals a tuple or list of the
/// same items. Each item is made on request.
#[pyclass(frozen, sequence, generic, module = "copydesk")]
pub(crate) struct Items {
    document: Py<Document>,
    what: What,
}

/// What the items are.
pub(crate) enum What {
    Blocks,
    /// The blocks of these numbers.
    BlocksOf(Box<[usize]>),
    Repairs,
    Notes,
    /// The rows of the layer of this name.
    Rows(Box<str>),
}

impl Items {
    pub(crate) fn new(document: Py<Document>, what: What) -> Self {
        Self { document, what }
    }

    fn len(&self) -> usize {
        let document = self.document.get();
        match &self.what {
            What::Blocks => document.inner.blocks().len(),
            What::BlocksOf(blocks) => blocks.len(),
            What::Repairs => document.repair_pieces().len(),
            What::Notes => document.inner.notes().len(),
            What::Rows(name) => document.table(name).map_or(0, copydesk::Table::len),
        }
    }

    fn get<'py>(&self, py: Python<'py>, index: usize) -> PyResult<Bound<'py, PyAny>> {
        let document = self.document.get();
        let inner = &document.inner;
        let block = |number| {
            let block = inner.block(number).ok_or_else(out_of_range)?;
            values::block(py, block, document.text_span(block.text()))
        };
        match &self.what {
            What::Blocks => block(index),
            What::BlocksOf(blocks) => block(*blocks.get(index).ok_or_else(out_of_range)?),
            What::Repairs => {
                let piece = document.repair_pieces().get(index).copied();
                let repair = piece.and_then(|piece| inner.repair(piece)).ok_or_else(out_of_range)?;
                values::repair(py, repair, document.text_span(repair.text()))
            }
            What::Notes => values::note(py, inner.notes().get(index).ok_or_else(out_of_range)?),
            What::Rows(name) => {
                let table = document.table(name).ok_or_else(out_of_range)?;
                Ok(Bound::new(py, layer::Row::new(py, document, table, index)?)?.into_any())
            }
        }
    }

    fn tuple<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, (0..self.len()).map(|index| self.get(py, index)).collect::<PyResult<Vec<_>>>()?)
    }
}

fn out_of_range() -> PyErr {
    PyIndexError::new_err("index out of range")
}

#[pymethods]
impl Items {
    fn __len__(&self) -> usize {
        self.len()
    }

    fn __getitem__<'py>(&self, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = index.py();
        if let Ok(slice) = index.cast::<PySlice>() {
            let indices = slice.indices(self.len() as isize)?;
            let places = (0..indices.slicelength as isize).map(|place| indices.start + place * indices.step);
            let items: Vec<_> = places.map(|place| self.get(py, place as usize)).collect::<PyResult<_>>()?;
            return Ok(PyTuple::new(py, items)?.into_any());
        }
        let wrong = |_| PyTypeError::new_err("indices are integers or slices");
        let index: isize = index.extract().map_err(wrong)?;
        let index = if index < 0 { index + self.len() as isize } else { index };
        if index < 0 || index as usize >= self.len() {
            return Err(out_of_range());
        }
        self.get(py, index as usize)
    }

    fn __iter__(slf: Py<Self>) -> Cursor {
        Cursor { items: slf, next: AtomicUsize::new(0) }
    }

    fn __contains__(&self, item: &Bound<'_, PyAny>) -> PyResult<bool> {
        for index in 0..self.len() {
            if self.get(item.py(), index)?.eq(item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The index of the first item that equals `value`, from `start` on and before `stop`.
    #[pyo3(signature = (value, start = 0, stop = isize::MAX))]
    #[pyo3(text_signature = "($self, value, start=0, stop=sys.maxsize)")]
    fn index(&self, value: &Bound<'_, PyAny>, start: isize, stop: isize) -> PyResult<usize> {
        let py = value.py();
        self.tuple(py)?.call_method1(intern!(py, "index"), (value, start, stop))?.extract()
    }

    /// The number of items that equal `value`.
    fn count(&self, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        self.tuple(value.py())?.call_method1(intern!(value.py(), "count"), (value,))?.extract()
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let py = other.py();
        let sequence =
            other.is_instance_of::<PyTuple>() || other.is_instance_of::<PyList>() || other.is_instance_of::<Self>();
        if !sequence || other.len()? != self.len() {
            return Ok(false);
        }
        for index in 0..self.len() {
            if !self.get(py, index)?.eq(other.get_item(index)?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.tuple(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.tuple(py)?.repr()?.to_string())
    }

    /// A pickle holds the items, without the document, as a tuple.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyType>, (Bound<'py, PyTuple>,))> {
        Ok((py.get_type::<PyTuple>(), (self.tuple(py)?,)))
    }
}

/// Goes through items.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Cursor {
    items: Py<Items>,
    next: AtomicUsize,
}

#[pymethods]
impl Cursor {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let items = self.items.get();
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        if index < items.len() { items.get(py, index).map(Some) } else { Ok(None) }
    }

    fn __length_hint__(&self) -> usize {
        self.items.get().len().saturating_sub(self.next.load(Ordering::Relaxed))
    }
}
