//! Texts: web pages and CSV among them.

use super::{super::read::delimiter, Kind};
use crate::source::{Decoded, decode};

/// Elements that a web page or a piece of one begins with.
const ELEMENTS: [&str; 36] = [
    "html", "head", "body", "meta", "title", "style", "script", "link", "base", "noscript", "table", "caption",
    "thead", "tbody", "tr", "div", "p", "span", "font", "center", "section", "article", "main", "header", "nav",
    "form", "h1", "h2", "h3", "h4", "ul", "ol", "b", "strong", "br", "pre",
];

/// The format of the begin of a text; nothing where it is no text, or one in a format that is not read.
pub(super) fn detect(sample: &[u8]) -> Option<Kind> {
    let text = text(sample)?;
    let begin = text.trim_start();
    if begin.is_empty() {
        return None;
    }
    if begin.starts_with("{\\rtf") || is_mail(begin) {
        return None;
    }
    match element(begin) {
        Begin::Page => Some(Kind::Html),
        Begin::Other => None,
        Begin::Text => Some(if !is_drawn(begin) && delimiter(&text).is_some() { Kind::Csv } else { Kind::Text }),
    }
}

/// The text, if the bytes are one. The sample may end in the middle of a character.
fn text(sample: &[u8]) -> Option<String> {
    let ends = (0..4).filter_map(|cut| sample.get(..sample.len().checked_sub(cut)?));
    let decoded = ends.map(|bytes| decode(bytes.to_vec()));
    let mut damaged = None;
    for decoded in decoded {
        if decoded.damaged.is_none() {
            return is_text(&decoded).then_some(decoded.text);
        }
        damaged = damaged.or(Some(decoded));
    }
    damaged.filter(is_text).map(|decoded| decoded.text)
}

/// Whether there is hardly a character that no text has.
fn is_text(decoded: &Decoded) -> bool {
    let is_odd = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}'))
    };
    let odd = decoded.text.chars().filter(is_odd).count();
    !decoded.text.contains('\0') && odd * 50 <= decoded.text.len()
}

/// Web pages in one file, which are mail.
fn is_mail(begin: &str) -> bool {
    let head: Vec<String> =
        begin.lines().take(30).take_while(|line| !line.is_empty()).map(str::to_ascii_lowercase).collect();
    let has = |name: &str| head.iter().any(|line| line.starts_with(name));
    has("mime-version:") && has("content-type:")
}

/// Tables drawn with lines, in which signs that are delimiters elsewhere are texts.
fn is_drawn(begin: &str) -> bool {
    begin.lines().any(|line| line.trim_start().starts_with(['┌', '├', '╔', '┏']) || is_rule(line.trim()))
}

/// `+---+--+`, `|---|:-:|`
fn is_rule(line: &str) -> bool {
    let is_framed = |sign| line.len() > 2 && line.starts_with(sign) && line.ends_with(sign);
    (is_framed('+') || is_framed('|'))
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '+' | '-' | '|' | ':' | '=' | ' '))
}

/// What a text begins with.
enum Begin {
    /// A web page.
    Page,
    /// XML of another sort.
    Other,
    /// Neither.
    Text,
}

/// What stands behind comments and declarations.
fn element(text: &str) -> Begin {
    let mut rest = text;
    let mut is_xml = false;
    loop {
        rest = rest.trim_start().trim_start_matches('\u{FEFF}');
        let lower: String = rest.chars().take(16).map(|c| c.to_ascii_lowercase()).collect();
        if lower.starts_with("<!doctype html") {
            return Begin::Page;
        }
        let end = match () {
            () if lower.starts_with("<!--") => "-->",
            () if lower.starts_with("<!") || lower.starts_with("<?") => ">",
            () => break,
        };
        is_xml |= lower.starts_with("<?xml");
        rest = rest.split_once(end).map_or("", |(_, behind)| behind);
    }
    let name = rest.strip_prefix('<').map(|tag| tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(""));
    match name {
        Some(name) if is_xml && !name.eq_ignore_ascii_case("html") => Begin::Other,
        Some(name) if ELEMENTS.iter().any(|known| known.eq_ignore_ascii_case(name)) => Begin::Page,
        _ => Begin::Text,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::*;

    #[test]
    fn web_pages() {
        for page in [
            "<!DOCTYPE html><p>a",
            "\u{FEFF}\n <!-- saved from url=(0014)about:internet -->\n<HTML>",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<html>",
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\nxmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
            "<table border=1><tr><td>a",
            "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">",
        ] {
            assert_eq!(detect(page.as_bytes()), Some(Kind::Html), "{page}");
        }
        assert_eq!(detect(&GB18030.encode("<html><title>绩效目标表</title>").0), Some(Kind::Html));
    }

    #[test]
    fn other_markup() {
        for text in [
            "{\\rtf1\\ansi\\ansicpg936",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n<html>",
            "From: <Saved by Blink>\nSnapshot-Content-Location: http://x\nMIME-Version: 1.0\nContent-Type: multipart/related\n",
            "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook>",
            " \n\t\n",
        ] {
            assert_eq!(detect(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn csv_and_text() {
        for csv in ["\u{FEFF}标题,,\r\n一级,二级,值\r\n", "一级\t二级\n产出\t数量\n", "a;b\nc;d\n"] {
            assert_eq!(detect(csv.as_bytes()), Some(Kind::Csv), "{csv}");
        }
        for text in [
            "标题\n\t甲\n\t乙\n\n\t丙\n\t丁\n",
            "## 标题\n\n| a | b |\n| --- | --- |\n| c,d | e,f |\n| c,d | e,f |\n",
            "┌─┬─┐\n│a,│b│\n├─┼─┤\n│a,│b│\n└─┴─┘\n",
            "绩效目标：提高服务质量，满意度 >= 90%。\n",
            "project \"甲\" {}\n",
            "< 90%\n",
        ] {
            assert_eq!(detect(text.as_bytes()), Some(Kind::Text), "{text}");
        }
        let utf16: Vec<u8> = "\u{FEFF}绩效\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(detect(&utf16), Some(Kind::Text));
        assert_eq!(detect(&GB18030.encode("绩效目标").0), Some(Kind::Text));
        assert_eq!(detect(&GB18030.encode("绩效目标").0[..7]), Some(Kind::Text));
    }
}
