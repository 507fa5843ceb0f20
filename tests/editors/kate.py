"""The highlighting for Kate, as KDE's own library sees it.

usage: kate.py FOLDER, an empty one to put the definition into
"""

import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A line, and how its pieces are highlighted.
LINES = [
    ("标准 mof-2020 // 注", {"标准": "ControlFlow", "// 注": "Comment"}),
    ('项目 "2026年“宣传”" {', {"项目": "ControlFlow", '"2026年“宣传”"': "String"}),
    (
        "    预算 1,020,000.00 元 { 财政资金 100 万元; other 2 万元 }",
        {"预算": "Keyword", "1,020,000.00": "DecVal", "元": "BuiltIn", "财政资金": "Attribute", "other": "Attribute"},
    ),
    (
        '    数量 "活动" ≥ 12 次 记作 次数',
        {"数量": "DataType", "≥": "Operator", "12": "DecVal", "次": "BuiltIn", "记作": "Keyword"},
    ),
    (
        '    quantity "a ""b"" c" >= 12 km weight 10 as x',
        {"quantity": "DataType", '"a ""b"" c"': "String", ">=": "Operator", "km": "BuiltIn", "weight": "Keyword"},
    ),
    ('    时效 "时间" 不晚于2026-11', {"不晚于": "Keyword", "2026-11": "Constant"}),
    ('    时效 "时间" 2026年11月底前', {"2026年11月底前": "Constant"}),
    ('    数量 "人次" 不少于12家', {"不少于": "Operator", "12": "DecVal", "家": "BuiltIn"}),
    (
        "    数量　“全角”　≥　１２　次　｛　备注　「甲」　｝",
        {"数量": "DataType", "“全角”": "String", "１２": "DecVal", "备注": "Keyword", "「甲」": "String"},
    ),
    (
        '    校验 "甲" 合计(成本) + 站数 × 2 ≤ 预算',
        {"校验": "Keyword", "合计": "Keyword", "+": "Operator", "×": "Operator", "2": "DecVal"},
    ),
    ('    用途 "没有结束', {'"没有结束': "Error"}),
    ("    /* 项目 */ 目标 “乙”", {"/* 项目 */": "Comment", "目标": "Keyword"}),
    ('    - 3 + 费用 "c"', {"-": "Operator", "3": "DecVal"}),
]


# The default styles of the definition, each with a colour of its own.
STYLES = (
    "Normal", "ControlFlow", "Keyword", "DataType", "Attribute", "String", "DecVal", "Constant", "BuiltIn", "Operator",
    "Comment", "Error",
)


def colour(style):
    return f"#{STYLES.index(style):06x}"


def install(home):
    """Puts the definition and a theme that tells the styles apart where the library looks for them."""
    folder = pathlib.Path(home, "org.kde.syntax-highlighting")
    for name in ("syntax", "themes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "editors/kate/perf.xml", folder / "syntax")
    styles = {style: {"text-color": colour(style), "selected-text-color": colour(style)} for style in STYLES}
    theme = {"metadata": {"name": "test", "revision": 1}, "editor-colors": {"BackgroundColor": "#ffffff"}, "text-styles": styles}
    (folder / "themes/test.theme").write_text(json.dumps(theme))


def highlighted(home, file):
    """The lines of a file, each as its pieces and their styles."""
    environment = {**os.environ, "XDG_DATA_HOME": home, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    command = ["kate-syntax-highlighter", "--syntax", "perf", "--theme", "test", str(file)]
    page = subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout
    body = page[page.index("<pre>\n") + 6:page.rindex("</pre>")]
    for line in body.splitlines():
        spans = re.findall(r'<span style="color:(#[0-9a-f]{6});[^"]*">(.*?)</span>|([^<]+)', line)
        yield [(html.unescape(text or rest), STYLES[int(value[1:], 16)] if value else "Normal") for value, text, rest in spans]


def style_of(pieces, at):
    """The style of a character of a line."""
    for text, style in pieces:
        if at < len(text):
            return style
        at -= len(text)
    return None


def main():
    home = sys.argv[1]
    install(home)
    wrong = []
    example = pathlib.Path(home, "example.perf")
    example.write_text("".join(line + "\n" for line, _ in LINES), "utf-8")
    for (line, wanted), pieces in zip(LINES, highlighted(home, example), strict=True):
        at = 0
        for text, style in wanted.items():
            at = line.index(text, at)
            got = {style_of(pieces, place) for place in range(at, at + len(text))}
            if got != {style}:
                wrong.append(f"{line}: {text} is {got}, not {style}")
            at += len(text)
    for file in sorted(ROOT.glob("examples/*.perf")):
        for number, pieces in enumerate(highlighted(home, file), 1):
            wrong += [f"{file.name}:{number}: {text} is no mistake" for text, style in pieces if style == "Error"]
    print("\n".join(wrong) or "Kate: all as it should be")
    sys.exit(bool(wrong))


main()
