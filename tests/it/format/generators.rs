//! Random texts: soups of tokens, real files with mistakes put in, and sound programs in any layout.

use proptest::{collection::vec, prelude::*, sample::select};

/// What soups are made of: everything that the grammar has a rule for, and some that it has none for.
const FRAGMENTS: &[&str] = &[
    "quantity",
    "ｑｕａｎｔｉｔｙ",
    "数量",
    "budget",
    "org",
    "项目代码",
    "６１０",
    "Ａ",
    "mof-2020",
    "person-days",
    "ｋｍ值",
    "ｋｍ％",
    "ｋｍé",
    "ｋｍ至",
    "as",
    "至",
    "3次至5次",
    "费用1",
    "费用至",
    "优100%",
    "截至2026-12-31",
    "元/人、天",
    "km数1",
    "记作",
    "不少于",
    "不少",
    "大于等于",
    "check",
    "校验",
    "graded",
    "also",
    "元/人·月",
    "km／h",
    "%",
    "％",
    "‰",
    "℃",
    "年",
    "月",
    "月底前",
    "度",
    "project",
    "项目",
    "1",
    "12",
    "2026",
    "２０２６",
    "1,020,000.00",
    "１２．５",
    "2026-11",
    "2026-11-20",
    "2026年",
    "2026 年 11 月底前",
    "2026/11/20",
    "２０２６．１１．２０",
    "2026-01-2026-06",
    "9.",
    "1,",
    "\"a\"",
    "\"a \"\"b\"\"\"",
    "“a”",
    "“a“b”\"c”",
    "「a\"\"」",
    "\"",
    "“",
    "」",
    "\"a\rb\"",
    ">=",
    "＞＝",
    "≥",
    "<",
    "=",
    "=>",
    "==",
    "≧＝",
    "﹦",
    "..",
    "～",
    "—",
    ",",
    "，",
    "、",
    "+",
    "-",
    "－",
    "−",
    "*",
    "×",
    "/",
    "／",
    "÷",
    "(",
    "（",
    ")",
    "）",
    "{",
    "｛",
    "}",
    "｝",
    ";",
    "；",
    "{}",
    "{ }",
    "{\n}",
    "//",
    "// c",
    "／／ c \u{3000}",
    "/* c */",
    "/*/",
    "/* c\n  d */",
    "/*",
    "*/",
    "/**/",
    " ",
    " ",
    " ",
    "  ",
    "\u{3000}",
    "\t",
    "\u{A0}",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r",
    "。",
    "：",
    "'",
    "\u{0}",
    "\u{FEFF}",
    "\u{2028}",
    "𠮷",
    "²",
    "é",
    "[",
];

pub const SEEDS: &[&str] = &[include_str!("seed.en.perf"), include_str!("seed.zh.perf")];

/// A little of everything, in few lines.
pub const SAMPLE: &[&str] = &[include_str!("sample.perf")];

/// Fragments in any order, often glued together.
pub fn soup() -> impl Strategy<Value = String> {
    vec((select(FRAGMENTS), any::<bool>()), 0..60)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, glued)| [part, if glued { "" } else { " " }]).collect())
}

/// Any characters.
pub fn noise() -> impl Strategy<Value = String> {
    ".{0,200}"
}

/// A file as analysts write it, damaged in some places: text cut out, fragments put in.
pub fn damaged(files: &'static [&'static str]) -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0..12_usize, select(FRAGMENTS));
    (select(files), vec(edit, 0..6)).prop_map(|(file, edits)| {
        let mut text = file.to_owned();
        for (at, cut, fragment) in edits {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + cut).min(text.len())).max(start);
            text.replace_range(start..end, fragment);
        }
        text
    })
}

/// A program without mistakes in any layout: statements, blocks on one line and on several, comments everywhere.
pub fn program() -> impl Strategy<Value = String> {
    vec(block_item(3), 0..8).prop_map(|items| items.concat())
}

/// A statement or comment with what ends it.
fn block_item(depth: u32) -> BoxedStrategy<String> {
    let end = || {
        select(vec![
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\n \n\n",
            " ;",
            "；\n",
            "\n;;",
            " // c\n",
            "／／ c  \n\n",
            " /* c */\n",
        ])
    };
    let comment = select(vec!["// c\n", "/* c */\n", "  /* c */", "/* a\n   b */", "\n\n//\n", "/* c */ // d\n"]);
    let simple = (statement(), end()).prop_map(|(statement, end)| statement + end);
    if depth == 0 {
        return prop_oneof![4 => simple, 1 => comment.prop_map(str::to_owned)].boxed();
    }
    let opening = select(vec!["{", "{ ;\n", " {\n", "{\n\n", "｛ // c\n", " /* c */ { ", "{ /* c */ "]);
    let block = (statement(), opening, vec(block_item(depth - 1), 0..4), select(vec!["}", "｝", " } "]), end());
    let block = block.prop_map(|(head, open, items, close, end)| [&head, open, &items.concat(), close, end].concat());
    prop_oneof![6 => simple, 1 => comment.prop_map(str::to_owned), 3 => block].boxed()
}

fn statement() -> impl Strategy<Value = String> {
    let word = select(vec![
        "quantity",
        "数量",
        "服务对象满意度",
        "check",
        "校验",
        "分档",
        "ｃｏｓｔ",
        "a-b",
        "description_in_one_long_word",
    ]);
    let indent = select(vec!["", "", "  ", "\t", "\u{3000}"]);
    (indent, word, vec((gap(), argument()), 0..5)).prop_map(|(indent, word, arguments)| {
        let arguments = arguments.into_iter().map(|(gap, argument)| gap + &argument);
        indent.to_owned() + word + &arguments.collect::<String>()
    })
}

/// What keeps two tokens apart. Not tabs: words with tabs between them are the cells of a row that was copied.
fn gap() -> impl Strategy<Value = String> {
    select(vec![" ", " ", " ", "  ", "\u{3000}", "\u{A0}", " /* c */ ", "/* c */"]).prop_map(str::to_owned)
}

fn argument() -> impl Strategy<Value = String> {
    let value = select(vec![
        "\"a\"",
        "“数量”",
        "「a」",
        "\"一\"\"二\"",
        "12",
        "１２",
        "1,020.00",
        "12家",
        "12 家",
        "90％",
        "90 ‰",
        "2026-11",
        "2026 年 11 月底前",
        ">= 5",
        "≥5",
        "不少于 5 家",
        "＝ -5",
        "3..5 次",
        "3 ～ 5",
        "as 站数",
        "记作 a",
        "per 家",
        "元/人·月",
        "预算",
        "优 90%， 良 80%",
        "f (1)",
    ]);
    let formula = (select(vec!["(", "（", "f(", "f ("]), vec(term(), 1..4), select(vec![")", "）"]));
    let formula = formula.prop_map(|(open, terms, close)| [open, &terms.concat(), close].concat());
    prop_oneof![5 => value.prop_map(str::to_owned), 1 => formula]
}

/// Part of what stands in parentheses, over several lines at times.
fn term() -> impl Strategy<Value = String> {
    let value = select(vec!["a", "1", "(b)", "-1", "预算", "90%", "\"t\"", "(\nc\n)"]);
    let after =
        select(vec![" + ", "*", " ×\n", ",", "， \n\n", " // c\n -", " /* c */ + ", "/* a\nb */-", "..", " / "]);
    (value, after).prop_map(|(value, after)| value.to_owned() + after)
}
