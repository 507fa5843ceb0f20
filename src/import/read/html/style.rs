//! As much of style sheets as decides what is shown: hidden elements, and blanks that are kept.
//!
//! Selectors are the name of an element, a class, or both (`td.xl65`), as Word and Excel write them; rules with others,
//! and those for certain media, are passed over.

use std::collections::HashMap;

/// What is said of an element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether it is hidden.
    pub hidden: Option<bool>,
    /// Whether blanks and line ends in it are kept.
    pub keeps: Option<bool>,
}

impl Look {
    /// What is said by both, the other before this one.
    pub(super) fn over(self, other: Self) -> Self {
        Self { hidden: self.hidden.or(other.hidden), keeps: self.keeps.or(other.keeps) }
    }

    /// What declarations say: `display:none; white-space:pre`.
    pub(super) fn declared(declarations: &str) -> Self {
        let mut look = Self::default();
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim(), value.split('!').next().unwrap_or_default().trim());
            if name.eq_ignore_ascii_case("display") {
                look.hidden = Some(value.eq_ignore_ascii_case("none"));
            } else if name.eq_ignore_ascii_case("white-space") {
                let value = value.to_ascii_lowercase();
                look.keeps = Some(value.starts_with("pre") || value == "break-spaces");
            }
        }
        look
    }
}

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: HashMap<String, Look>,
}

impl Sheet {
    /// Adds the rules of a style sheet.
    pub(super) fn add(&mut self, css: &str) {
        let css = without_comments(css);
        let mut rest = &*css;
        while let Some((selectors, behind)) = rest.split_once('{') {
            // A statement without a block may stand before: `@charset "utf-8";`
            let selectors = selectors.rsplit([';', '}']).next().unwrap_or_default().trim();
            let end = block_end(behind, selectors.starts_with('@'));
            let (block, after) = behind.split_at(end);
            if !selectors.starts_with('@') {
                self.add_rule(selectors, Look::declared(block));
            }
            rest = after.strip_prefix('}').unwrap_or(after);
        }
    }

    fn add_rule(&mut self, selectors: &str, look: Look) {
        if look == Look::default() {
            return;
        }
        for selector in selectors.split(',').map(str::trim) {
            let is_simple = selector.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
            if is_simple && !selector.is_empty() {
                let rule = self.rules.entry(key(selector)).or_default();
                *rule = look.over(*rule);
            }
        }
    }

    /// What the rules say of an element with these classes, blanks between them.
    pub(super) fn look(&self, name: &str, classes: &str) -> Look {
        let mut look = Look::default();
        if self.rules.is_empty() {
            return look;
        }
        let mut add = |selector: &str| look = self.rules.get(selector).map_or(look, |rule| rule.over(look));
        add(name);
        classes.split_ascii_whitespace().for_each(|class| add(&format!(".{class}")));
        classes.split_ascii_whitespace().for_each(|class| add(&format!("{name}.{class}")));
        look
    }
}

/// A selector with the name of the element in small letters; classes keep theirs.
fn key(selector: &str) -> String {
    match selector.split_once('.') {
        Some((name, class)) => format!("{}.{class}", name.to_ascii_lowercase()),
        None => selector.to_ascii_lowercase(),
    }
}

/// Where a block ends; one with blocks in it ends with the last of them.
fn block_end(text: &str, holds_blocks: bool) -> usize {
    let mut depth = 0_usize;
    let end = text.find(|c| {
        match c {
            '{' if holds_blocks => depth += 1,
            '}' if depth == 0 => return true,
            '}' => depth -= 1,
            _ => {}
        }
        false
    });
    end.unwrap_or(text.len())
}

/// The sheet without comments and without the signs that hide it from very old browsers.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    out.replace("<!--", "").replace("-->", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(css: &str) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.add(css);
        sheet
    }

    #[test]
    fn rules_by_name_and_class() {
        let sheet = sheet(
            "<!-- @charset \"utf-8\"; TH, td { white-space: pre-wrap } /* } */ .x{display:none!important}\n\
             @media print { td { display: none } .y { display: none } } p.x { display: block } -->",
        );
        let look = |hidden, keeps| Look { hidden, keeps };
        assert_eq!(sheet.look("td", ""), look(None, Some(true)));
        assert_eq!(sheet.look("td", "y x"), look(Some(true), Some(true)));
        assert_eq!(sheet.look("p", "x"), look(Some(false), None));
        assert_eq!(sheet.look("p", "X"), Look::default());
    }

    #[test]
    fn broken_sheets() {
        for css in ["{", "}", "a{", "@media{{{", "/*", "td{display:none", "a{}}b{display:none}"] {
            sheet(css).look("td", "");
        }
        assert_eq!(sheet("td{display:none").look("td", "").hidden, Some(true));
        assert_eq!(sheet("a{}}b{display:none}").look("b", "").hidden, Some(true));
    }

    #[test]
    fn our_own() {
        let sheet = sheet(include_str!("../../../table/html.css"));
        assert_eq!(sheet.look("td", "text").keeps, Some(true));
        assert_eq!(sheet.look("section", "").hidden, None);
    }
}
