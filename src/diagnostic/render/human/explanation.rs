//! The page of a rule, which is written in Markdown, as a terminal shows it.

use miette::ThemeStyles;

use super::{NARROWEST, layout::wrap};
use crate::diagnostic::{Rule, render::Style};

/// How far examples are set in.
const INDENT: &str = "    ";

/// What begins and ends an example.
const FENCE: &str = "```";

/// What stands before each item of a list.
const ITEM: &str = "- ";

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// The page of a rule: headings without their marks, examples set in, and no line broken in a word.
pub fn explanation(rule: &Rule, style: Style) -> String {
    let width = style.width.clamp(NARROWEST, WIDEST);
    let plain = ThemeStyles::none().link;
    let bold = if style.colour { plain.bold() } else { plain };
    let (mut text, mut is_example) = (String::new(), false);
    for line in rule.page.get(style.lang).lines() {
        let heading = line.trim_start_matches('#');
        if line.starts_with(FENCE) {
            is_example = !is_example;
        } else if is_example {
            text += &format!("{INDENT}{line}\n");
        } else if heading.len() < line.len() {
            let lines = wrap(heading.trim_start(), width);
            lines.iter().for_each(|line| text += &format!("{}\n", bold.style(line)));
        } else {
            text += &paragraph(line, width);
        }
    }
    text
}

/// A paragraph, or an item of a list, whose further lines stand under its first.
fn paragraph(line: &str, width: usize) -> String {
    let (mark, rest) = line.split_at(if line.starts_with(ITEM) { ITEM.len() } else { 0 });
    let lines = wrap(rest, width - mark.len());
    mark.to_owned() + &lines.join(&format!("\n{}", " ".repeat(mark.len()))) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Lang, rules::RULES};

    #[test]
    fn pages_are_shown_without_markdown_and_whole() {
        let style = Style { width: 60, ..Style::default() };
        for (rule, lang) in RULES.iter().flat_map(|rule| [Lang::Zh, Lang::En].map(|lang| (rule, lang))) {
            let page = explanation(rule, Style { lang, ..style });
            assert!(!page.contains(FENCE) && !page.starts_with('#') && !page.contains("\n#"), "{page}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '#').collect::<String>();
            let written: String = rule.page.get(lang).lines().filter(|line| !line.starts_with(FENCE)).collect();
            assert_eq!(letters(&page), letters(&written));
        }
    }

    #[test]
    fn lists_hang_and_examples_are_set_in() {
        assert_eq!(paragraph("- P002：文件里有损坏的字节", 16), "- P002：文件里有\n  损坏的字节\n");
        let rule = Rule::find("P101").unwrap();
        let page = explanation(rule, Style::default());
        assert!(page.contains("\n    "), "{page}");
    }
}
