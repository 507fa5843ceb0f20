//! The reports in `examples/reports` are what the program writes of the example. `REPORTS=overwrite` writes them anew.

use std::{env, fs, path::Path};

use perfc::{
    diagnostic::Lang,
    model::{Files, ImportError, Loaded},
    table::Format,
};

use super::{reports_with, text};

/// The folder of the examples.
struct Examples;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"))
}

impl Files for Examples {
    fn read(&self, _: &str, path: &str) -> Result<Loaded, ImportError> {
        let bytes = fs::read(folder().join(path)).map_err(|error| ImportError::NotFound(error.to_string()))?;
        Ok(Loaded { name: path.to_owned(), bytes })
    }
}

#[test]
fn reports_of_the_example_are_as_committed() {
    let source = fs::read_to_string(folder().join("tianjin-ip-2026-results.perf")).unwrap();
    let pairs = reports_with(&source, &Examples);
    assert_eq!(pairs.len(), 3);
    for (name, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
        for format in [Format::Markdown, Format::Html] {
            let path = folder().join(format!("reports/tianjin-ip-2026.{name}.{}", format.extension()));
            let written = text(&pairs, format, lang);
            if env::var_os("REPORTS").is_some_and(|wish| wish == "overwrite") {
                fs::write(&path, &written).unwrap();
            }
            let committed = fs::read_to_string(&path).unwrap_or_default();
            assert!(written == committed, "{} differs; REPORTS=overwrite writes it anew", path.display());
        }
    }
}

/// The year is made up, and each report says so.
#[test]
fn what_is_made_up_is_marked() {
    for name in ["tianjin-ip-2026-results.perf", "tianjin-ip-2026-results.zh.perf"] {
        let source = fs::read_to_string(folder().join(name)).unwrap();
        let pairs = reports_with(&source, &Examples);
        assert!(pairs.iter().all(|(report, _)| report.note.as_deref().unwrap().contains("虚构")), "{name}");
        assert!(text(&pairs, Format::Markdown, Lang::En).contains("虚构"));
    }
}

#[test]
fn both_keyword_languages_make_the_same_report() {
    let of = |name: &str| {
        let source = fs::read_to_string(folder().join(name)).unwrap();
        text(&reports_with(&source, &Examples), Format::Html, Lang::Zh)
    };
    assert!(of("tianjin-ip-2026-results.perf") == of("tianjin-ip-2026-results.zh.perf"));
}
