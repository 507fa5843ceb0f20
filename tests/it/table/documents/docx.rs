//! Word documents: each text and each span, styles, pages.

use perfc::table::{Align, Format, Line, Look, Page, Role, Table};

use super::{
    ODD, Place, column, document, places, published,
    readers::{Element, Node, file, names, parse},
};

/// A form as the document has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Form {
    title: String,
    before: Vec<String>,
    cells: Vec<Place>,
}

pub fn forms(bytes: &[u8]) -> Vec<Form> {
    let document = parse(&file(bytes, "word/document.xml"));
    let mut forms: Vec<Form> = Vec::new();
    let mut rows = 0;
    for block in document.find(&["w:body"]).unwrap().elements() {
        match (block.name.as_str(), block.value(&["w:pPr", "w:pStyle"])) {
            ("w:p", Some("Heading1")) => {
                rows = 0;
                forms.push(Form { title: text(block), ..Form::default() });
            }
            ("w:p", Some("FormLine")) => forms.last_mut().unwrap().before.push(text(block)),
            ("w:p", None) => assert_eq!(text(block), ""),
            ("w:tbl", _) => rows += cells(block, rows, &mut forms.last_mut().unwrap().cells),
            ("w:sectPr", _) => {}
            other => panic!("{other:?}"),
        }
    }
    forms.iter_mut().for_each(|form| form.cells.sort_unstable());
    forms
}

/// Reads the cells of a table whose first row is this one of the form; answers how many rows it has.
fn cells(table: &Element, first: usize, cells: &mut Vec<Place>) -> usize {
    let columns = table.all("w:gridCol").len();
    let rows: Vec<&Element> = table.elements().filter(|element| element.name == "w:tr").collect();
    for (row, element) in rows.iter().enumerate() {
        assert!(element.find(&["w:trPr", "w:cantSplit"]).is_some());
        let mut column = 0;
        for cell in element.elements().filter(|element| element.name == "w:tc") {
            let span = cell.value(&["w:tcPr", "w:gridSpan"]).map_or(1, |span| span.parse().unwrap());
            let text = cell.elements().filter(|element| element.name == "w:p").map(text).collect::<Vec<_>>().join("\n");
            match cell.value(&["w:tcPr", "w:vMerge"]) {
                Some("continue") => {
                    assert_eq!(text, "");
                    let above = cells.iter_mut().rev().find(|above| above.1 == column && above.3 == span).unwrap();
                    above.2 += 1;
                    assert_eq!(above.0 + above.2, first + row + 1, "a merged cell without a gap");
                }
                _ => cells.push((first + row, column, 1, span, text)),
            }
            column += span;
        }
        assert_eq!(column, columns, "a filled row");
    }
    rows.len()
}

/// The text of a paragraph.
fn text(paragraph: &Element) -> String {
    let runs = paragraph.elements().filter(|element| element.name == "w:r").flat_map(Element::elements);
    runs.map(|piece| match piece.name.as_str() {
        "w:br" => "\n".to_owned(),
        "w:tab" => "\t".to_owned(),
        "w:t" => {
            assert_eq!(piece.attribute("xml:space"), Some("preserve"));
            piece.children.iter().map(|node| if let Node::Text(text) = node { text.as_str() } else { "" }).collect()
        }
        other => panic!("{other}"),
    })
    .collect()
}

pub fn expected(tables: &[Table<'_>]) -> Vec<Form> {
    let form = |table: &Table<'_>| {
        let mut cells = places(table);
        cells.sort_unstable();
        let before = table.before.iter().map(|line| line.text.clone()).collect();
        Form { title: table.title.clone(), before, cells }
    };
    tables.iter().map(form).collect()
}

#[test]
fn every_cell_and_span_of_the_published_tables() {
    for tables in published() {
        for (form, expected) in forms(&document(Format::Docx, &tables)).iter().zip(expected(&tables)) {
            assert_eq!((&form.title, &form.before), (&expected.title, &expected.before));
            for (cell, expected) in form.cells.iter().zip(&expected.cells) {
                assert_eq!(cell, expected);
            }
            assert_eq!(form.cells.len(), expected.cells.len());
        }
    }
}

/// The row in which a merged cell begins, whose text may need more than that row, does not end a page.
#[test]
fn a_merged_cell_is_not_torn_behind_its_first_row() {
    let tables = published().next().unwrap();
    let document = parse(&file(&document(Format::Docx, &tables), "word/document.xml"));
    let body = document.find(&["w:body"]).unwrap();
    let rows = body.elements().filter(|element| element.name == "w:tbl").flat_map(|table| table.all("w:tr"));
    let (mut kept, mut free) = (0, 0);
    for row in rows {
        let cells = || row.elements().filter(|element| element.name == "w:tc");
        let begins = cells().any(|cell| cell.value(&["w:tcPr", "w:vMerge"]) == Some("restart"));
        let keeps =
            cells().all(|cell| cell.all("w:p").iter().all(|text| text.find(&["w:pPr", "w:keepNext"]).is_some()));
        assert!(keeps || !begins);
        kept += usize::from(begins);
        free += usize::from(!keeps);
    }
    assert!(kept > 3 && free > 20, "{kept} {free}");
}

