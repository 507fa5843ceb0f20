//! Findings for people at a terminal: a headline, the lines of the source with what is to be said about them, and help.

mod explanation;
mod layout;
mod snippet;
mod spot;
mod window;

use miette::ThemeStyles;

use super::{Style, fix_in_words, one_line};
use crate::diagnostic::{Applicability, Diagnostic, Findings, Fix, Lang, Severity, Text};
use crate::source::Sources;
pub use explanation::explanation;
use layout::{LONGEST_SENTENCE, clip, columns, wrap};

/// The narrowest page; on less there is no room for a line number, a piece of text and what is said about it.
const NARROWEST: usize = 40;

pub(super) fn render(findings: &Findings, sources: &Sources, style: Style) -> String {
    let page = Page { sources, lang: style.lang, width: style.width.max(NARROWEST), colour: style.colour };
    let mut text: String = findings.iter().map(|finding| page.finding(finding) + "\n").collect();
    if !findings.is_empty() {
        text.push_str(&page.summary(findings));
    }
    text
}

/// What all findings are drawn on.
struct Page<'s> {
    sources: &'s Sources,
    lang: Lang,
    width: usize,
    colour: bool,
}

impl Page<'_> {
    fn finding(&self, finding: &Diagnostic) -> String {
        let (message, styles) = (finding.message(self.lang), self.styles(finding.severity));
        let severity = format!("{}[{}]: ", finding.severity.name().get(self.lang), finding.code.rule().code);
        let mut text = self.hanging(&styles.error.style(&severity).to_string(), columns(&severity), &message.title);
        text += &snippet::draw(&message.labels, self.sources, self.width, &styles);
        let help = Text { zh: "  帮助：", en: "  help: " }.get(self.lang);
        let helps = message.help.iter().map(|sentence| (help, sentence.clone()));
        let fixes = finding.fixes.iter().map(|fix| (self.fix(fix), fix_in_words(fix, self.sources, self.lang)));
        for (word, sentence) in helps.chain(fixes) {
            text += &self.hanging(&styles.help.style(word).to_string(), columns(word), &sentence);
        }
        text
    }

    /// The word before a repair: one that is a guess is to be looked at first.
    fn fix(&self, fix: &Fix) -> &'static str {
        let word = match fix.applicability {
            Applicability::Safe => Text { zh: "  修改：", en: "  fix: " },
            Applicability::Unsafe => Text { zh: "  修改（先核对）：", en: "  fix (check it first): " },
        };
        word.get(self.lang)
    }

    /// A sentence behind a word, its further lines under its first. The word may hold colours, so its width is given.
    fn hanging(&self, word: &str, indent: usize, sentence: &str) -> String {
        let sentence = clip(&one_line(sentence), LONGEST_SENTENCE);
        let lines = wrap(&sentence, self.width - indent);
        word.to_owned() + &lines.join(&("\n".to_owned() + &" ".repeat(indent))) + "\n"
    }

    fn styles(&self, severity: Severity) -> ThemeStyles {
        if !self.colour {
            return ThemeStyles::none();
        }
        let ansi = ThemeStyles::ansi();
        let colour = match severity {
            Severity::Error => ansi.error,
            Severity::Warning => ansi.warning,
            Severity::Advice => ansi.advice,
        };
        let plain = ThemeStyles::none().error;
        ThemeStyles { error: colour.bold(), link: plain.bold(), highlights: vec![plain.bright_blue()], ..ansi }
    }

    /// `共 2 个错误、1 个警告`
    fn summary(&self, findings: &Findings) -> String {
        let counts = [Severity::Error, Severity::Warning, Severity::Advice]
            .into_iter()
            .map(|severity| (severity, findings.count(severity)))
            .filter(|&(_, count)| count > 0)
            .map(|(severity, count)| {
                self.styles(severity).error.style(counted(severity, count, self.lang)).to_string()
            });
        let counts: Vec<_> = counts.collect();
        let first = match self.lang {
            Lang::Zh => format!("共 {}\n", counts.join("、")),
            Lang::En => format!("{}\n", counts.join(", ")),
        };
        match (findings.left_out(), self.lang) {
            (0, _) => first,
            (count, Lang::Zh) => format!("{first}其中 {count} 条没有列出\n"),
            (count, Lang::En) => format!("{first}{count} of them not shown\n"),
        }
    }
}

/// `2 个错误`, `2 errors`
fn counted(severity: Severity, count: usize, lang: Lang) -> String {
    let name = severity.name().get(lang);
    match (lang, severity, count) {
        (Lang::Zh, Severity::Advice, _) => format!("{count} 条{name}"),
        (Lang::Zh, ..) => format!("{count} 个{name}"),
        (Lang::En, Severity::Advice, 1) => format!("1 piece of {name}"),
        (Lang::En, Severity::Advice, _) => format!("{count} pieces of {name}"),
        (Lang::En, _, 1) => format!("1 {name}"),
        (Lang::En, ..) => format!("{count} {name}s"),
    }
}

#[cfg(test)]
mod tests;
