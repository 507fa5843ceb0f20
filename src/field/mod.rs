//! What the field knows: units of measure and standards of indicators.
//!
//! Both are data, written in the language itself (`src/field/data`), embedded, and read once. A file can declare units
//! and define or extend standards in the same words.

mod define;
mod define_lights;
mod define_scoring;
mod define_standard;
mod given;
mod lights;
mod rules;
mod scoring;
mod standard;
mod units;
mod unknown;
mod vocabulary;
mod wording;

pub use define::{define_dimension, define_multiplier, define_unit};
pub use define_standard::define_standard;
pub use lights::{Light, LightStep, Lighting};
pub use rules::{Rules, Subject};
pub use scoring::{Judgement, Method, Overshoot, Scoring, Step};
pub use standard::{
    Category, CategoryId, Direction, Fund, Grade, Level, LevelId, Names, Need, Scheme, Standard, Table,
};
pub use units::{Dimension, MONEY, Measure, Unit, Units};
pub use unknown::{
    is_of_standard, price, unknown_category, unknown_fund, unknown_grade, unknown_level, unknown_standard, unknown_unit,
};
pub use wording::{
    Expression, Kind, Term, Word, Words, bare, behind_bound, behind_row, by_when, count_alike, general_unit,
    is_counted, is_doing, is_for_each, is_same_name, misspelt, name_fingerprint, part_of_year, telling_parts,
    uncounting, units_of_count,
};

use std::sync::{Arc, LazyLock};

use crate::{arguments::Document, diagnostic::Findings, source::FileId, syntax, words::Keyword};

/// The standard in force where a file names none.
pub const DEFAULT_STANDARD: &str = "mof-2020";

/// The embedded files, in the order in which they are read.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("units.perf", include_str!("data/units.perf")),
    ("mof-2020.perf", include_str!("data/mof-2020.perf")),
    ("mof-2020-80.perf", include_str!("data/mof-2020-80.perf")),
    ("mof-2021.perf", include_str!("data/mof-2021.perf")),
    ("hubei.perf", include_str!("data/hubei.perf")),
];

/// The file number of the embedded files, which no file of a user has: there is nothing to point at in them.
pub const EMBEDDED_FILE: FileId = FileId(u32::MAX);

/// Units and standards together.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// The units of measure.
    pub units: Arc<Units>,
    /// The standards, those defined later last.
    pub standards: Vec<Arc<Standard>>,
}

impl Field {
    /// What is known before any file is read.
    pub fn embedded() -> &'static Self {
        static EMBEDDED_FIELD: LazyLock<Field> = LazyLock::new(|| {
            // A mistake in an embedded file is a mistake in the program; a test asserts that there is none.
            read_embedded(&mut Findings::default())
        });
        &EMBEDDED_FIELD
    }

    /// The standard of this name.
    pub fn standard(&self, id: &str) -> Option<&Arc<Standard>> {
        self.standards.iter().rev().find(|standard| standard.id == id)
    }
}

fn read_embedded(findings: &mut Findings) -> Field {
    let mut field = Field::default();
    for (_, text) in EMBEDDED {
        let tree = syntax::parse(EMBEDDED_FILE, text, findings);
        let document = Document::new(&tree, text);
        for id in tree.roots() {
            match document.keyword(id) {
                Some(Keyword::Dimension) => define_dimension(document, id, &mut field, findings),
                Some(Keyword::Multiplier) => define_multiplier(document, id, &mut field, findings),
                Some(Keyword::Unit) => define_unit(document, id, &mut field, findings),
                _ => define_standard(document, id, &mut field, findings),
            }
        }
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Lang;

    #[test]
    fn the_embedded_files_have_no_mistake() {
        let mut findings = Findings::default();
        let field = read_embedded(&mut findings);
        let titles: Vec<_> = findings.iter().map(|finding| (finding.message(Lang::En).title, finding.span())).collect();
        assert_eq!(titles, []);
        assert_eq!(
            field.standards.iter().map(|standard| standard.id.as_str()).collect::<Vec<_>>(),
            ["mof-2020", "mof-2020-80", "mof-2021", "hubei"]
        );
    }

    #[test]
    fn the_schemes_add_up() {
        for standard in &Field::embedded().standards {
            let execution = standard.execution.unwrap_or_default();
            for scheme in &standard.schemes {
                let total: crate::values::Decimal = scheme.weights.iter().map(|&(_, weight)| weight).sum();
                assert_eq!((total + execution).to_string(), "100", "{}", standard.id);
            }
        }
    }
}
