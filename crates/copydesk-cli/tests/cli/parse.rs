//! `copydesk parse`.

use std::io::Read as _;
use std::process::Stdio;

use crate::FERRY;
use crate::command::{command, directory, finish, gzip, run_in, run_with};

#[test]
fn a_file_gives_a_row_called_by_its_path() {
    let dir = directory(&[("in/ferry.txt", FERRY.as_bytes())]);
    let rows = run_in(dir.path(), &["parse", "in/ferry.txt"]).done().rows();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["schema"], "copydesk/1");
    assert_eq!(rows[0]["id"], "in/ferry.txt");
    assert_eq!(rows[0]["text"], FERRY);
}

#[test]
fn it_is_the_document_of_the_library() {
    let source = copydesk::Source::new(FERRY).unwrap();
    let document = copydesk::parse(&source);
    for form in ["jsonl", "json", "text", "markdown", "html"] {
        let writer = copydesk::write::Writer::named(form).unwrap();
        let run = run_with(&["parse", "-", "--to", form], FERRY.as_bytes()).done();
        assert_eq!(run.stdout, writer.write(&document, "-"));
    }
}

#[test]
fn without_a_path_standard_input_is_read() {
    let rows = run_with(&["parse"], FERRY.as_bytes()).done().rows();
    assert_eq!((rows[0]["id"].as_str(), rows[0]["text"].as_str()), (Some("-"), Some(FERRY)));
}

#[test]
fn an_empty_input_is_an_empty_document() {
    let rows = run_with(&["parse"], b"").done().rows();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["text"], "");
    assert_eq!(rows[0]["blocks"], serde_json::json!([]));
}

#[test]
fn bytes_that_are_not_utf8_are_kept_on_record() {
    let rows = run_with(&["parse"], b"caf\xe9 \xf0\x9f\n").done().rows();
    assert_eq!(rows[0]["text"], "caf\u{fffd} \u{fffd}\n");
    assert_eq!(rows[0]["repairs"][0]["rules"][0], "encoding");
    assert_eq!(rows[0]["repairs"][0]["before_base64"], "6Q==");
}

#[test]
fn what_cannot_be_read_has_a_row_and_the_rest_comes_out() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    for form in ["jsonl", "json"] {
        let run = run_in(dir.path(), &["parse", "gone.txt", "a.txt", "--to", form]);
        assert_eq!((run.status, run.stderr.lines().count()), (1, 1));
        assert!(run.stderr.starts_with("copydesk: gone.txt: cannot be opened: "), "{}", run.stderr);
    }
    let rows = run_in(dir.path(), &["parse", "gone.txt", "a.txt"]).rows();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["schema"], "copydesk/1");
    assert_eq!(rows[0]["id"], "gone.txt");
    assert_eq!(rows[0]["error"]["file"], "gone.txt");
    assert!(rows[0]["error"]["record"].is_null());
    assert!(rows[0]["error"]["reason"].as_str().unwrap().starts_with("cannot be opened: "));
    assert_eq!(rows[1]["text"], FERRY);
}

#[test]
fn a_directory_is_every_file_in_it() {
    let record = serde_json::json!({ "id": "r", "text": FERRY }).to_string();
    let files: [(&str, &[u8]); 6] = [
        ("c/b.txt", FERRY.as_bytes()),
        ("c/a/z.txt.gz", &gzip(FERRY.as_bytes())),
        ("c/a/y.jsonl", record.as_bytes()),
        ("c/.hidden", b"\xff"),
        ("c/.git/HEAD", b"ref"),
        ("d.txt", FERRY.as_bytes()),
    ];
    let dir = directory(&files);
    let rows = run_in(dir.path(), &["parse", "d.txt", "c"]).done().rows();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["d.txt", "r", "c/a/z.txt.gz", "c/b.txt"]);
    // Named, a hidden file is read.
    assert_eq!(run_in(dir.path(), &["parse", "c/.git/HEAD"]).done().rows().len(), 1);
}

