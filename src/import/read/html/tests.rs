use super::{
    super::super::document::{Block, Cell, Excess},
    *,
};

/// Paragraphs as they are, grids as rows of `row:column text`, with the size behind the place of larger cells.
fn told(page: &str) -> Vec<Vec<String>> {
    let cell = |Cell { row, column, rows, columns, text, .. }| match (rows, columns) {
        (1, 1) => format!("{row}:{column} {text}"),
        _ => format!("{row}:{column} {rows}x{columns} {text}"),
    };
    let block = |block| match block {
        Block::Paragraph(line) => vec![line],
        Block::Grid(grid) => grid.cells.into_iter().map(cell).collect(),
    };
    read(page.as_bytes()).unwrap().blocks.into_iter().map(block).collect()
}

#[test]
fn paragraphs_and_tables_in_order() {
    let page = "<!DOCTYPE html><html><head><title>x</title></head><body>\n<h1> 甲  表 </h1>单位：<b>元</b><br>2026年\n\
                <table><caption>说明</caption><tr><th>一级<td>二级</table>备注<p>一<p>二</body></html>";
    let expected = [
        vec!["甲 表"],
        vec!["单位：元"],
        vec!["2026年"],
        vec!["说明"],
        vec!["0:0 一级", "0:1 二级"],
        vec!["备注"],
        vec!["一"],
        vec!["二"],
    ];
    assert_eq!(told(page), expected);
}

#[test]
fn cells_with_spans() {
    let page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td colspan=0>e<td rowspan=9>f</table>";
    assert_eq!(told(page), [["0:0 2x1 a", "0:1 1x2 b", "1:1 c", "1:2 d", "2:0 e", "2:1 f"]]);
}

#[test]
fn spans_end_with_their_group() {
    let page =
        "<table><thead><tr><td rowspan=9>a<td>b<tbody><tr><td rowspan=0>c<td>d<tr><td>e<tr><tbody><tr><td>f</table>";
    assert_eq!(told(page), [["0:0 a", "0:1 b", "1:0 3x1 c", "1:1 d", "2:1 e", "4:0 f"]]);
}

#[test]
fn cells_do_not_overlap() {
    let page = "<table><tr><td>a<td rowspan=2>b<tr><td colspan=3>c<td>d</table>";
    assert_eq!(told(page), [["0:0 a", "0:1 2x1 b", "1:0 c", "1:2 d"]]);
}

#[test]
fn heads_come_first_and_feet_last() {
    let page = "<table><tfoot><tr><td>c<tbody><tr><td>b<thead><tr><td>a</table>";
    assert_eq!(told(page), [["0:0 a", "1:0 b", "2:0 c"]]);
}

#[test]
fn lines_in_cells() {
    let page = "<table><tr><td> <p>一</p>\n<p>二<br>三</p><div> </div><ul><li>四<li>五</ul> <td><pre>\n a\n  b</pre><td>x<sub>2</sub> <i>y</i></table>";
    assert_eq!(told(page), [["0:0 一\n二\n三\n四\n五", "0:1  a\n  b", "0:2 x2 y"]]);
}

#[test]
fn hidden_elements_are_left_out() {
    let page = "<style>.no{display:none}</style><p hidden>a<p>b<span style='display:none'>c<b>d</b></span>e<script>f</script>\
                <template><p>g</template><noscript>h</noscript><table><tr style='DISPLAY: none'><td>i<tr><td class='no'>j<td>k\
                <tr hidden><td>l<tr><td>m</table><table hidden><tr><td>n</table>o<div class=no>p<div>q</div>r</div>s";
    assert_eq!(told(page), [vec!["be"], vec!["0:0 k", "1:0 m"], vec!["os"]]);
}

#[test]
fn tables_that_arrange_a_page_are_none() {
    let page = "<table><tr><td>页头<td>导航<tr><td colspan=2>标题\
                <table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e</table>下<tr><td>页脚</table>";
    let expected = [
        vec!["页头"],
        vec!["导航"],
        vec!["标题"],
        vec!["0:0 a", "0:1 b", "1:0 c", "1:1 d", "2:0 e"],
        vec!["下"],
        vec!["页脚"],
    ];
    assert_eq!(told(page), expected);
}

