//! What the docs say is so: their examples compile, their tables are what the compiler prints and knows.
//!
//! A fence says what a block of `.perf` is: `perf` is a file; `perf,project` stands in a project, `perf,standard` in a
//! standard, which the test writes around it; `error=P301` must provoke that error; `file=name` can be imported by the
//! blocks behind it.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use perfc::{
    config::Config,
    diagnostic::{Code, Findings, Lang, Severity},
    field::{Direction, Field},
    json::Options,
    review::Criteria,
    source::FileId,
    words::{Comparison, WORDS, Word},
};
use pulldown_cmark::{CodeBlockKind, Event, Options as Markdown, Parser, Tag, TagEnd};

use crate::support::{Compiled, Memory, compiled_rows, compiled_with};

/// A cell of a table: its text, and what of it is code.
#[derive(Debug, Default, Clone)]
struct Cell {
    text: String,
    code: Vec<String>,
}

#[derive(Debug, Default)]
struct Page {
    /// Blocks of code: the words of the fence, and the text.
    blocks: Vec<(Vec<String>, String)>,
    /// Tables, row by row; the first row is the head.
    tables: Vec<Vec<Vec<Cell>>>,
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn page(path: &str) -> Page {
    let text = read(path);
    let mut page = Page::default();
    let mut fence: Option<Vec<String>> = None;
    let mut in_table = false;
    for event in Parser::new_ext(&text, Markdown::ENABLE_TABLES) {
        in_table &= !matches!(event, Event::End(TagEnd::Table));
        in_table |= matches!(event, Event::Start(Tag::Table(_)));
        let cell = page.tables.last_mut().and_then(|table| table.last_mut()?.last_mut()).filter(|_| in_table);
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                fence = Some(info.split(',').map(str::to_owned).collect());
                page.blocks.push((fence.clone().unwrap(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => fence = None,
            Event::Text(text) if fence.is_some() => page.blocks.last_mut().unwrap().1 += &text,
            Event::Start(Tag::Table(_)) => page.tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => page.tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                page.tables.last_mut().unwrap().last_mut().unwrap().push(Cell::default());
            }
            Event::Text(text) => drop(cell.map(|cell| cell.text += &text)),
            Event::Code(code) => {
                if let Some(cell) = cell {
                    cell.text += &code;
                    cell.code.push(code.into_string());
                }
            }
            _ => {}
        }
    }
    page
}

/// The tables whose heads begin with these cells.
fn tables<'p>(page: &'p Page, head: &'p [&str]) -> impl Iterator<Item = &'p [Vec<Cell>]> {
    let fits = |table: &&Vec<Vec<Cell>>| {
        head.len() <= table[0].len() && head.iter().zip(&table[0]).all(|(name, cell)| *name == cell.text)
    };
    page.tables.iter().filter(fits).map(|table| &table[1..])
}

/// Compiles a block as its fence says. Parts of a project are not asked for what the project lacks.
fn compile_block(fence: &[String], text: &str, files: &[(&str, &str)]) -> Compiled {
    let is = |word: &str| fence.iter().any(|other| other == word);
    let source = match () {
        () if is("project") => format!("org 1 \"某局\"; year 2026\nproject \"某项目\" {{\n{text}\n}}"),
        () if is("standard") => format!("standard mine extends mof-2020 {{\n{text}\n}}"),
        () => text.to_owned(),
    };
    let mut compiled = compiled_with("main.perf", &source, &Memory(files), Options::default());
    if is("project") {
        compiled.findings.retain(|finding| finding.code != Code::MissingCategory);
    }
    compiled
}

fn attribute<'f>(fence: &'f [String], name: &str) -> Option<&'f str> {
    fence.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
}

#[track_caller]
fn blocks_are_so(path: &str) {
    let page = page(path);
    let blocks: Vec<_> = page.blocks.iter().filter(|(fence, _)| fence[0] == "perf").collect();
    assert!(!blocks.is_empty());
    let files: Vec<(&str, &str)> =
        blocks.iter().filter_map(|(fence, text)| Some((attribute(fence, "file")?, text.as_str()))).collect();
    for (fence, text) in blocks {
        let compiled = compile_block(fence, text, &files);
        let errors: BTreeSet<&str> = compiled
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.code.rule().code)
            .collect();
        let expected: BTreeSet<&str> = attribute(fence, "error").into_iter().collect();
        assert_eq!(errors, expected, "{path}:\n{text}\n{}", compiled.listed(Lang::Zh));
    }
}

