//! Runs that are broken off, at any instant, and gone on with.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::FERRY;
use crate::command::{Run, command, directory, run_in};

/// How often the command is killed; the environment can ask for more: `COPYDESK_KILLS=20`.
const KILLS: u64 = 3;

/// Files of three kinds, with so many records in all, some of them bad.
fn inputs(records: usize) -> tempfile::TempDir {
    let line = |n: usize| match n % 100 {
        13 => "nonsense\n".to_owned(),
        _ => format!(
            "{}\n",
            serde_json::json!({ "id": n, "text": format!("{FERRY}\nIt sailed on- time on day {n}.\n"), "n": n })
        ),
    };
    let lines: String = (0..records / 3).map(line).collect();
    let table: String = (0..records / 3).map(|n| format!("{n},\"{FERRY}\"\n")).collect();
    let zstd = zstd::encode_all(lines.as_bytes(), 1).unwrap();
    let table = format!("id,text\n{table}");
    directory(&[("in/a.jsonl", lines.as_bytes()), ("in/b.jsonl.zst", &zstd), ("in/c.csv", table.as_bytes())])
}

const PARSE: [&str; 9] = ["parse", "in", "--layers", "all", "--shard-records", "100", "--threads", "2", "--output"];

fn start(folder: &Path, out: &str, more: &[&str]) -> Child {
    let mut command: Command = command(&[&PARSE[..], &[out], more].concat());
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn run(folder: &Path, out: &str, more: &[&str]) -> Run {
    run_in(folder, &[&PARSE[..], &[out], more].concat())
}

/// The files of a folder, by name.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn a_run_that_is_killed_at_any_instant_ends_as_one_that_was_not() {
    let kills = std::env::var("COPYDESK_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let folder = inputs(3000);
    for (packed, form) in [("zst", "jsonl"), ("none", "parquet")] {
        let more = ["--pack", packed, "--to", form];
        let started = Instant::now();
        let whole = format!("whole {form}");
        assert_eq!(run(folder.path(), &whole, &more).status, 1);
        let (length, expected) = (started.elapsed(), bytes(&folder.path().join(&whole)));
        assert_eq!(expected.len(), 1 + 30);
        let mut broken_off = 0;
        for kill in 0..kills {
            // Somewhere else each time, and on each machine.
            let out = format!("killed {form} {kill}");
            let seed = started.elapsed().subsec_nanos();
            let instant = length.mul_f64(f64::from(seed % 1000) / 1000.0);
            let mut child = start(folder.path(), &out, &more);
            std::thread::sleep(instant);
            child.kill().unwrap();
            child.wait().unwrap();
            let there = folder.path().join(&out).is_dir().then(|| bytes(&folder.path().join(&out)).len());
            broken_off += u64::from(there.is_some_and(|there| there > 1) && there != Some(expected.len()));
            let resumed = run(folder.path(), &out, &[&more[..], &["--resume"]].concat());
            assert_eq!(resumed.status, 1, "{}", resumed.stderr);
            assert!(bytes(&folder.path().join(&out)) == expected, "killed after {instant:?} of {length:?}");
            std::fs::remove_dir_all(folder.path().join(&out)).unwrap();
        }
        println!("{form}: {broken_off} of {kills} runs were broken off with some shards done");
    }
}

/// The signal, and the status that says it.
#[cfg(unix)]
#[test]
fn a_wish_to_end_ends_the_run_in_good_order() {
    let folder = inputs(6000);
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let (out, whole) = (format!("out {signal}"), "whole");
        let child =
            command(&[&PARSE[..], &[&out]].concat()).current_dir(folder.path()).stderr(Stdio::piped()).spawn().unwrap();
        let waited = Instant::now();
        // Some shard is done.
        while !folder.path().join(&out).join("part-00001.jsonl").exists() {
            assert!(waited.elapsed() < Duration::from_secs(60));
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(status), "{said}");
        assert!(said.contains("--resume"), "{said}");
        let there = bytes(&folder.path().join(&out));
        assert!(there.len() < 61 && there.keys().all(|name| !name.ends_with(".tmp")), "{:?}", there.keys());
        assert_eq!(run(folder.path(), &out, &["--resume"]).status, 1);
        if !folder.path().join(whole).exists() {
            run(folder.path(), whole, &[]);
        }
        assert!(bytes(&folder.path().join(&out)) == bytes(&folder.path().join(whole)));
    }
}

#[test]
fn what_cannot_be_gone_on_with_is_refused_with_the_difference() {
    let folder = inputs(300);
    run(folder.path(), "out", &[]);
    let refused = |more: &[&str]| {
        let run = run(folder.path(), "out", more);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
        run.stderr
    };
    assert!(refused(&[]).contains("--resume"));
    let said = refused(&["--resume", "--repairs", "all"]);
    assert!(said.contains("its `repairs` was `safe`, and now is `all`"), "{said}");
    std::fs::write(folder.path().join("in/d.txt"), FERRY).unwrap();
    assert!(refused(&["--resume"]).contains("it read 3 files, and now there are 4"));
    std::fs::remove_file(folder.path().join("in/d.txt")).unwrap();
    // Nothing is left to do, and some record had an error.
    let again = run(folder.path(), "out", &["--resume"]);
    assert_eq!((again.status, &*again.stderr), (1, "copydesk: the output is whole already: nothing is left to do\n"));
}

#[test]
fn a_profile_is_one_by_what_it_says() {
    let folder = inputs(300);
    let run_with = |words: &str, more: &[&str]| {
        std::fs::write(folder.path().join("own.toml"), words).unwrap();
        run(folder.path(), "out", &[&["--profile", "own.toml"], more].concat())
    };
    run_with("mastheads = ['Norhaven Messenger', 'Skerry Courier']\n[furniture]\nshare = ['Weitersagen']\n", &[]);
    let manifest = std::fs::read_to_string(folder.path().join("out/manifest.jsonl")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(manifest.lines().next().unwrap()).unwrap();
    let profile =
        r#"{"mastheads":["norhaven messenger","skerry courier"],"labels":{},"furniture":{"weitersagen":"share"}}"#;
    assert_eq!((&plan["settings"]["profile"], &plan["settings"]["repairs"]), (&profile.into(), &"safe".into()));

    let same = "mastheads = ['SKERRY COURIER', 'norhaven  messenger']\n[furniture]\nshare = ['weitersagen']\n";
    assert_eq!(run_with(same, &["--resume"]).stderr, "copydesk: the output is whole already: nothing is left to do\n");
    let other = run_with("mastheads = ['Skerry Courier']\n", &["--resume"]);
    assert!(other.status == 2 && other.stderr.contains("its `profile` was "), "{}", other.stderr);
}