#[test]
fn small_tables_are_parts_of_texts() {
    let page = "<table><tr><td>a<td>b<tr><td>c<td>上<table><tr><td>1<td>2<tr><td>3</table>下<tr><td>d<td>e</table>";
    assert_eq!(told(page), [["0:0 a", "0:1 b", "1:0 c", "1:1 上\n1\t2\n3\n下", "2:0 d", "2:1 e"]]);
}

#[test]
fn mistakes_are_mended() {
    assert_eq!(told("<table>a<tr>b<td>c</div></p></table></td></tr>d<td>e"), [vec!["ab"], vec!["0:0 c"], vec!["de"]]);
    assert_eq!(told("<table><td>a<td>c<table><td>b</tr></table></table>"), [["0:0 a", "0:1 c\nb"]]);
    assert_eq!(told("<table><tr><td>a<tr><table><tr><td>b"), [["0:0 a"], ["0:0 b"]]);
    assert_eq!(told("<div><table><tr><td>a</div>b</table>c</div>d"), [vec!["0:0 ab"], vec!["c"], vec!["d"]]);
}

#[test]
fn pages_of_word_and_excel() {
    let page = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml><x:Name>表</x:Name></xml>\
                <![endif]--><style><!-- td {white-space:nowrap} .xl65 {mso-number-format:\"\\@\"} --></style></head><body>\
                <table x:str><col width=72><![if supportMisalignedColumns]><tr height=0 style='display:none'><td></td></tr>\
                <![endif]><tr height=19><td class=xl65 x:num=\"12\">12.00</td><td><p class=MsoNormal><span lang=EN-US>&ge;<o:p>\
                </o:p></span>绩效\n指标</p><p><o:p>&nbsp;</o:p></p></td></tr></table>";
    assert_eq!(told(page), [["0:0 12.00", "0:1 ≥绩效指标\n\u{A0}"]]);
}

#[test]
fn numbers_that_are_not_shown_as_they_are() {
    let page = "<table><tr><td x:num='1234.5678'>1.23</td><td x:num='0.12345'>12%</td><td x:num>7</td>\
                <td sdval=\"-5\" sdnum=\"2052;\">5</td><td x:num='46023'>2026-1-1</td><td x:num='5'>5.00</td></table>";
    let Some(Block::Grid(grid)) = read(page.as_bytes()).unwrap().blocks.pop() else { panic!() };
    let held: Vec<Option<&str>> = grid.cells.iter().map(|cell| cell.held.as_deref()).collect();
    assert_eq!(held, [Some("1234.5678"), Some("12.345%"), None, Some("-5"), None, None]);
}

#[test]
fn limits() {
    let too_large = |page: &str| match read(page.as_bytes()) {
        Err(ReadError::TooLarge { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(too_large(&"<table><tr><td>".repeat(65)), Excess::Depth);
    assert_eq!(too_large(&format!("<table><tr>{}", "<td colspan=1000>".repeat(17))), Excess::Columns);
    let row = format!("<tr>{}", "<td colspan=1000 rowspan=65534>".repeat(16));
    assert_eq!(too_large(&format!("<table>{row}{}", "<tr><td>".repeat(600))), Excess::Cells);
    assert_eq!(told(&format!("<table><tr>{}", "<td>a".repeat(1000)))[0].len(), 1000);
}

#[test]
fn depth_takes_time_in_proportion() {
    let deep = 100_000;
    let pages = [
        "<div>".repeat(deep),
        "<p><b>".repeat(deep),
        format!("{}{}", "<div>".repeat(deep), "</p></b>".repeat(deep)),
        format!("{}{}", "<div>".repeat(deep), "<p>".repeat(deep)),
        "<ul><li>".repeat(deep),
        "<b id=1>".repeat(deep) + &"</table></td>".repeat(deep),
        "<table>".repeat(deep),
        "<table><tr><td></table>".repeat(deep / 10),
        "<!--".repeat(deep),
        "<style>".repeat(deep),
        format!("<p {}", "a=b ".repeat(deep)),
        "<a '".repeat(deep),
        "&".repeat(deep),
        "<".repeat(deep),
    ];
    let start = std::time::Instant::now();
    for page in pages {
        read(page.as_bytes()).unwrap();
    }
    // Some milliseconds each on an idle machine; what grows with the square would take minutes.
    assert!(start.elapsed().as_secs() < 90, "{:?}", start.elapsed());
}
