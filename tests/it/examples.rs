//! The examples compile, and say the same in both keyword languages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use perfc::{
    diagnostic::{Code, Lang},
    json::Options,
    model::{Files, ImportError, Loaded},
};

use crate::{
    format::formatted,
    support::{Compiled, compiled_with},
};

/// The folder of the examples; they import files beside them.
struct Examples;

impl Files for Examples {
    fn read(&self, _: &str, path: &str) -> Result<Loaded, ImportError> {
        let bytes = fs::read(folder().join(path)).map_err(|error| ImportError::NotFound(error.to_string()))?;
        Ok(Loaded { name: path.to_owned(), bytes })
    }
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"))
}

fn example(name: &str, options: Options) -> Compiled {
    let text = fs::read_to_string(folder().join(name)).unwrap();
    compiled_with(name, &text, &Examples, options)
}

/// The paths of all examples.
pub fn files() -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path())
}

/// All examples, compiled.
pub fn all(options: Options) -> Vec<(String, Compiled)> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = files.filter(|name| name.ends_with(".perf")).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), example(&name, options))).collect()
}

#[test]
fn examples_have_no_mistake() {
    for (name, mut compiled) in all(Options::default()) {
        // forms.perf shows how an open target is written; the published table of Tianjin counts patents under quality.
        let shown = [Code::TargetOpen, Code::CountAsQuality];
        compiled.findings.retain(|finding| !shown.contains(&finding.code));
        assert_eq!(compiled.listed(Lang::Zh), "", "{name}");
    }
}

#[test]
fn both_keyword_languages_say_the_same() {
    let examples = all(Options::default());
    let chinese: Vec<_> = examples.iter().filter(|(name, _)| name.ends_with(".zh.perf")).collect();
    assert!(chinese.len() >= 2);
    for (name, compiled) in chinese {
        let english = example(&name.replace(".zh.perf", ".perf"), Options::default());
        assert_eq!(compiled.document(), english.document(), "{name}");
    }
}

/// 12 家 × 1 万元/家 + 5 + 5 + 5 + 4 个 × 15 万元/个 + 10 万元 = 97 万元 ≤ 102 万元
#[test]
fn the_first_table_keeps_within_its_budget() {
    let value = example("tianjin-ip-2026.perf", Options::default()).value();
    let check = &value["projects"][0]["checks"][0];
    assert_eq!(check["holds"], true);
    assert_eq!((&check["left"], &check["right"]), (&"970000 元".into(), &"1020000 元".into()));
}

#[test]
fn cells_are_printed_as_the_official_tables_print_them() {
    let value = example("tianjin-ip-2026.perf", Options::default()).value();
    let cells = |project: usize| -> Vec<String> {
        let rows = value["projects"][project]["indicators"].as_array().unwrap();
        rows.iter().map(|row| row["target"]["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        cells(0).join(" "),
        "≥12家 ≥2家 ≥500个 ≥2次 4个 1个 ≥90% ≥2000件 ≥1000件 ≥20笔 ≥3000件 ≥85% 2026年11月底前 \
         ≤1万元 ≤5万元 ≤5万元 ≤5万元 ≤15万元 ≤10万元 明显提升 明显提升 ≥90% ≥85%"
    );
    assert_eq!(cells(1).join(" "), "≥1份 ≥85% 2026年6月前 ≤1万元 持续提升 ≥85%");
    assert_eq!(cells(2).join(" "), "≥2台 ≥90% 2026年11月底前 ≤12232.2元 不断提高 ≥90%");
}

#[test]
fn an_imported_standard_is_in_force() {
    let value = example("roads-2026.perf", Options::default()).value();
    for project in value["projects"].as_array().unwrap() {
        assert_eq!(project["standard"], "province-2026");
        assert_eq!(project["checks"][0]["holds"], true);
        let rows = project["indicators"].as_array().unwrap();
        assert!(rows.iter().any(|row| row["level2"]["name"] == "进度指标"));
    }
}

#[test]
fn examples_are_formatted() {
    for (name, _) in all(Options::default()) {
        let text = fs::read_to_string(folder().join(&name)).unwrap();
        assert_eq!(formatted(&text), text, "{name}");
    }
}
