//! Output in shards: the same bytes whatever the threads, and however often it is broken off.

mod faults;

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use copydesk::Options;
use copydesk::write::Writer;
use copydesk_corpus::output::Pack;
use copydesk_corpus::run::{Batches, Job, Limits, RowForm, in_order};
use copydesk_corpus::shards::{MANIFEST, Plan, Resume, Shards};
use copydesk_corpus::{Directories, Inputs, Parts, Reading, files};

/// A run over files in a folder of its own.
struct Run {
    folder: tempfile::TempDir,
    form: RowForm,
    pack: Pack,
    threads: usize,
}

fn jsonl() -> RowForm {
    RowForm::Written(Writer::named("jsonl").unwrap())
}

impl Run {
    /// 600 records in files of several kinds, some of them bad.
    fn new(form: RowForm, pack: Pack) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let inputs = folder.path().join("in");
        std::fs::create_dir(&inputs).unwrap();
        let line = |n: u32| match n % 50 {
            7 => "{\"id\": 7}\n".to_owned(),
            31 => "nonsense\n\n".to_owned(),
            _ => format!(
                "{{\"id\":\"r{n}\",\"text\":\"Day {n}\\n\\nThe ferry sailed on- time at {}.\\n\",\"n\":{n}}}\n",
                n * 7919 % 1440
            ),
        };
        let lines: String = (0..300).map(line).collect();
        std::fs::write(inputs.join("a.jsonl"), &lines).unwrap();
        std::fs::write(inputs.join("b.jsonl.zst"), zstd::encode_all(lines.as_bytes(), 1).unwrap()).unwrap();
        let table: String = (0..100).map(|n| format!("{n},\"Day {n}\n\nIt rained.\"\n")).collect();
        std::fs::write(inputs.join("c.csv"), format!("id,text\n{table}")).unwrap();
        std::fs::write(inputs.join("d.txt"), "Ferry returns\n\nThe ferry is back.\n").unwrap();
        Self { folder, form, pack, threads: 1 }
    }

    fn files(&self) -> Vec<PathBuf> {
        files(vec![self.folder.path().join("in")], Directories::Read)
    }

    fn plan(&self, repairs: &str) -> Plan {
        let settings = [("repairs", repairs), ("to", self.form.name())];
        Plan::new(settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into(), &self.files())
    }

    /// Goes on in a folder for so many batches, or to the end.
    fn go_on(&self, into: &str, resume: Resume, batches: usize) -> io::Result<()> {
        let directory = self.folder.path().join(into);
        let mut shards = Shards::open(&directory, &self.plan("safe"), self.form, self.pack, resume)?;
        let Some(position) = shards.position() else { return Ok(()) };
        let inputs = Inputs::from_position(self.files(), Reading::default(), Directories::Refuse, position);
        let (batch, shard) = (Limits { records: 7, bytes: 1 << 20 }, Limits { records: 100, bytes: 1 << 20 });
        let mut read = Batches::new(inputs, batch, shard);
        let mut left = batches;
        let next = || {
            left = left.checked_sub(1)?;
            read.next()
        };
        let job = Job { options: Options::new(), parts: Parts::Article, rows: self.form };
        let work = |batch: copydesk_corpus::run::Batch| (job.make(&batch), batch.ends_shard);
        let threads = NonZeroUsize::new(self.threads).unwrap();
        in_order(threads, next, work, |(made, ends)| shards.put(&made, ends))?;
        if left == 0 { Ok(()) } else { shards.finish(read.position()).map(drop) }
    }

    fn whole(&self, into: &str) {
        self.go_on(into, Resume::No, usize::MAX).unwrap();
    }

    /// The files in a folder, by name.
    fn bytes(&self, into: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.folder.path().join(into)).unwrap().map(Result::unwrap);
        entries
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap()))
            .collect()
    }

    fn path(&self, into: &str, name: &str) -> PathBuf {
        Path::new(self.folder.path()).join(into).join(name)
    }
}

fn runs() -> Vec<Run> {
    let mut runs: Vec<Run> = Pack::ALL.iter().map(|pack| Run::new(jsonl(), *pack)).collect();
    #[cfg(feature = "parquet")]
    runs.push(Run::new(RowForm::Parquet, Pack::Plain));
    runs
}

