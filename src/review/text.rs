//! Opinions for terminals.

use super::{Opinion, Part, written};
use crate::{
    diagnostic::Lang,
    table::{self, Format, Options, wrap},
};

/// Writes an opinion.
pub fn render(opinion: &Opinion<'_>, lang: Lang, options: &Options) -> String {
    let reasons = written::reasons(opinion, lang);
    let mut lines = vec![opinion.subject.project.clone()];
    lines.extend(wrap(&reasons, options.width, options.ambiguous));
    for part in &opinion.parts {
        lines.push(String::new());
        lines.push(written::heading(part, lang));
        lines.push(found(part, lang, options));
    }
    lines.push(String::new());
    lines.push(written::JUDGE.get(lang).to_owned());
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let judge = |part: &Part| format!("  {}{colon}{}", part.aspect.names.get(lang), part.aspect.judge.get(lang));
    lines.extend(opinion.parts.iter().map(judge));
    lines.join("\n") + "\n"
}

fn found(part: &Part, lang: Lang, options: &Options) -> String {
    if part.remarks.is_empty() {
        return format!("  {}", written::NOTHING.get(lang));
    }
    let table = table::render(Format::Text, &[written::table(&part.remarks, lang)], options).unwrap_or_default();
    String::from_utf8_lossy(&table).trim_matches('\n').to_owned()
}