#[test]
fn a_form_that_has_no_place_for_layers_says_so() {
    for form in ["text", "markdown"] {
        let run = run_with(&["parse", "--to", form, "--layers", "figures"], FERRY.as_bytes());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        let said =
            format!("copydesk: the form `{form}` has no place for layers; these have: jsonl, json, html, parquet\n");
        assert_eq!(run.stderr, said);
        run_with(&["parse", "--to", form, "--layers", "none"], FERRY.as_bytes()).done();
    }
    // What is said of a form is so: its output has the layers, or has not.
    let text = copydesk::Source::new("The ferry cost $5 million.\n").unwrap();
    for writer in copydesk::write::WRITERS {
        let written = |layers| writer.write(&copydesk::Options::new().layers(layers).parse(&text), "-");
        let differs = written(&[]) != written(&[&copydesk::figures::LAYER]);
        assert_eq!(writer.shows_layers(), differs, "{}", writer.name());
    }
}

#[test]
fn in_forms_to_read_an_error_goes_to_standard_error() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    for form in ["text", "markdown", "html"] {
        let run = run_in(dir.path(), &["parse", "gone\n\u{1b}.txt", "a.txt", "--to", form]);
        assert_eq!(run.status, 1);
        assert!(run.stdout.contains("The ferry to the island") && !run.stdout.contains("gone"));
        assert!(run.stderr.starts_with("copydesk: gone\\n\\u{1b}.txt: cannot be opened: "), "{}", run.stderr);
    }
}

#[test]
fn html_is_a_page_with_repairs_and_layers() {
    let text = b"Write to <desk@saltmarsh.example>, the paper said.\xff\n";
    let run = run_with(&["parse", "--to", "html", "--layers", "links"], text).done();
    assert!(run.stdout.starts_with("<!doctype html>\n") && run.stdout.ends_with("</html>\n"), "{}", run.stdout);
    let link =
        "&lt;<span class=\"layer layer-links\" title=\"links: kind=email, block=0\">desk@saltmarsh.example</span>&gt;,";
    assert!(run.stdout.contains(link) && run.stdout.contains(">\\xff</del>"), "{}", run.stdout);
}

#[test]
fn texts_are_set_apart_by_an_empty_line() {
    let dir = directory(&[("a.txt", b"One thing was said.\n"), ("b.txt", b"Another thing was said.\n")]);
    let run = run_in(dir.path(), &["parse", "a.txt", "b.txt", "--to", "text"]).done();
    assert_eq!(run.stdout, "One thing was said.\n\nAnother thing was said.\n");
}

#[test]
fn a_source_over_the_limit_is_an_error_and_is_not_read() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    let long = std::fs::File::create(dir.path().join("long.txt")).unwrap();
    long.set_len(copydesk::SOURCE_LIMIT as u64 + 1).unwrap();
    let run = run_in(dir.path(), &["parse", "long.txt", "a.txt"]);
    assert_eq!(run.status, 1);
    let reason = "the source has 1073741825 bytes; the limit is 1073741824 (1 GiB)";
    assert_eq!(run.rows()[0]["error"]["reason"], reason);
    assert_eq!(run.rows()[1]["text"], FERRY);
}

#[test]
fn standard_input_can_be_read_once() {
    let run = run_with(&["parse", "-", "-"], FERRY.as_bytes());
    assert_eq!(run.status, 1);
    assert_eq!(run.rows()[1]["error"]["reason"], "standard input can be read once only");
}

#[test]
fn the_options_reach_the_parser() {
    let text = "Write to desk@saltmarsh.example, the paper said.\n";
    let arguments = ["parse", "--envelope", "plain", "--language", "de", "--layers", "links", "--repairs", "none"];
    let rows = run_with(&arguments, text.as_bytes()).done().rows();
    assert_eq!((rows[0]["envelope"].as_str(), rows[0]["language"].as_str()), (Some("plain"), Some("de")));
    assert_eq!(rows[0]["layers"]["links"].as_array().unwrap().len(), 1);
    let rows = run_with(&["parse"], text.as_bytes()).done().rows();
    assert_eq!(rows[0]["layers"], serde_json::json!({}));
}

