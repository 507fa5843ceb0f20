//! Projects become snapshots while their file is compiled.

use std::{borrow::Cow, sync::Arc};

use foldhash::HashMap;

use super::{
    aim::{Aim, Bound, Measured, Sense},
    change::{What, plain},
    snapshot::{Category, Check, Figure, Known, Place, Row, Said, Snapshot},
};
use crate::{
    compile::Visitor,
    diagnostic::Value,
    field::{Dimension, Field, Standard, Unit},
    model::{self, Amount, Indicator, Meaning, Model, Org, Project, Quantity, Target, UnitUse, Workspace},
    source::{FileId, Sources, Span},
    values::{Decimal, Ratio},
    words::folded,
};

/// The snapshots of the projects of a file.
#[derive(Debug, Default)]
pub struct Snapshots {
    /// The snapshots, in the order of the file.
    pub list: Vec<Snapshot>,
    names: Names,
}

/// What many rows name, each kept once.
#[derive(Debug, Default)]
struct Names {
    files: HashMap<FileId, Arc<str>>,
    dimensions: HashMap<Dimension, Arc<str>>,
    categories: Option<(Arc<Standard>, Vec<Arc<Category>>)>,
}

impl Visitor for Snapshots {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        let categories = self.names.categories(&project.standard);
        let (field, sources) = (&*model.field, &workspace.sources);
        let mut taker = Taker { names: &mut self.names, categories, project, field, sources };
        let snapshot = taker.project();
        self.list.push(snapshot);
    }
}

impl Names {
    /// The categories of a standard, taking them from the project before where that had the same.
    fn categories(&mut self, standard: &Arc<Standard>) -> Vec<Arc<Category>> {
        let known = self.categories.take().filter(|(known, _)| Arc::ptr_eq(known, standard));
        let (_, list) = self.categories.insert(known.unwrap_or_else(|| (standard.clone(), categories(standard))));
        list.clone()
    }
}

fn categories(standard: &Standard) -> Vec<Arc<Category>> {
    let category = |category: &crate::field::Category| {
        let level = standard.level(category.level);
        Arc::new(Category {
            own: Known::new(&category.id, &category.names),
            level: Known::new(&level.id, &level.names),
            direction: category.certain_direction(),
        })
    };
    standard.categories.list.iter().map(category).collect()
}

struct Taker<'t, 's> {
    names: &'t mut Names,
    categories: Vec<Arc<Category>>,
    project: &'t Project<'s>,
    field: &'t Field,
    sources: &'t Sources,
}

impl Taker<'_, '_> {
    fn project(&mut self) -> Snapshot {
        let project = self.project;
        Snapshot {
            name: project.name.value.to_string(),
            year: project.year.map(|year| year.value),
            facts: self.facts(),
            purpose: self.paragraphs(&project.purpose),
            goals: self.paragraphs(&project.goals),
            figures: self.figures(),
            rows: project.indicators.iter().map(|indicator| self.row(indicator)).collect(),
            checks: project.checks.iter().map(|check| self.check(check)).collect(),
            place: self.place(project.head),
        }
    }

    fn place(&mut self, span: Span) -> Place {
        let source = self.sources.get(span.file);
        let place = source.place(span.range.start);
        let file = self.names.files.entry(span.file).or_insert_with(|| Arc::from(source.name.as_str())).clone();
        Place { file, line: place.line + 1, column: place.column + 1 }
    }

    fn said(&mut self, text: impl Into<String>, span: Span) -> Said {
        Said { text: plain(text), place: self.place(span) }
    }

    /// What a project says in words. What comes from the head of its file stands there.
    fn facts(&mut self) -> Vec<(What, Said)> {
        let project = self.project;
        let head = project.head;
        let text = |what, text: &Option<Cow<'_, str>>| Some((what, text.as_ref()?.to_string(), head));
        let found = [
            text(What::Code, &project.code),
            project.org.as_ref().map(|org| (What::Org, org_text(&org.value), org.span)),
            project.year.map(|year| (What::Year, year.value.to_string(), year.span)),
            Some((What::Standard, project.standard.id.clone(), head)),
            project.period.map(|period| (What::Period, period_text(period.value), period.span)),
            text(What::Basis, &project.basis),
            text(What::Note, &project.note),
        ];
        found.into_iter().flatten().map(|(what, text, span)| (what, self.said(text, span))).collect()
    }

