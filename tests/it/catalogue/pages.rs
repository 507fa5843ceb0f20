//! The pages of the codes: `docs/codes`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use perfc::{
    diagnostic::{Findings, Lang, Rule, pages::site, rules::RULES},
    source::FileId,
    syntax,
    words::{Keyword, Place},
};
use pulldown_cmark::Event;

use super::{
    compile::{Compiled, mistakes, repaired},
    mistakes::{right, wrong},
};
use crate::format::formatted;

/// What a page without the rows of a whole table lacks.
const INCOMPLETE: [&str; 2] = ["P403", "P404"];

/// A block of code on a page.
struct Example {
    /// `perf`; `csv` and `html` where it is a document to be imported, `tsv` and `json` where it holds results, `toml`
    /// where it is a file of settings.
    language: &'static str,
    /// What the page says of it: `error=P101` or `ok`.
    mark: String,
    text: String,
}

fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let marked = ["perf", "csv", "html", "tsv", "json", "toml"].into_iter().find_map(|language| {
            Some((language, line.strip_prefix("```")?.strip_prefix(language)?.strip_prefix(',')?))
        });
        if let Some((language, mark)) = marked {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            examples.push(Example { language, mark: mark.to_owned(), text: text.join("\n") + "\n" });
        } else {
            assert!(!line.starts_with("```") || line == "```text" || line == "```", "{line}");
        }
    }
    examples
}

/// A whole file is compiled as it is; rows of a table in a project around them.
fn compiled(rule: &Rule, example: &Example) -> Compiled {
    let folder = if example.mark == "ok" { repaired() } else { mistakes() };
    if example.language != "perf" {
        let name = format!("page.{}", example.language);
        return Compiled::new(&folder.join(name), example.text.clone().into_bytes());
    }
    let tree = syntax::parse(FileId(0), &example.text, &mut Findings::default());
    let document = perfc::arguments::Document::new(&tree, &example.text);
    let belongs_to_file = |keyword: Keyword| keyword.fits(Place::File) && !keyword.fits(Place::Project);
    let is_file =
        tree.roots().next().is_none() || tree.roots().any(|id| document.keyword(id).is_some_and(belongs_to_file));
    let rows = || example.text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    let text = if is_file { example.text.clone() } else { format!("project \"示例项目\" {{\n{}}}\n", rows()) };
    Compiled::new(&folder.join(format!("{}-page.perf", rule.code)), text.into_bytes())
}

fn pages() -> impl Iterator<Item = (&'static Rule, Lang, &'static str)> {
    RULES.iter().flat_map(|rule| [Lang::Zh, Lang::En].map(|lang| (rule, lang, rule.page.get(lang))))
}

#[test]
fn each_rule_has_its_pages() {
    for (rule, lang, page) in pages() {
        let title = page.lines().next().unwrap_or_default();
        assert!(title.starts_with(&format!("# {} ", rule.code)), "{} {lang:?}: {title}", rule.code);
        assert!(title.contains(rule.name), "{} {lang:?}: {title}", rule.code);
        let length = page.lines().count();
        assert!((15..=65).contains(&length), "{} {lang:?} has {length} lines", rule.code);
    }
}

#[test]
fn pages_name_codes_that_exist() {
    for (rule, lang, page) in pages() {
        let words = page.split(|c: char| !c.is_ascii_alphanumeric());
        let codes = words.filter(|word| word.len() == 4 && word.starts_with('P') && word[1..].parse::<u16>().is_ok());
        for code in codes {
            assert!(Rule::find(code).is_some(), "{} {lang:?} names {code}", rule.code);
        }
    }
}

