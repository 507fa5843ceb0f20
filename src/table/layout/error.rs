//! Why a text is no form, in both languages.

use std::{error::Error, fmt};

use super::check::{MOST_COLUMNS, PLACES};
use crate::{
    diagnostic::{Lang, Text},
    table::look::ODD_SIZE,
};

/// Why a text is no form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutError {
    /// It is no JSON, or lacks something, or has too much.
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
        /// What the reader of JSON says.
        reason: String,
        /// Whether it is JSON, but no form.
        is_json: bool,
    },
    /// The cells of this row above the indicators, counted from 1, do not fill the columns that cells from above leave;
    /// or such a cell reaches down into the row where the indicators begin.
    UnevenRow(usize),
    /// The columns of the indicators, of which there must be one, do not fill the grid.
    UnevenIndicators,
    /// There is nothing to fill this place with.
    UnknownPlace(String),
    /// Below this row, counted from 1, there is no room for funds that the form does not name: two columns that no
    /// cell from above takes.
    NoRoomForFunds(usize),
    /// This column is merged, one to its left is not.
    MergedBehind(String),
    /// The grid has more columns than a document can have.
    TooManyColumns,
    /// This column of the grid, counted from 1, is 0 wide.
    NoWidth(usize),
    /// The margins leave no room for the form.
    NoRoomOnPage,
}

impl LayoutError {
    /// What is wrong, in one sentence without a point.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.in_chinese(),
            Lang::En => self.in_english(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Unreadable { line, column, reason, .. } => format!("line {line}, column {column}: {reason}"),
            Self::UnevenRow(row) => format!("the cells of row {row} do not fill the columns"),
            Self::UnevenIndicators => "the columns of the indicators do not fill the columns of the form".to_owned(),
            Self::UnknownPlace(name) => format!("unknown place {{{name}}}; there are {}", listed(&PLACES, ", ")),
            Self::NoRoomForFunds(row) => {
                format!("no room for further funds below row {row}: two columns there must be free")
            }
            Self::MergedBehind(name) => format!("column {name} is merged, a column to its left is not"),
            Self::TooManyColumns => format!("a form has {MOST_COLUMNS} columns at the most"),
            Self::NoWidth(column) => format!("column {column} is 0 wide"),
            Self::NoRoomOnPage => "the margins leave no room for the form".to_owned(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::Unreadable { line, column, reason, is_json } => {
                let reason = if *is_json { chinese(reason) } else { format!("不是正确的 JSON（{reason}）") };
                format!("第 {line} 行第 {column} 个字：{reason}")
            }
            Self::UnevenRow(row) => format!("第 {row} 行的单元格没有正好占满各列"),
            Self::UnevenIndicators => "指标各栏没有正好占满表格的各列".to_owned(),
            Self::UnknownPlace(name) => format!("不认识 {{{name}}}；可以是：{}", listed(&PLACES, "、")),
            Self::NoRoomForFunds(row) => format!("第 {row} 行下面放不下其他资金来源：那里至少要空出相邻的两列"),
            Self::MergedBehind(name) => format!("“{name}”一栏合并单元格，而它左边有不合并的栏"),
            Self::TooManyColumns => format!("表格最多 {MOST_COLUMNS} 列"),
            Self::NoWidth(column) => format!("第 {column} 列的宽度是 0"),
            Self::NoRoomOnPage => "页边距太大，放不下表格".to_owned(),
        }
    }
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_english())
    }
}

impl Error for LayoutError {}

/// `{number}, {project}`
fn listed(places: &[&str], joint: &str) -> String {
    places.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(joint)
}

/// What a reader of JSON says, with its place in characters.
pub(super) fn unreadable(json: &str, error: &serde_json::Error) -> LayoutError {
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(&*said, |(reason, _)| reason).to_owned();
    let before = json.lines().nth(error.line().saturating_sub(1)).map_or(&[][..], |line| {
        let bytes = line.as_bytes();
        &bytes[..error.column().saturating_sub(1).min(bytes.len())]
    });
    LayoutError::Unreadable {
        line: error.line(),
        column: String::from_utf8_lossy(before).chars().count() + 1,
        reason,
        is_json: error.is_data(),
    }
}

/// How the reader of JSON begins what it says, and the same in Chinese.
const REASONS: [Text; 7] = [
    Text { zh: "不认识字段", en: "unknown field " },
    Text { zh: "不认识", en: "unknown variant " },
    Text { zh: "缺少字段", en: "missing field " },
    Text { zh: "字段写了两次：", en: "duplicate field " },
    Text { zh: "类型不对：", en: "invalid type: " },
    Text { zh: "取值不对：", en: "invalid value: " },
    Text { zh: "个数不对：", en: "invalid length " },
];

