"""The tree-sitter grammar takes what the compiler takes, and is wrong about nothing else.

usage: grammar.py PARSER.so PERFC [COUNT [SEED]]

Every file of examples/, every piece of the docs, and COUNT files that are made from them by chance: a file has a node
that is an error where, and only where, the compiler reports one of the codes P101 to P116. A number or comparison that is
no such thing is wrong to the grammar wherever it stands; the compiler may have found the statement, or the block around
it, wrong before it read that far, so there any error will do.
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from tree_sitter import Parser

from language import load

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What one character, added or taken away, may change; and what the tokens are made of.
PIECES = """
{ } ｛ ｝ ( ) （ ） ; ； , ， 、 " “ ” 「 」 // ／／ /* */ / ／ - － + * × ÷ . .. ． ～ ~ — —— – 《 》 》= ' ‘ ’ 【 】 : ： 。 ! # ￥ [ ]
至 至少 至多 不少于 不超过 大于 等于 大于等于 > < = >= <= => == =< ≥ ≤ ≧ ≦ ﹦ ＞ ＜ ＝ ≥=
1 12 2026 20261 １２ 12.5 1,020,000.00 1,02 1.2.3 2026-11 2026-11-20 2026/11/20 2026.11 2026.11.20 2026年11月底前 2026年
2026 年 6 月 前 底之前 年 月 日 号 度 % ％ ‰ ℃ 百分点 家 万元 元/人·月 元/人、天 km km/h mof-2020
费用1 费用2026 费用2026-x 优100% 截至 截至2026-12-31 2026-01-2026-06 2026-11-20-3 "a" “a“b”c” 「a」 "a""b"
quantity 数量 成本 project 项目 budget 预算 check 校验 as 记作 per 每 weight 分值 show actual 实际 goal 目标 purpose
standard 标准 org code 项目代码 use is 为 import 导入 ｃｈｅｃｋ
""".split() + [
    " ", "\t", "\u3000", "\u00a0", "\ufeff", "\n", "\r\n", "\r", "\n\n", "(\n", "(\n\"a\"\n", "{\n", "\n}", "\n{", "} ",
    "/* \n */", "// \"\n",
]

# Keywords that the next token is glued to, and units that go on in an unusual way.
GLUED = [
    f'项目 "a" {{\n    {word}{rest}\n}}\n'
    for word in ("用途", "purpose", "目标", "成本") for rest in (
        "/。", "/*甲", "/**/。", "/ 甲。", "/至5。", "/至 5。", "·。", "-。", "- 甲。", "-a。", "100%。", "100.5。", "1.。", "2026年。", "2026-11。",
        "2026-11-。", "2026 年。", "2026 甲。", "至5。", "至 5。", "至 甲。", "至。", "/甲*。", "/甲、至5。", "/甲、至 甲",
        "1" * 70 + "%。", "1" * 5000 + "%。", "：甲。", "　甲。", "“甲”", '"甲"',
    )
] + [f'项目 "a" {{\n    成本 "甲" 5 {unit} 每 {unit}\n}}\n' for unit in (
    "元/至多", "元/人·至多", "元/人至多", "元/人至 多", "元/人·至 多", "元/人至5", "元/人至 5", "元/人·至5", "元/人.至", "元/至/人", "元/至 /人",
)]

# What is still read, and what is too much: blocks in blocks, digits, the bytes of a line that is searched for quotes.
LIMITS = [
    *('项目 "a" {' * depth + "}" * depth + "\n" for depth in (63, 64, 65)),
    *(f'项目 "a" {{\n    预算 {"1" * digits} 元\n}}\n' for digits in (27, 28, 29)),
    *(f'项目 "a" {{\n    用途 {"长" * 1362}。{"x" * more}\n}}\n' for more in range(5, 10)),
]


def mistakes(node):
    """The nodes that are wrong: the innermost errors, and what is missing."""
    if node.is_missing or node.type in ("malformed_number", "malformed_comparison", "mistake"):
        yield node
        return
    inner = [found for child in node.children for found in mistakes(child)] if node.has_error else []
    if node.is_error and not inner:
        yield node
    yield from inner


def changed(text, chance):
    """A text with a few changes made to it."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice([1, 1, 2, 5, 20]))
        how = chance.randrange(5)
        if how == 0:
            text = text[:at] + text[end:]
        elif how == 1:
            text = text[:at] + chance.choice(PIECES) + text[end:]
        elif how == 2:
            other = chance.randrange(len(text) + 1)
            text = text[:at] + text[other:other + chance.choice([1, 5, 30])] + text[at:]
        else:
            text = text[:at] + chance.choice(PIECES) + text[at:]
    return text


def soup(chance):
    """Tokens in any order."""
    glue = chance.choice(["", " ", " "])
    return glue.join(chance.choice(PIECES) for _ in range(chance.randrange(1, 16)))