#[test]
fn examples_are_as_they_are_marked() {
    for (rule, lang, page) in pages() {
        let examples = examples(page);
        // Bytes that are no text, and characters that cannot be seen, cannot be shown on a page.
        let can_be_shown = !matches!(rule.code, "P001" | "P002" | "P003");
        let has = |mark: &str| examples.iter().any(|example| example.mark == mark);
        assert!(!can_be_shown || has(&format!("error={}", rule.code)), "{} {lang:?}", rule.code);
        assert!(has("ok"), "{} {lang:?}", rule.code);
        for example in &examples {
            let codes = compiled(rule, example).codes();
            let what = format!("{} {lang:?}, {}:\n{}", rule.code, example.mark, example.text);
            match example.mark.strip_prefix("error=") {
                Some(code) => {
                    assert!(codes.contains(&code), "{codes:?} in {what}");
                    let other = codes.iter().find(|other| **other != code && !INCOMPLETE.contains(other));
                    assert!(other.is_none() || matches!(code, "P106" | "P904"), "{codes:?} in {what}");
                }
                None => {
                    assert_eq!(example.mark, "ok", "{what}");
                    let wrong = codes.iter().find(|code| **code == rule.code || !INCOMPLETE.contains(code));
                    assert!(wrong.is_none(), "{codes:?} in {what}");
                }
            }
        }
    }
}

/// What stands on a line. How rows are aligned depends on those around them.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
}

/// The examples of a page are those of the catalogue, in the language that the file is written in.
#[test]
fn examples_come_from_the_catalogue() {
    for rule in RULES {
        let files = [wrong(rule), right(rule)].map(|path| Compiled::file(&path).text.clone());
        let is_from = |page: &str| {
            examples(page).iter().all(|example| {
                let file = if example.mark == "ok" { &files[1] } else { &files[0] };
                example.text.lines().all(|line| file.lines().any(|other| words(other).eq(words(line))))
            })
        };
        assert!(is_from(rule.page.zh) || is_from(rule.page.en), "{}", rule.code);
    }
}

/// What is shown as right is written as the formatter writes it.
#[test]
fn right_examples_are_formatted() {
    for (rule, lang, page) in pages() {
        for example in examples(page).iter().filter(|example| example.language == "perf" && example.mark == "ok") {
            assert_eq!(formatted(&example.text), example.text, "{} {lang:?}", rule.code);
        }
    }
}

/// The web pages hold what the pages say, link to each other, and run nothing.
#[test]
fn web_pages_are_whole_and_linked() {
    let site: BTreeMap<String, String> = site().collect();
    assert_eq!(site.len(), RULES.len() * 2 + 1);
    for (name, page) in &site {
        let links = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in links {
            let target = link.strip_prefix("../").map_or_else(|| Path::new(folder).join(link), PathBuf::from);
            assert!(site.contains_key(&*target.to_string_lossy()), "{name}: {link}");
        }
        assert!(!page.contains("<script"), "{name}");
    }
    for (rule, lang) in RULES.iter().flat_map(|rule| [Lang::Zh, Lang::En].map(|lang| (rule, lang))) {
        let name = format!("{}/{}.html", if lang == Lang::Zh { "zh" } else { "en" }, rule.code);
        let other = |page: &str| RULES.iter().filter(|other| **other != *rule && page.contains(other.code)).count();
        let linked = RULES.iter().filter(|other| site[&name].contains(&format!("href=\"{}.html\"", other.code)));
        assert!(linked.count() <= other(rule.page.get(lang)), "{name}");
        assert_eq!(text_of(&site[&name]), text_of_markdown(rule.page.get(lang)), "{name}");
        assert!(site["index.html"].contains(&format!("href=\"{name}\"")), "{name}");
    }
}

/// What is read on a web page below its bar of links, without the line of facts, and without blanks.
fn text_of(page: &str) -> String {
    let body = page.split_once("</nav>").unwrap().1;
    let (before, facts) = body.split_once("<p class=\"facts\">").unwrap();
    let body = format!("{before}{}", facts.split_once("</p>").unwrap().1);
    let mut text = String::new();
    for piece in body.split('<') {
        text += piece.split_once('>').map_or(piece, |(_, text)| text);
    }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.replace(entity, sign);
    }
    text.split_whitespace().collect()
}

/// What is read on a page in Markdown, by the parser's own account of its texts.
fn text_of_markdown(page: &str) -> String {
    let texts = pulldown_cmark::Parser::new(page).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    texts.collect::<String>().split_whitespace().collect()
}
