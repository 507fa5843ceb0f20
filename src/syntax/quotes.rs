//! Quotes that do not make a text: '…', 《…》, or “ closed by another kind.
//!
//! What was meant is clear as long as the line has a second mark, so the text is read all the same: the finding is about
//! the quotes alone, and the row around them is whole.

use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    source::{FileId, LINE_ENDS, Range, first_line, indent},
    words::{Keyword, folded},
};

/// Marks that people take for quotes, and what closes them.
pub(super) const LOOK_ALIKES: [(char, &[char]); 8] = [
    ('\'', &['\'', '’']),
    ('‘', &['’', '\'', '‘']),
    ('’', &['’', '\'']),
    ('`', &['`', '´', '\'']),
    ('『', &['』']),
    ('《', &['》']),
    ('〈', &['〉']),
    ('【', &['】']),
];

/// The quotes of the language, and the full-width form that looks like one of them.
pub(super) const QUOTES: [char; 6] = ['"', '“', '”', '「', '」', '＂'];

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
        Some((_, closing)) => characters.find(|(_, c)| closing.contains(c)),
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
    let line = &rest[..memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())];
    memchr::memmem::find(line, closing(opening).encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// Whether the mark at `start`, which begins no text, ends one whose opening quote is missing: it stands right behind
/// something, and nothing of a text stands right behind it.
pub(super) fn ends_text(text: &str, start: usize) -> bool {
    let mut rest = text[start..].chars();
    let (mark, next) = (rest.next(), rest.next());
    let touches = text[..start].chars().next_back().is_some_and(|before| !is_gap(before));
    touches
        && match mark {
            Some('”' | '」') => true,
            Some('"') => next.is_none_or(|next| is_gap(next) || "><=≥≤＞＜＝".contains(next)),
            _ => false,
        }
}

/// Whether a character stands between texts and what is around them.
fn is_gap(character: char) -> bool {
    super::is_blank(character) || matches!(character, '\n' | '\r' | '{' | '｛' | '}' | '｝' | ';' | '；')
}

/// How many lines are searched for the end of a text.
const LINES: usize = 20;

/// Where a text ends that begins at `start` and goes on over the end of its line. `None` where that is not likely: the
/// first quote further down begins a text of its own, or there is a brace before it.
pub(super) fn end_over_lines(text: &str, start: usize) -> Option<usize> {
    let end = text.floor_char_boundary(start + REACH);
    let mut characters = text.get(start..end)?.char_indices();
    let (_, opening) = characters.next().filter(|(_, mark)| matches!(mark, '"' | '“' | '「'))?;
    let (mut lines, mut depth) = (1, 1);
    let ends_line = |at: usize, end: char| end == '\n' || !text[start + at..].starts_with("\r\n");
    for (at, character) in characters {
        match character {
            '{' | '}' | '｛' | '｝' => return None,
            '\n' | '\r' if lines == LINES => return None,
            '\n' | '\r' if ends_line(at, character) => lines += 1,
            _ if character == closing(opening) => depth -= 1,
            _ if character == opening => depth += 1,
            _ => {}
        }
        if depth == 0 {
            let is_end = lines > 1 && (opening != '"' || ends_text(text, start + at));
            return is_end.then_some(start + at + character.len_utf8());
        }
    }
    None
}

/// The sentence without quotes that begins at `start`, a colon before it left out, up to the end of its line, a comment or
/// the next statement. `None` where the line holds quotes or a block, or goes on for too long.
pub(super) fn bare(text: &str, start: usize) -> Option<Range> {
    let rest = line(text, start);
    let ends = start + rest.len() == text.len() || text[start + rest.len()..].starts_with(LINE_ENDS);
    let sentence = rest.strip_prefix([':', '：']).unwrap_or(rest).trim_start_matches(super::is_blank);
    let begin = start + rest.len() - sentence.len();
    let sentence =
        ["//", "／／", "/*"].iter().filter_map(|mark| sentence.find(mark)).min().map_or(sentence, |at| &sentence[..at]);
    let next = sentence.match_indices([';', '；']).find(|(at, mark)| begins_statement(&sentence[at + mark.len()..]));
    let sentence = next.map_or(sentence, |(at, _)| &sentence[..at]).trim_end_matches(super::is_blank);
    let has_marks = sentence.contains(QUOTES) || sentence.contains(['{', '}', '｛', '｝']);
    let looks_quoted = super::unquoted(sentence).len() < sentence.len();
    let is_sentence = ends && !sentence.is_empty() && !has_marks && !looks_quoted;
    is_sentence.then(|| Range::new(begin as u32, (begin + sentence.len()) as u32))
}

/// Whether a text begins with a keyword that stands alone.
fn begins_statement(text: &str) -> bool {
    let text = text.trim_start_matches(super::is_blank);
    let word = text.split(|c: char| super::is_blank(c) || "\"“「:：".contains(c)).next().unwrap_or_default();
    Keyword::find(&folded(word)).is_some()
}

/// The rest of the line, as far as it is looked at.
fn line(text: &str, start: usize) -> &str {
    let end = text.floor_char_boundary(start + REACH);
    let rest = text.get(start..end).unwrap_or("");
    first_line(rest)
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
        .fix(Fix::guess(end, closing))
}

/// The finding for a quote without one before it.
fn lone(file: FileId, text: &str, mark: Range) -> (Diagnostic, &'static str) {
    let quote = &text[mark.start as usize..mark.end as usize];
    let opening = match quote {
        "”" => "“",
        "」" => "「",
        _ => "\"",
    };
    let finding = Diagnostic::new(Code::UnclosedText, mark.of(file)).with("quote", quote).with("opening", opening);
    (finding.label(2), opening)
}

/// The finding for a text that ends with a quote and begins without.
pub(super) fn unopened(file: FileId, text: &str, whole: Range) -> Diagnostic {
    let quote = text[..whole.end as usize].chars().next_back().unwrap_or('"');
    let begin = Range::new(whole.start, whole.start).of(file);
    let (finding, opening) = lone(file, text, Range::new(whole.end - quote.len_utf8() as u32, whole.end));
    finding.also(3, begin).help(1).fix(Fix::guess(begin, opening))
}

/// The finding for a quote behind a value. Between the digits of what would become one number, taking it away is a guess.
pub(super) fn extra(file: FileId, text: &str, mark: Range) -> Diagnostic {
    let is_digit = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '．' | '，');
    let is_within = text[..mark.start as usize].ends_with(is_digit) && text[mark.end as usize..].starts_with(is_digit);
    lone(file, text, mark).0.help(3).fix(Fix::safe_if(!is_within, mark.of(file), ""))
}

