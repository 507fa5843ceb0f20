//! The published document with the three tables, as a converter left it.

use super::readers::Form;

const TEXT: &str = include_str!("../../fixtures/seed.txt");

/// The tables of the document. A cell is a line behind a tab; a line without one ends a row of cells. A first cell that
/// is blank is the lower part of the one above.
pub fn forms() -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut row = Vec::new();
    for line in TEXT.lines().chain([""]) {
        if let Some(cell) = line.strip_prefix('\t') {
            row.push(if cell == " " { String::new() } else { cell.to_owned() });
            continue;
        }
        if let Some(form) = forms.last_mut().filter(|_| !row.is_empty()) {
            match form.before.is_empty() {
                true => form.before = std::mem::take(&mut row),
                false => form.push_merged(std::mem::take(&mut row)),
            }
        }
        if let Some((_, title)) = line.split_once("[bookmark: ") {
            let title = title.split_once(']').unwrap().1.to_owned();
            forms.push(Form { title, ..Form::default() });
        }
    }
    forms
}

#[test]
fn the_document_is_read_whole() {
    let forms = forms();
    let rows: Vec<usize> = forms.iter().map(|form| form.rows.len()).collect();
    assert_eq!(rows, [5 + 23, 5 + 6, 5 + 6]);
    assert_eq!(forms[0].before, ["610101天津市滨海新区知识产权局", "单位：元"]);
    let heads = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"];
    for form in &forms {
        assert_eq!(form.rows[1][3], "其中：财政    资金");
        assert_eq!(form.rows[4], heads);
    }
}