#[test]
fn examples_in_the_reference() {
    blocks_are_so("docs/language.md");
}

#[test]
fn examples_of_monitoring() {
    blocks_are_so("docs/monitoring.md");
}

#[test]
fn examples_in_the_settings() {
    blocks_are_so("docs/settings.md");
}

/// The files of settings that the docs show are read without a complaint.
#[test]
fn settings_of_the_docs_are_right() {
    let text = read("docs/settings.md");
    let mut count = 0;
    for block in text.split("```toml\n").skip(1) {
        let mut findings = Findings::default();
        Config::read(FileId(0), block.split("```").next().unwrap(), &mut findings);
        assert!(findings.is_empty(), "{block}");
        count += 1;
    }
    assert_eq!(count, 4);
}

#[test]
fn examples_in_the_readme() {
    blocks_are_so("README.md");
}

#[test]
fn targets_are_printed_as_the_reference_says() {
    let page = page("docs/language.md");
    for head in [["写法", "印出"], ["Written", "Printed"]] {
        let mut count = 0;
        for table in tables(&page, &head) {
            for row in table {
                let kind = &row.last().unwrap().text;
                assert!(!row[0].code.is_empty(), "{row:?}");
                for target in &row[0].code {
                    let compiled = compiled_rows(&format!("social \"x\" {target}"));
                    assert_eq!(compiled.errors(), 0, "{target}: {}", compiled.listed(Lang::Zh));
                    let found = &compiled.projects()[0]["indicators"][0]["target"];
                    assert_eq!(
                        (&found["text"], &found["kind"]),
                        (&row[1].text.as_str().into(), &kind.as_str().into()),
                        "{target}"
                    );
                    count += 1;
                }
            }
        }
        assert!(count > 80, "{count}");
    }
}

#[test]
fn comparisons_are_those_of_the_compiler() {
    let page = page("docs/language.md");
    for (head, lang) in [("意思", Lang::Zh), ("Meaning", Lang::En)] {
        let signs = if lang == Lang::Zh { "符号" } else { "Signs" };
        let head = [head, signs];
        let table = tables(&page, &head).next().unwrap();
        assert_eq!(table.len(), Comparison::ALL.len());
        for (row, comparison) in table.iter().zip(Comparison::ALL) {
            assert_eq!(row[0].text, comparison.name().get(lang));
            let told: BTreeSet<&str> = row[1].code.iter().chain(&row[2].code).map(String::as_str).collect();
            let known: BTreeSet<&str> = comparison.spellings().iter().copied().chain([comparison.sign()]).collect();
            assert_eq!(told, known);
            let told: BTreeSet<&str> = row[3].code.iter().map(String::as_str).collect();
            assert_eq!(told, comparison.suffixes().iter().copied().collect());
        }
    }
}

