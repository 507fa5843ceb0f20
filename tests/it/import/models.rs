//! Models compared: what a source says, and what a form that was printed of it says when it is imported.
//!
//! All of the contract `perf/1` is compared but what stands in the lists below, each with the reason why it cannot come
//! back from the form.

use perfc::{
    compile::{Visitor, compile},
    model::{Meaning, Model, NoFiles, Project, Workspace},
    table::{Content, Detail, Layout},
};
use serde_json::{Map, Value, json};

use crate::support::compiled;

/// What no form has a place for, in any layout.
const UNSAID: &[(&str, &str)] = &[
    ("checks", "forms print no formulas"),
    ("weights", "the points of levels stand in no cell of their own"),
    ("standard", "no form names its standard; categories and funds of its own are told as additions to a known one"),
];

/// The same of an indicator.
const UNSAID_OF_ROWS: &[(&str, &str)] = &[("label", "a label is for formulas, which forms do not print")];

/// The same of a target.
const UNSAID_OF_TARGETS: &[(&str, &str)] = &[("per", "forms print no more of `1 万元 per 家` than 1万元")];

/// What only some layouts print of a project, and whether this one does.
fn places(layout: &Layout) -> [(&'static str, bool); 8] {
    let slots = || layout.head.iter().chain(&layout.foot).flatten().map(|slot| &slot.put);
    let puts = |content: Content| slots().any(|put| *put == content);
    let prints = |place: &str| {
        let written = slots().any(|put| matches!(put, Content::Text(text) if text.contains(place)));
        written || layout.title.contains(place) || layout.before.iter().any(|line| line.text.contains(place))
    };
    [
        ("code", puts(Content::Code)),
        ("basis", puts(Content::Basis)),
        ("note", puts(Content::Note)),
        ("purpose", puts(Content::Purpose)),
        ("goals", slots().any(|put| matches!(put, Content::Goals(_)))),
        ("year", prints("{year}")),
        ("period", prints("{period}")),
        ("org", prints("{org.name}")),
    ]
}

/// The same of an indicator. `value` may stand in three columns.
fn columns(layout: &Layout) -> [(&'static str, bool); 8] {
    let puts = |detail: Detail| layout.indicators.iter().any(|column| column.put == detail);
    [
        ("description", puts(Detail::Description)),
        ("weight", puts(Detail::Weight)),
        ("source", puts(Detail::Source)),
        ("basis", puts(Detail::Basis)),
        ("note", puts(Detail::Note)),
        ("baseline", puts(Detail::Baseline)),
        ("total", puts(Detail::Total)),
        ("stretch", puts(Detail::Stretch)),
    ]
}

/// The projects of a source as far as a form of this layout says them. Targets of which `bare` says so are their texts.
fn said(source: &str, layout: &Layout, bare: &[Vec<bool>]) -> Vec<Value> {
    let mut projects = compiled(source).projects();
    for (at, project) in projects.iter_mut().enumerate() {
        let fields = project.as_object_mut().unwrap();
        let lacks = places(layout).into_iter().filter(|(_, has)| !has).map(|(key, _)| key);
        UNSAID.iter().map(|(key, _)| *key).chain(lacks).for_each(|key| drop(fields.remove(key)));
        budget(&mut fields["budget"]);
        let rows = fields["indicators"].as_array_mut().unwrap();
        for (row, fields) in rows.iter_mut().enumerate() {
            let is_bare = bare.get(at).and_then(|rows| rows.get(row)).copied().unwrap_or_default();
            indicator(fields.as_object_mut().unwrap(), layout, is_bare);
        }
        // Forms print the levels in their order; within one the rows stand as they were written.
        rows.sort_by_key(|row| row["level1"]["name"].to_string());
    }
    projects
}

/// The words of categories and funds that a standard of its own defines are not printed; their names are.
pub fn forget_ids(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("id");
            fields.values_mut().for_each(forget_ids);
        }
        Value::Array(list) => list.iter_mut().for_each(forget_ids),
        _ => {}
    }
}

