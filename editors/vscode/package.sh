#!/usr/bin/env bash
# Builds perf-VERSION.vsix here, or in the folder that is named. Needs Node.js 20 and npm.
set -euo pipefail
cd "$(dirname "$0")"
out="$(realpath "${1:-.}")"

if ! [ -x node_modules/.bin/vsce ] || ! [ -x node_modules/.bin/esbuild ]; then
    # esbuild fetches nothing: its program comes with the package of this machine.
    npm ci --no-audit --no-fund --ignore-scripts
fi
npm run --silent build -- --log-level=warning
# The client is bundled into dist/, so that no dependency is packed.
node_modules/.bin/vsce package --no-dependencies --allow-missing-repository --out "$out/"
