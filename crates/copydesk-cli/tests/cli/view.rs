//! `copydesk view`.

use crate::FERRY;
use crate::command::{command, directory, finish, run_in, run_with};

#[test]
fn roles_stand_in_the_margin() {
    let dir = directory(&[("ferry.txt", FERRY.as_bytes())]);
    let run = run_in(dir.path(), &["view", "ferry.txt"]).done();
    assert!(run.stdout.starts_with("ferry.txt · plain · en · 0 repairs · 0 notes\n"), "{}", run.stdout);
    let line = run.stdout.lines().find(|line| line.contains("The ferry to")).unwrap();
    assert!(line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains("paragraph │"), "{line}");
}

#[test]
fn lines_are_as_wide_as_the_terminal() {
    for (columns, width) in [(None, 80), (Some("60"), 60), (Some("100"), 100)] {
        let mut command = command(&["view"]);
        if let Some(columns) = columns {
            command.env("COLUMNS", columns);
        }
        let run = finish(command, FERRY.as_bytes()).done();
        let widest = run.stdout.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width && widest > width - 20, "{width}: {widest}");
    }
}

#[test]
fn repairs_and_notes_are_marked_where_they_are() {
    let text = b"A paragraph about the caf\xf0\x9f on the quay.\n";
    let run = run_with(&["view", "-"], text).done();
    assert!(run.stdout.contains("caf[-\\xf0\\x9f-]{+\u{fffd}+}[^1] on the quay."), "{}", run.stdout);
    assert!(run.stdout.contains("\n[^1] encoding, bytes 25..27: "), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}'));
}

#[test]
fn layers_are_listed_below_their_blocks() {
    let text = b"\"Nobody wants a boat that stops half way,\" said Ines Calloway, who runs a cold store on the quay.\n";
    let run = run_with(&["view", "--layers", "quotations,figures", "-"], text).done();
    let row = run
        .stdout
        .lines()
        .position(|line| line.contains("quotations │ [\"Nobody"))
        .unwrap_or_else(|| panic!("{}", run.stdout));
    let block = run.stdout.lines().position(|line| line.contains("paragraph │")).unwrap();
    assert!(block < row && run.stdout.contains("speaker Ines"), "{}", run.stdout);
    assert!(!run_with(&["view", "-"], text).done().stdout.contains("quotations"));
    assert_eq!(run_with(&["view", "--layers", "figgures", "-"], text).status, 2);
}

#[test]
fn colours_can_be_asked_for() {
    let text = b"A paragraph about the caf\xe9 on the quay.\n";
    let run = run_with(&["view", "--color", "always"], text).done();
    assert!(run.stdout.contains("\u{1b}[31m\\xe9\u{1b}[0m") && !run.stdout.contains("[-"), "{}", run.stdout);

    let mut forced = command(&["view"]);
    forced.env("CLICOLOR_FORCE", "1");
    assert!(finish(forced, text).stdout.contains('\u{1b}'));
    let mut refused = command(&["view", "--color", "never"]);
    refused.env("CLICOLOR_FORCE", "1");
    assert!(!finish(refused, text).stdout.contains('\u{1b}'));
}

#[test]
fn nothing_of_the_source_commands_the_terminal() {
    let text = "A \u{1b}]0;title\u{7} and\ta \u{202e}turn\u{9b}2J.\n";
    let run = run_with(&["view", "--repairs", "none"], text.as_bytes()).done();
    assert!(run.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", run.stdout);
    for shown in ["\\u{1b}]0;title\\u{7}", " and\\ta \\u{202e}turn\\u{9b}2J."] {
        assert!(run.stdout.contains(shown), "{}", run.stdout);
    }
    let repaired = run_with(&["view"], text.as_bytes()).done();
    assert!(repaired.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", repaired.stdout);
}

#[test]
fn all_text_of_all_blocks_is_shown() {
    let run = run_with(&["view"], FERRY.as_bytes()).done();
    let shown: Vec<&str> = run
        .stdout
        .lines()
        .filter_map(|line| line.split_once('│'))
        .flat_map(|(_, text)| text.split_whitespace())
        .collect();
    for word in FERRY.split_whitespace() {
        assert!(shown.contains(&word), "{word}");
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    let run = run_in(dir.path(), &["view", "gone.txt", "a.txt"]);
    assert!(run.status == 1 && run.stdout.starts_with("a.txt · "), "{}", run.stdout);
    assert!(run.stderr.starts_with("copydesk: gone.txt: "), "{}", run.stderr);
    run_with(&["view"], b"").done();
}

#[test]
fn several_articles_are_shown_one_after_the_other() {
    let dir = directory(&[("c/b.txt", FERRY.as_bytes()), ("c/a.txt", FERRY.as_bytes()), ("d.txt", FERRY.as_bytes())]);
    let run = run_in(dir.path(), &["view", "d.txt", "c"]).done();
    let heads: Vec<_> = run.stdout.lines().filter_map(|line| line.split_once(" · plain").map(|(id, _)| id)).collect();
    assert_eq!(heads, ["d.txt", "c/a.txt", "c/b.txt"]);
}
