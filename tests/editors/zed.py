"""The extension for Zed is whole: its settings name a grammar that is there, and what brackets and queries belong to.

usage: zed.py FOLDER
"""

import pathlib
import subprocess
import sys
import tomllib
import urllib.parse


def main():
    folder = pathlib.Path(sys.argv[1])
    extension = tomllib.loads((folder / "extension.toml").read_text("utf-8"))
    language = tomllib.loads((folder / "languages/perf/config.toml").read_text("utf-8"))
    assert language["grammar"] in extension["grammars"], language["grammar"]
    assert language["path_suffixes"] == ["perf"]
    for server in extension["language_servers"].values():
        assert server["languages"] == [language["name"]], server
    for bracket in language["brackets"]:
        assert {"start", "end", "close", "newline"} <= set(bracket), bracket
    # Zed fetches the grammar by its commit.
    grammar = extension["grammars"][language["grammar"]]
    repository = urllib.parse.urlparse(grammar["repository"]).path
    parser = f"{grammar['rev']}:{grammar['path']}/src/parser.c"
    subprocess.run(["git", "-C", repository, "cat-file", "-e", parser], check=True)
    print("Zed: the extension is whole")


main()
