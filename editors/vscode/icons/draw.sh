#!/usr/bin/env bash
# Draws the icon as a picture: the market place takes no SVG. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
rsvg-convert --width 128 --height 128 perf.svg --output perf.png
