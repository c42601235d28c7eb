//! `copydesk explain` and `copydesk schema`, and what the command says of itself.

use crate::command::{directory, run_in, run_with};

#[test]
fn everything_with_a_name_is_listed() {
    let run = run_with(&["explain"], b"").done();
    let names = copydesk::RULES.iter().map(|rule| rule.name());
    let names = names.chain(copydesk::FAMILIES.iter().map(|family| family.name()));
    let names = names.chain(copydesk::ENVELOPES.iter().map(|envelope| envelope.name()));
    let names = names.chain(copydesk::LAYERS.iter().map(|layer| layer.name()));
    for name in names.chain(copydesk::write::WRITERS.iter().map(|writer| writer.name())) {
        assert!(run.stdout.lines().any(|line| line.trim_start().split(' ').next() == Some(name)), "{name}");
        let page = run_with(&["explain", name], b"").done().stdout;
        assert!(page.starts_with("# "), "{name}: {page}");
    }
    let line = run.stdout.lines().find(|line| line.trim_start().starts_with("encoding ")).unwrap();
    assert!(line.contains("Sees bytes that are not UTF-8, and the byte order mark"), "{line}");
}

#[test]
fn an_unknown_name_is_answered_with_the_lists() {
    let run = run_with(&["explain", "nonsense"], b"");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("'nonsense'") && run.stderr.contains("spaced-hyphen"), "{}", run.stderr);
}

#[test]
fn the_schema_is_that_of_the_library() {
    let run = run_with(&["schema"], b"").done();
    let schema: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(schema, copydesk::write::json_schema());
    assert!(run.stdout.lines().count() > 100, "it is indented");
}

#[test]
fn layers_are_listed_in_the_help() {
    for command in ["parse", "view", "verify"] {
        let help = run_with(&[command, "--help"], b"").done().stdout;
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("[possible values: all, none, links, sentences, "), "{command}: {help}");
    }
}

#[test]
fn a_mistyped_name_is_answered_with_the_nearest() {
    let cases: [(&[&str], &str, &str); 6] = [
        (&["explain", "spaced-hyphn"], "'spaced-hyphn'", "'spaced-hyphen'"),
        (&["explain", "parqet"], "'parqet'", "'parquet'"),
        (&["parse", "--layers", "links,figure"], "'figure'", "'figures'"),
        (&["view", "--repairs", "likely,-lost-brake"], "'lost-brake'", "'lost-break'"),
        (&["diff", "--repairs", "saef"], "'saef'", "'safe'"),
        (&["parse", "--layer", "links"], "'--layer'", "'--layers'"),
    ];
    for (arguments, wrong, right) in cases {
        let run = run_with(arguments, b"");
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        let tip = run.stderr.lines().find(|line| line.contains("tip: ")).unwrap_or_else(|| panic!("{}", run.stderr));
        assert!(run.stderr.contains(wrong) && tip.contains(right), "{}", run.stderr);
    }
    let run = run_with(&["parse", "--repairs", "safe,all"], b"");
    assert!(run.status == 2 && run.stderr.contains("there can be one risk only"), "{}", run.stderr);
}

#[test]
fn a_mistyped_option_is_taken_for_no_file() {
    let run = run_with(&["parse", "--nonsense"], b"");
    assert!(run.status == 2 && run.stderr.contains("unexpected argument '--nonsense'"), "{}", run.stderr);
    assert!(!run.stderr.contains("as a value"), "{}", run.stderr);
}

#[test]
fn of_two_pages_of_one_name_each_says_what_it_is_of() {
    let pages = run_with(&["explain", "dates"], b"").done().stdout;
    let headings: Vec<&str> = pages.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["# dates", "## Role family `dates`", "## Layer `dates`"]);
}

#[test]
fn it_says_its_version_and_how_it_is_used() {
    assert_eq!(run_with(&["--version"], b"").done().stdout, format!("copydesk {}\n", env!("CARGO_PKG_VERSION")));
    for command in ["parse", "view", "diff", "stats", "figures", "verify", "explain"] {
        assert!(run_with(&[command, "--help"], b"").done().stdout.contains("Examples:"), "{command}");
    }
    let run = run_with(&[], b"");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("verify"));
}

#[test]
fn every_form_of_documents_has_its_page() {
    let overview = run_with(&["explain"], b"").done().stdout;
    let help = run_with(&["parse", "--help"], b"").done().stdout;
    for form in ["jsonl", "json", "text", "markdown", "html", "parquet"] {
        assert!(overview.contains(&format!("\n  {form} ")) && help.contains(form), "{form}");
        assert!(run_with(&["explain", form], b"").done().stdout.starts_with("# "), "{form}");
    }
    assert!(run_with(&["explain", "parquet"], b"").done().stdout.contains("copydesk.schema"));
    assert!(run_with(&["--help"], b"").done().stdout.contains("HTML or Parquet"));
}

#[test]
fn a_file_in_the_place_of_a_command_is_answered_with_those_that_take_one() {
    let dir = directory(&[("article", b"The ferry is back.\n")]);
    for name in ["article", "gone.txt", "./article"] {
        let run = run_in(dir.path(), &[name]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        for command in ["view", "parse"] {
            assert!(run.stderr.contains(&format!("copydesk {command} {name}")), "{}", run.stderr);
        }
    }
    // A mistyped command is one.
    let run = run_in(dir.path(), &["pares"]);
    assert!(run.stderr.contains("'parse'") && !run.stderr.contains("copydesk view"), "{}", run.stderr);
}
