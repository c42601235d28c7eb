//! A column of texts, read where it lies.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{ByteArrayType, ByteViewType};
use arrow_array::{Array, ArrayRef, GenericByteArray, GenericByteViewArray};
use arrow_buffer::{ArrowNativeType as _, Buffer, NullBuffer};
use arrow_cast::CastOptions;
use arrow_data::ByteView;
use arrow_schema::{DataType, Field};
use bytes::Bytes;

use crate::errors::{Failure, Kind};

/// The texts of one chunk, and their ids.
pub(super) struct Texts {
    column: Column,
    ids: Option<Column>,
}

/// An Arrow buffer as the owner of bytes. It is counted by Arrow, not by Python.
struct Owner(Buffer);

impl AsRef<[u8]> for Owner {
    fn as_ref(&self) -> &[u8] {
        self.0.as_slice()
    }
}

struct Column {
    len: usize,
    nulls: Option<NullBuffer>,
    place: Place,
}

/// Where each text lies.
enum Place {
    /// In one buffer, from one offset to the next.
    Offsets { offsets: Vec<usize>, values: Bytes, buffer: Buffer },
    /// In one of several buffers, or, if it is short, in its view.
    Views { views: Vec<u128>, buffers: Vec<(Bytes, Buffer)> },
}

fn invalid(reason: String) -> Failure {
    Failure::new(Kind::InvalidInput, reason)
}

/// Checks that the columns are there, each once, and that the one holds text.
pub(super) fn check(field: &Field, column: &str, id_column: Option<&str>) -> Result<(), Failure> {
    let DataType::Struct(fields) = field.data_type() else {
        if let Some(ids) = id_column {
            return Err(invalid(format!("an array alone has no column `{ids}`")));
        }
        return check_type("the array", field.data_type());
    };
    for name in [Some(column), id_column].into_iter().flatten() {
        match fields.iter().filter(|field| field.name() == name).count() {
            1 => {}
            0 => {
                let known: Vec<&str> = fields.iter().map(|field| field.name().as_str()).collect();
                return Err(invalid(format!("the data has no column `{name}`; there are {}", known.join(", "))));
            }
            count => return Err(invalid(format!("the data has {count} columns `{name}`"))),
        }
    }
    let text = fields.iter().find(|field| field.name() == column).map(|field| field.data_type());
    check_type(&format!("the column `{column}`"), text.unwrap_or(&DataType::Null))
}

fn check_type(what: &str, kind: &DataType) -> Result<(), Failure> {
    let kind = if let DataType::Dictionary(_, values) = kind { values } else { kind };
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Ok(()),
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => Ok(()),
        other => Err(invalid(format!("{what} holds {other}, not strings or bytes"))),
    }
}

impl Texts {
    /// The texts of a chunk: of one of its columns, or itself. The columns have been [checked](check).
    pub(super) fn new(chunk: &ArrayRef, column: &str, id_column: Option<&str>) -> Result<Self, Failure> {
        let Some(rows) = chunk.as_struct_opt() else {
            return Ok(Self { column: Column::new(chunk)?, ids: None });
        };
        let named = |name: &str| {
            rows.column_by_name(name).ok_or_else(|| invalid(format!("a chunk of the data has no column `{name}`")))
        };
        // A row that is null has no text, whatever its children hold.
        let there = |column: Column| Column { nulls: NullBuffer::union(rows.nulls(), column.nulls.as_ref()), ..column };
        let ids = id_column.map(|name| Column::of_ids(named(name)?, name).map(there));
        Ok(Self { column: there(Column::new(named(column)?)?), ids: ids.transpose()? })
    }

    pub(super) fn len(&self) -> usize {
        self.column.len
    }

    /// The id of a row. Bytes that are not UTF-8 become replacement characters.
    pub(super) fn id(&self, row: usize) -> Option<String> {
        let id = self.ids.as_ref()?.get(row)?.ok()?;
        Some(String::from_utf8_lossy(&id).into_owned())
    }

    /// The number of bytes of a text.
    pub(super) fn length(&self, row: usize) -> usize {
        match &self.column.place {
            Place::Offsets { offsets, .. } => offsets[row + 1].saturating_sub(offsets[row]),
            Place::Views { views, .. } => ByteView::from(views[row]).length as usize,
        }
    }

    /// A text; none where it is null.
    pub(super) fn get(&self, row: usize) -> Option<Result<Bytes, Failure>> {
        self.column.get(row)
    }

