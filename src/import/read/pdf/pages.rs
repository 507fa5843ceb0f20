//! Pages become one text: a table goes on from one to the next, what heads or ends each page being left out.

use super::{area::NEAR, page::Part, text::Line};

/// The parts of all pages, in order.
pub(super) fn join(pages: Vec<Vec<Part>>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut before = Edges::default();
    for mut page in pages {
        drop_rules(&mut page);
        drop_numbers(&mut page);
        let edges = Edges::of(&page);
        let (top, bottom) = before.same(&edges);
        let end = parts.len().saturating_sub(usize::from(bottom));
        let begin = usize::from(top);
        if let (Some(Part::Table(above)), Some(Part::Table(next))) = (table(&mut parts, end), page.get(begin))
            && above.goes_on(next)
        {
            page.drain(..begin);
            if let Part::Table(next) = page.remove(0) {
                above.add(next);
            }
            parts.truncate(end);
        }
        parts.extend(page);
        before = edges;
    }
    parts
}

/// The part before a place.
fn table(parts: &mut [Part], end: usize) -> Option<&mut Part> {
    parts.get_mut(end.checked_sub(1)?)
}

/// The lines at the top and at the bottom of a page, if they stand outside of tables.
#[derive(Default)]
struct Edges {
    top: Option<(String, i32)>,
    bottom: Option<(String, i32)>,
}

impl Edges {
    fn of(page: &[Part]) -> Self {
        let line = |part| line(part).map(|line| (line.text(), line.area.top));
        Self { top: page.first().and_then(line), bottom: page.last().and_then(line) }
    }

    /// Whether the next page has the same lines at the same places.
    fn same(&self, next: &Self) -> (bool, bool) {
        let is_same = |one: &Option<(String, i32)>, other: &Option<(String, i32)>| match (one, other) {
            (Some((one, at)), Some((other, place))) => one == other && (at - place).abs() <= NEAR,
            _ => false,
        };
        (is_same(&self.top, &next.top), is_same(&self.bottom, &next.bottom))
    }
}

fn line(part: &Part) -> Option<&Line> {
    match part {
        Part::Line(line) => Some(line),
        Part::Rule | Part::Table(_) => None,
    }
}

/// Drops the rules that part the page from what heads and ends it.
fn drop_rules(page: &mut Vec<Part>) {
    let tables = page.iter().any(|part| matches!(part, Part::Table(_)));
    page.retain(|part| !tables || !matches!(part, Part::Rule));
}

/// Drops the number of the page.
fn drop_numbers(page: &mut Vec<Part>) {
    let is_number = |part: Option<&Part>| part.and_then(line).is_some_and(|line| is_page_number(&line.text()));
    if is_number(page.last()) {
        page.pop();
    }
    if is_number(page.first()) {
        page.remove(0);
    }
}

/// `第 1 页 共 4 页`, `- 1 -`, `1/4`, `Page 1 of 4`
fn is_page_number(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let rest: String = text.chars().filter(|c| !is_digit(*c) && !c.is_whitespace()).collect();
    let rest = ["Page", "page", "of"].iter().fold(rest, |rest, word| rest.replace(word, ""));
    let is_sign = |c: char| matches!(c, '第' | '页' | '共' | '，' | ',' | '/' | '-' | '—' | '–' | '·' | '.' | '|');
    text.contains(is_digit) && rest.chars().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn numbers_of_pages() {
        for text in ["1", "第 1 页\u{3000}共 4 页", "- 12 -", "—1—", "1/4", "Page 1 of 4"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "—", "第页", "2026年", "单位：1", "（1）"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
