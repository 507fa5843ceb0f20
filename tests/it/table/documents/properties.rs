//! What holds of all documents, whatever is in their tables.

use perfc::table::Format;
use proptest::prelude::*;

use super::{
    super::properties::table,
    docx, places,
    xlsx::{self, shown},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn docx_reads_back(table in table()) {
        let tables = [table];
        prop_assert_eq!(docx::forms(&super::document(Format::Docx, &tables)), docx::expected(&tables));
    }

    /// A high row becomes several, so rows are not compared here.
    #[test]
    fn xlsx_reads_back(table in table()) {
        let sheet = xlsx::sheets(&super::document(Format::Xlsx, std::slice::from_ref(&table))).remove(0);
        let lines = std::iter::once(table.title.clone()).chain(table.before.iter().map(|line| line.text.clone()));
        let lines = lines.map(|text| (0, table.columns.len(), text));
        let cells = places(&table).into_iter().map(|(_, column, _, columns, text)| (column, columns, text));
        let expected: Vec<_> = lines.chain(cells).filter(|(.., text)| !text.is_empty()).collect();
        prop_assert_eq!(sheet.cells.len(), expected.len());
        for (cell, (column, columns, text)) in sheet.cells.iter().zip(&expected) {
            prop_assert_eq!((cell.0.1, cell.0.3, &shown(cell, text)), (*column, *columns, text));
        }
    }
}
