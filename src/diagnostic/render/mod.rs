//! Findings as text for people and for programs.
//!
//! [`render`] is a pure function: what it draws depends on its arguments alone, never on a terminal or the environment.
//! Each format has a file of its own. They all take their sentences from [`Diagnostic::message`] and their places from
//! [`Source::place`]; lines and columns are characters, counted from 1.
//!
//! [`Diagnostic::message`]: super::Diagnostic::message

mod github;
#[cfg(feature = "cli")]
mod human;
pub mod json;
mod sarif;
mod short;
pub mod statistics;
pub mod uri;

#[cfg(test)]
mod fixture;

#[cfg(feature = "cli")]
pub use human::explanation;

use std::str::FromStr;

use super::{Edit, Findings, Fix, Lang, Pages};
use crate::source::{Place, Source, Sources, Span};

/// A form in which findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// With the lines of the source, for people at a terminal.
    #[cfg(feature = "cli")]
    Human,
    /// `path:line:column: error[P301]: title`, a line each, for editors and `grep`.
    Short,
    /// The format of [`json`], for programs.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Workflow commands, which GitHub Actions shows beside the lines of a pull request.
    Github,
}

impl Format {
    /// All formats, the usual one first.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "cli")]
        Self::Human,
        Self::Short,
        Self::Json,
        Self::Sarif,
        Self::Github,
    ];

    /// The word that chooses the format.
    pub const fn id(self) -> &'static str {
        match self {
            #[cfg(feature = "cli")]
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
        }
    }
}

impl FromStr for Format {
    /// The word, which is the id of no format.
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|format| format.id() == word).ok_or_else(|| word.to_owned())
    }
}

/// How findings look. Formats for programs heed the language alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The language of the sentences.
    pub lang: Lang,
    /// Whether to colour them, by ANSI escape sequences.
    pub colour: bool,
    /// The columns that a line may take; fewer than 40 count as 40.
    pub width: usize,
}

impl Default for Style {
    /// Chinese, without colour, for a terminal of 80 columns.
    fn default() -> Self {
        Self { lang: Lang::Zh, colour: false, width: 80 }
    }
}

/// Writes findings in a format, with links to the pages of their codes where it is known that these are published. The text
/// ends with a line end, or is empty where the format has nothing to say about no findings; JSON and SARIF are whole
/// documents even then.
pub fn render(format: Format, findings: &Findings, sources: &Sources, style: Style, pages: Option<&Pages>) -> String {
    match format {
        #[cfg(feature = "cli")]
        Format::Human => human::render(findings, sources, style),
        Format::Short => short::render(findings, sources, style.lang),
        Format::Json => json::render(findings, sources, style.lang),
        Format::Sarif => sarif::render(findings, sources, style.lang, pages),
        Format::Github => github::render(findings, sources, style.lang, pages),
    }
}

/// Where a span begins and ends, as people count.
struct Extent<'s> {
    source: &'s Source,
    start: Place,
    end: Place,
}

impl<'s> Extent<'s> {
    fn of(span: Span, sources: &'s Sources) -> Self {
        let source = sources.get(span.file);
        Self { source, start: source.place(span.range.start), end: source.place(span.range.end) }
    }
}

/// How many characters of a text a repair repeats in words.
const LONGEST_QUOTE: usize = 40;

/// A proposed repair in words.
pub fn fix_in_words(fix: &Fix, sources: &Sources, lang: Lang) -> String {
    if let Some(title) = &fix.title {
        return title.get(lang);
    }
    let edits: Vec<String> = fix.edits().iter().map(|edit| edit_in_words(edit, sources, lang)).collect();
    edits.join(crate::diagnostic::Text { zh: "；", en: "; " }.get(lang))
}

/// One edit in words.
fn edit_in_words(edit: &Edit, sources: &Sources, lang: Lang) -> String {
    let (old, new) = (quote(sources.slice(edit.span)), quote(&edit.replacement));
    if old.is_empty() && edit.replacement.starts_with('\n') && edit.replacement.trim().is_empty() {
        return crate::diagnostic::Text { zh: "另起一行", en: "begin a new line" }.get(lang).to_owned();
    }
    match (old.is_empty(), new.is_empty(), lang) {
        (false, ..) if old == new => match lang {
            Lang::Zh => format!("改正 `{old}` 前后的空格和换行"),
            Lang::En => format!("put the blanks and line ends around `{old}` right"),
        },
        (true, _, Lang::Zh) => format!("补上 `{new}`"),
        (true, _, Lang::En) => format!("insert `{new}`"),
        (_, true, Lang::Zh) => format!("删除 `{old}`"),
        (_, true, Lang::En) => format!("delete `{old}`"),
        (_, _, Lang::Zh) => format!("把 `{old}` 改成 `{new}`"),
        (_, _, Lang::En) => format!("change `{old}` to `{new}`"),
    }
}

/// The begin of a text in one line, without the blanks around it unless there is nothing else.
fn quote(text: &str) -> String {
    let text = if text.trim().is_empty() { text } else { text.trim() };
    let mut short: String = text.chars().take(LONGEST_QUOTE).map(visible).collect();
    if text.chars().nth(LONGEST_QUOTE).is_some() {
        short.push('…');
    }
    short
}

/// The sentence that tells how many findings are not listed, if there are any.
fn left_out(findings: &Findings, lang: Lang) -> Option<String> {
    let count = findings.left_out();
    (count > 0).then(|| match lang {
        Lang::Zh => format!("另有 {count} 条没有列出"),
        Lang::En => format!("{count} more not shown"),
    })
}

/// The character itself where a terminal shows it as one; else a picture of it, so that no source text can blank, recolour
/// or reverse what is around it.
fn visible(character: char) -> char {
    match character {
        '\t' => character,
        '\0'..='\x1F' => char::from_u32(u32::from(character) + 0x2400).unwrap_or('\u{FFFD}'),
        '\x7F' => '\u{2421}',
        '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{FEFF}' => '\u{FFFD}',
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => '\u{FFFD}',
        _ => character,
    }
}

/// A text in one line, all of its characters [`visible`].
fn one_line(text: &str) -> String {
    text.chars().map(visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_chosen_by_their_ids() {
        for &format in Format::ALL {
            assert_eq!(format.id().parse(), Ok(format));
        }
        assert_eq!("xml".parse::<Format>(), Err("xml".to_owned()));
    }

    #[test]
    fn a_repair_of_blanks_alone_says_so() {
        let files = fixture::Fixture::file("项目 “a”\n{\n}");
        let fix = Fix::safe(files.at("\n{"), " {");
        assert_eq!(fix_in_words(&fix, &files.0, Lang::Zh), "改正 `{` 前后的空格和换行");
        assert_eq!(fix_in_words(&fix, &files.0, Lang::En), "put the blanks and line ends around `{` right");
    }

    #[test]
    fn nothing_found() {
        let say = |format| render(format, &Findings::default(), &Sources::default(), Style::default(), None);
        assert_eq!(say(Format::Short), "");
        assert_eq!(say(Format::Github), "");
        assert!(say(Format::Json).contains("\"findings\": []"));
        assert!(say(Format::Sarif).contains("\"results\": []"));
    }

    #[test]
    fn nothing_in_a_source_commands_the_terminal() {
        assert_eq!(one_line("\x1B[31m红\r\n\u{202E}反\u{9B}"), "␛[31m红␍␊\u{FFFD}反\u{FFFD}");
    }
}