    /// The buffer that a text lies in; none where it is short enough to be in its view.
    pub(super) fn buffer(&self, row: usize) -> Option<&Buffer> {
        match &self.column.place {
            Place::Offsets { buffer, .. } => Some(buffer),
            Place::Views { views, buffers } => {
                let parts = ByteView::from(views[row]);
                buffers.get(parts.buffer_index as usize).filter(|_| parts.length > 12).map(|(_, buffer)| buffer)
            }
        }
    }
}

impl Column {
    /// A value; none where it is null. A foreign array can say anything, and nothing of it is believed unseen.
    fn get(&self, row: usize) -> Option<Result<Bytes, Failure>> {
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return None;
        }
        let found = match &self.place {
            Place::Offsets { offsets, values, .. } => slice(values, offsets[row], offsets[row + 1]),
            Place::Views { views, buffers } => view(views[row], buffers),
        };
        Some(found.ok_or_else(|| invalid("the text lies outside its buffer".into())))
    }

    /// Ids: strings or bytes as they are, numbers and dates as they are written.
    fn of_ids(array: &ArrayRef, name: &str) -> Result<Self, Failure> {
        if check_type(name, array.data_type()).is_ok() {
            return Self::new(array);
        }
        if array.data_type().is_nested() {
            return Err(invalid(format!("the column `{name}` holds {}, which are no ids", array.data_type())));
        }
        let all = CastOptions { safe: false, ..CastOptions::default() };
        let strings = arrow_cast::cast_with_options(array, &DataType::Utf8, &all);
        Self::new(&strings.map_err(|error| invalid(format!("the column `{name}` holds no ids: {error}")))?)
    }

    fn new(array: &ArrayRef) -> Result<Self, Failure> {
        match array.data_type() {
            DataType::Utf8 => Ok(Self::of_offsets(array.as_string::<i32>())),
            DataType::LargeUtf8 => Ok(Self::of_offsets(array.as_string::<i64>())),
            DataType::Binary => Ok(Self::of_offsets(array.as_binary::<i32>())),
            DataType::LargeBinary => Ok(Self::of_offsets(array.as_binary::<i64>())),
            DataType::Utf8View => Ok(Self::of_views(array.as_string_view())),
            DataType::BinaryView => Ok(Self::of_views(array.as_binary_view())),
            DataType::Null => Ok(Self {
                len: array.len(),
                nulls: Some(NullBuffer::new_null(array.len())),
                place: Place::Offsets {
                    offsets: vec![0; array.len() + 1],
                    values: Bytes::new(),
                    buffer: Buffer::default(),
                },
            }),
            DataType::Dictionary(_, values) => {
                let plain = arrow_cast::cast(array, values);
                Self::new(&plain.map_err(|error| invalid(format!("the column cannot be read: {error}")))?)
            }
            other => Err(invalid(format!("the column holds {other}, not strings or bytes"))),
        }
    }

    fn of_offsets<T: ByteArrayType>(array: &GenericByteArray<T>) -> Self {
        // A foreign array can say anything: an offset below 0 is one that lies outside.
        let offsets = array.value_offsets().iter().map(|offset| offset.to_usize().unwrap_or(usize::MAX)).collect();
        let buffer = array.values().clone();
        let values = Bytes::from_owner(Owner(buffer.clone()));
        Self { len: array.len(), nulls: array.nulls().cloned(), place: Place::Offsets { offsets, values, buffer } }
    }

    fn of_views<T: ByteViewType + ?Sized>(array: &GenericByteViewArray<T>) -> Self {
        let buffers = array.data_buffers().iter();
        let buffers = buffers.map(|buffer| (Bytes::from_owner(Owner(buffer.clone())), buffer.clone())).collect();
        let views = array.views().to_vec();
        Self { len: array.len(), nulls: array.nulls().cloned(), place: Place::Views { views, buffers } }
    }
}

/// What a view shows: up to 12 bytes are in it.
fn view(view: u128, buffers: &[(Bytes, Buffer)]) -> Option<Bytes> {
    let parts = ByteView::from(view);
    let length = parts.length as usize;
    if length <= 12 {
        return Some(Bytes::copy_from_slice(&view.to_le_bytes()[4..4 + length]));
    }
    let start = parts.offset as usize;
    slice(&buffers.get(parts.buffer_index as usize)?.0, start, start.checked_add(length)?)
}

fn slice(bytes: &Bytes, start: usize, end: usize) -> Option<Bytes> {
    (start <= end && end <= bytes.len()).then(|| bytes.slice(start..end))
}
