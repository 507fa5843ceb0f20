//! Quotes that do not make a text: '…', 《…》, or “ closed by another kind.
//!
//! What was meant is clear as long as the line has a second mark, so the text is read all the same: the finding is about
//! the quotes alone, and the row around them is whole.

use crate::{
    diagnostic::{Code, Diagnostic},
    source::{FileId, Range},
};

/// Marks that people take for quotes, and what closes them.
const LOOK_ALIKES: [(char, &str); 8] =
    [('\'', "'’"), ('‘', "’'‘"), ('’', "’'"), ('`', "`´'"), ('『', "』"), ('《', "》"), ('〈', "〉"), ('【', "】")];

/// The quotes of the language, and the full-width form that looks like one of them.
const QUOTES: [char; 6] = ['"', '“', '”', '「', '」', '＂'];

/// How far a line is searched, in bytes. Longer texts are rare, and a line may be a whole file of marks.
const REACH: usize = 4096;

/// What closes a text that begins with this mark.
fn closing(quote: char) -> char {
    match quote {
        '“' | '”' => '”',
        '「' | '」' => '」',
        _ => '"',
    }
}

/// Where the text ends that begins at `start` with a mark that is no quote or is not closed by its own kind: behind the
/// mark that was meant to close it. `None` where the line has none.
pub(super) fn meant_end(text: &str, start: usize) -> Option<usize> {
    let mut characters = line(text, start).char_indices();
    let (_, opening) = characters.next()?;
    let end = match LOOK_ALIKES.iter().find(|(mark, _)| *mark == opening) {
        Some((_, closing)) => characters.find(|(_, c)| closing.contains(*c)),
        None if QUOTES.contains(&opening) => unpaired(characters),
        None => None,
    };
    // A pair of quotes that yet make no text: "a""b.
    let end = end.filter(|&(_, closing)| (opening, closing) != ('"', '"'));
    end.map(|(at, closing)| start + at + closing.len_utf8())
}

/// Whether the text that begins at `start` is closed by its own kind of quote on its line, at `from` or behind.
pub(super) fn closes(text: &str, start: usize, from: usize) -> bool {
    let Some(opening) = text[start..].chars().next() else { return false };
    let rest = &text.as_bytes()[from..];
    let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    memchr::memmem::find(line, closing(opening).encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// The rest of the line, as far as it is looked at.
fn line(text: &str, start: usize) -> &str {
    let end = text.floor_char_boundary(start + REACH);
    let rest = text.get(start..end).unwrap_or("");
    &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())]
}

/// The first quote that does not belong to a pair inside: in `"建设“茶淀”示范区` there is none.
fn unpaired(characters: impl Iterator<Item = (usize, char)>) -> Option<(usize, char)> {
    let mut opened: Vec<(usize, char)> = Vec::new();
    for (at, character) in characters {
        let pair = opened.last().is_some_and(|&(_, opening)| closing(opening) == character);
        match character {
            '”' | '」' if pair => {
                opened.pop();
            }
            '“' | '「' => opened.push((at, character)),
            _ if QUOTES.contains(&character) => return Some((at, character)),
            _ => {}
        }
    }
    opened.into_iter().next()
}

/// Where a text most likely ends that begins at `start` and has no closing mark: before a comparison, before the `{`
/// that ends the line, else with the line.
pub(super) fn likely_end(text: &str, start: usize) -> usize {
    let line = line(text, start).trim_end();
    let content = line.strip_suffix(['{', '｛']).unwrap_or(line);
    let content = content.find(['>', '<', '≥', '≤', '＞', '＜']).map_or(content, |at| &content[..at]).trim_end();
    // The mark itself always belongs to the text.
    let mark = line.chars().next().map_or(0, char::len_utf8);
    start + content.len().max(mark)
}

/// The finding for a text that is not closed, with its most likely end.
pub(super) fn unclosed(file: FileId, text: &str, likely: Range) -> Diagnostic {
    let quote = text[likely.start as usize..].chars().next().unwrap_or('"');
    let mark = Range::new(likely.start, likely.start + quote.len_utf8() as u32);
    let end = Range::new(likely.end, likely.end).of(file);
    let closing = closing(quote).to_string();
    Diagnostic::new(Code::UnclosedText, mark.of(file))
        .with("quote", quote.to_string())
        .with("closing", closing.as_str())
        .also(1, end)
        .fix(end, closing)
}

/// The finding about the quotes around a text.
pub(super) fn wrong(file: FileId, text: &str, whole: Range) -> Diagnostic {
    let slice = &text[whole.start as usize..whole.end as usize];
    let [opening, closing] = [slice.chars().next(), slice.chars().next_back()].map(Option::unwrap_or_default);
    let content = &slice[opening.len_utf8()..slice.len() - closing.len_utf8()];
    let quoted = super::quoted(content);
    let first = Range::new(whole.start, whole.start + opening.len_utf8() as u32);
    let last = Range::new(whole.end - closing.len_utf8() as u32, whole.end);
    Diagnostic::new(Code::WrongQuotes, first.of(file))
        .with("opening", opening.to_string())
        .with("closing", closing.to_string())
        .with("right", quoted.as_str())
        .also(1, last.of(file))
        .fix(whole.of(file), quoted)
}

#[cfg(test)]
mod tests {
    use super::{likely_end, meant_end};

    #[track_caller]
    fn is_text(line: &str, meant: Option<&str>) {
        assert_eq!(meant_end(line, 0).map(|end| &line[..end]), meant);
    }

    #[test]
    fn the_mark_that_was_meant_to_close() {
        is_text("'研究报告' >= 1 份", Some("'研究报告'"));
        is_text("《研究报告》 >= 1 份", Some("《研究报告》"));
        is_text("“研究报告\" >= 1 份", Some("“研究报告\""));
        is_text("”研究报告” >= 1 份", Some("”研究报告”"));
        is_text("“研究报告“ >= 1 份", Some("“研究报告“"));
        is_text("\"建设“茶淀”示范区” 1 个", Some("\"建设“茶淀”示范区”"));
        is_text("＂研究报告＂ 1 份", Some("＂研究报告＂"));
        is_text("\"研究\"\"报告 1 份", None);
    }

    #[test]
    fn a_line_without_one() {
        is_text("\"建设“茶淀”示范区 1 个", None);
        is_text("'研究报告 >= 1 份\n'", None);
        is_text("#研究报告#", None);
    }

    #[test]
    fn the_likely_end_of_an_unclosed_text() {
        for (line, end) in [
            ("\"研究报告 >= 1 份\n", "\"研究报告"),
            ("\"知识产权经费 {  \n", "\"知识产权经费"),
            ("“明显提升", "“明显提升"),
            ("\"", "\""),
            ("\" {", "\""),
        ] {
            assert_eq!(&line[..likely_end(line, 0)], end);
        }
    }
}
