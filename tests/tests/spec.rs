//! Every example of every spec page, and the runner's own tests.

use copydesk_tests::spec::{self, Page};

#[test]
fn every_example_holds() -> anyhow::Result<()> {
    let report = spec::run(&spec::pages()?)?;
    println!("{report}");
    assert!(report.failures.is_empty(), "{report}");
    Ok(())
}

/// Runs a page that is written to a file of its own.
fn run(text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.md");
    std::fs::write(&path, text).expect("a page");
    spec::run(&[path]).expect("a report").to_string()
}

#[test]
fn a_difference_is_reported_line_by_line() {
    let report = run(
        "# page\n\n### two paragraphs\n\n```source\nOne and two.\n\nThree.\n```\n\n```text\nOne and two.\n\nFour.\n```\n",
    );
    assert!(
        report.contains("two paragraphs\n    `text`:\n      One and two.\n      \n    - Four.\n    + Three.\n"),
        "{report}"
    );
    assert!(report.ends_with("1 pages, 1 examples (0 known failures), 1 failures"), "{report}");
}

#[test]
fn every_block_is_compared() {
    let page = "### all\n\n```source escaped layers=links\nCaf\\xe2\\x80 at http://example.org/a today.\n```\n\
                ```roles\nparagraph: Caf\n```\n\
                ```repairs\nencoding safe \"\\xe2\\x80\" -> \"\u{fffd}\"\n```\n\
                ```notes\nencoding \"\\xe2\\x80\"\n```\n\
                ```header\nedition: ~\nauthor: ~\nbyline: unknown\n```\n\
                ```layer links\n\"http://example.org/a\" kind=url\n```\n";
    let report = run(page);
    assert!(report.ends_with("1 examples (0 known failures), 0 failures"), "{report}");
    let wrong = page.replace("paragraph: Caf", "deck: Caf").replace("unknown", "named").replace("=url", "=email");
    let wrong = wrong.replace("encoding safe", "encoding all").replace("encoding \"", "ambiguous-hyphen \"");
    let report = run(&wrong);
    for line in ["- deck: Caf", "- encoding all", "- ambiguous-hyphen", "- byline: named", "kind=email"] {
        assert!(report.contains(line), "{line} is missing in {report}");
    }
}

#[test]
fn a_known_failure_must_fail() {
    let page = "### Known failure: no verbs\n\n```source\nOne.\n```\n```text\nTwo.\n```\n";
    assert!(run(page).ends_with("1 examples (1 known failures), 0 failures"));
    assert!(run(&page.replace("Two.", "One.")).contains("passes: take `Known failure:` away"));
}

#[test]
fn a_false_friend_is_parsed_alone_and_among_damage_at_both_risks() {
    let friend = |text: &str| run(&format!("### a friend\n\n```friend\n{text}\n```\n"));
    let stays = friend("The first- and second-round games were played on the Monday, in the hall by the river.");
    assert!(stays.ends_with("1 examples (0 known failures), 0 failures"), "{stays}");
    // Alone it is left at `safe`, and closed everywhere else.
    let closed = friend("The harbour board said that the long- term lease of the quay would be put to the members.");
    for line in ["`unchanged`, among damage", "with `likely` repairs, `unchanged`, alone", "+ The harbour board"] {
        assert!(closed.contains(line), "{line} is missing in {closed}");
    }
    assert!(!closed.contains("    `unchanged`, alone"), "{closed}");
    let page = "### a\n```friend both\na\n```\n### b\n```friend repairs=likely\na\n```\n";
    assert_eq!(run(page).matches("a `friend` is parsed in every way").count(), 2, "{}", run(page));
}

#[test]
fn what_is_malformed_is_a_failure() {
    for (blocks, message) in [
        ("```source\na\n```\n", "nothing says what must come of the source"),
        ("```text\na\n```\n", "not `source`"),
        ("", "no `source` block"),
        ("```source\na\n```\n```txt\na\n```\n", "no block is called `txt`"),
        ("```source repairs=most\na\n```\n```unchanged\n```\n", "no rule and no risk `most`"),
        ("```source both repairs=none\na\n```\n```unchanged\n```\n", "`both` needs every rule"),
        ("```source loud\na\n```\n```unchanged\n```\n", "`loud` is no option"),
        ("```source\na\n```\n```unchanged\na\n```\n", "`unchanged` is an empty block"),
        ("```source\na\n```\n```among\na\n```\n", "only `source both`"),
        ("```source\na\n```\n```layer moods\na\n```\n", "no layer `moods`"),
        ("```source\na\n", "has no end"),
    ] {
        let report = run(&format!("# page\n\n### example\n\n{blocks}"));
        assert!(report.contains(message), "{message} is missing in {report}");
    }
    assert!(run("```source\na\n```\n").contains("outside of an example"));
}

#[test]
fn positive_and_negative_examples_are_told_apart() {
    let text = "### a\n```source\na- b\n```\n```text\na-b\n```\n### b\n```source\na - b\n```\n```unchanged\n```\n";
    let page = Page::of("page.md".into(), text);
    let kinds: Vec<_> = page.examples.iter().map(|example| (example.is_positive(), example.is_negative())).collect();
    assert_eq!(kinds, [(true, false), (false, true)]);
}
