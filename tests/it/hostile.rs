//! Any bytes: a result or findings, never a panic, and findings that can be shown.

use std::{fs, io, path::Path, sync::LazyLock};

use perfc::{
    compile::{Compiled, compile},
    diagnostic::{Lang, render},
    json::{Form, Options, Projects, write_document},
    model::NoFiles,
};
use proptest::prelude::*;

/// Pieces of the language and things like them, from which soup is made.
const PIECES: &[&str] = &[
    "project",
    "项目",
    "\"甲\"",
    "“乙”",
    "「丙」",
    "{",
    "}",
    "｛",
    "｝",
    "\n",
    ";",
    "；",
    " ",
    "\u{3000}",
    "quantity",
    "数量",
    "成本",
    "clients",
    ">=",
    "≥",
    "＞＝",
    "=>",
    "不少于",
    "12",
    "１２",
    "1,020.50",
    "1,02",
    "-3",
    "%",
    "％",
    "家",
    "万元",
    "元/人·月",
    "as",
    "记作",
    "甲数",
    "check",
    "校验",
    "(",
    ")",
    "（",
    "+",
    "-",
    "*",
    "/",
    "<=",
    "budget",
    "预算",
    "fiscal",
    "by",
    "before",
    "2026-11",
    "2026年11月底前",
    "2026-02-30",
    "..",
    "~",
    "is",
    "为",
    "tbd",
    "yes",
    "graded",
    "优",
    "steps",
    "分",
    "per",
    "每家",
    "weight",
    "show",
    "describe",
    "use",
    "template",
    "import",
    "standard",
    "level",
    "category",
    "extends",
    "unit",
    "=",
    "also",
    "measures",
    "money",
    "year",
    "2026",
    "org",
    "610101",
    "//",
    "/*",
    "*/",
    "\"",
    "“",
    "”",
    "#",
    "：",
    "，",
    "、",
    "。",
    "sum",
    "count",
    "period",
    "weights",
    "output",
    "产出",
    "goal",
    "purpose",
    "\u{FEFF}",
    "\0",
    "\r\n",
    "\t",
    "😀",
    "\u{202E}",
];

static EXAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut examples = Vec::new();
    collect(Path::new("examples"), &mut examples);
    assert!(!examples.is_empty());
    examples
});

fn collect(folder: &Path, examples: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, examples);
        } else {
            examples.push(fs::read(path).unwrap());
        }
    }
}

/// Compiles, shows all findings in each format and language, and writes the JSON.
fn survives(bytes: Vec<u8>) {
    let options = Options { pretty: true, positions: true };
    let projects = Projects::new(options, Form::Document, io::Cursor::new(Vec::new()));
    let Compiled { workspace, findings, output } = compile("any.perf", bytes, &NoFiles, projects);
    for finding in &findings {
        for label in &finding.labels {
            let source = workspace.sources.get(label.span.file);
            let range = label.span.range;
            assert!(
                source.text.get(range.start as usize..range.end as usize).is_some(),
                "{range:?} in {:?}",
                source.text
            );
        }
        for lang in [Lang::Zh, Lang::En] {
            assert!(!finding.message(lang).title.is_empty());
        }
    }
    for format in render::Format::ALL {
        render::render(*format, &findings, &workspace.sources, render::Style::default(), None);
    }
    let mut document = Vec::new();
    write_document(&mut document, vec![output.finish().unwrap()], options).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&document).unwrap();
    assert_eq!(document["format"], "perf/1");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(bytes);
    }

    #[test]
    fn random_text(text in ".{0,200}") {
        survives(text.into_bytes());
    }

    #[test]
    fn soup_of_words(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..80)) {
        let text: String = pieces.into_iter().flat_map(|(piece, blank)| [piece, if blank { " " } else { "" }]).collect();
        survives(text.into_bytes());
    }

    #[test]
    fn mutated_examples(
        example in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(PIECES), 0_usize..12), 1..6),
    ) {
        let mut bytes = EXAMPLES[example.index(EXAMPLES.len())].clone();
        for (at, piece, deleted) in edits {
            let at = at.index(bytes.len() + 1);
            let end = (at + deleted).min(bytes.len());
            bytes.splice(at..end, piece.bytes());
        }
        survives(bytes);
    }
}