#[test]
fn categories_are_those_of_the_standards() {
    let page = page("docs/language.md");
    for (head, lang) in [(["中文", "英文", "其他写法"], Lang::Zh), (["English", "Chinese", "Also"], Lang::En)] {
        let standards = ["mof-2020", "mof-2021"].map(|id| Field::embedded().standard(id).unwrap());
        let found: Vec<_> = tables(&page, &head).collect();
        assert_eq!(found.len(), standards.len());
        for (table, standard) in found.into_iter().zip(standards) {
            assert_eq!(table.len(), standard.categories.list.len(), "{}", standard.id);
            for (row, category) in table.iter().zip(&standard.categories.list) {
                let (zh, en) = if lang == Lang::Zh { (&row[0], &row[1]) } else { (&row[1], &row[0]) };
                assert_eq!((&zh.text, &en.text), (&category.word, &category.id));
                let number = standard.categories.find(&category.id);
                let all = standard.categories.words();
                let known: BTreeSet<&str> =
                    all.into_iter().filter(|word| standard.categories.find(word) == number).collect();
                let told = row[..3].iter().flat_map(|cell| &cell.code).map(String::as_str).collect();
                assert_eq!(known, told);
                assert_eq!(row[3].text, standard.level(category.level).names.get(lang));
                assert_eq!(row[4].text, category.names.zh);
                let direction = match (category.direction, lang) {
                    (Some(Direction::More), Lang::Zh) => "越大越好",
                    (Some(Direction::Less), Lang::Zh) => "越小越好",
                    (None, Lang::Zh) => "不定",
                    (Some(Direction::More), Lang::En) => "more",
                    (Some(Direction::Less), Lang::En) => "less",
                    (None, Lang::En) => "either",
                };
                assert_eq!(row[5].text, direction);
                let ids: Vec<&str> =
                    category.measures.iter().map(|&measure| Field::embedded().units.measure_id(measure)).collect();
                let ids = ids.join(" ");
                let measures = match (ids.as_str(), lang) {
                    ("", Lang::Zh) => "不限",
                    ("time calendar ratio", Lang::Zh) => "时间、年月、比例",
                    ("money ratio", Lang::Zh) => "金额、比例",
                    ("ratio points", Lang::Zh) => "比例、分数",
                    ("", Lang::En) => "anything",
                    ("time calendar ratio", Lang::En) => "time, months and years, ratio",
                    ("money ratio", Lang::En) => "money, ratio",
                    ("ratio points", Lang::En) => "ratio, points",
                    other => panic!("{other:?}"),
                };
                assert_eq!(row[6].text, measures);
            }
        }
    }
}

#[test]
fn units_are_known() {
    let page = page("docs/language.md");
    for head in ["量的是什么", "What is measured"] {
        let head = [head];
        let table = tables(&page, &head).next().unwrap();
        for unit in table.iter().flat_map(|row| &row[1].code) {
            assert!(Field::embedded().units.find(unit).is_some(), "{unit}");
        }
    }
}

/// The table of keywords in one language, as the reference has it between its marks.
fn keywords(lang: Lang) -> String {
    let mut text = match lang {
        Lang::Zh => "| 中文 | 英文 | 写在哪里 | 写法 | 意思 |\n|---|---|---|---|---|\n",
        Lang::En => "| English | Chinese | Where | Usage | Meaning |\n|---|---|---|---|---|\n",
    }
    .to_owned();
    for word in WORDS {
        text += &keyword(word, lang);
    }
    text
}

fn keyword(word: &Word, lang: Lang) -> String {
    let zh = word.zh.iter().map(|spelling| format!("`{spelling}`")).collect::<Vec<_>>().join(" ");
    let en = format!("`{}`", word.en);
    let (first, second, joint) = if lang == Lang::Zh { (zh, en, "；") } else { (en, zh, "; ") };
    let places: Vec<&str> = word.places.iter().map(|place| place.name().get(lang)).collect();
    let (places, usage, meaning) = (places.join(joint), word.usage.get(lang), word.meaning.get(lang));
    let mut row = String::new();
    writeln!(row, "| {first} | {second} | {places} | `{usage}` | {meaning} |").unwrap();
    row
}

/// `UPDATE_DOCS=1 cargo test --test it docs` writes the tables anew.
#[test]
fn the_keywords_are_those_of_the_compiler() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/language.md");
    for (lang, id) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once(&format!("<!-- keywords {id} -->\n\n")).unwrap();
        let (told, after) = rest.split_once(&format!("\n<!-- end of keywords {id} -->")).unwrap();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            let new =
                format!("{before}<!-- keywords {id} -->\n\n{}\n<!-- end of keywords {id} -->{after}", keywords(lang));
            fs::write(&path, new).unwrap();
        } else {
            assert!(
                told == keywords(lang),
                "docs/language.md lags behind src/words: UPDATE_DOCS=1 cargo test --test it docs"
            );
        }
    }
}

