"""The package for Visual Studio Code holds what it needs, and nothing else.

usage: vsix.py FILE.vsix
"""

import json
import sys
import xml.etree.ElementTree as xml
import zipfile

WANTED = {
    "[Content_Types].xml", "extension.vsixmanifest", "extension/package.json", "extension/package.nls.json",
    "extension/package.nls.zh-cn.json", "extension/l10n/bundle.l10n.zh-cn.json", "extension/language-configuration.json",
    "extension/syntaxes/perf.tmLanguage.json", "extension/syntaxes/markdown.tmLanguage.json",
    "extension/snippets/perf.json", "extension/icons/perf.png", "extension/dist/extension.js", "extension/readme.md",
    "extension/changelog.md", "extension/LICENSE.txt",
}


def main():
    with zipfile.ZipFile(sys.argv[1]) as package:
        names = set(package.namelist())
        assert names == WANTED, names ^ WANTED
        identity = xml.fromstring(package.read("extension.vsixmanifest")).find(".//{*}Identity").attrib
        manifest = json.loads(package.read("extension/package.json"))
        assert (identity["Id"], identity["Version"]) == (manifest["name"], manifest["version"]), identity
        program = package.read("extension/dist/extension.js").decode()
        assert 'require("vscode")' in program, "the editor's own module is not bundled"
        assert 'require("vscode-languageclient' not in program, "the client is not bundled"
        assert package.read("extension/icons/perf.png").startswith(b"\x89PNG")
    print(f"vsix: {len(names)} files, {len(program) // 1024} KB of program")


main()
