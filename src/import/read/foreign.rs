//! Documents of other programs, whole and damaged.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use zip::ZipArchive;

use super::super::document::{Kind, ReadError};
use super::build::{outline, spreadsheet, text_document, workbook, zipped};
use super::read;

macro_rules! fixture {
    ($kind:ident, $name:literal) => {
        (Kind::$kind, include_bytes!(concat!("../../../tests/fixtures/office/", $name)).as_slice())
    };
}

/// One workbook, first by xlwt, openpyxl and XlsxWriter, then as LibreOffice has saved the last.
const WORKBOOKS: [(Kind, &[u8]); 6] = [
    fixture!(Xls, "xlwt.xls"),
    fixture!(Xlsx, "openpyxl.xlsx"),
    fixture!(Xlsx, "xlsxwriter.xlsx"),
    fixture!(Xls, "libreoffice.xls"),
    fixture!(Xlsx, "libreoffice.xlsx"),
    fixture!(Ods, "libreoffice.ods"),
];

/// What is in each of them.
const WORKBOOK: &str = r#"grid 绩效目标
  0,0 "名称"
  1,0 "≥"
  1,1 "90%"
  2,0 "b"
  2,1 "12,232.20"
  3,0 "c"
  3,1 "2026年6月30日"
  4,0 "d"
  4,1 "≥12家"
  5,0 "e"
  5,1 "0.333333333333333"
  6,0 "f"
  6,1 "TRUE"
  7,0 "g"
  7,1 "(5.00)"
  8,0 "h"
  8,1 "¥1,234,567.00"
  9,0 "i"
  9,1 "2026/1/5 8:30"
  10,0 "j"
  10,1 "多行\n文字"
  11,0 "k"
  11,1 "12232.2"
  12,0 "l"
  12,1 "150000000000"
  14,0 2x3 "合并"
"#;

/// One text by python-docx, then as LibreOffice has saved it.
const TEXTS: [(Kind, &[u8]); 2] = [fixture!(Docx, "python.docx"), fixture!(Docx, "libreoffice.docx")];

/// What is in each of them.
const TEXT: &str = r#""项目支出绩效目标表"
"单位：万元"
grid -
  0,0 1x4 "标题"
  1,0 3x1 "产出指标"
  1,1 2x2 "方块"
  1,3 "13"
  2,3 "23"
  3,1 "31"
  3,2 "32"
  3,3 "33"
  4,0 "40"
  4,1 "41"
  4,2 "42\n内\t表"
  4,3 "一\n二\t三"
"附：说明"
"#;

#[test]
fn workbooks() {
    // A formula of openpyxl has no result. LibreOffice writes the gap before a sign of currency as a blank.
    let ends = ["", "  16,0 \"=1+1\"\n", "  16,0 \"2\"\n  17,0 \"富文本\"\n"];
    for (at, (kind, bytes)) in WORKBOOKS.into_iter().enumerate() {
        let text = outline(&read(kind, bytes).unwrap()).replace(" ¥", "¥");
        assert_eq!(text, format!("{WORKBOOK}{}", ends[at.min(2)]), "{at}");
    }
}

#[test]
fn texts() {
    for (kind, bytes) in TEXTS {
        assert_eq!(outline(&read(kind, bytes).unwrap()), TEXT);
    }
}

/// A small document of each kind, with what it has at all.
fn documents() -> Vec<(Kind, Vec<u8>)> {
    let foreign = WORKBOOKS.into_iter().chain(TEXTS).map(|(kind, bytes)| (kind, bytes.to_vec()));
    let table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>a\
                 </w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>";
    let cells = "<sheetData><row r='1'><c r='A1' s='0'><v>1.5</v></c></row></sheetData><mergeCells><mergeCell \
                 ref='A1:B2'/></mergeCells>";
    let row = "<table:table table:name='a'><table:table-row table:number-rows-repeated='9'><table:table-cell \
               table:number-columns-spanned='2'><text:p>a<text:s text:c='3'/></text:p></table:table-cell>\
               </table:table-row></table:table>";
    let own = [
        (Kind::Docx, text_document(table)),
        (Kind::Xlsx, workbook(cells, "<cellXfs><xf numFmtId='14'/></cellXfs>", "<si><t>a</t></si>")),
        (Kind::Ods, spreadsheet("", row)),
    ];
    foreign.chain(own).collect()
}

/// Bytes with some of them replaced: each at a share of the whole.
fn damaged(bytes: &[u8], changes: &[(f64, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte) in changes {
        let at = (bytes.len() as f64 * at) as usize;
        if let Some(old) = bytes.get_mut(at) {
            *old = *byte;
        }
    }
    bytes
}

/// An archive whose members are changed, so that what is damaged is not seen by their checksums.
fn damaged_within(bytes: &[u8], changes: &[(f64, u8)]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut members = Vec::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).ok()?;
        let mut content = Vec::new();
        member.read_to_end(&mut content).ok()?;
        let content = String::from_utf8_lossy(&damaged(&content, changes)).into_owned();
        members.push((member.name().ok()?.into_owned(), content));
    }
    let members: Vec<_> = members.iter().map(|(name, content)| (&**name, &**content)).collect();
    Some(zipped(&members))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn truncated_documents_are_errors_or_read(cut in 0.0..1.0_f64) {
        for (kind, bytes) in documents() {
            let cut = (bytes.len() as f64 * cut) as usize;
            let _ = read(kind, &bytes[..cut]);
        }
    }

    #[test]
    fn damaged_documents_are_errors_or_read(changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..40)) {
        for (kind, bytes) in documents() {
            let _ = read(kind, &damaged(&bytes, &changes));
            if let Some(bytes) = damaged_within(&bytes, &changes) {
                let _ = read(kind, &bytes);
            }
        }
    }

    #[test]
    fn damaged_heads_are_errors_or_read(changes in prop::collection::vec((0.0..0.2_f64, any::<u8>()), 1..8)) {
        for (kind, bytes) in WORKBOOKS {
            let _ = read(kind, &damaged(bytes, &changes));
        }
    }

    #[test]
    fn random_bytes_are_errors(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let container = [super::super::compound::SIGNATURE, &*bytes].concat();
        for kind in [Kind::Docx, Kind::Xlsx, Kind::Ods, Kind::Xls] {
            for bytes in [&bytes, &container] {
                prop_assert!(matches!(read(kind, bytes), Err(ReadError::Damaged(_))));
            }
        }
    }
}
