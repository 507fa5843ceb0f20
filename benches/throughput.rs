//! Throughput of parsing and of the whole compile, each beside serde_json on the same content in the same run.
//!
//! `cargo bench --bench throughput`. The figures and how to read them: docs/performance.md.

mod support;

use std::{
    hint::black_box,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use perfc::{
    check,
    diagnostic::{Code, Family, Findings, Levels},
    model::{self, Model, NoFiles},
    source::FileId,
    syntax,
};
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use support::{
    compile, corpus,
    yardstick::{Document, Plain},
};

const LARGE: usize = 10_000_000;
const SMALL: usize = 5_000;
const FILES: usize = 10_000;

/// One file of 10 MB on one core and on two: source to tree against JSON to structs.
fn parse(criterion: &mut Criterion) {
    let source = corpus::source(LARGE, 1);
    let json = compile(source.as_str());
    let plain = serde_json::to_vec(&Plain::from(document(&json))).expect("typed data is JSON");
    let mut group = criterion.benchmark_group("parse-10MB");
    // All are given in bytes of the .perf source, so that the figures compare.
    group.throughput(Throughput::Bytes(source.len() as u64)).sample_size(20).measurement_time(Duration::from_secs(8));
    for threads in [1, 2] {
        let pool = pool(threads);
        group.bench_function(BenchmarkId::new("perfc source to tree, threads", threads), |bench| {
            bench.iter(|| pool.install(|| syntax::parse(FileId(0), black_box(&source), &mut Findings::default())));
        });
    }
    group.bench_function("serde_json plain content to structs", |bench| {
        bench.iter(|| serde_json::from_slice::<Plain>(black_box(&plain)).expect("it was just written"));
    });
    group.bench_function("serde_json perf/1 to structs", |bench| bench.iter(|| document(black_box(&json))));
    group.finish();
}

/// One file of 10 MB on one core and on two: source to JSON against JSON to structs to JSON.
fn whole(criterion: &mut Criterion) {
    let source = corpus::source(LARGE, 1);
    let json = compile(source.as_str());
    let mut group = criterion.benchmark_group("compile-10MB");
    group.throughput(Throughput::Bytes(source.len() as u64)).sample_size(20).measurement_time(Duration::from_secs(8));
    // As for the yardstick, the text is in memory when the clock starts.
    for threads in [1, 2] {
        let pool = pool(threads);
        group.bench_function(BenchmarkId::new("perfc source to perf/1, threads", threads), |bench| {
            let compile = |source: Vec<u8>| pool.install(|| compile(source));
            bench.iter_batched(|| source.clone().into_bytes(), compile, BatchSize::PerIteration);
        });
    }
    group.bench_function("serde_json perf/1 to structs to perf/1", |bench| {
        bench.iter(|| serde_json::to_vec(&document(black_box(&json))).expect("typed data is JSON"));
    });
    group.finish();
}

/// The projects of one file of 10 MB checked by each rule there is, by those of review practice, and by the others,
/// beside the parsing of the same source, all on one thread. As in a compile each project is made, checked and let go;
/// only checking is timed.
fn rules(criterion: &mut Criterion) {
    let source = corpus::source(LARGE, 1);
    let mut findings = Findings::default();
    let workspace = model::load("bench.perf", source.clone().into_bytes(), &NoFiles, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    let mut group = criterion.benchmark_group("rules-10MB");
    group.throughput(Throughput::Bytes(source.len() as u64)).sample_size(20).measurement_time(Duration::from_secs(8));
    let pool = pool(1);
    group.bench_function("source to tree", |bench| {
        bench.iter(|| pool.install(|| syntax::parse(FileId(0), black_box(&source), &mut Findings::default())));
    });
    let (practice, others): (Vec<Code>, Vec<Code>) =
        Code::all().partition(|code| code.rule().family == Family::Practice);
    let all: Vec<Code> = Code::all().collect();
    for (name, codes) in [("all rules", all), ("rules of practice", practice), ("the others", others)] {
        let mut levels = Levels::default();
        levels.select(&codes);
        let levels = Arc::new(levels);
        group.bench_function(name, |bench| {
            bench.iter_custom(|times| (0..times).map(|_| checking(&model, &levels)).sum());
        });
    }
    group.finish();
}

/// How long it takes to check all projects.
fn checking(model: &Model<'_>, levels: &Arc<Levels>) -> Duration {
    let mut findings = Findings::by(levels.clone());
    let checked = model.heads.iter().map(|head| {
        let project = model.project(head, &mut findings);
        let start = Instant::now();
        check::project(black_box(&project), &model.field, &mut findings);
        start.elapsed()
    });
    checked.sum()
}

/// 10,000 files of 5 KB on one core and on two.
fn many(criterion: &mut Criterion) {
    let sources: Vec<String> = (0..FILES as u64).map(|seed| corpus::source(SMALL, seed)).collect();
    let bytes: usize = sources.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("compile-10000-files");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10).measurement_time(Duration::from_secs(10));
    for threads in [1, 2] {
        let pool = pool(threads);
        group.bench_function(BenchmarkId::new("perfc threads", threads), |bench| {
            bench.iter(|| {
                pool.install(|| sources.par_iter().map(|source| compile(source.as_str()).len()).sum::<usize>())
            });
        });
    }
    let jsons: Vec<Vec<u8>> = sources.iter().map(|source| compile(source.as_str())).collect();
    group.bench_function("serde_json threads/1", |bench| {
        bench.iter(|| {
            let lengths =
                jsons.iter().map(|json| serde_json::to_vec(&document(json)).expect("typed data is JSON").len());
            lengths.sum::<usize>()
        });
    });
    group.finish();
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("two threads can be had")
}

/// The three real tables checked by the program as a whole process, beside a process that does nothing.
fn process(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("process");
    group.sample_size(50);
    group.bench_function("perfc check examples/tianjin-ip-2026.perf", |bench| {
        bench.iter(|| run(&["check", "examples/tianjin-ip-2026.perf"]));
    });
    group.bench_function("perfc --version", |bench| bench.iter(|| run(&["--version"])));
    group.finish();
}

fn run(arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_perfc")).args(arguments).output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn document(json: &[u8]) -> Document {
    serde_json::from_slice(json).expect("the contract fits its own structs")
}

criterion_group!(benches, parse, whole, rules, many, process);
criterion_main!(benches);
