//! Tables between bars, and the texts of Markdown around them.

use super::super::{super::document::ReadError, lines::Writer, references};

/// Whether the second line has the signs below the names of the columns: `| --- | :-: |`.
pub(super) fn is_table(run: &[&str]) -> bool {
    run.get(1).is_some_and(|line| is_delimiters(line))
}

fn is_delimiters(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | ' ' | '\t'))
}

/// Reads lines that begin with bars.
pub(super) fn read_rows(run: &[&str], is_markdown: bool, writer: &mut Writer) -> Result<(), ReadError> {
    // In Markdown, what looks like delimiters further down is a row.
    let is_row = |at: usize, line: &str| !is_delimiters(line) || (is_markdown && at != 1);
    for (_, line) in run.iter().enumerate().filter(|(at, line)| is_row(*at, line)) {
        writer
            .row(cells(line).map(|cell| if is_markdown { shown(cell) } else { cell.to_owned() }).enumerate().collect());
    }
    writer.end_grid()
}

/// What stands between the bars of a line, those behind a backslash not counted.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let mut rest = Some(line.strip_prefix('|').unwrap_or(line));
    std::iter::from_fn(move || {
        let text = rest.take().filter(|text| !text.is_empty())?;
        let mut is_escaped = false;
        let bar = text.find(|c| {
            let is_bar = c == '|' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_bar
        });
        let (cell, behind) = bar.map_or((text, None), |bar| (&text[..bar], Some(&text[bar + 1..])));
        rest = behind;
        Some(cell.trim_matches([' ', '\t']))
    })
}

/// A line outside of tables as it is shown.
pub(super) fn paragraph(line: &str) -> String {
    let line = line.trim();
    let title = line.trim_start_matches('#');
    let is_heading = title.len() < line.len() && (title.is_empty() || title.starts_with([' ', '\t']));
    shown(if is_heading { title } else { line })
}

/// The text that Markdown shows: no escapes, line breaks and character references. A cell that is bold is not.
fn shown(text: &str) -> String {
    let text = text.strip_prefix("**").and_then(|text| text.strip_suffix("**")).unwrap_or(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        push_unescaped(before, &mut out);
        let escaped = behind.chars().next().filter(char::is_ascii_punctuation);
        out.push(escaped.unwrap_or('\\'));
        rest = &behind[escaped.map_or(0, char::len_utf8)..];
    }
    push_unescaped(rest, &mut out);
    out
}

fn push_unescaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(&references::decoded(before));
        let end = ["br>", "br/>", "br />"].iter().find_map(|tag| behind.strip_prefix(tag));
        out.push(if end.is_some() { '\n' } else { '<' });
        rest = end.unwrap_or(behind);
    }
    out.push_str(&references::decoded(rest));
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn tables_of_markdown() {
        let text = "## 1.甲\\[2025\\]表\n\n\\- 局&lt;甲&gt;\n\n| 一级 | **二级** |\n| --- | :-: |\n| a\\|b\\\\ | |\n| --- | -- |\n| | c<br>d &amp;lt; \\&amp; `\\_` |\n";
        let grid = vec!["0:0 一级", "0:1 二级", "1:0 a|b\\", "2:0 ---", "2:1 --", "3:1 c\nd &lt; &amp; `_`"];
        assert_eq!(told(text), [vec!["1.甲[2025]表"], vec!["- 局<甲>"], grid]);
    }

    #[test]
    fn tables_between_bars() {
        let text = "# 表\n| a | b\\_ |\n|---+---|\n";
        assert_eq!(told(text), [vec!["表"], vec!["0:0 a", "0:1 b_"]]);
        assert_eq!(told("# 表\n| a | b\\_ |\n| c |\n"), [vec!["# 表"], vec!["0:0 a", "0:1 b\\_", "1:0 c"]]);
    }
}
