//! `copydesk figures`.

use std::fs::File;
use std::path::Path;

use parquet::basic::Compression;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Value, json};

use crate::command::{directory, run_in, run_with};

/// An article with figures of several kinds, a comma and quotation marks in one sentence.
const TARIFFS: &str = "Harbour dues rise at Saltmarsh\n\nBy Ana Reyes\n\nThe council raised the dues by 12 percent on Monday, to $4.5 \
    million a year, and \"nobody asked us\".\n\nMore than 1,200 boats were moored here in 2020, the harbour master said, and each of them paid \
    $3,000 to $5,000.\n";

/// The rows of a table in CSV, each with its names.
fn csv_rows(table: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| names.iter().zip(row.iter()).map(|(name, cell)| (name.into(), cell.into())).collect()).collect()
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no column {name}")).1
}

/// The rows of a Parquet file as JSON.
fn parquet_rows(path: &Path) -> Vec<Value> {
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let value = |field: &Field| match field {
        Field::Null => Value::Null,
        Field::Str(text) => json!(text),
        Field::Long(number) => json!(number),
        Field::Double(number) => json!(number),
        other => panic!("{other:?}"),
    };
    let row = |row: Row| row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect();
    reader.get_row_iter(None).unwrap().map(|next| row(next.unwrap())).collect()
}

#[test]
fn a_row_says_what_where_and_in_which_article() {
    let dir = directory(&[("a.txt", TARIFFS.as_bytes())]);
    let run = run_in(dir.path(), &["figures", "a.txt"]).done();
    assert_eq!(
        run.stdout.lines().next(),
        Some(
            "id,publication,date,date_value,headline,sentence_number,sentence,content,kind,value,value_max,unit,currency,bounds,change,\
             basis,period,block,role,text_start,text_end,source_start,source_end"
        )
    );
    let rows = csv_rows(&run.stdout);
    let figures: Vec<_> = rows
        .iter()
        .map(|row| ["content", "kind", "value", "value_max", "currency"].map(|name| cell(row, name)))
        .collect();
    assert_eq!(
        figures,
        [
            ["12 percent", "percent", "12", "", ""],
            ["$4.5 million", "money", "4500000", "", "USD"],
            ["1,200", "count", "1200", "", ""],
            ["$3,000 to $5,000", "money", "3000", "5000", "USD"],
        ]
    );
    for row in &rows {
        assert_eq!((cell(row, "id"), cell(row, "headline")), ("a.txt", "Harbour dues rise at Saltmarsh"));
        assert_eq!(cell(row, "role"), "paragraph");
        assert!(cell(row, "sentence").contains(cell(row, "content")));
        for place in [["text_start", "text_end"], ["source_start", "source_end"]] {
            let [start, end] = place.map(|name| cell(row, name).parse::<usize>().unwrap());
            assert_eq!(&TARIFFS[start..end], cell(row, "content"));
        }
    }
    assert_eq!(cell(&rows[0], "change"), "up");
    assert!(cell(&rows[1], "sentence").ends_with("and \"nobody asked us\"."));
    assert!(run.stdout.contains("\"\"nobody asked us\"\""), "{}", run.stdout);
    assert_eq!(cell(&rows[2], "sentence_number"), cell(&rows[3], "sentence_number"));
}

#[test]
fn it_is_the_layer_of_the_library() {
    let source = copydesk::Source::new(TARIFFS).unwrap();
    let document = copydesk::Options::new().layers(&[&copydesk::figures::LAYER]).parse(&source);
    let rows = run_with(&["figures", "--to", "jsonl"], TARIFFS.as_bytes()).done().rows();
    let written = copydesk::write::to_json(&document, "-", copydesk::OffsetUnit::Byte);
    let document: Value = serde_json::from_str(&written).unwrap();
    let layer = document["layers"]["figures"].as_array().unwrap();
    assert_eq!(rows.len(), layer.len());
    for (row, figure) in rows.iter().zip(layer) {
        for (name, value) in figure.as_object().unwrap().iter().filter(|(name, _)| *name != "text") {
            assert_eq!(&row[name], value, "{name}");
        }
        assert_eq!(json!([row["text_start"], row["text_end"]]), figure["text"]);
    }
}

