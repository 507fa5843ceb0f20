//! What the editors know of the language is what the compiler knows: their word lists are regions that this test writes.
//!
//! `UPDATE_EDITORS=1 cargo test --test it editors` writes them anew. A region says which words it holds:
//! `words statement … end`, in the comments of the file.

use std::{collections::BTreeSet, fmt::Write, fs, path::PathBuf};

use perfc::{
    diagnostic::{Code, Findings},
    source::FileId,
    syntax::{MAX_DEPTH, parse, unquoted},
    values::MAX_DIGITS,
    words::{Comparison, Keyword, Place, WORDS, Word},
};
use serde_json::Value;

use crate::support::{compiled, compiled_rows};

/// How a kind of file shows a region: what opens it before and behind its name, what closes it, how words look in it.
struct Form {
    ending: &'static str,
    open: [&'static str; 2],
    close: &'static str,
    render: fn(&[&str]) -> String,
}

const FORMS: [Form; 4] = [
    Form { ending: "json", open: ["(?#words ", ")"], close: "(?#end)", render: |words| words.join("|") },
    Form {
        ending: "vim",
        open: ["\"\\ words ", "\n"],
        close: "\"\\ end",
        render: |words| wrapped(words, "      \\ ", ""),
    },
    Form { ending: "el", open: [";; words ", "\n"], close: ";; end", render: |words| wrapped(words, "    ", "\"") },
    Form { ending: "xml", open: ["<!-- words ", " -->\n"], close: "<!-- end -->", render: items },
];

/// The files that hold regions.
const FILES: [&str; 4] =
    ["vscode/syntaxes/perf.tmLanguage.json", "vim/syntax/perf.vim", "emacs/perf-mode.el", "kate/perf.xml"];

fn path(file: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "editors", file].iter().collect()
}

fn read(file: &str) -> String {
    fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("editors/{file}: {error}"))
}

/// Words in lines that are not too long, each between quotes.
fn wrapped(words: &[&str], indent: &str, quote: &str) -> String {
    let (mut text, mut line) = (String::new(), String::new());
    for word in words {
        if line.chars().count() > 60 {
            writeln!(text, "{}", std::mem::take(&mut line)).unwrap();
        }
        line += if line.is_empty() { indent } else { " " };
        write!(line, "{quote}{word}{quote}").unwrap();
    }
    writeln!(text, "{line}").unwrap();
    text
}

fn items(words: &[&str]) -> String {
    words.iter().map(|word| format!("      <item>{word}</item>\n")).collect()
}

/// The words that a region of this name holds: the longer ones first, so that a pattern finds them.
fn words_of(name: &str) -> Vec<&'static str> {
    let spellings = |fits: &dyn Fn(&Word) -> bool| -> BTreeSet<&'static str> {
        let fitting = WORDS.iter().filter(|word| fits(word));
        fitting.flat_map(|word| word.zh.iter().copied().chain([word.en])).collect()
    };
    let words = match name {
        "file" => spellings(&|word| word.places.contains(&Place::File)),
        "statement" => {
            spellings(&|word| word.places.iter().any(|place| !matches!(place, Place::File | Place::Argument)))
        }
        "argument" => spellings(&|word| word.places.contains(&Place::Argument)),
        "as" => spellings(&|word| word.keyword == Keyword::As),
        "per" => spellings(&|word| word.keyword == Keyword::Per),
        "comparison" => comparison_words(),
        _ => panic!("no words are called {name}"),
    };
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|word| (word.is_ascii(), std::cmp::Reverse(word.chars().count()), *word));
    words
}

