//! Mutated records, a few thousand of the million that the bin `mutants` sends through the command: each comes out once.

use std::num::NonZeroUsize;

use anyhow::{Context, Result, ensure};
use copydesk::write::Writer;
use copydesk::{LAYERS, Options};
use copydesk_corpus::output::{Encoder, Pack};
use copydesk_corpus::run::{Batches, Job, Limits, RowForm, in_order};
use copydesk_corpus::{Directories, FileForm, Inputs, Parts, Reading};
use copydesk_tests::mutants::{Form, Mutants, check};

const RECORDS: u64 = 2000;

#[test]
fn every_mutated_record_comes_out_once() -> Result<()> {
    let mutants = Mutants::new(7)?;
    let folder = tempfile::tempdir()?;
    for form in Form::ALL {
        let (lines, told): (Vec<_>, Vec<_>) = (0..RECORDS).map(|number| form.line(&mutants, number)).unzip();
        let path = folder.path().join(form.name());
        std::fs::write(&path, [form.head().to_vec(), lines.concat()].concat())?;
        let reading = Reading { form: FileForm::named(form.name()).context("a form")?, ..Reading::default() };
        let inputs = Inputs::new(vec![path], reading, Directories::Refuse);
        let mut batches = Batches::new(inputs, Limits { records: 64, bytes: 1 << 20 }, Limits::NONE);
        let rows = RowForm::Written(Writer::named("jsonl").context("a registered writer")?);
        let job = Job { options: Options::new().layers(LAYERS), parts: Parts::All, rows };
        let mut written = Encoder::new(Vec::new(), rows, Pack::Plain)?;
        let threads = NonZeroUsize::new(2).context("some thread")?;
        in_order(threads, || batches.next(), |batch| job.make(&batch).rows, |rows| written.rows(&rows))?;
        let checked = check(&written.finish()?[..], 0, told.into_iter())?;
        ensure!(checked.records == RECORDS, "{} of {RECORDS} records came out as {}", checked.records, form.name());
        ensure!((checked.errors > 0) == (form == Form::Jsonl), "{checked:?}");
    }
    Ok(())
}
