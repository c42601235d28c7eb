//! `copydesk diff`.

use std::path::Path;

use crate::FERRY;
use crate::command::{directory, run_in, run_with};

/// Three clear damages, so that each vouches for the others.
const DAMAGED: &str = "Ferry is late\n\nBy Ana Reyes\n\nThe year- on- year fall in bookings is over, says the Skerry Chamber of Trade ( SCT), \
    and it is the answer to a two- year dispute.\n\nA gift to a well- known firm- and more for $ 5 million.\n";

/// One damage, which nothing vouches for.
const DOUBTED: &str = "Ferry is late\n\nBy Ana Reyes\n\nThe council said that it was a gift to a well- known firm.\n";

#[test]
fn a_repair_is_shown_with_the_words_around_it() {
    let dir = directory(&[("a.txt", DAMAGED.as_bytes())]);
    let run = run_in(dir.path(), &["diff", "a.txt", "--envelope", "plain"]).done();
    assert!(run.stdout.starts_with("a.txt · plain · en · "), "{}", run.stdout);
    let expected = "line 5: spaced-hyphen ×2, safe (chain, document:4)\n    \
                    The year[--␣-]{+-+}on[--␣-]{+-+}year fall in bookings is over, …\n";
    assert!(run.stdout.contains(expected), "{}", run.stdout);
    let wide = run_in(dir.path(), &["diff", "a.txt", "--context", "2"]).done().stdout;
    assert!(wide.contains("\n    … of Trade [-(␣-]{+(+}SCT), and it …\n"), "{wide}");
    assert!(!run.stdout.contains('\u{1b}'));
    let colours = run_in(dir.path(), &["diff", "a.txt", "--color", "always"]).done().stdout;
    assert!(colours.contains("year\u{1b}[9m\u{1b}[31m-␣\u{1b}[0m\u{1b}[32m-\u{1b}[0mon"), "{colours}");
}

#[test]
fn what_stays_as_it_is_is_left_out() {
    let dir = directory(&[("a.txt", FERRY.as_bytes()), ("b.txt", DOUBTED.as_bytes())]);
    let nothing = |arguments: &[&str]| {
        let run = run_in(dir.path(), arguments);
        assert_eq!(
            (run.status, run.stdout.as_str(), &*run.stderr),
            (0, "", "copydesk: nothing is repaired in 2 articles\n")
        );
    };
    nothing(&["diff", "a.txt", "b.txt"]);
    assert_eq!(run_in(dir.path(), &["diff", "a.txt", "--to", "json"]).done().stdout, "");
    let said = run_in(dir.path(), &["diff", "a.txt", "--notes"]).stderr;
    assert_eq!(said, "copydesk: nothing is repaired in 1 article, and nothing is noted\n");
    let likely = run_in(dir.path(), &["diff", ".", "--repairs", "likely"]).done().stdout;
    assert!(likely.starts_with("./b.txt · plain · en · 1 repair\nline 5: spaced-hyphen, likely ("), "{likely}");
    for repairs in ["none", "likely,-spaced-hyphen", "-spaced-hyphen", "column-break"] {
        nothing(&["diff", ".", "--repairs", repairs]);
    }
}

#[test]
fn doubts_are_shown_where_they_are_asked_for() {
    let run = run_with(&["diff", "--notes"], DOUBTED.as_bytes()).done();
    assert!(
        run.stdout.starts_with("- · plain · en · 0 repairs · 1 note\nline 5: note ambiguous-hyphen: "),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("\n    … was a gift to a well{?-␣?}known firm.\n"), "{}", run.stdout);
}

#[test]
fn records_are_named_and_their_lines_counted() {
    let records = format!(
        "{}\n{{\"id\": 2, \"text\": null}}\n{}\n",
        serde_json::json!({ "id": "first", "text": DAMAGED }),
        serde_json::json!({ "text": DOUBTED })
    );
    let dir = directory(&[("in.jsonl", records.as_bytes())]);
    let run = run_in(dir.path(), &["diff", "in.jsonl", "--repairs", "likely"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (1, "copydesk: in.jsonl, record 2: its field `text` is null, not a string\n")
    );
    let heads: Vec<_> = run.stdout.lines().filter(|line| line.contains(" · ")).collect();
    assert!(
        heads[0].starts_with("first (in.jsonl, record 1) · ") && heads[1].starts_with("in.jsonl#3 · "),
        "{heads:?}"
    );
    assert!(run.stdout.contains("\n\nin.jsonl#3"), "{}", run.stdout);
    assert_eq!(run_in(dir.path(), &["diff", "gone.txt"]).status, 1);
}

#[test]
fn lines_of_an_export_are_those_of_the_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let run = run_in(&root, &["diff", "examples/exports/norhaven.txt", "--context", "1"]).done();
    let (_, second) = run.stdout.split_once("\nexamples/exports/norhaven.txt#2 · nexis-legacy · en · ").unwrap();
    let export = std::fs::read_to_string(root.join("examples/exports/norhaven.txt")).unwrap();
    let line = export.lines().position(|line| line.ends_with(" oar too few, to")).unwrap() + 1;
    assert!(second.contains(&format!("\nline {line}: hard-wrap, safe (")), "{second}");
    assert!(second.contains("\n    … few, to[-↵-]{+␣+}show what …\n"), "{second}");
}

#[test]
fn machines_get_a_row_for_each_change() {
    let run = run_with(&["diff", "--to", "json", "--notes"], format!("{DAMAGED}\n").as_bytes()).done();
    let rows = run.rows();
    let row = &rows[0];
    assert_eq!((&row["id"], &row["line"], &row["rules"][0]), (&"-".into(), &5.into(), &"spaced-hyphen".into()));
    assert_eq!((&row["before"], &row["after"], &row["risk"]), (&"- ".into(), &"-".into(), &"safe".into()));
    assert_eq!(row["context"], serde_json::json!(["The year", "on-year fall in bookings is over,"]));
    let [start, end] = [0, 1].map(|edge| row["source"][edge].as_u64().unwrap() as usize);
    assert_eq!(&DAMAGED[start..end], "- ");

    let dir = directory(&[("in.jsonl", b"{\"text\": 3}\n")]);
    let run = run_in(dir.path(), &["diff", "in.jsonl", "--to", "json"]);
    assert_eq!((run.status, run.rows()[0]["error"]["record"].as_u64()), (1, Some(1)));
}

#[test]
fn nothing_of_the_source_commands_the_terminal() {
    let text = DAMAGED.replace("fall in", "fall \u{1b}[2J\u{202e}in");
    let run = run_with(&["diff"], text.as_bytes()).done();
    assert!(run.stdout.contains("fall U+001B[2JU+202Ein bookings"), "{}", run.stdout);
    assert!(run.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", run.stdout);
}