fn comparison_words() -> BTreeSet<&'static str> {
    let spellings = Comparison::ALL.into_iter().flat_map(Comparison::spellings);
    spellings.copied().filter(|spelling| spelling.starts_with(is_han)).collect()
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// A file with its regions as they ought to be; how many it has.
fn renewed(file: &str) -> (String, usize) {
    let text = read(file);
    let form = FORMS.iter().find(|form| file.ends_with(form.ending)).unwrap();
    let (mut out, mut rest, mut count) = (String::new(), text.as_str(), 0);
    while let Some(begin) = rest.find(form.open[0]) {
        let name_at = begin + form.open[0].len();
        let name_end = name_at + rest[name_at..].find(form.open[1]).unwrap();
        let body = name_end + form.open[1].len();
        let end = body + rest[body..].find(form.close).unwrap_or_else(|| panic!("{file}: a region is not closed"));
        let indent = &rest[rest[..end].rfind('\n').map_or(end, |line| line + 1)..end];
        let indent = if indent.trim().is_empty() { indent } else { "" };
        write!(out, "{}{}{indent}", &rest[..body], (form.render)(&words_of(&rest[name_at..name_end]))).unwrap();
        rest = &rest[end..];
        count += 1;
    }
    (out + rest, count)
}

/// Holds a file against what it ought to be, or writes it.
fn holds(file: &str, expected: &str) {
    if std::env::var_os("UPDATE_EDITORS").is_some() {
        fs::write(path(file), expected).unwrap();
    }
    assert!(read(file) == expected, "editors/{file} is out of date: UPDATE_EDITORS=1 cargo test --test it editors");
}

#[test]
fn word_lists_are_those_of_the_compiler() {
    for file in FILES {
        let (expected, count) = renewed(file);
        assert!(count > 0, "editors/{file} has no region");
        holds(file, &expected);
    }
}

/// The tables of the compiler as the scanner of the tree-sitter grammar reads them.
#[test]
fn the_scanner_has_the_tables_of_the_compiler() {
    let mut text = String::from(
        "// Words, marks and limits of the language. Written by `UPDATE_EDITORS=1 cargo test --test it editors` from what\n\
         // the compiler says.\n\n",
    );
    write_keywords(&mut text);
    text += "\n// The comparisons that are words.\nstatic const char *const COMPARISONS[] = {\n";
    for word in comparison_words() {
        writeln!(text, "    \"{word}\",").unwrap();
    }
    text += "};\n";
    let opens = |c: char| unquoted(&format!("{c}a")) == "a";
    let is_quote = |c: char| unquoted(&format!("\"a{c}")) == "a";
    write_marks(&mut text, "QUOTES", "Quotes, and a mark that is none but looks like one.", is_quote);
    write_marks(&mut text, "LOOKS_QUOTED", "What people take for the begin of a quotation.", |c| {
        opens(c) && !is_quote(c)
    });
    let is_slip = |c: char| !c.is_ascii() && Comparison::slip(&format!("{c}1")).is_some();
    write_marks(&mut text, "LOOKS_COMPARED", "What people take for a comparison sign.", is_slip);
    writeln!(text, "\n// How deep blocks may be nested.\n#define MAX_DEPTH {MAX_DEPTH}").unwrap();
    writeln!(text, "// How many digits a number may have.\n#define MAX_DIGITS {MAX_DIGITS}").unwrap();
    holds("tree-sitter-perf/src/words.h", &text);
}

fn write_keywords(text: &mut String) {
    let spellings =
        |word: &'static Word| word.zh.iter().copied().chain([word.en]).map(move |spelling| (spelling, word));
    let mut rows: Vec<(&str, &Word)> = WORDS.iter().flat_map(spellings).collect();
    rows.sort_by_key(|(spelling, _)| *spelling);
    let longest = rows.iter().map(|(spelling, _)| spelling.len()).max().unwrap();
    writeln!(text, "#define MAX_KEYWORD {longest}\n\nenum Keyword {{").unwrap();
    for word in WORDS {
        writeln!(text, "    {},", constant(word.keyword)).unwrap();
    }
    *text += "};\n\ntypedef struct {\n    const char *spelling;\n    enum Keyword keyword;\n    \
              bool argument; // whether it may stand among the arguments of a statement\n    \
              bool sentence; // whether a sentence without quotes behind it is read as a text\n} Word;\n\n\
              // By their bytes.\nstatic const Word WORDS[] = {\n";
    for (spelling, word) in rows {
        let argument = word.keyword.fits(Place::Argument);
        let sentence = takes_sentence(spelling);
        writeln!(text, "    {{\"{spelling}\", {}, {argument}, {sentence}}},", constant(word.keyword)).unwrap();
    }
    *text += "};\n";
}

