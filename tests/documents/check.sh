#!/usr/bin/env bash
# Word and Excel documents are written and read back by python-docx and openpyxl, which get an environment of their own.
set -euo pipefail
cd "$(dirname "$0")/../.."

target="${CARGO_TARGET_DIR:-target}"
env="$target/documents-env"
if ! "$env/bin/python" -c 'import docx, openpyxl' 2>/dev/null; then
    rm -rf "$env"
    python3 -m venv "$env"
    "$env/bin/python" -m pip install --quiet --disable-pip-version-check python-docx==1.2.0 openpyxl==3.1.5
fi

out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
cargo build --quiet
for layout in tianjin central central-2021; do
    for ending in docx xlsx; do
        "$target/debug/perfc" table --layout "$layout" examples/tianjin-ip-2026.perf -o "$out/$layout.$ending"
    done
done
for lang in zh en; do
    for ending in docx xlsx; do
        "$target/debug/perfc" report --lang "$lang" examples/tianjin-ip-2026-results.perf -o "$out/report.$lang.$ending"
    done
done
"$env/bin/python" tests/documents/check.py "$out"

tests/documents/pdf.sh