#[test]
fn the_three_forms_say_the_same() {
    let exports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let dir = directory(&[("a.txt", TARIFFS.as_bytes()), ("sum.txt", b"-5 percent was the change, the board said.\n")]);
    let examples = exports.to_str().unwrap();
    let run = |form: &str| run_in(dir.path(), &["figures", "a.txt", examples, "sum.txt", "--to", form]).done();
    let (table, json) = (csv_rows(&run("csv").stdout), run("jsonl").rows());
    run_in(dir.path(), &["figures", "a.txt", examples, "sum.txt", "--to", "parquet", "-o", "out.parquet"]).done();
    let mut parquet = parquet_rows(&dir.path().join("out.parquet"));
    assert!(json.len() > 10, "{}", json.len());
    assert_eq!((table.len(), parquet.len()), (json.len(), json.len()));
    for ((cells, row), other) in table.iter().zip(&json).zip(&mut parquet) {
        for (name, cell) in cells {
            let value = match &row[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                value => value.to_string(),
            };
            assert_eq!(*cell.strip_prefix('\'').unwrap_or(cell), value, "{name}");
        }
        for name in ["value", "value_max"] {
            let float = other.as_object_mut().unwrap().remove(&format!("{name}_float")).unwrap();
            assert_eq!(row[name].as_str().map(|value| value.parse::<f64>().unwrap()), float.as_f64());
        }
        assert_eq!(row, other);
    }
    let dates: Vec<_> = json.iter().filter_map(|row| row["date_value"].as_str()).collect();
    assert!(dates.contains(&"2025-02-27"), "{dates:?}");
}

#[test]
fn a_parquet_file_says_what_it_is() {
    let dir = directory(&[("a.txt", TARIFFS.as_bytes()), ("none.txt", b"The ferry is back.\n")]);
    for (input, groups) in [("a.txt", 1), ("none.txt", 0)] {
        run_in(dir.path(), &["figures", input, "--to", "parquet", "-o", "out.parquet"]).done();
        let reader = SerializedFileReader::new(File::open(dir.path().join("out.parquet")).unwrap()).unwrap();
        let metadata = reader.metadata();
        assert_eq!(
            (metadata.num_row_groups(), parquet_rows(&dir.path().join("out.parquet")).len()),
            (groups, 4 * groups)
        );
        let pairs = metadata.file_metadata().key_value_metadata().unwrap();
        let said = |key: &str| pairs.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.as_deref());
        assert_eq!((said("copydesk.table"), said("copydesk.schema")), (Some("figures"), Some("copydesk/1")));
        assert_eq!(said("copydesk.offset_unit"), Some("byte"));
        let mut columns = metadata.row_groups().iter().flat_map(RowGroupMetaData::columns);
        assert!(columns.all(|column| matches!(column.compression(), Compression::ZSTD(_))));
    }
}

#[test]
fn no_cell_is_run_by_a_spreadsheet() {
    let records = [
        json!({"id": "=1+1", "text": "=HYPERLINK(\"x\") is what they typed, and it cost $5 million.\n"}),
        json!({"id": "-7\n8", "text": "The level fell to -5 degrees Celsius.\n"}),
    ];
    let input = records.map(|record| format!("{record}\n")).concat();
    let rows = csv_rows(&run_with(&["figures", "--from", "jsonl"], input.as_bytes()).done().stdout);
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(&rows[0], "id"), "'=1+1");
    assert!(cell(&rows[0], "sentence").starts_with("'=HYPERLINK("), "{rows:?}");
    assert_eq!((cell(&rows[0], "value"), cell(&rows[1], "value")), ("5000000", "-5"));
    // A line end in a cell stays in it.
    assert_eq!(cell(&rows[1], "id"), "'-7\n8");
    assert_eq!(cell(&rows[1], "content"), "'-5 degrees Celsius");
    for row in rows.iter().flatten() {
        let is_number = row.1.parse::<f64>().is_ok();
        assert!(is_number || !row.1.starts_with(['=', '+', '-', '@']), "{row:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_comes_out() {
    let records =
        format!("{}\n{{\"id\": \"b\", \"text\": 3}}\n{}\n", json!({"text": TARIFFS}), json!({"text": TARIFFS}));
    let dir = directory(&[("in.jsonl", records.as_bytes())]);
    for form in ["csv", "jsonl", "parquet"] {
        let run = run_in(dir.path(), &["figures", "gone.txt", "in.jsonl", "--to", form, "-o", "out"]);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""));
        let lines: Vec<&str> = run.stderr.lines().collect();
        assert_eq!(lines.len(), 2, "{}", run.stderr);
        assert!(lines[0].starts_with("copydesk: gone.txt: cannot be opened: "));
        assert_eq!(lines[1], "copydesk: in.jsonl, record 2: its field `text` is a number, not a string");
        let out = dir.path().join("out");
        let rows = match form {
            "csv" => csv_rows(&std::fs::read_to_string(out).unwrap()).len(),
            "jsonl" => std::fs::read_to_string(out).unwrap().lines().count(),
            _ => parquet_rows(&out).len(),
        };
        assert_eq!(rows, 8);
    }
}