#[test]
fn commands_of_the_readme_exist() {
    let text = read("README.md");
    let mut named = BTreeSet::new();
    for (at, _) in text.match_indices("perfc ") {
        let word = text[at + 6..].split(|c: char| !c.is_ascii_lowercase()).next().unwrap();
        named.extend((!word.is_empty()).then_some(word));
    }
    named.retain(|word| !["in", "compiles"].contains(word));
    assert!(named.len() >= 6, "{named:?}");
    named.extend(["schema", "new", "completions"]);
    for command in named {
        for lang in ["zh", "en"] {
            let run = std::process::Command::new(env!("CARGO_BIN_EXE_perfc"))
                .args([command, "--help", "--lang", lang])
                .output()
                .unwrap();
            assert!(run.status.success(), "perfc {command}: {}", String::from_utf8_lossy(&run.stderr));
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let pages = ["language", "monitoring", "design", "settings", "results"].map(|page| format!("docs/{page}.md"));
    for path in pages {
        let path = &*path;
        let text = read(path);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let folder = folder.parent().unwrap();
        let anchors: BTreeSet<String> = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-").replace(['、', ','], ""))
            .collect();
        for event in Parser::new_ext(&text, Markdown::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            if dest_url.starts_with("http") {
                continue;
            }
            let (file, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            assert!(folder.join(file).exists(), "{path}: {dest_url}");
            assert!(!file.is_empty() || anchors.contains(anchor), "{path}: #{anchor}");
        }
    }
}

/// What a review goes by, as the page says it: the aspects with their points and codes, what a finding takes, the grades.
#[test]
fn the_page_on_reviews_tells_its_criteria() {
    let criteria = Criteria::of_field();
    let rows = &page("docs/review.md").tables[0][1..];
    let said: Vec<[&str; 3]> = rows.iter().map(|row| [0, 1, 2].map(|cell| row[cell].text.as_str())).collect();
    let weights: Vec<String> = criteria.aspects.iter().map(|aspect| aspect.weight.to_string()).collect();
    let aspects = criteria.aspects.iter().zip(&weights);
    let expected: Vec<[&str; 3]> =
        aspects.map(|(aspect, weight)| [aspect.names.get(Lang::Zh), weight, aspect.asks.get(Lang::Zh)]).collect();
    assert_eq!(said, expected);

    let text = read("docs/review.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let apart = text.split_once("与审核目标无关").unwrap().0.rsplit(['。', '|']).next().unwrap();
    let begins = |text: &str| -> Vec<String> {
        let parts =
            text.split('P').skip(1).map(|part| part.chars().take_while(char::is_ascii_digit).collect::<String>());
        parts.map(|digits| format!("P{digits}")).collect()
    };
    let told: Vec<(Option<usize>, Vec<String>)> = (rows.iter().enumerate())
        .map(|(at, row)| (Some(at), begins(&row[3].text)))
        .chain([(None, begins(apart))])
        .collect();
    for code in Code::all() {
        let name = code.rule().code;
        let fitting = told.iter().flat_map(|(aspect, list)| list.iter().map(move |begin| (begin.len(), begin, aspect)));
        let longest =
            fitting.filter(|(_, begin, _)| name.starts_with(begin.as_str())).max_by_key(|(length, _, _)| *length);
        assert_eq!(longest.map(|(_, _, aspect)| *aspect), Some(criteria.aspect(code)), "{name}");
    }

    let taken = |severity| criteria.taken(severity);
    let [error, warning, advice] = [Severity::Error, Severity::Warning, Severity::Advice].map(taken);
    let [best, good, fair, _] = &criteria.grades[..] else { panic!("four grades") };
    let (weights, last) = (&weights[..3].join(", "), &weights[3]);
    for sentence in [
        format!("每个错误扣掉该方面分值的 {error}%，警告 {warning}%，建议 {advice}%"),
        format!("总分 {} 以上为优，{} 以上为良，{} 以上为中", best.from, good.from, fair.from),
        format!("An error takes {error} % of the points of its aspect, a warning {warning} %, advice {advice} %"),
        format!("The aspects have {weights} and {last} points"),
        format!("{} points are excellent, {} good, {} fair", best.from, good.from, fair.from),
    ] {
        assert!(text.contains(&sentence), "docs/review.md does not say: {sentence}");
    }
}