/// Words in what it says, and the same in Chinese; longer ones first.
const WORDS: [Text; 17] = [
    Text { zh: "；应为 ", en: ", expected one of " },
    Text { zh: "；应为 ", en: ", expected " },
    Text { zh: "没有任何字段", en: "there are no fields" },
    Text { zh: "小数 ", en: "floating point " },
    Text { zh: "整数 ", en: "integer " },
    Text { zh: "真假值 ", en: "boolean " },
    Text { zh: "文字", en: "a string" },
    Text { zh: "文字 ", en: "string " },
    Text { zh: "列表", en: "a sequence" },
    Text { zh: "列表", en: "sequence" },
    Text { zh: "对象", en: "map" },
    Text { zh: "true 或 false", en: "a boolean" },
    Text { zh: "非负整数", en: "usize" },
    Text { zh: "非负整数", en: "u16" },
    Text { zh: "数", en: "f64" },
    Text { zh: "对象 ", en: "struct " },
    Text { zh: "文字或对象 ", en: "enum " },
];

/// What the reader of JSON says of a text that is JSON but no form, in Chinese. What is quoted from the text stays.
fn chinese(reason: &str) -> String {
    if reason == ODD_SIZE {
        return "字号是 5 到 72 之间的磅数，可以是整数或带 0.5".to_owned();
    }
    let known = REASONS.iter().find_map(|known| Some((known.zh, reason.strip_prefix(known.en)?)));
    let Some((begin, rest)) = known else { return reason.to_owned() };
    let mut text = begin.to_owned();
    // Every second piece is quoted.
    for (at, piece) in rest.split('`').enumerate() {
        if at % 2 == 1 {
            text.extend(["“", piece, "”"]);
        } else {
            text.push_str(&translated(piece));
        }
    }
    text
}

fn translated(piece: &str) -> String {
    match piece {
        ", " | " or " => return "、".to_owned(),
        _ => {}
    }
    WORDS.iter().fold(piece.to_owned(), |text, word| text.replace(word.en, word.zh))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Layout;

    fn told(json: &str) -> String {
        let error = Layout::read(json).unwrap_err();
        format!("{}\n{}", error.message(Lang::Zh), error.message(Lang::En))
    }

    #[test]
    fn reasons_are_told_in_both_languages() {
        assert_eq!(
            told("{\n  \"名\": 1}"),
            "第 2 行第 5 个字：不认识字段“名”；应为 “id”、“names”、“look”、“title”、“before”、“columns”、“head”、“indicators”、“foot”\n\
             line 2, column 5: unknown field `名`, expected one of `id`, `names`, `look`, `title`, `before`, `columns`, \
             `head`, `indicators`, `foot`"
        );
        assert_eq!(
            told(r#"{"id": 1}"#),
            "第 1 行第 8 个字：类型不对：整数 “1”；应为 文字\nline 1, column 8: invalid type: integer `1`, expected a string"
        );
        assert_eq!(
            told(r#"{"id": "a""#),
            "第 1 行第 10 个字：不是正确的 JSON（EOF while parsing an object）\n\
             line 1, column 10: EOF while parsing an object"
        );
        assert!(told("{}").starts_with("第 1 行第 2 个字：缺少字段“id”\n"));
        let look = |look: &str| told(&format!(r#"{{"id": "x", "look": {look}}}"#));
        assert!(look(r#"{"title": {"font": "黑体", "size": 1}}"#).contains("字号是 5 到 72 之间的磅数"));
        assert!(look(r#"{"page": "wide"}"#).contains("不认识“wide”；应为 “portrait”、“landscape”\n"));
        assert!(look(r#"{"margins": {"top": -1}}"#).contains("取值不对：整数 “-1”；应为 非负整数\n"));
    }

    #[test]
    fn every_reason_has_its_chinese() {
        let errors = [
            LayoutError::UnevenRow(2),
            LayoutError::UnevenIndicators,
            LayoutError::UnknownPlace("ort".to_owned()),
            LayoutError::NoRoomForFunds(3),
            LayoutError::MergedBehind("三级指标".to_owned()),
            LayoutError::TooManyColumns,
            LayoutError::NoWidth(4),
            LayoutError::NoRoomOnPage,
        ];
        for error in errors {
            assert!(error.message(Lang::En).is_ascii() || matches!(error, LayoutError::MergedBehind(_)));
            assert!(!error.message(Lang::Zh).is_ascii());
        }
    }
}