#[test]
fn the_bytes_do_not_depend_on_the_threads() {
    for mut run in runs() {
        run.whole("one");
        let one = run.bytes("one");
        assert_eq!(one.len(), 1 + 8, "{:?}", one.keys());
        for threads in [2, 5] {
            run.threads = threads;
            run.whole(&threads.to_string());
            assert!(run.bytes(&threads.to_string()) == one, "{} {}", run.form.name(), run.pack.name());
        }
    }
}

#[test]
fn what_was_broken_off_anywhere_ends_as_if_it_was_not() {
    for mut run in runs() {
        run.whole("whole");
        run.threads = 2;
        for first in [0, 1, 14, 15, 16, 40, 70, 101, 102] {
            let into = format!("broken {first}");
            run.go_on(&into, Resume::No, first).unwrap();
            run.go_on(&into, Resume::Yes, 20).unwrap();
            run.go_on(&into, Resume::Yes, usize::MAX).unwrap();
            assert!(run.bytes(&into) == run.bytes("whole"), "{} {} {first}", run.form.name(), run.pack.name());
            // Nothing is left to do.
            run.go_on(&into, Resume::Yes, usize::MAX).unwrap();
            assert!(run.bytes(&into) == run.bytes("whole"));
        }
    }
}

#[test]
fn what_a_kill_leaves_behind_is_done_again() {
    let run = Run::new(jsonl(), Pack::Plain);
    run.whole("whole");
    run.go_on("killed", Resume::No, 50).unwrap();
    let manifest = run.path("killed", MANIFEST);
    let told = std::fs::read_to_string(&manifest).unwrap();
    let lines: Vec<&str> = told.split_inclusive('\n').collect();
    assert_eq!(lines.len(), 4);
    // A shard that was renamed and not told of, half a line, half a shard.
    std::fs::write(&manifest, lines[..3].concat() + &lines[3][..20]).unwrap();
    std::fs::write(run.path("killed", ".part-00003.jsonl.tmp"), "{\"schema\"").unwrap();
    run.go_on("killed", Resume::Yes, usize::MAX).unwrap();
    assert!(run.bytes("killed") == run.bytes("whole"));
}

#[test]
fn output_of_another_run_is_left_alone() {
    let run = Run::new(jsonl(), Pack::Plain);
    run.go_on("out", Resume::No, 50).unwrap();
    let refused = |error: io::Result<()>| error.unwrap_err().to_string();
    assert!(refused(run.go_on("out", Resume::No, 1)).starts_with("holds the output of a run already"));
    let other = Shards::open(&run.path("out", ""), &run.plan("all"), run.form, run.pack, Resume::Yes);
    assert_eq!(other.err().unwrap().to_string(), "its `repairs` was `safe`, and now is `all`");

    let text = run.path("in", "d.txt");
    std::fs::write(&text, "Longer than it was, by some letters").unwrap();
    let reason = refused(run.go_on("out", Resume::Yes, 1));
    assert_eq!(reason, format!("{} had 34 bytes, and now has 35 bytes", text.display()));
    std::fs::remove_file(&text).unwrap();
    assert_eq!(refused(run.go_on("out", Resume::Yes, 1)), "it read 4 files, and now there are 3");
    std::fs::write(&text, "Ferry returns\n\nThe ferry is back.\n").unwrap();
    std::fs::remove_file(run.path("out", "part-00001.jsonl")).unwrap();
    assert_eq!(refused(run.go_on("out", Resume::Yes, 1)), "part-00001.jsonl is not there as it was written");
}

#[test]
fn the_manifest_tells_what_is_there() {
    let run = Run::new(jsonl(), Pack::Gzip);
    run.whole("out");
    let manifest = std::fs::read_to_string(run.path("out", MANIFEST)).unwrap();
    let lines: Vec<serde_json::Value> = manifest.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["inputs"].as_array().unwrap().len(), 4);
    let mut records = 0;
    for shard in &lines[1..lines.len() - 1] {
        let bytes = std::fs::read(run.path("out", shard["shard"].as_str().unwrap())).unwrap();
        assert_eq!(shard["bytes"], bytes.len());
        assert_eq!(shard["crc32"], format!("{:08x}", crc32fast::hash(&bytes)));
        records += shard["records"].as_u64().unwrap();
    }
    let last = lines.last().unwrap();
    assert_eq!((&last["finished"], last["records"].as_u64(), &last["errors"]), (&8.into(), Some(records), &24.into()));
    assert_eq!((records, last["documents"].as_u64()), (701, Some(677)));
}
