//! The form of an output, where its name alone says it.

use std::path::Path;

use copydesk_corpus::output::Pack;

/// How the names of Parquet files end.
pub(super) const PARQUET: &[&str] = &["parquet", "pq"];

/// How the name of an output ends, in small letters, once the end of its packing is taken off: `jsonl` of `rows.jsonl.gz`.
pub(super) fn end(output: Option<&Path>) -> String {
    let name = output.and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(Pack::of_file(&name).end()).unwrap_or(&name);
    name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_is_that_of_what_is_packed() {
        let of = |name| end(Some(Path::new(name)));
        assert_eq!((of("a.b/rows.JSONL.gz"), of("all.md"), of("out/")), ("jsonl".into(), "md".into(), String::new()));
        assert_eq!((of("rows.zst"), of("rows"), end(None)), (String::new(), String::new(), String::new()));
    }
}
