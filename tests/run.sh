#!/usr/bin/env bash
# All that must hold before a change is taken: form, lints, documentation, tests. What it needs beyond Rust: Python 3,
# for the readers of documents and editors, which it installs itself.
set -euo pipefail
cd "$(dirname "$0")/.."

# Randomised tests take the same cases each time here, so that what fails is the change; by themselves they take new ones.
export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-20261130}"
echo "seed of the randomised tests: $PROPTEST_RNG_SEED"

cargo fmt --check
cargo clippy --all-targets --quiet -- -D warnings
cargo clippy --lib --no-default-features --quiet -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet
cargo test --quiet --lib --bins
tests/documents/check.sh
tests/editors/run.sh
# Last, so that its summary closes the run.
cargo test --test it
