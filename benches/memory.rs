//! Peak memory of a compile per byte of source, counted at the allocator.
//!
//! `cargo bench --bench memory`

mod support;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use support::{compile, corpus, yardstick::Document};

/// Counts what is held, and the most that was.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is handed to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(held, Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most that was held while something ran, beyond what was held before.
fn peak<T>(run: impl FnOnce() -> T) -> usize {
    let before = HELD.load(Relaxed);
    PEAK.store(before, Relaxed);
    drop(run());
    PEAK.load(Relaxed) - before
}

fn main() {
    for bytes in [100_000, 10_000_000] {
        let source = corpus::source(bytes, 1);
        let json = compile(source.as_str());
        let per_byte = |peak: usize| peak as f64 / source.len() as f64;
        let mut findings = perfc::diagnostic::Findings::default();
        let parse = peak(|| perfc::syntax::parse(perfc::source::FileId(0), &source, &mut findings));
        let check = peak(|| support::check(&source));
        let whole = peak(|| support::compile_to_sink(&source));
        let yardstick =
            peak(|| serde_json::from_slice::<Document>(&json).map(|document| serde_json::to_vec(&document)));
        println!("source of {} bytes, as perf/1 {} bytes; peak memory per byte of source:", source.len(), json.len());
        println!(
            "  parse {:.2}, check with the text {:.2}, build with text and JSON {:.2}",
            per_byte(parse),
            per_byte(check),
            per_byte(whole)
        );
        println!("  serde_json reads and writes the same: {:.2}", per_byte(yardstick));
    }
}
