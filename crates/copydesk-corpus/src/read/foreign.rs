//! Files of other programs: their bytes show what they are, and are not text. In a folder of articles they would be noise.

/// How such files begin, and what is said of them.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"{\\rtf", "is an RTF file, and is not read: save it as text, or as DOCX"),
    (b"%PDF-", "is a PDF file, and is not read: take the text out of it first"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a file of an older office program, and is not read: save it as text, or as DOCX",
    ),
];

/// What is said of a file that begins so, if it is of another program.
pub(super) fn reason(bytes: &[u8]) -> Option<&'static str> {
    FOREIGN.iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_how_it_begins() {
        assert!(reason(b"{\\rtf1\\ansi Ferry returns\\par}").unwrap().starts_with("is an RTF file"));
        assert!(reason(b"%PDF-1.7\n").unwrap().starts_with("is a PDF file"));
        for text in [&b""[..], b"The ferry is back.", b"{\"text\": \"\\rtf\"}", b"\xef\xbb\xbf%PDF- is how it begins"] {
            assert_eq!(reason(text), None);
        }
    }
}
