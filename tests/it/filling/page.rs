//! What `docs/results.md` shows is read as it says.

use perfc::{
    import::results::{self, Given},
    model::NoFiles,
};

use super::{assert_sound, read};

/// The blocks of code of the page, each with its language.
fn blocks() -> Vec<(&'static str, String)> {
    let page = include_str!("../../../docs/results.md");
    let mut lines = page.lines();
    let mut blocks = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((language, text.join("\n") + "\n"));
        }
    }
    blocks
}

#[test]
fn its_examples_are_read() {
    let blocks = blocks();
    let (_, targets) = blocks.iter().find(|(language, _)| *language == "perf").unwrap();
    let mut results = Vec::new();
    for (language, text) in blocks.iter().filter(|(language, _)| ["csv", "json"].contains(language)) {
        let given: Given = results::read(&format!("结果.{language}"), text.as_bytes()).unwrap();
        let compiled = read(targets, &[given], &NoFiles);
        assert_sound(&compiled);
        results.push(compiled.output.0.lines().count());
    }
    // A line for the project, for each amount, rate and total, and for each indicator.
    assert_eq!(results, [4, 12, 5, 3]);
}