#[test]
fn a_table_without_rows_has_its_names() {
    let run = run_with(&["figures"], b"The ferry is back.\n").done();
    assert_eq!((run.stdout.lines().count(), run.stdout.starts_with("id,")), (1, true));
    assert_eq!(run_with(&["figures", "--to", "jsonl"], b"").done().stdout, "");
}

#[test]
fn directories_are_read_and_nothing_in_them_is_written_over() {
    let dir = directory(&[("c/b.txt", TARIFFS.as_bytes()), ("c/a/z.txt", TARIFFS.as_bytes())]);
    let rows = run_in(dir.path(), &["figures", "c", "--to", "jsonl"]).done().rows();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [["c/a/z.txt"; 4], ["c/b.txt"; 4]].concat());
    for output in ["c/out.csv", "c/b.txt", "c/../c/a/out.csv"] {
        let run = run_in(dir.path(), &["figures", "c", "-o", output]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{output}");
        assert!(run.stderr.contains(" lies in c, which is read"), "{}", run.stderr);
    }
    assert!(!dir.path().join("c/out.csv").exists());
    let run = run_in(dir.path(), &["figures", "c/b.txt", "-o", "c/b.txt"]);
    assert_eq!(run.status, 2);
    assert_eq!(std::fs::read_to_string(dir.path().join("c/b.txt")).unwrap(), TARIFFS);
    run_in(dir.path(), &["figures", "c", "-o", "out.csv"]).done();
}

/// A block without a stop is one sentence: said whole in every row, the table would be gigabytes.
#[test]
fn the_table_grows_with_the_text_and_not_with_its_square() {
    let text = format!("The catch of the day was {}", "12 tonnes and ".repeat(20_000));
    let run = run_with(&["figures", "--to", "jsonl"], text.as_bytes()).done();
    let rows = run.rows();
    assert_eq!(rows.len(), 20_000);
    assert!(run.stdout.len() < 3000 * rows.len(), "{}", run.stdout.len());
    let sentence = rows[9000]["sentence"].as_str().unwrap();
    assert!(sentence.starts_with('…') && sentence.ends_with('…') && sentence.len() < 2100, "{sentence}");
}

#[test]
fn the_threads_do_not_change_a_row() {
    let record = |n: usize| match n % 100 {
        7 => "nonsense\n".to_owned(),
        _ => format!("{}\n", json!({ "id": n, "text": format!("{TARIFFS}\nOn day {n} it was {n} percent.\n") })),
    };
    let dir = directory(&[("in.jsonl", (0..2000).map(record).collect::<String>().as_bytes())]);
    let figures = |threads: &str| {
        let run = run_in(dir.path(), &["figures", "in.jsonl", "--threads", threads]);
        (run.status, run.stderr, run.stdout)
    };
    let one = figures("1");
    assert_eq!((one.0, one.1.lines().count(), csv_rows(&one.2).len()), (1, 20, 1980 * 5));
    assert!(["2", "7"].iter().all(|threads| figures(threads) == one));
}

#[test]
fn a_file_has_its_name_once_it_is_whole() {
    let dir = directory(&[("in.txt", TARIFFS.as_bytes()), ("out.csv", b"as it was")]);
    for form in ["csv", "jsonl", "parquet"] {
        let plain = run_in(dir.path(), &["figures", "in.txt", "--to", form, "-o", "other"]).done();
        run_in(dir.path(), &["figures", "in.txt", "--to", form, "-o", "out.csv"]).done();
        assert_eq!(plain.stdout, "");
        let [out, other] = ["out.csv", "other"].map(|name| std::fs::read(dir.path().join(name)).unwrap());
        assert!(out == other && out.len() > 100);
    }
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 3);
}