#[test]
fn odd_texts_stay_as_they_are() {
    for role in [Role::Text, Role::Value] {
        let mut table = column(role, &ODD);
        table.title = ODD.concat();
        table.before = vec![Line { text: ODD[4].to_owned(), align: Align::Right }];
        let tables = [table];
        assert_eq!(forms(&document(Format::Docx, &tables)), expected(&tables));
    }
}

#[test]
fn control_characters_do_not_spoil_the_document() {
    let read = forms(&document(Format::Docx, &[column(Role::Text, &["a\u{1}\u{1b}[31m\r\u{FFFF}z"])]));
    assert_eq!(read[0].cells[0].4, "a\u{FFFD}\u{FFFD}[31m\u{FFFD}\u{FFFD}z");
}

#[test]
fn all_parts_are_there_and_sound() {
    for tables in [&[][..], &[Table::default()], &published().next().unwrap()] {
        let bytes = document(Format::Docx, tables);
        let names = names(&bytes);
        assert_eq!(names[0], "[Content_Types].xml");
        let types = file(&bytes, "[Content_Types].xml");
        for name in &names {
            parse(&file(&bytes, name));
            let is_typed = types.contains(&format!("PartName=\"/{name}\"")) || name.ends_with(".rels");
            assert!(is_typed || name == "[Content_Types].xml", "{name}");
        }
        for relation in parse(&file(&bytes, "word/_rels/document.xml.rels")).elements() {
            assert!(names.contains(&format!("word/{}", relation.attribute("Target").unwrap())));
        }
    }
}

#[test]
fn titles_are_headings_and_projects_begin_pages() {
    let tables = published().next().unwrap();
    let bytes = document(Format::Docx, &tables);
    let styles = parse(&file(&bytes, "word/styles.xml"));
    let heading = styles.elements().find(|style| style.attribute("w:styleId") == Some("Heading1")).unwrap();
    assert_eq!(heading.value(&["w:name"]), Some("heading 1"));
    assert_eq!(heading.value(&["w:pPr", "w:outlineLvl"]), Some("0"));
    let fonts = heading.find(&["w:rPr", "w:rFonts"]).unwrap();
    for place in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
        assert_eq!(fonts.attribute(place), Some("黑体"));
    }
    let language = styles.find(&["w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"]).unwrap();
    assert_eq!(language.attribute("w:eastAsia"), Some("zh-CN"));
    let document = parse(&file(&bytes, "word/document.xml"));
    assert_eq!(document.all("w:pageBreakBefore").len(), tables.len() - 1);
    assert_eq!(document.all("w:tblHeader").len(), tables.len());
    assert!(file(&bytes, "word/footer1.xml").contains(" PAGE "));
    assert_eq!(document.find(&["w:body"]).unwrap().elements().last().unwrap().name, "w:sectPr");
}

/// Between two tables, and behind the last, there is always a paragraph; widths fill the page exactly.
#[test]
fn tables_do_not_run_into_each_other() {
    for tables in published() {
        let document = parse(&file(&document(Format::Docx, &tables), "word/document.xml"));
        let body = document.find(&["w:body"]).unwrap();
        let names: Vec<&str> = body.elements().map(|block| block.name.as_str()).collect();
        assert!(names.windows(2).all(|pair| pair[0] != "w:tbl" || pair[1] == "w:p"));
        let page = body.find(&["w:sectPr"]).unwrap();
        let length = |element: &str, attribute: &str| -> u32 {
            page.find(&[element]).unwrap().attribute(attribute).unwrap().parse().unwrap()
        };
        let room = length("w:pgSz", "w:w") - length("w:pgMar", "w:left") - length("w:pgMar", "w:right");
        for table in body.all("w:tbl") {
            let widths = table.all("w:gridCol");
            let width: u32 = widths.iter().map(|column| column.attribute("w:w").unwrap().parse::<u32>().unwrap()).sum();
            assert!(width.abs_diff(room) <= 2, "{width} {room}");
        }
    }
}

#[test]
fn a_page_on_its_side_is_a_section() {
    let upright = column(Role::Text, &["甲"]);
    let aside = Table { look: Look { page: Page::Landscape, ..Look::default() }, ..column(Role::Text, &["乙"]) };
    let document = parse(&file(&document(Format::Docx, &[upright, aside]), "word/document.xml"));
    let pages = document.all("w:pgSz");
    let orientations: Vec<_> = pages.iter().map(|page| page.attribute("w:orient")).collect();
    assert_eq!(orientations, [None, Some("landscape")]);
    assert!(document.all("w:pageBreakBefore").is_empty());
}
