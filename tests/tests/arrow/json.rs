//! A row of a batch as JSON.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int32Type, Int64Type, UInt8Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Fields};
use serde_json::{Map, Value as Json};

/// The row, without the nulls that stand for keys that JSON leaves out.
pub(crate) fn row(batch: &RecordBatch, row: usize) -> Json {
    let schema = batch.schema();
    let mut json = object(schema.fields(), batch.columns(), row);
    drop_null(&mut json, "error");
    if let Some(error) = json.get_mut("error") {
        drop_null(error, "offset");
    }
    drop_null(&mut json, "input");
    if let Some(date) = json.pointer_mut("/fields/date") {
        drop_null(date, "value");
    }
    for child in ["fields", "layers"] {
        if let Some(map) = json[child].as_object_mut() {
            map.retain(|_, value| !value.is_null());
        }
    }
    for repair in json["repairs"].as_array_mut().into_iter().flatten() {
        drop_null(repair, "before_base64");
    }
    json
}

fn drop_null(json: &mut Json, key: &str) {
    if let Some(map) = json.as_object_mut()
        && map.get(key).is_some_and(Json::is_null)
    {
        map.remove(key);
    }
}

fn object(fields: &Fields, columns: &[arrow_array::ArrayRef], row: usize) -> Json {
    let entries = fields.iter().zip(columns).map(|(field, column)| (field.name().clone(), value(column, row)));
    Json::Object(entries.collect::<Map<_, _>>())
}

fn list(items: &dyn Array) -> Json {
    (0..items.len()).map(|item| value(items, item)).collect()
}

fn value(array: &dyn Array, row: usize) -> Json {
    if array.is_null(row) {
        return Json::Null;
    }
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(row).into(),
        DataType::Utf8View => array.as_string_view().value(row).into(),
        DataType::UInt8 => array.as_primitive::<UInt8Type>().value(row).into(),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(row).into(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into(),
        DataType::List(_) => list(&array.as_list::<i32>().value(row)),
        DataType::Struct(fields) => object(fields, array.as_struct().columns(), row),
        other => panic!("no column is of type {other}"),
    }
}