#[test]
fn a_wrong_word_lists_the_right_ones() {
    for (option, known) in [
        ("--repairs", "spaced-hyphen"),
        ("--envelope", "pressreader"),
        ("--layers", "links"),
        ("--to", "markdown"),
        ("--language", "nl"),
        ("--parts", "article"),
        ("--from", "jsonl"),
    ] {
        let run = run_with(&["parse", option, "nonsense"], FERRY.as_bytes());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{option}");
        assert!(run.stderr.contains("nonsense") && run.stderr.contains(known), "{}", run.stderr);
    }
}

#[test]
fn repairs_can_be_chosen_and_taken_away() {
    let text = "The year- on- year fall is over, says the Chamber of Trade ( CT). It is a two- year dispute over $ 5 million.\n";
    let rules = |repairs: &str| {
        let row =
            run_with(&["parse", "--language", "en", "--repairs", repairs], text.as_bytes()).done().rows().remove(0);
        let repairs = row["repairs"].as_array().unwrap().clone();
        let mut rules: Vec<String> = repairs.iter().map(|repair| repair["rules"][0].as_str().unwrap().into()).collect();
        rules.dedup();
        rules.sort();
        rules.dedup();
        rules
    };
    assert_eq!(rules("safe"), ["spaced-bracket", "spaced-currency", "spaced-hyphen"]);
    assert_eq!(rules("safe,-spaced-currency"), ["spaced-bracket", "spaced-hyphen"]);
    assert_eq!(rules("-spaced-currency,-spaced-hyphen"), ["spaced-bracket"]);
    assert_eq!(rules("none,spaced-bracket"), ["spaced-bracket"]);
    for (repairs, said) in [
        ("safe,-spaced-comma", "invalid value 'spaced-comma'"),
        ("safe,-spaced-comma", "possible values: spaced-hyphen, "),
        ("safe,-encoding", "`encoding` is always made"),
        ("spaced-hyphen,-spaced-hyphen", "both wanted and taken away"),
        ("none,all", "one risk only: none, safe, likely or all"),
    ] {
        let run = run_with(&["parse", "--repairs", repairs], text.as_bytes());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn the_output_can_be_a_file() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    assert_eq!(run_in(dir.path(), &["parse", "a.txt", "-o", "out.jsonl"]).done().stdout, "");
    let written = std::fs::read_to_string(dir.path().join("out.jsonl")).unwrap();
    assert_eq!(written, run_in(dir.path(), &["parse", "a.txt"]).stdout);
}

#[test]
fn an_output_that_cannot_be_made_stops_everything() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    let run = run_in(dir.path(), &["parse", "a.txt", "-o", "gone/out.jsonl"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("gone/out.jsonl cannot be created: "), "{}", run.stderr);

    let run = run_in(dir.path(), &["parse", "a.txt", "-o", "./a.txt"]);
    assert_eq!(run.status, 2);
    assert_eq!(std::fs::read(dir.path().join("a.txt")).unwrap(), FERRY.as_bytes());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let record = format!("{}\n", serde_json::json!({ "text": FERRY }));
    let dir = directory(&[("many.jsonl", record.repeat(2000).as_bytes())]);
    let mut command = command(&["parse", "many.jsonl"]);
    command.current_dir(dir.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 100]).unwrap();
    drop(stdout);
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let mut command = command(&["parse"]);
    command.args(["-o", "/dev/full"]);
    let run = finish(command, FERRY.as_bytes());
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("the output cannot be written: "), "{}", run.stderr);
}

#[test]
fn json_is_one_document_however_many_articles_there_are() {
    let records = format!("{}\nnonsense\n", serde_json::json!({ "text": FERRY })).repeat(40);
    let dir = directory(&[
        ("a.txt", FERRY.as_bytes()),
        ("b.txt", b"Said.\n"),
        ("in.jsonl", records.as_bytes()),
        ("none.jsonl", b""),
    ]);
    let json = |arguments: &[&str]| -> serde_json::Value {
        let run = run_in(dir.path(), &[&["parse", "--to", "json", "--batch", "7"], arguments].concat());
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
    };
    assert_eq!(json(&["a.txt"])["text"], FERRY);
    assert_eq!(json(&["none.jsonl"]), serde_json::json!([]));
    assert_eq!(json(&["none.jsonl", "gone.txt"])["error"]["file"], "gone.txt");
    let two = json(&["a.txt", "b.txt"]);
    assert_eq!(
        (&two[0]["text"], &two[1]["text"], two.as_array().map(Vec::len)),
        (&FERRY.into(), &"Said.\n".into(), Some(2))
    );
    let lines = run_in(dir.path(), &["parse", "a.txt", "in.jsonl"]).rows();
    for threads in ["1", "3"] {
        assert_eq!(json(&["a.txt", "in.jsonl", "--threads", threads]), serde_json::Value::from(lines.clone()));
    }
    // Each shard is one too.
    run_in(dir.path(), &["parse", "in.jsonl", "--to", "json", "--shard-records", "30", "-o", "out/"]);
    let shards = ["part-00000.json", "part-00001.json", "part-00002.json"].map(|name| {
        let shard = std::fs::read(dir.path().join("out").join(name)).unwrap();
        serde_json::from_slice::<Vec<serde_json::Value>>(&shard).unwrap()
    });
    assert_eq!(shards.concat(), lines[1..]);
}

