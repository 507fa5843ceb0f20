//! Tables that are long, narrow, empty or odd.

use perfc::table::{Ambiguous, Format, Options, Table};
use unicode_width::UnicodeWidthStr;

use super::{
    readers::{from_csv, from_html, from_markdown, from_table, from_text},
    rendered, tables, text_of,
};

/// A project with these rows.
fn project(rows: &[&str]) -> String {
    format!("project \"甲\" {{ budget 1 元\n{}\n}}", rows.join("\n"))
}

/// Each line of the drawing is as wide as the others and not too wide; answers the width.
fn assert_even(text: &str, most: usize) -> usize {
    let drawn: Vec<usize> =
        text.lines().filter(|line| line.starts_with(['┌', '│', '├', '└'])).map(UnicodeWidthStr::width).collect();
    assert!(drawn.iter().all(|width| *width == drawn[0]), "{text}");
    assert!(text.lines().all(|line| line.width() <= most), "{text}");
    drawn[0]
}

/// All formats have these rows of indicators.
fn assert_rows(source: &str, rows: usize) {
    let expected = rows + 5;
    assert_eq!(from_table(&tables(source)[0]).rows.len(), expected);
    assert_eq!(from_text(&rendered(source, Format::Text, 1000))[0].rows.len(), expected);
    assert_eq!(from_csv(&rendered(source, Format::Csv, 0))[0].rows.len(), expected);
    assert_eq!(from_html(&rendered(source, Format::Html, 0))[0].rows.len(), expected);
    assert_eq!(from_markdown(&rendered(source, Format::Markdown, 0))[0].rows.len(), expected);
}

#[test]
fn sixty_rows_one_row_none() {
    let rows: Vec<String> = (0..60).map(|at| format!("quantity \"指标{at}\" >= {at} 个")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    for count in [60, 1, 0] {
        let source = project(&rows[..count]);
        assert_rows(&source, count);
        assert_even(&rendered(&source, Format::Text, 100), 100);
    }
}

#[test]
fn no_tables() {
    for format in Format::ALL.iter().copied().filter(|format| format.is_text()) {
        let document = text_of(format, &[], &Options::default());
        assert!(matches!(format, Format::Html) || document.trim_start_matches('\u{FEFF}').is_empty());
    }
}

#[test]
fn tables_without_rows() {
    let table = Table { title: "甲".to_owned(), ..Table::default() };
    for format in Format::ALL.iter().copied().filter(|format| format.is_text()) {
        assert!(text_of(format, std::slice::from_ref(&table), &Options::default()).contains('甲'));
    }
}

#[test]
fn nothing_but_a_name() {
    assert_rows("project \"甲\" {}", 0);
    assert_even(&rendered("project \"甲\" {}", Format::Text, 100), 100);
}

/// Of less than it needs, the table takes what it needs.
#[test]
fn narrow() {
    let source = project(&["quantity \"支撑服务知识产权保护工作站\" >= 1020000.00 家", "clients \"满意度\" >= 90%"]);
    assert_eq!(assert_even(&rendered(&source, Format::Text, 40), 40), 40);
    for width in [0, 1, 21, 22] {
        assert_eq!(assert_even(&rendered(&source, Format::Text, width), 22), 22);
    }
}

#[test]
fn long_names_without_a_place_to_break() {
    let name = "Wissensallmendeverordnungsentwurf".repeat(9);
    let source = project(&[&format!("quantity \"{name}\" >= 1 个")]);
    for width in [40, 80, 120] {
        let text = rendered(&source, Format::Text, width);
        assert_even(&text, width);
        assert_eq!(from_text(&text)[0].rows[5][2], name);
    }
}

#[test]
fn a_merged_cell_that_is_higher_than_its_rows() {
    let standard = format!("standard own {{ level a \"{}\" {{ category b \"类\" }} }}\n", "很长的一级指标".repeat(9));
    let source = format!("{standard}{}", project(&["b \"甲\" 1 个", "b \"乙\" 1 个"]));
    let text = rendered(&source, Format::Text, 60);
    assert_even(&text, 60);
    let rows = &from_text(&text)[0].rows;
    assert_eq!(rows[5][0], "很长的一级指标".repeat(9));
    assert_eq!(rows[6][0], rows[5][0]);
}

#[test]
fn characters_of_all_widths() {
    let odd = "ＡＢＣabc１２３123👨‍👩‍👧‍👦🇨🇳👍🏽é★①·“引”…①ｱﾞ한국어🈚⸻";
    let source = project(&[&format!("quantity \"{odd}\" >= 1 个 {{ describe \"{odd}{odd}\" }}")]);
    for width in 22..130 {
        assert_even(&rendered(&source, Format::Text, width), width);
    }
    let tables = tables(&source);
    for width in 22..130 {
        let text = text_of(Format::Text, &tables, &Options { width, ambiguous: Ambiguous::Wide });
        let drawn: Vec<usize> =
            text.lines().filter(|line| line.starts_with(['+', '|'])).map(UnicodeWidthStr::width_cjk).collect();
        assert!(drawn.iter().all(|other| *other == drawn[0] && *other <= width), "{text}");
    }
}

#[test]
fn signs_of_the_formats_are_texts() {
    let odd = "<b>&amp; |a| *b* _c_ `d` [e](f) ~~g~~ \\ \\| # ## &#65; <br> <!-- --> ]]> \"\" , ' $x$";
    let source = project(&[&format!("quantity \"{}\" 1 个", odd.replace('"', "\"\""))]);
    assert_eq!(from_csv(&rendered(&source, Format::Csv, 0))[0].rows[5][2], odd);
    assert_eq!(from_html(&rendered(&source, Format::Html, 0))[0].rows[5][2], odd);
    assert_eq!(from_markdown(&rendered(&source, Format::Markdown, 0))[0].rows[5][2], odd);
    assert_eq!(from_text(&rendered(&source, Format::Text, 500))[0].rows[5][2], odd);
}

/// Lines above the grid that would begin something in Markdown.
#[test]
fn lines_that_look_like_markdown() {
    for name in ["- 局", "1. 局", "12) 局", "# 局", "> 局", "=== 局", "* 局", "    局"] {
        let source = format!("org \"{name}\"\nproject \"甲\" {{}}");
        assert_eq!(from_markdown(&rendered(&source, Format::Markdown, 0))[0].before, [name]);
    }
}

#[test]
fn formulas_do_not_reach_spreadsheets() {
    let rows = ["quantity \"=HYPERLINK(1)\" = 22 个", "quantity \"@a\" -5%", "quality \"率\" is \"+1+1\""];
    let form = &from_csv(&rendered(&project(&rows), Format::Csv, 0))[0];
    assert_eq!(form.rows[5][2..5], ["'=HYPERLINK(1)", "'=HYPERLINK(1)", "'=22个"]);
    assert_eq!(form.rows[6][2..5], ["'@a", "'@a", "-5%"]);
    assert_eq!(form.rows[7][4], "'+1+1");
}
