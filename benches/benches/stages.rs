//! One group for each stage, one for the whole, and one for the rulers: over the same small corpora, which stay in the cache's reach, so
//! that a change of a few percent shows. For figures to quote, see `ratio`.

use std::time::Duration;

use copydesk::Source;
use copydesk_benches::corpus::Corpus;
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_benches::{MEGABYTE, hostile, real, ruler};
use criterion::{Criterion, Throughput};

const SIZE: usize = 4 * MEGABYTE;
const HOSTILE_SIZE: usize = MEGABYTE / 4;

fn fixtures() -> Vec<Fixture> {
    let mut fixtures = vec![Fixture::new(Corpus::clean(SIZE)), Fixture::new(Corpus::damaged(SIZE))];
    fixtures.extend(real::corpus().expect("COPYDESK_CORPUS can be read").map(Fixture::new));
    fixtures
}

fn stages(criterion: &mut Criterion) {
    let fixtures = fixtures();
    rulers(criterion, fixtures[0].corpus.as_bytes());
    for stage in Stage::all() {
        let mut group = criterion.benchmark_group(stage.name());
        for fixture in &fixtures {
            group.throughput(Throughput::Bytes(fixture.bytes() as u64));
            group.bench_function(fixture.corpus.name, |bencher| {
                bencher.iter(|| assert_eq!(fixture.run(stage), fixture.count(stage)));
            });
        }
        group.finish();
    }
}

fn rulers(criterion: &mut Criterion, bytes: &[u8]) {
    let mut group = criterion.benchmark_group("ruler");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    let mut copier = ruler::Copier::new(bytes.len());
    group.bench_function("memcpy", |bencher| bencher.iter(|| copier.copy(bytes)));
    group.bench_function("utf8", |bencher| bencher.iter(|| ruler::validate(bytes)));
    group.bench_function("newline", |bencher| bencher.iter(|| ruler::newlines(bytes)));
    group.finish();
}

/// Hostile texts, each one document. Whether the time grows with the size is for `linear` to say; this is for comparing two versions.
fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    group.throughput(Throughput::Bytes(HOSTILE_SIZE as u64));
    for kind in hostile::KINDS {
        let source = Source::new(kind.bytes(HOSTILE_SIZE)).expect("a small source");
        let document = copydesk::parse(&source);
        document.check().expect("a document keeps every invariant");
        let lines = document.lines().len();
        group.bench_function(kind.name, |bencher| {
            bencher.iter(|| assert_eq!(copydesk::parse(&source).lines().len(), lines));
        });
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(1000))
        .sample_size(20)
        .without_plots()
        .configure_from_args();
    stages(&mut criterion);
    hostile(&mut criterion);
    criterion.final_summary();
}
