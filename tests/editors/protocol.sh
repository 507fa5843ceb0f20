#!/usr/bin/env bash
# A strict client of the protocol drives every request of the language server: pytest-lsp, whose types (lsprotocol) are
# made of the protocol's own model and refuse any answer that is not as that says. It gets an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."

target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
env="$target/protocol-env"
if ! "$env/bin/python" -c 'import pytest_lsp' 2>/dev/null; then
    echo "installing pytest-lsp and lsprotocol into $env"
    rm -rf "$env"
    python3 -m venv "$env"
    "$env/bin/python" -m pip install --quiet --disable-pip-version-check pytest-lsp==1.0.1 lsprotocol==2025.0.0
fi

cargo build --quiet
PERFC="$target/debug/perfc" "$env/bin/python" -m pytest -q -p no:cacheprovider tests/editors/protocol.py
