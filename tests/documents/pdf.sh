#!/usr/bin/env bash
# Tables are printed to PDF by LibreOffice; what is imported of the pages must be what is imported of the document. Then
# a document of Word before 2007 likewise. Where a program that this needs is not installed, it says so and ends well.
set -euo pipefail
cd "$(dirname "$0")/../.."

for program in soffice pdftotext pdftocairo; do
    if ! command -v "$program" >/dev/null; then
        echo "documents/pdf: skipped, $program is not installed"
        exit 0
    fi
done

target="$(realpath "${CARGO_TARGET_DIR:-target}")"
perfc="$target/debug/perfc"
examples="$PWD/examples"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
cp "$examples/tianjin-ip-2026.perf" "$examples/forms.perf" "$examples/roads-2026.perf" "$out"
for table in tests/fixtures/corpus/*.tsv; do
    name="$(basename "$table" .tsv)"
    tail -n +2 "$table" >"$out/$name.tsv"
    "$perfc" import "$out/$name.tsv" -o "$out/$name.perf" 2>/dev/null || test -s "$out/$name.perf"
done

cd "$out"
mkdir docx xlsx
for source in *.perf; do
    for layout in tianjin central central-2021; do
        for ending in docx xlsx; do
            "$perfc" table --force --layout "$layout" "$source" -o "$ending/${source%.perf}.$layout.$ending" 2>/dev/null || true
        done
    done
done
# Forms with results, several pages of which end within a merged level.
for at in $(seq 1 60); do
    case $((at / 15)) in
        0) category=quantity target='>= 12 次' actual='12 次' ;;
        1) category=timeliness target='by 2026-07-08' actual='2026-07-02' ;;
        2) category=social target='is "明显提升"' actual='achieved 75%' ;;
        *) category=clients target='>= 90%' actual='93%' ;;
    esac
    echo "$category \"第${at}项指标的名称比较长，需要折行显示\" $target" >>targets
    echo "\"第${at}项指标的名称比较长，需要折行显示\" $actual" >>actuals
done
long() {
    echo 'org 610101 "某局"; year 2026; project "宣传" { budget 10 万元; purpose "宣传"; goal "宣传"' >long.perf
    { cat targets && echo "}; actual \"宣传\" at $2 { spent 4.2 万元" && cat actuals && echo '}'; } >>long.perf
    "$perfc" report --force --layout "$1" long.perf -o "docx/long.$1.docx" 2>/dev/null || true
    test -s "docx/long.$1.docx"
}
long monitoring 2026-07-31
long self-evaluation 2026-12-31
convert() { soffice "-env:UserInstallation=file://$out/profile" --headless --convert-to "$@" >/dev/null 2>&1; }
convert pdf --outdir docx docx/*.docx
convert pdf --outdir xlsx xlsx/*.xlsx
convert doc --outdir docx docx/tianjin-ip-2026.*.docx

failed=0 compared=0
same() {
    "$perfc" import "$1" >one.txt 2>/dev/null || true
    # What is a sheet of its own in a workbook is a line on a page.
    "$perfc" import "$2" 2>/dev/null | grep -v '^// .*总览$' >other.txt || true
    compared=$((compared + 1))
    if ! test -s one.txt || ! diff -u --label "$1" --label "$2" one.txt other.txt; then
        failed=1
    fi
}
for document in docx/*.docx xlsx/*.xlsx; do
    same "$document" "${document%.*}.pdf"
done
for document in docx/*.doc; do
    same "${document}x" "$document"
done
test "$compared" -gt 190
echo "documents/pdf: $compared documents compared"
exit "$failed"