#[test]
fn texts_of_several_batches_are_set_apart_too() {
    let record = format!("{}\n", serde_json::json!({ "text": "One thing was said.\n" }));
    let dir = directory(&[("in.jsonl", record.repeat(20).as_bytes())]);
    let expected = vec!["One thing was said.\n"; 20].join("\n");
    for out in ["out.txt", "out/part-00000.text"] {
        let named = out.split_inclusive('/').next().unwrap();
        run_in(dir.path(), &["parse", "in.jsonl", "--to", "text", "--batch", "3", "-o", named]).done();
        assert_eq!(std::fs::read_to_string(dir.path().join(out)).unwrap(), expected);
    }
}

#[test]
fn the_text_has_the_byline_if_it_names_somebody() {
    let text = run_with(&["parse", "--to", "text"], FERRY.as_bytes()).done().stdout;
    assert!(text.starts_with("Ferry returns to Saltmarsh\n\nBy Ana Reyes\n\nThe ferry"), "{text}");
    let none = "Harbour Gazette\n\nFerry returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n";
    let text = run_with(&["parse", "--to", "text"], none.as_bytes()).done().stdout;
    assert_eq!(text, "Ferry returns\n\nThe ferry is back.\n");
}

#[test]
fn documents_of_its_own_are_no_articles() {
    let dir = directory(&[("c/a.txt", FERRY.as_bytes())]);
    for (name, form) in [("c/b.json", "json"), ("c/documents", "jsonl")] {
        let documents = run_in(dir.path(), &["parse", "c/a.txt", "c/a.txt", "--to", form]).done().stdout;
        std::fs::write(dir.path().join(name), documents).unwrap();
    }
    let run = run_in(dir.path(), &["parse", "c"]);
    let said: Vec<&str> = run.stderr.lines().collect();
    assert_eq!((run.status, said.len(), run.rows().len()), (1, 2, 3));
    assert_eq!(
        said[0],
        "copydesk: c/b.json: holds documents that copydesk wrote, and no article: parse what they were made of"
    );
    assert_eq!(run_in(dir.path(), &["parse", "c/b.json", "--from", "text"]).done().rows().len(), 1);
    // Of records the text is named, whatever else they hold.
    let records = std::fs::read(dir.path().join("c/documents")).unwrap();
    let rows = run_with(&["parse", "--from", "jsonl", "--drop-fields"], &records).done().rows();
    assert!(rows.len() == 2 && rows[1]["text"] == FERRY);
}

#[test]
fn that_there_is_no_file_is_said() {
    let dir = directory(&[("c/.hidden", b"")]);
    for (command, out) in [
        ("parse", ""),
        ("view", ""),
        ("diff", ""),
        ("stats", "0 articles in 0 records, 0 unreadable\n"),
        ("figures", "id,publication,"),
        ("verify", "0 documents, 0 bytes, 0 failures, 0 unreadable\n"),
    ] {
        let run = run_in(dir.path(), &[command, "c"]);
        assert_eq!(
            (run.status, &*run.stderr),
            (0, "copydesk: no file to read in c (hidden files are left out)\n"),
            "{command}"
        );
        assert!(run.stdout.starts_with(out) && (out.is_empty() == run.stdout.is_empty()), "{command}: {}", run.stdout);
    }
}
