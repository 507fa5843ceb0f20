#!/usr/bin/env bash
# Word and Excel documents are written and read back by python-docx and openpyxl, which get an environment of their own;
# sheets to be filled in are filled in by openpyxl.
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
layouts="$("$target/debug/perfc" table --layout list --lang en | cut -d' ' -f1)"
for layout in $layouts; do
    for ending in docx xlsx; do
        "$target/debug/perfc" table --layout "$layout" examples/tianjin-ip-2026.perf -o "$out/$layout.$ending"
    done
done
for lang in zh en; do
    for ending in docx xlsx; do
        "$target/debug/perfc" report --lang "$lang" examples/tianjin-ip-2026-results.perf -o "$out/report.$lang.$ending"
    done
done
"$env/bin/python" tests/documents/check.py "$out" $layouts

# A sheet that is filled in by another program reads back without a word; what the results mean (P7) is another matter.
"$target/debug/perfc" actuals examples/tianjin-ip-2026.perf -o "$out/fill-in.xlsx" --lang en 2>/dev/null
"$env/bin/python" tests/documents/fill_in.py "$out/fill-in.xlsx" "$out/filled.xlsx"
found="$("$target/debug/perfc" check examples/tianjin-ip-2026.perf --actuals "$out/filled.xlsx" --format short || true)"
if grep -E '\[P[0-6]' <<<"$found"; then
    exit 1
fi

tests/documents/pdf.sh
