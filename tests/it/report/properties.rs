//! What holds of all reports, whatever is in them.

use perfc::{
    diagnostic::Lang,
    report::written::{self, Block, FORMATS},
    table::Format,
};
use proptest::prelude::*;

use super::{reports, sheets, subjects, text};
use crate::table::{documents::readers, properties::any_text, readers::page};

const TARGETS: [&str; 14] = [
    "quantity N >= 10 场",
    "quantity N 0 场",
    "quantity N = 4 个 weight 3",
    "quantity N 3..5 次",
    "quantity N >= 9999999999999999999999999999 件",
    "quality N >= 90%",
    "quality N >= -3%",
    "timeliness N by 2026-11",
    "cost N <= 10 万元",
    "cost N <= 0 元",
    "social N is \"明显提升\"",
    "social N tbd",
    "sustainable N yes weight 0",
    "clients N >= 85% weight 1000",
];

const RESULTS: [&str; 14] = [
    "9 场",
    "250 场",
    "-3 场",
    "0 个",
    "4 次",
    "87%",
    "0.0000000000000000000000000001%",
    "2026-12-08",
    "2026-12",
    "12 万元",
    "achieved 62%",
    "is \"提升\" score 3",
    "tbd",
    "",
];

const MONEY: [&str; 6] = ["", "10 万元", "0 元", "12232.20 元", "9999999999999999999999999999 元", "3 美元"];

/// The source of a project with results.
pub fn source() -> impl Strategy<Value = String> {
    let name = || any_text().prop_map(|text| text.replace(|c: char| c.is_control(), "").replace('"', "\"\""));
    let rows = (name(), prop::sample::select(&TARGETS[..]), prop::sample::select(&RESULTS[..]), any::<bool>());
    let money = || prop::sample::select(&MONEY[..]);
    (name(), prop::collection::vec(rows, 0..9), money(), money()).prop_map(|(project, rows, budget, spent)| {
        let statement =
            |word: &str, money: &str| if money.is_empty() { String::new() } else { format!("{word} {money}\n") };
        let mut targets = statement("budget", budget);
        let mut results = statement("spent", spent);
        for (at, (name, target, result, has_reason)) in rows.iter().enumerate() {
            let name = format!("\"{at}{name}\"");
            targets += &format!("{}\n", target.replace('N', &name));
            let reason = if *has_reason { " { reason \"=1+1 <b>\" }" } else { "" };
            results += &if result.is_empty() { String::new() } else { format!("{name} {result}{reason}\n") };
        }
        let project = format!("\"项{project}\"");
        format!("year 2026\nproject {project} {{\n{targets}}}\nactual {project} {{\n{results}}}\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_formats_hold_all_reports(first in source(), second in source(), both: bool) {
        let mut pairs = reports(&first);
        prop_assert_eq!(pairs.len(), 1, "{}", first);
        if both {
            pairs.extend(reports(&second));
        }
        for lang in [Lang::Zh, Lang::En] {
            let page = page(&text(&pairs, Format::Html, lang));
            prop_assert!(page.all("script").is_empty());
            text(&pairs, Format::Markdown, lang);
            for &format in FORMATS.iter().filter(|format| !format.is_text()) {
                let bytes = written::render(format, &subjects(&pairs), lang).unwrap();
                match format {
                    Format::Docx => drop(readers::parse(&readers::file(&bytes, "word/document.xml"))),
                    _ => {
                        let odd = sheets::formulas(&bytes).into_iter().find(|formula| !sheets::is_own(formula));
                        prop_assert_eq!(odd, None);
                    }
                }
            }
        }
    }

    /// Bars keep within their scale, and no number is drawn where none is known.
    #[test]
    fn pictures_are_sound(source in source()) {
        let pairs = reports(&source);
        let document = written::written(&subjects(&pairs), Lang::Zh);
        let sections = document.chapters.iter().flat_map(|chapter| &chapter.sections);
        for block in sections.flat_map(|section| &section.blocks) {
            let Block::Picture(picture) = block else { continue };
            prop_assert!(picture.end > 0.0 && picture.end.is_finite());
            prop_assert!(picture.marks.is_sorted_by_key(|mark| (mark.at * 1e6) as i64));
            for bar in &picture.bars {
                let (filled, whole) = bar.shares(picture.end);
                prop_assert!((0.0..=1.0).contains(&filled) && filled <= whole && whole <= 1.0, "{bar:?}");
                prop_assert!(!bar.text.is_empty());
                prop_assert_eq!(bar.filled.is_none(), bar.tone == written::Tone::Open);
            }
        }
    }
}
