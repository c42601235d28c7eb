//! The two fields of a record that count. The others are passed over, not built.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// What a line says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) id: Option<String>,
    /// The text, or why there is none.
    pub(crate) text: Result<String, String>,
}

/// The fields of one line.
pub(crate) fn fields(line: &[u8], text_field: &str, id_field: &str) -> Result<Fields, String> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let mut json = serde_json::Deserializer::from_slice(line);
    let fields = Wanted { text_field, id_field }.deserialize(&mut json);
    fields.and_then(|fields| json.end().map(|()| fields)).map_err(|error| {
        // There is one line; its number in the file is said elsewhere.
        format!("is not a JSON record: {}", error.to_string().replace(" at line 1 column ", " at column "))
    })
}

struct Wanted<'n> {
    text_field: &'n str,
    id_field: &'n str,
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Fields;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fields, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Fields { id: None, text: Err(format!("has no field `{}`", self.text_field)) };
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if key == self.text_field {
                let value = map.next_value()?;
                // One field can be both.
                if key == self.id_field {
                    fields.id = id(&value);
                }
                fields.text = text(value, self.text_field);
            } else if key == self.id_field {
                fields.id = id(&map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(fields)
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
        fields(line.as_bytes(), "text", "id")
    }

    #[test]
    fn two_fields_count() {
        let expected = Fields { id: Some("7".into()), text: Ok("A\nb".into()) };
        assert_eq!(read("\u{feff}{\"x\":[{\"text\":1}],\"text\":\"A\\nb\",\"id\":7}\r\n"), Ok(expected));
        assert_eq!(read(r#"{"text":"A","id":""}"#).unwrap().id, None);
        assert_eq!(fields(br#"{"text":"A"}"#, "text", "text").unwrap().id.as_deref(), Some("A"));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(read(r#"{"id":"a"}"#).unwrap().text.unwrap_err(), "has no field `text`");
        let null = read(r#"{"text":null,"id":"a"}"#).unwrap();
        assert_eq!(
            (null.id.as_deref(), null.text.unwrap_err()),
            (Some("a"), "its field `text` is null, not a string".into())
        );
        for line in ["[1]", "{\"text\":\"a\"} x", "{\"text\":\"a", "nonsense", "{\"text\":\"\\ud800\"}"] {
            let reason = read(line).unwrap_err();
            assert!(reason.starts_with("is not a JSON record: ") && !reason.contains("line 1"), "{reason}");
        }
        assert!(fields(b"{\"text\":\"\xff\"}", "text", "id").is_err());
    }
}
