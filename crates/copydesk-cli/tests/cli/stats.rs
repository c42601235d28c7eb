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

#[test]
fn lengths_and_sources_are_counted() {
    let records = format!("{{\"text\": {FERRY:?}}}\n{{\"text\": \"Said.\"}}\n");
    let dir = directory(&[
        ("c/a.txt", FERRY.as_bytes()),
        ("c/b.jsonl", records.as_bytes()),
        ("c/d/e.txt", b"Norhaven Messenger\n\nRain\n\nIt rained on the harbour all day.\n"),
        ("own.toml", b"mastheads = ['Norhaven Messenger']\n"),
    ]);
    let stats =
        |more: &[&str]| run_in(dir.path(), &[&["stats", "c", "--profile", "own.toml"], more].concat()).done().stdout;
    let json: serde_json::Value = serde_json::from_str(&stats(&["--to", "json"])).unwrap();
    let articles = |list: &str| -> Vec<(String, u64)> {
        let rows = json[list].as_array().unwrap().iter();
        rows.map(|row| (row["name"].as_str().unwrap().to_owned(), row["articles"].as_u64().unwrap())).collect()
    };
    assert_eq!(articles("inputs"), [("c/b.jsonl".into(), 2), ("c".into(), 1), ("c/d".into(), 1)]);
    assert_eq!(articles("publications"), [("unknown".into(), 3), ("Norhaven Messenger".into(), 1)]);
    let input = &json["inputs"][0];
    assert_eq!((&input["headlines"], &input["bylines"], &input["repairs"]), (&1.into(), &1.into(), &0.into()));
    let body = copydesk::parse(&copydesk::Source::new(FERRY).unwrap()).body();
    let expected = body.chars().count() + "Said.".len();
    assert_eq!(input["characters"], expected);
    let lengths: u64 = json["lengths"].as_array().unwrap().iter().map(|step| step["articles"].as_u64().unwrap()).sum();
    assert_eq!(lengths, 4);
    let text = stats(&[]);
    for said in [
        "\nlengths (articles by the characters of their bodies)\n",
        "\npublications (articles)\n",
        "         2  c/b.jsonl\n",
    ] {
        assert!(text.contains(said), "{said:?} in {text}");
    }
}

/// The text between two marks, each time that they are there.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split_once(end).unwrap().0).collect()
}

#[test]
fn the_page_needs_nothing_else_and_says_what_it_shows() {
    let text = "The year- on- year fall is over, says the Chamber ( CT). It is the end of a two- year dispute over $ 5 million.\n";
    let records = format!("{}\n", serde_json::json!({ "text": text }));
    let dir = directory(&[("c/a<b>&\"'.jsonl", records.repeat(3).as_bytes()), ("c/a.txt", FERRY.as_bytes())]);
    run_in(dir.path(), &["stats", "c", "--to", "html", "-o", "report.html"]).done();
    let page = std::fs::read_to_string(dir.path().join("report.html")).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">") && page.ends_with("</html>\n"));
    for outside in ["<script", "http:", "https:", "src=", "url(", "@import", "<link", "<b>&"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(
        page.contains("c/a&lt;b&gt;&amp;&quot;&#39;.jsonl") && page.contains("prefers-color-scheme: dark"),
        "{page}"
    );

    let json = run_in(dir.path(), &["stats", "c", "--to", "json"]).done().stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let sections = between(&page, "<section ", "</section>");
    let ids: Vec<_> = sections.iter().map(|section| between(section, "<h2 id=\"", "\"")[0]).collect();
    let most_asked = ["roles", "repairs", "risks", "repairs-by-risk", "lengths", "publications", "inputs", "fields"];
    assert_eq!(ids[..most_asked.len()], most_asked);
    for (id, section) in ids.iter().zip(&sections) {
        // The chart says what it is, and every number of it is in the table beside it.
        let chart = between(section, "<svg ", "</svg>");
        assert_eq!((chart.len(), section.matches("<table>").count()), (1, 1), "{id}");
        assert!(chart[0].contains(&format!("role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"")), "{}", chart[0]);
        for (element, name) in [("title", "title"), ("desc", "desc")] {
            let start = format!("<{element} id=\"{id}-{name}\">");
            let said = between(chart[0], &start, "<");
            assert!(said.len() == 1 && !said[0].is_empty(), "{}", chart[0]);
        }
        let rows = between(section, "<tr><th scope=\"row\">", "</tr>");
        assert_eq!(rows.len(), chart[0].matches("<rect ").count(), "{id}");
        if let Some(counts) = json[*id].as_object() {
            let found: Vec<(&str, String)> = rows
                .iter()
                .map(|row| (row.split_once('<').unwrap().0, between(row, "<td>", "<")[0].to_owned()))
                .collect();
            assert_eq!(found.len(), counts.len());
            assert!(found.iter().all(|(name, count)| counts[*name].as_u64() == count.parse().ok()), "{found:?}");
        }
    }
    let ids: Vec<_> = between(&page, " id=\"", "\"");
    assert!(ids.iter().all(|id| page.matches(&format!(" id=\"{id}\"")).count() == 1), "{ids:?}");
    // What is opened is closed.
    for element in
        ["main", "section", "div", "svg", "g", "text", "table", "thead", "tbody", "tr", "th", "td", "p", "h2"]
    {
        let opened = page.matches(&format!("<{element}>")).count() + page.matches(&format!("<{element} ")).count();
        assert_eq!(opened, page.matches(&format!("</{element}>")).count(), "{element}");
    }
}

#[test]
fn a_page_of_nothing_is_a_page() {
    let dir = directory(&[("none.jsonl", b"")]);
    let page = run_in(dir.path(), &["stats", "none.jsonl", "--to", "html"]).done().stdout;
    assert!(page.contains("<b>0</b> articles in 0 records") && page.ends_with("</html>\n"), "{page}");
}

#[test]
fn the_threads_do_not_change_what_is_counted() {
    let record = |n: usize| format!("{}\n", serde_json::json!({ "text": format!("{FERRY}On day {n}.\n") }));
    let records: String = (0..3000).map(record).collect();
    let dir = directory(&[("in.jsonl", records.as_bytes()), ("gone.jsonl", b"nonsense\n")]);
    let stats = |threads: &str| {
        let run = run_in(dir.path(), &["stats", "in.jsonl", "gone.jsonl", "--to", "json", "--threads", threads]);
        let mut json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        json["seconds"].take();
        (run.status, run.stderr, json)
    };
    let one = stats("1");
    assert_eq!((one.0, &one.2["articles"]), (1, &3000.into()));
    assert!(["2", "7"].iter().all(|threads| stats(threads) == one));
}