/// The finding for a text over several lines. Where its statement takes a block of texts, the repair is one text a
/// line.
pub(super) fn over_lines(file: FileId, text: &str, whole: Range, repair: Option<Lines>) -> Diagnostic {
    let slice = &text[whole.start as usize..whole.end as usize];
    let [opening, closing] = [slice.chars().next(), slice.chars().next_back()].map(Option::unwrap_or_default);
    let first = Range::new(whole.start, whole.start + opening.len_utf8() as u32);
    let last = Range::new(whole.end - closing.len_utf8() as u32, whole.end);
    let finding = Diagnostic::new(Code::UnclosedText, first.of(file)).label(4).also(5, last.of(file)).help(2);
    let content = &slice[opening.len_utf8()..slice.len() - closing.len_utf8()];
    let texts: Vec<String> = content
        .split(LINE_ENDS)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| format!("{opening}{line}{closing}"))
        .collect();
    let indent = || indent(text, whole.start);
    match (texts.as_slice(), repair) {
        ([only], _) => finding.fix(Fix::guess(whole.of(file), only.as_str())),
        (texts, None) if !texts.is_empty() => {
            let joined: String = content.split(LINE_ENDS).map(str::trim).collect();
            finding.fix(Fix::guess(whole.of(file), format!("{opening}{joined}{closing}")))
        }
        ([], _) | (_, None) => finding,
        (_, Some(Lines::Bare)) => finding.fix(Fix::guess(whole.of(file), texts.join(&format!("\n{}", indent())))),
        (_, Some(Lines::InBlock)) => {
            let outer = indent();
            let lines: String = texts.iter().map(|text| format!("\n{outer}    {text}")).collect();
            finding.fix(Fix::guess(whole.of(file), format!("{{{lines}\n{outer}}}")))
        }
    }
}

/// How a text of several lines becomes several texts.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lines {
    /// They stand in a block already.
    Bare,
    /// They need one.
    InBlock,
}

/// The finding about the quotes around a text.
pub(super) fn wrong(file: FileId, text: &str, whole: Range) -> Diagnostic {
    let slice = &text[whole.start as usize..whole.end as usize];
    let [opening, closing] = [slice.chars().next(), slice.chars().next_back()].map(Option::unwrap_or_default);
    let content = &slice[opening.len_utf8()..slice.len() - closing.len_utf8()];
    let quoted = super::quoted(content);
    let first = Range::new(whole.start, whole.start + opening.len_utf8() as u32);
    let last = Range::new(whole.end - closing.len_utf8() as u32, whole.end);
    // Where more marks follow on the line, the text may end with another: 'people's visits'.
    let is_mark = |c: char| QUOTES.contains(&c) || LOOK_ALIKES.iter().any(|(mark, end)| *mark == c || end.contains(&c));
    let is_certain = !line(text, whole.end as usize).contains(is_mark);
    Diagnostic::new(Code::WrongQuotes, first.of(file))
        .with("opening", opening.to_string())
        .with("closing", closing.to_string())
        .with("right", quoted.as_str())
        .also(1, last.of(file))
        .fix(Fix::safe_if(is_certain, whole.of(file), quoted))
}

#[cfg(test)]
mod tests {
    use super::{end_over_lines, ends_text, likely_end, meant_end};

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
    fn a_quote_that_only_ends_a_text() {
        for (text, ends) in [
            ("食堂” ≥24家", true),
            ("食堂”≥24家", true),
            ("better\"", true),
            ("food\" >= 2", true),
            ("数量 ”食堂", false),
            ("数量\"食堂", false),
        ] {
            assert_eq!(ends_text(text, text.find(['”', '"']).unwrap()), ends, "{text}");
        }
    }

    #[test]
    fn a_text_over_lines() {
        for (text, end) in [
            ("“提高。\n  健全。”\n用途 “b”", Some("“提高。\n  健全。”")),
            ("“推动“茶淀”\n健全。” ", Some("“推动“茶淀”\n健全。”")),
            ("\"提高。\n健全。\"\n", Some("\"提高。\n健全。\"")),
            ("\"提高。\n用途 \"b\"\n", None),
            ("“提高。\n用途 “b”\n", None),
            ("“提高。\n}\n用途 b”\n", None),
        ] {
            assert_eq!(end_over_lines(text, 0).map(|end| &text[..end]), end, "{text}");
        }
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
