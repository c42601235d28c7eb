//! Files that copydesk wrote itself: a document in JSON is not an article, though it holds the text of one.

/// Whether a text is documents in JSON: an object that says so with its first key, or an array or lines of such.
pub(super) fn is_documents(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    let mut rest = bytes.strip_prefix(b"[").unwrap_or(bytes);
    [&b"{"[..], b"\"schema\"", b":", b"\"copydesk/"].iter().all(|token| {
        let found = rest.trim_ascii_start().strip_prefix(*token);
        rest = found.unwrap_or(rest);
        found.is_some()
    })
}

#[cfg(test)]
mod tests {
    use copydesk::write::{ErrorRow, Writer};

    use super::*;

    #[test]
    fn documents_are_told_by_their_first_key() {
        let document = copydesk::parse(&copydesk::Source::new("The ferry is back.").unwrap());
        for form in ["json", "jsonl"] {
            let written = Writer::named(form).unwrap().write(&document, "ferry");
            assert!(is_documents(written.as_bytes()) && is_documents(format!("[\n{written}]").as_bytes()));
        }
        let error = serde_json::to_string(&ErrorRow::new("a", "a", None, "is torn")).unwrap();
        assert!(is_documents(error.as_bytes()));
        for other in ["", "[", "{", "{}", "{\"schema\": \"other/1\"}", "{\"id\": 1, \"schema\": \"copydesk/1\"}"] {
            assert!(!is_documents(other.as_bytes()), "{other}");
        }
        assert!(!is_documents(b"The \"schema\": \"copydesk/1\" is what they named it."));
    }
}
