//! The two fields of a JSON record that count. The others are passed through verbatim, not built.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use copydesk::Source;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::reading::{OtherFields, Reading};
use crate::record::{Place, Record, Unreadable};

use super::there_are;

/// What a line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) id: Option<String>,
    /// The text, or why there is none.
    pub(super) text: Result<String, String>,
    /// Whether the field is there, whatever it holds.
    pub(super) has_text: bool,
    /// The other fields, as a JSON object.
    pub(super) others: Option<Box<str>>,
}

impl Fields {
    /// The record at a place, or why it is none.
    pub(super) fn record(self, place: Place) -> Result<Record, Unreadable> {
        let (id, fields) = (self.id.unwrap_or_else(|| place.id()), self.others);
        match self.text.and_then(|text| Source::new(text).map_err(|error| error.to_string())) {
            Ok(source) => Ok(Record { id, place, source, fields }),
            Err(reason) => Err(Unreadable { id, place, reason, fields }),
        }
    }
}

/// The fields of one line.
pub(super) fn fields(line: &[u8], reading: &Reading) -> Result<Fields, String> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    // A string that breaks off ends where the line does, and not in the character that ends it.
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("is not a JSON record: invalid UTF-8 at column {}", error.valid_up_to() + 1))?;
    let mut json = serde_json::Deserializer::from_str(line);
    let fields = Wanted(reading).deserialize(&mut json);
    let (id, text, others) = fields.and_then(|fields| json.end().map(|()| fields)).map_err(|error| {
        // There is one line; its number in the file is said elsewhere.
        format!("is not a JSON record: {}", error.to_string().replace(" at line 1 column ", " at column "))
    })?;
    let has_text = text.is_some();
    Ok(Fields { id, text: text.unwrap_or_else(|| Err(no_text(line, reading))), has_text, others })
}

/// The fields as they are found: there may be none that the text is looked for in.
type Found = (Option<String>, Option<Result<String, String>>, Option<Box<str>>);

/// Why there is no text in a record without that field: by the names of those that it has, which may be its text under another name.
fn no_text(line: &str, reading: &Reading) -> String {
    const NAMES: usize = 8;
    let known: BTreeMap<String, IgnoredAny> = serde_json::from_str(line).unwrap_or_default();
    let mut known = known.keys().filter(|name| *name != &*reading.id_field);
    let mut names: Vec<String> = known.by_ref().take(NAMES).map(|name| format!("`{name}`")).collect();
    if known.next().is_some() {
        names.push("others".into());
    }
    format!("has no field `{}`{}", reading.text_field, there_are(&names))
}

struct Wanted<'n>(&'n Reading);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Reading { text_field, id_field, other_fields, .. } = self.0;
        let (mut found_id, mut found_text, mut others) = (None, None, Object::default());
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if key == *text_field {
                let value = map.next_value()?;
                // One field can be both.
                if key == *id_field {
                    found_id = id(&value);
                }
                found_text = Some(text(value, text_field));
            } else if key == *id_field {
                found_id = id(&map.next_value()?);
            } else if *other_fields == OtherFields::Keep {
                others.push(&key, map.next_value::<&RawValue>()?.get());
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok((found_id, found_text, others.finish()))
    }
}

/// A JSON object that is put together of values as they stand.
#[derive(Default)]
pub(super) struct Object(String);

impl Object {
    /// Adds a value that is JSON.
    pub(super) fn push(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&Value::from(key).to_string());
        self.0.push(':');
        self.0.push_str(value);
    }

    /// Adds a value that is a string.
    pub(super) fn push_text(&mut self, key: &str, value: &str) {
        self.push(key, &Value::from(value).to_string());
    }

    /// The object, if anything is in it.
    pub(super) fn finish(mut self) -> Option<Box<str>> {
        (!self.0.is_empty()).then(|| {
            self.0.push('}');
            self.0.into_boxed_str()
        })
    }
}

fn text(value: Value, field: &str) -> Result<String, String> {
    let found = match value {
        Value::String(text) => return Ok(text),
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Err(format!("its field `{field}` is {found}, not a string"))
}

fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) if !id.is_empty() => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Fields, String> {
        fields(line.as_bytes(), &Reading::default())
    }

    #[test]
    fn two_fields_count() {
        let others = Some(r#"{"x":[{"text":1}]}"#.into());
        let expected = Fields { id: Some("7".into()), text: Ok("A\nb".into()), has_text: true, others };
        let line = "\u{feff}{\"x\":[{\"text\":1}],\"text\":\"A\\nb\",\"id\":7}\r\n";
        assert_eq!(read(line).as_ref(), Ok(&expected));
        let drop = Reading { other_fields: OtherFields::Drop, ..Reading::default() };
        assert_eq!(fields(line.as_bytes(), &drop), Ok(Fields { others: None, ..expected }));
        assert_eq!(read(r#"{"text":"A","id":""}"#).unwrap().id, None);
        let both = Reading { id_field: "text".into(), ..Reading::default() };
        assert_eq!(fields(br#"{"text":"A"}"#, &both).unwrap().id.as_deref(), Some("A"));
    }

    #[test]
    fn other_fields_come_through_as_they_stand() {
        let line =
            r#"{"score": 1.50, "n": 123456789012345678901234567890, "a\"b": {"x" : [1,2]}, "text": "A", "z": null}"#;
        let others = r#"{"score":1.50,"n":123456789012345678901234567890,"a\"b":{"x" : [1,2]},"z":null}"#;
        assert_eq!(read(line).unwrap().others.as_deref(), Some(others));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(read(r#"{"id":"a"}"#).unwrap().text.unwrap_err(), "has no field `text`");
        let named = read(r#"{"id":"a","title":"B","body":["C"]}"#).unwrap().text.unwrap_err();
        assert_eq!(named, "has no field `text`; there are `body`, `title`");
        let many = r#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1}"#;
        let many = read(many).unwrap().text.unwrap_err();
        assert_eq!(many, "has no field `text`; there are `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, others");
        for end in ["", "\n", "\r\n"] {
            let torn = read(&format!("{{\"text\":\"It rai{end}")).unwrap_err();
            assert_eq!(torn, "is not a JSON record: EOF while parsing a string at column 15");
        }
        let null = read(r#"{"text":null,"id":"a"}"#).unwrap();
        assert_eq!(
            (null.id.as_deref(), null.text.unwrap_err()),
            (Some("a"), "its field `text` is null, not a string".into())
        );
        for line in ["[1]", "{\"text\":\"a\"} x", "{\"text\":\"a", "nonsense", "{\"text\":\"\\ud800\"}"] {
            let reason = read(line).unwrap_err();
            assert!(reason.starts_with("is not a JSON record: ") && !reason.contains("line 1"), "{reason}");
        }
        let reason = fields(b"{\"text\":\"\xff\"}", &Reading::default()).unwrap_err();
        assert_eq!(reason, "is not a JSON record: invalid UTF-8 at column 10");
    }
}