/// Amounts in one unit: a form prints them all in that of its budget, which loses nothing. Its funds have an order of their
/// own.
pub fn budget(budget: &mut Value) {
    if let Some(total) = budget.get_mut("total") {
        in_base_unit(total);
    }
    let Some(sources) = budget.get_mut("sources").and_then(Value::as_array_mut) else { return };
    sources.iter_mut().for_each(in_base_unit);
    sources.sort_by_key(|source| source["name"].to_string());
}

fn in_base_unit(amount: &mut Value) {
    let scale = match amount["unit"].as_str().unwrap() {
        "元" => 0,
        "万元" => 4,
        "亿元" => 8,
        _ => return,
    };
    let number = amount["amount"].as_str().unwrap();
    let (sign, digits) = number.split_at(usize::from(number.starts_with('-')));
    let point = digits.find('.').unwrap_or(digits.len());
    let mut text = digits.replace('.', "") + &"0".repeat(scale);
    text.insert(point + scale, '.');
    let text = text.trim_end_matches('0').trim_end_matches('.').trim_start_matches('0');
    amount["amount"] = format!("{sign}{text}").into();
    amount["unit"] = "元".into();
}

fn indicator(row: &mut Map<String, Value>, layout: &Layout, is_bare: bool) {
    let lacks = columns(layout).into_iter().filter(|(_, has)| !has).map(|(key, _)| key);
    UNSAID_OF_ROWS.iter().map(|(key, _)| *key).chain(lacks).for_each(|key| drop(row.remove(key)));
    if let Some(target) = row.get_mut("target").and_then(Value::as_object_mut) {
        UNSAID_OF_TARGETS.iter().for_each(|(key, _)| drop(target.remove(*key)));
        if is_bare {
            target.retain(|key, _| key == "text");
        }
    }
}

/// For each row of each project whether its form says no more of the target than the text of its cell.
fn bare(source: &str, layout: &Layout) -> Vec<Vec<bool>> {
    let is_split = layout.indicators.iter().any(|column| column.put == Detail::Sign);
    let bare = Bare { is_split, projects: Vec::new() };
    compile("test.perf", source.as_bytes().to_vec(), &NoFiles, bare).output.projects
}

struct Bare {
    /// Whether the form marks words with 定性.
    is_split: bool,
    projects: Vec<Vec<bool>>,
}

impl Visitor for Bare {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        let is_bare = project.indicators.iter().map(|row| {
            row.target.as_ref().is_some_and(|target| match &target.meaning {
                // What the number is that 约12家 stands for, a form does not say.
                _ if target.show.is_some() => true,
                // Where it does not mark words, 12家 as a text looks like the number.
                Meaning::Text(text) => !self.is_split && text.contains(char::is_numeric),
                _ => false,
            })
        });
        self.projects.push(is_bare.collect());
    }
}

/// Why two sources do not say the same as far as forms of this layout can; none where they do.
pub fn difference(original: &str, imported: &str, layout: &Layout) -> Option<String> {
    let mut expected = said(original, layout, &bare(original, layout));
    let mut found = said(imported, layout, &[]);
    if [" extends ", " 扩展 "].into_iter().any(|word| original.contains(word)) {
        expected.iter_mut().chain(&mut found).for_each(forget_ids);
    }
    for (expected, found) in expected.iter_mut().zip(&mut found) {
        let found = found["indicators"].as_array_mut().unwrap();
        for (one, other) in expected["indicators"].as_array().unwrap().iter().zip(found) {
            if one["target"].as_object().is_some_and(|fields| fields.len() == 1) {
                other["target"] = json!({ "text": other["target"]["text"] });
            }
        }
    }
    (expected != found).then(|| lines_that_differ(&expected, &found))
}

/// The first lines in which models differ.
pub fn lines_that_differ(expected: &[Value], found: &[Value]) -> String {
    let [expected, found] = [expected, found].map(|models| serde_json::to_string_pretty(models).unwrap());
    let pairs = expected.lines().zip(found.lines()).filter(|(one, other)| one != other).take(6);
    let shown: Vec<String> = pairs.map(|(one, other)| format!("- {one}\n+ {other}\n")).collect();
    format!("{} and {} lines\n{}", expected.lines().count(), found.lines().count(), shown.concat())
}