    fn paragraphs(&mut self, paragraphs: &[model::Goal<'_>]) -> Vec<Said> {
        paragraphs.iter().map(|paragraph| self.said(&*paragraph.value, paragraph.span)).collect()
    }

    fn figures(&mut self) -> Vec<(What, Figure)> {
        let (project, standard) = (self.project, &self.project.standard);
        let mut figures = Vec::new();
        if let Some(budget) = &project.budget {
            figures.push((What::Budget, self.amount(&budget.total.value, budget.total.span)));
            for part in &budget.parts {
                let fund = &standard.funds.list[part.fund];
                let what = What::Fund(Arc::new(Known::new(&fund.id, &fund.names)));
                figures.push((what, self.amount(&part.amount.value, part.amount.span)));
            }
        }
        for (level, weight) in &project.weights {
            let level = standard.level(*level);
            let what = What::Level(Arc::new(Known::new(&level.id, &level.names)));
            figures.push((what, self.points(weight.value, weight.value.to_string(), weight.span)));
        }
        figures
    }

    fn amount(&mut self, amount: &Amount<'_>, span: Span) -> Figure {
        let unit = folded(amount.unit).into_owned();
        let said = self.said(format!("{}{unit}", amount.number.text), span);
        let value = self.measured(amount.number.value, amount.meaning, unit);
        Figure { value, said }
    }

    /// Points, which have no unit.
    fn points(&mut self, number: Decimal, text: impl Into<String>, span: Span) -> Figure {
        let value = Measured { number, unit: String::new(), scale: Ratio::ONE, dimension: None };
        Figure { value, said: self.said(text, span) }
    }

    fn row(&mut self, indicator: &Indicator<'_>) -> Row {
        let weight = indicator.weight.as_ref();
        Row {
            category: self.categories[indicator.category.0].clone(),
            name: indicator.name.value.to_string(),
            facts: self.row_facts(indicator),
            aims: self.aims(indicator),
            weight: weight.map(|weight| self.points(weight.value.value, &*weight.value.text, weight.span)),
            is_broken: indicator.broken,
            place: self.place(indicator.word),
        }
    }

    fn aims(&mut self, indicator: &Indicator<'_>) -> Vec<(What, Aim)> {
        let details = indicator.details.as_deref();
        let values = [
            (What::Target, indicator.target.as_ref()),
            (What::Baseline, details.and_then(|details| details.baseline.as_ref())),
            (What::Total, details.and_then(|details| details.total.as_ref())),
            (What::Stretch, details.and_then(|details| details.stretch.as_ref())),
        ];
        // Most rows have one; a list that grows would take the room of four.
        let mut aims = Vec::with_capacity(values.iter().filter(|(_, target)| target.is_some()).count());
        for (what, target) in values {
            aims.extend(target.map(|target| (what, self.aim(target, indicator))));
        }
        aims
    }

    fn row_facts(&mut self, indicator: &Indicator<'_>) -> Vec<(What, Said)> {
        let details = indicator.details.as_deref();
        // A description that repeats the name prints what is printed without it.
        let description = Some(indicator.description()).filter(|text| *text != indicator.name.value);
        let found = [
            (What::Label, indicator.label.map(|label| folded(label.value).into_owned())),
            (What::Description, description.map(str::to_owned)),
            (What::Source, details.and_then(|details| details.source.as_deref().map(str::to_owned))),
            (What::Basis, details.and_then(|details| details.basis.as_deref().map(str::to_owned))),
            (What::Note, details.and_then(|details| details.note.as_deref().map(str::to_owned))),
        ];
        let place = indicator.label.map_or(indicator.word, |label| label.span);
        let said = |(what, text): (What, Option<String>)| {
            let span = if what == What::Label { place } else { indicator.word };
            Some((what, self.said(text?, span)))
        };
        found.into_iter().filter_map(said).collect()
    }

    fn aim(&mut self, target: &Target<'_>, indicator: &Indicator<'_>) -> Aim {
        let standard = &self.project.standard;
        Aim {
            text: target.printed(standard),
            is_shown: target.show.is_some(),
            meant: meant(target, standard),
            kind: target.kind(&self.field.units),
            sense: self.sense(target, indicator),
            place: self.place(target.span),
        }
    }

    fn sense(&mut self, target: &Target<'_>, indicator: &Indicator<'_>) -> Sense {
        let per = target.per.as_deref();
        match &target.meaning {
            Meaning::Number(quantity) => Sense::Number(self.bound(quantity, per, indicator)),
            Meaning::Range(range) => {
                let mut end = |number| self.with_unit(number, range.unit.as_ref(), per);
                Sense::Range(end(range.low.value.value), end(range.high.value.value))
            }
            Meaning::Date { date, bound } => Sense::Date(*date, *bound),
            Meaning::Period { from, to } => Sense::Period(from.value, to.value),
            Meaning::Text(text) => Sense::Words(text.to_string()),
            Meaning::Boolean(yes) => Sense::Truth(*yes),
            Meaning::Graded(grades) => {
                let grades = grades.iter().map(|grade| {
                    let id = self.project.standard.grades.list[grade.grade].id.clone();
                    (id, self.bound(&grade.bound, per, indicator))
                });
                Sense::Graded(grades.collect())
            }
            Meaning::Steps(steps) => {
                let steps = steps.iter().map(|step| (step.points.value.value, self.bound(&step.bound, per, indicator)));
                Sense::Steps(steps.collect())
            }
            Meaning::Open => Sense::Open,
        }
    }

    fn bound(&mut self, quantity: &Quantity<'_>, per: Option<&UnitUse<'_>>, indicator: &Indicator<'_>) -> Bound {
        let category = self.project.standard.category(indicator.category);
        let unit = quantity.unit.and_then(|unit| unit.meaning);
        Bound {
            sign: quantity.comparison.map(|comparison| comparison.value),
            value: self.with_unit(quantity.number.value.value, quantity.unit.as_ref(), per),
            usual: category.direction_of(unit, &self.field.units),
            certain: category.certain_direction(),
        }
    }

    fn with_unit(&mut self, number: Decimal, unit: Option<&UnitUse<'_>>, per: Option<&UnitUse<'_>>) -> Measured {
        let Some(unit) = unit else {
            return Measured { number, unit: String::new(), scale: Ratio::ONE, dimension: None };
        };
        let text = unit.printed().into_owned();
        let meaning = match (unit.meaning, per) {
            (Some(unit), Some(per)) => per.meaning.and_then(|per| unit.per(per)),
            (unit, _) => unit,
        };
        let Some(meaning) = meaning else {
            // Of an unknown unit only its name is known.
            let name = per.map_or_else(|| text.clone(), |per| format!("{text}/{}", per.printed()));
            return Measured { number, unit: text, scale: Ratio::ONE, dimension: Some(name.into()) };
        };
        self.measured(number, meaning, text)
    }

    fn measured(&mut self, number: Decimal, meaning: Unit, unit: String) -> Measured {
        let base = || Arc::from(self.field.units.base_unit(meaning.dimension));
        let dimension = self.names.dimensions.entry(meaning.dimension).or_insert_with(base).clone();
        Measured { number, unit, scale: meaning.scale, dimension: Some(dimension) }
    }

    fn check(&mut self, check: &model::Check<'_>) -> Check {
        let names = &check.text;
        let text = Value::Localized { zh: names.zh.clone().into(), en: names.en.clone().into() };
        let formula = Said { text, place: self.place(check.span) };
        Check { name: check.name.as_ref().map(ToString::to_string), formula }
    }
}

/// `610101 天津市滨海新区知识产权局`
fn org_text(org: &Org<'_>) -> String {
    org.code.as_ref().map_or_else(|| org.name.to_string(), |code| format!("{code} {}", org.name))
}

/// `2023.07-2026.12`
fn period_text(period: model::Period) -> String {
    format!("{}-{}", period.from.dotted(), period.to.dotted())
}

/// What the cell would say without `show`, and what the unit cost is for.
fn meant(target: &Target<'_>, standard: &Standard) -> Option<String> {
    if target.show.is_none() && target.per.is_none() {
        return None;
    }
    let per = target.per.as_ref().map(|per| format!(" 每{}", per.printed()));
    let bare = Target { show: None, ..target.clone() };
    Some(bare.printed(standard) + &per.unwrap_or_default())
}
