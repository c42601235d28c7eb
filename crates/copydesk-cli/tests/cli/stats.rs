//! `copydesk stats`, and `--profile`.

use crate::FERRY;
use crate::command::{directory, run_in, run_with};

#[test]
fn what_a_folder_holds_is_counted() {
    let records = b"{\"text\": \"Said the harbour master on Monday.\"}\n{\"text\": 3}\n";
    let dir = directory(&[("c/a.txt", FERRY.as_bytes()), ("c/b.jsonl", records)]);
    let run = run_in(dir.path(), &["stats", "c"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("c/b.jsonl, record 2: its field `text` is a number"), "{}", run.stderr);
    assert!(run.stdout.starts_with("2 articles in 2 records, 1 unreadable\n"), "{}", run.stdout);
    for line in ["envelopes (articles)", "         2  plain", "         1  headline", "         1  named"] {
        assert!(run.stdout.lines().any(|found| found == line), "{line}: {}", run.stdout);
    }
    let json = run_in(dir.path(), &["stats", "c", "--to", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["articles"], &json["unreadable"], &json["roles"]["headline"]), (&2.into(), &1.into(), &1.into()));
}

#[test]
fn repairs_are_counted_by_rule_and_by_risk() {
    let text = "The year- on- year fall is over, says the Chamber ( CT). It is the end of a two- year dispute over $ 5 million, \
                and of a press release- and it was not the first.\n";
    let dir = directory(&[("a.txt", text.as_bytes())]);
    let run = run_in(dir.path(), &["stats", "a.txt", "--repairs", "all"]).done();
    for table in ["\nrepairs (repairs)\n", "\nrisks (repairs)\n", "\nrepairs-by-risk (repairs)\n"] {
        assert!(run.stdout.contains(table), "{}", run.stdout);
    }
    let json = run_in(dir.path(), &["stats", "a.txt", "--repairs", "all", "--to", "json"]).done().stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let sum = |table: &str| json[table].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum("repairs"), sum("risks"));
    assert_eq!(sum("repairs"), sum("repairs-by-risk"));
    assert_eq!(json["repairs"]["spaced-currency"], 1);
    assert_eq!(json["repairs-by-risk"]["spaced-bracket (safe)"], 1);
    assert!(json["repairs"]["spaced-hyphen"].as_u64() >= Some(3), "{json}");
}

#[test]
fn a_profile_adds_words() {
    let profile = b"mastheads = ['Norhaven Messenger']\n[labels]\n'VERFASST VON' = 'byline'\n[furniture]\nshare = ['Weitersagen']\n";
    let text = b"Norhaven Messenger\n\nVERFASST VON: Ana Ruiz\n\nThe ferry is back, said the master.\n\nWeitersagen\n";
    let dir = directory(&[("own.toml", profile), ("a.txt", text)]);
    let rows = run_in(dir.path(), &["parse", "a.txt", "--profile", "own.toml"]).done().rows();
    assert_eq!(rows[0]["publication"], "Norhaven Messenger");
    assert_eq!(rows[0]["byline"]["authors"][0]["name"], "Ana Ruiz");
    let kinds: Vec<_> =
        rows[0]["blocks"].as_array().unwrap().iter().filter_map(|block| block["kind"].as_str()).collect();
    assert_eq!(kinds, ["share"]);
    run_in(dir.path(), &["verify", "a.txt", "--profile", "own.toml"]).done();
}

#[test]
fn a_profile_that_cannot_be_read_is_said_with_its_line() {
    let dir = directory(&[("own.toml", b"[labels]\n'AUTHOR' = 'writer'\n")]);
    let run = run_in(dir.path(), &["parse", "--profile", "own.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("own.toml, line 2: no field is called `writer`"), "{}", run.stderr);
    let run = run_with(&["parse", "--profile", "gone.toml"], b"");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("gone.toml: cannot be read: "), "{}", run.stderr);
}