def generated(seeds, count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        if chance.random() < 0.4:
            yield soup(chance)
        else:
            lines = chance.choice(seeds).splitlines(keepends=True)
            at = chance.randrange(len(lines)) if lines else 0
            yield changed("".join(lines[at:at + chance.choice([3, 8, 40])]), chance)


def found_by_compiler(perfc, files):
    """For each file, the codes of its errors."""
    found = {str(file): [] for file in files}
    for start in range(0, len(files), 400):
        command = [perfc, "check", "--format", "json", "--lang", "en", *map(str, files[start:start + 400])]
        run = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
        assert run.returncode in (0, 1), run.stderr.decode()
        for finding in json.loads(run.stdout)["findings"]:
            file = str(ROOT / finding["labels"][0]["file"]) if finding["labels"] else None
            if finding["severity"] == "error" and file in found:
                found[file].append(finding["code"])
    return found


def disagreement(file, root, codes):
    """What grammar and compiler do not agree on in a file, if anything."""
    syntax = sorted({code for code in codes if re.fullmatch("P1..", code)})
    wrong = list(mistakes(root))
    if bool(syntax) == root.has_error:
        return None
    if codes and wrong and all(node.type.startswith("malformed") for node in wrong):
        return None
    places = [f"{node.type} in line {node.start_point.row + 1}" for node in wrong]
    return f"{file}: the compiler says {syntax or 'nothing'}, the grammar {places or 'nothing'}"


def point(source, at):
    """A place in bytes as row and column."""
    return source.count(b"\n", 0, at), at - (source.rfind(b"\n", 0, at) + 1)


def read_anew(parser, tree, old, new):
    """The tree of a text that was changed, as editors get it: from the tree before, read anew where that is needed."""
    start = next((at for at, (one, other) in enumerate(zip(old, new)) if one != other), min(len(old), len(new)))
    same = next((at for at, (one, other) in enumerate(zip(old[start:][::-1], new[start:][::-1])) if one != other),
                min(len(old), len(new)) - start)
    old_end, new_end = len(old) - same, len(new) - same
    tree.edit(start, old_end, new_end, point(old, start), point(old, old_end), point(new, new_end))
    return parser.parse(new, tree)


def edits_differ(parser, texts, count, seed):
    """Texts that read otherwise when they come about by an edit. What is wrong in a wrong text is a guess either way."""
    chance = random.Random(seed)
    for _ in range(count):
        before = chance.choice(texts)
        after = changed(before, chance)
        old, new = before.encode(), after.encode()
        fresh = parser.parse(new).root_node
        edited = read_anew(parser, parser.parse(old), old, new).root_node
        if fresh.has_error != edited.has_error or (not fresh.has_error and str(fresh) != str(edited)):
            yield f"{before!r}\n    edited to {after!r} reads otherwise than by itself"


def main():
    library, perfc, *rest = sys.argv[1:]
    perfc = str(pathlib.Path(perfc).resolve())
    count = int(rest[0]) if rest else 3000
    seed = int(rest[1]) if len(rest) > 1 and rest[1] else random.randrange(2**32)
    print(f"{count} generated files, seed {seed}")
    parser = Parser(load(library))
    # Bytes that are no UTF-8 are the compiler's to read; no editor hands them on.
    examples = [file for file in sorted(ROOT.glob("examples/**/*.perf")) if not file.name.startswith(("P001", "P002"))]
    texts = [file.read_text("utf-8") for file in examples]
    pages = [page.read_text("utf-8") for page in sorted(ROOT.glob("docs/**/*.md"))]
    pieces = [*GLUED, *LIMITS, *(piece for page in pages for piece in re.findall(r"```perf[^\n]*\n(.*?)```", page, re.S))]
    assert len(examples) > 100 and len(pieces) > 100, (len(examples), len(pieces))
    with tempfile.TemporaryDirectory() as folder:
        files = list(examples)
        for number, text in enumerate([*pieces, *generated(texts + pieces, count, seed)]):
            file = pathlib.Path(folder, f"{number:05}.perf")
            file.write_bytes(text.encode("utf-8"))
            files.append(file)
        found = found_by_compiler(perfc, files)
        wrong, rejected = [], 0
        for file in files:
            root = parser.parse(file.read_bytes()).root_node
            rejected += root.has_error
            if difference := disagreement(str(file), root, found[str(file)]):
                wrong.append(f"{difference}\n    {file.read_bytes().decode()[:400]!r}")
        edits = list(edits_differ(parser, texts + pieces, count // 4, seed))
        wrong += edits
        print("\n".join(wrong[:20]))
        print(f"{len(files)} files, {rejected} rejected, {len(wrong) - len(edits)} on which compiler and grammar do not agree;"
              f" {count // 4} edits, {len(edits)} that read otherwise")
        sys.exit(bool(wrong))


main()
