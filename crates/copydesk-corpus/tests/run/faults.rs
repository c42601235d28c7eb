//! Writers that fail, at every call: it is said, and what was written is a beginning of the whole.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use copydesk::Options;
use copydesk_corpus::output::{Encoder, Pack};
use copydesk_corpus::run::{Batch, Job, RowForm, Rows};
use copydesk_corpus::{Directories, Inputs, Parts, Reading};

const FULL: &str = "no room is left";

/// Takes a little at a call, and fails once the calls are used up.
#[derive(Clone)]
struct Faulty {
    written: Arc<Mutex<Vec<u8>>>,
    most: usize,
    calls: usize,
}

impl Faulty {
    fn call(&mut self) -> io::Result<()> {
        self.calls = self.calls.checked_sub(1).ok_or_else(|| io::Error::other(FULL))?;
        Ok(())
    }
}

impl Write for Faulty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.call()?;
        let written = bytes.len().min(self.most);
        self.written.lock().unwrap().extend_from_slice(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.call()
    }
}

fn rows(form: RowForm) -> Vec<Rows> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    let line = |n: usize| format!("{{\"id\":{n},\"text\":\"On day {n} the ferry sailed at {}.\"}}\n", n * 7919 % 1440);
    std::fs::write(&path, (0..60).map(line).collect::<String>()).unwrap();
    let items: Vec<_> = Inputs::new(vec![path], Reading::default(), Directories::Refuse).collect();
    let job = Job { options: Options::new(), parts: Parts::Article, rows: form };
    let batches = items.chunks(20).map(|items| Batch { items: items.to_vec(), ends_shard: None });
    batches.map(|batch| job.make(&batch).rows).collect()
}

fn write(out: Faulty, form: RowForm, pack: Pack, rows: &[Rows]) -> io::Result<()> {
    let mut encoder = Encoder::new(out, form, pack)?;
    rows.iter().try_for_each(|rows| encoder.rows(rows))?;
    encoder.finish().map(drop)
}

#[test]
fn a_writer_that_fails_at_any_call_is_said() {
    let mut forms: Vec<(RowForm, Pack)> = Pack::ALL.iter().map(|pack| (super::jsonl(), *pack)).collect();
    #[cfg(feature = "parquet")]
    forms.push((RowForm::Parquet, Pack::Plain));
    for (form, pack) in forms {
        let rows = rows(form);
        let faulty = |most, calls| Faulty { written: Arc::default(), most, calls };
        let whole = faulty(usize::MAX, usize::MAX);
        write(whole.clone(), form, pack, &rows).unwrap();
        let whole = whole.written.lock().unwrap().clone();
        let name = format!("{} {}", form.name(), pack.name());
        for calls in 0.. {
            let out = faulty(whole.len().div_ceil(100), calls);
            let done = write(out.clone(), form, pack, &rows);
            let written = out.written.lock().unwrap();
            assert!(whole.starts_with(&written), "{name}: other bytes after {calls} calls");
            match done {
                Ok(()) => {
                    assert!(
                        written.len() == whole.len() && calls > 50,
                        "{name}: {} bytes after {calls} calls",
                        written.len()
                    );
                    break;
                }
                Err(error) => assert!(error.to_string().contains(FULL), "{name} after {calls} calls: {error}"),
            }
        }
    }
}
