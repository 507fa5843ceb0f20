"""The queries of all editors fit the tree-sitter grammar, and find what they are for.

usage: queries.py PARSER.so
"""

import pathlib
import sys

from tree_sitter import Parser, Query, QueryCursor

from language import load

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["tianjin-ip-2026.zh.perf", "tianjin-ip-2026-results.perf", "standard.perf"]
MORE = """/* what no example has */
import "a.perf"
project "p" { use t; quality "a" graded good 90%, poor 60%; check sum(cost) = (1 + 2); cost "b" => 1,02 # }
"""
FOLDERS = ["tree-sitter-perf/queries", "helix/queries/perf", "zed/languages/perf"]


def captured(language, query, source):
    """What a query finds in a text: for each capture, its texts."""
    found = QueryCursor(query).captures(Parser(language).parse(source).root_node)
    return {name: {node.text.decode() for node in nodes} for name, nodes in found.items()}


def coloured_places(language, folder, source):
    """Where an editor colours something: begin, end and text. A word may be left plain; for mistakes Zed has no colour."""
    query = Query(language, (ROOT / "editors" / folder / "highlights.scm").read_text("utf-8"))
    for name, nodes in QueryCursor(query).captures(Parser(language).parse(source).root_node).items():
        if name not in ("variable", "error"):
            yield from ((node.start_byte, node.end_byte, node.text.decode()) for node in nodes)


def main():
    language = load(sys.argv[1])
    sources = [(ROOT / "examples" / name).read_bytes() for name in EXAMPLES] + [MORE.encode()]
    files = [file for folder in FOLDERS for file in sorted((ROOT / "editors" / folder).glob("*.scm"))]
    assert len(files) > 12, files
    for file in files:
        query = Query(language, file.read_text("utf-8"))
        names = {query.capture_name(number) for number in range(query.capture_count)}
        found = set().union(*(captured(language, query, source) for source in sources))
        assert names == found, f"{file}: nothing is found for {names - found}"
    coloured = {folder: {place for source in sources for place in coloured_places(language, folder, source)}
                for folder in FOLDERS}
    first, *others = FOLDERS
    for folder in others:
        differing = coloured[first] ^ coloured[folder]
        assert not differing, f"coloured in {first} or {folder} alone: {sorted(differing)[:5]}"
    outline = Query(language, (ROOT / "editors/zed/languages/perf/outline.scm").read_text("utf-8"))
    names = captured(language, outline, sources[0])["name"]
    assert len([name for name in names if name.startswith(('"2026年', '"中央'))]) == 3, names
    print(f"queries: {len(files)} files fit the grammar")


main()