/// A project with so many labels, checks of them, and results of which none is found.
fn labelled(rows: usize) -> String {
    let row = |at: usize| format!("数量 \"指标{at}\" {at} 个 记作 标记{at}\n校验 标记{at} <= 标签{at}\n");
    let result = |at: usize| format!("\"指标{at}号\" {at} 个\n标签{at} 1 个\n");
    let rows_and_checks: String = (0..rows).map(row).collect();
    let results: String = (0..rows).map(result).collect();
    format!("项目 \"a\" {{\n{rows_and_checks}}}\n实际 \"a\" {{\n{results}}}\n")
}

/// A project with so many rows, checks of their sum and count, and one check with as many sums and labels.
fn summed(rows: usize) -> String {
    let row = |at: usize| format!("成本 \"指标{at}\" {at} 元 记作 标记{at}\n校验 合计(成本) > 个数(成本) * 1 元\n");
    let rows_and_checks: String = (0..rows).map(row).collect();
    let sums: String = (0..rows).map(|at| format!(" + 合计(成本) - 标记{at}")).collect();
    format!("项目 \"a\" {{\n{rows_and_checks}校验 1 元{sums} < 1 元\n}}\n")
}

/// A standard with so many levels and sources of money, and a project with all of them whose sums are wrong.
fn levelled(count: usize) -> String {
    let level =
        |at: usize| format!("level 级{at} \"级{at}\" {{ required; category 类{at} \"类{at}\" }}\nfund 款{at}\n");
    let levels: String = (0..count).map(level).collect();
    let scheme: String = (0..count).map(|at| format!("级{at} 1\n")).collect();
    let funds: String = (0..count).map(|at| format!("款{at} 2 元\n")).collect();
    let rows: String = (0..count).map(|at| format!("类{at} \"指标{at}\" 1 个 分值 2\n")).collect();
    let standard = format!("standard s {{ {levels} scheme {{ {scheme} }} }}\nstandard s\n");
    let project = format!("project \"a\" {{ weights {{ {scheme} }}\nbudget 1 元 {{ {funds} }}\n{rows} }}\n");
    format!("{standard}{project}project \"b\" {{ {rows} }}\nproject \"c\" {{ 类0 \"a\" 1 个 }}\n")
}

#[test]
fn many_of_one_thing() {
    let open = "project \"a\" {\n";
    for text in [
        "{".repeat(100_000),
        "}".repeat(100_000),
        "(".repeat(100_000),
        "\"".repeat(100_001),
        "“".repeat(100_000),
        "/*".repeat(100_000),
        "/* x\n".repeat(50_000),
        "\0".repeat(100_000),
        "？".repeat(100_000),
        "a".repeat(1_000_000),
        "1".repeat(1_000_000),
        "数量 \"a\" >= 3 ".repeat(50_000),
        format!("{open}check \"x\" {}1{} <= 2\n}}", "(".repeat(100_000), ")".repeat(100_000)),
        format!("{open}check \"x\" {}1 <= 2\n}}", "-".repeat(100_000)),
        format!("{open}数量 \"b\" 3 {}元\n}}", "元/".repeat(100_000)),
        "project \"a\" { quantity \"b\" 3 {\n".repeat(20_000),
        // Each row has a label that a check names, and each check one that is not there.
        labelled(3_000),
        // Each check adds up all rows, and one check does so many times.
        summed(5_000),
        // Each level has points of its own, and each source a part of the budget.
        levelled(5_000),
        "template a { use b }\ntemplate b { use a }\nproject \"p\" { use a }\n".to_owned(),
    ] {
        survives(text.into_bytes());
    }
}
