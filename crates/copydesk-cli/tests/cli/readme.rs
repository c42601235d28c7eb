//! What the README shows is what the command prints.
//!
//! In a `console` block of the README, a line that begins with `$ ` is run in the project's folder. What follows it, cut at each `…`,
//! must stand in the output in this order; white space does not count, so that a long line may be broken.

use std::path::Path;

use crate::command::run_in;

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let (block, _) = block.split_once("\n```").unwrap();
        let (line, expected) = block.split_once('\n').unwrap();
        let arguments: Vec<&str> = line.strip_prefix("$ copydesk ").unwrap().split(' ').collect();
        let printed = without_space(&run_in(&root, &arguments).done().stdout);
        let mut rest = printed.as_str();
        for part in expected.split('…').map(without_space).filter(|part| !part.is_empty()) {
            let at = rest.find(&part).unwrap_or_else(|| panic!("`{line}` does not print, here or at all: {part}"));
            rest = &rest[at + part.len()..];
        }
        shown += 1;
    }
    assert!(shown >= 3, "{shown} outputs in the README");
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}