/// Whether the parser reads a sentence without quotes behind a keyword as a text.
fn takes_sentence(keyword: &str) -> bool {
    let mut findings = Findings::default();
    parse(FileId(0), &format!("{keyword} 甲。乙"), &mut findings);
    findings.iter().any(|finding| finding.code == Code::UnquotedName)
}

/// A list of all characters of a kind.
fn write_marks(text: &mut String, name: &str, what: &str, fits: impl Fn(char) -> bool) {
    writeln!(text, "\n// {what}\nstatic const int32_t {name}[] = {{").unwrap();
    for mark in ('!'..=char::MAX).filter(|&c| fits(c)) {
        writeln!(text, "    0x{:04X}, // {mark}", u32::from(mark)).unwrap();
    }
    *text += "};\n";
}

/// `AllOrNothing` as `KEYWORD_ALL_OR_NOTHING`.
fn constant(keyword: Keyword) -> String {
    let mut name = String::from("KEYWORD");
    for c in format!("{keyword:?}").chars() {
        if c.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(c.to_ascii_uppercase());
    }
    name
}

/// What a snippet inserts, each place filled with what it proposes.
fn filled(body: &Value) -> String {
    let lines: Vec<&str> = body.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let mut text = lines.join("\n").replace("$0", "").replace('\t', "    ");
    while let Some(start) = text.rfind("${") {
        let end = start + text[start..].find('}').unwrap();
        let place = text[start + 2..end].split_once(':').map_or("", |(_, proposal)| proposal).to_owned();
        let choice = text[start + 2..end].split_once('|').and_then(|(_, choices)| choices.split([',', '|']).next());
        let place = choice.map_or(place, str::to_owned);
        text.replace_range(start..=end, &place);
    }
    text
}

/// Zed colours what every editor with tree-sitter colours; it has its own names for some colours, and none for mistakes.
#[test]
fn zed_colours_what_the_others_do() {
    let others = read("tree-sitter-perf/queries/highlights.scm");
    let (colours, mistakes) = others.rsplit_once("\n\n").unwrap();
    assert!(mistakes.ends_with("@error\n"), "{mistakes}");
    let colours = colours.replace("@module", "@namespace").replace("@type.builtin", "@constant.builtin");
    holds(
        "zed/languages/perf/highlights.scm",
        &format!(
            "; Written from the queries of the grammar: UPDATE_EDITORS=1 cargo test --test it editors\n{colours}\n"
        ),
    );
}

/// A snippet is a beginning: what it lacks, or speaks of elsewhere, is told, but nothing in it is wrong.
#[test]
fn snippets_compile() {
    let snippets: Value = serde_json::from_str(&read("vscode/snippets/perf.json")).unwrap();
    for (name, snippet) in snippets.as_object().unwrap() {
        let text = filled(&snippet["body"]);
        let head = Keyword::find(text.split_whitespace().next().unwrap());
        let is_file = head.is_some_and(|keyword| keyword.fits(Place::File));
        let findings = if is_file { compiled(&text).findings } else { compiled_rows(&text).findings };
        let elsewhere = [Code::UnknownProject, Code::MissingCategory, Code::UnusedAllowance];
        let wrong: Vec<_> =
            findings.iter().map(|finding| finding.code).filter(|code| !elsewhere.contains(code)).collect();
        assert!(
            wrong.is_empty() || wrong.iter().all(|code| *code == Code::MissingStatement),
            "{name}: {wrong:?}\n{text}"
        );
    }
}
