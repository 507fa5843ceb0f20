#!/usr/bin/env bash
# Writes extension.toml, here or where it is said, in which Zed wants to know where the grammar is: in this checkout, as it
# was last committed.
set -euo pipefail
out="$(realpath -m "${1:-"$(dirname "$0")/extension.toml"}")"
cd "$(dirname "$0")"
repository="file://$(git rev-parse --show-toplevel)"
revision="$(git rev-parse HEAD)"
sed "s|@REPOSITORY@|$repository|; s|@REVISION@|$revision|" extension.toml.in >"$out"
