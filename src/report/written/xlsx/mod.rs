//! Written reports as an Excel workbook: for each project a sheet with its numbers, sentences and charts, and one with
//! the official form; before them, where there are several, one that compares them.
//!
//! Totals, rates and losses are formulas, so that a number that is put right puts the rest right; their results stand
//! beside them for readers that do not compute. No text becomes a formula, whatever it begins with.

mod charts;
mod overview;
mod project;
mod scores;

use rust_xlsxwriter::{Worksheet, XlsxError, utility::row_col_to_cell_absolute};

use super::Subject;
use crate::{
    diagnostic::Lang,
    report::Report,
    table::{
        RenderError, Square, Table,
        xlsx::{Plan, check, footer, names, project_of, workbook, write},
    },
};

pub(super) fn render(subjects: &[Subject<'_>], lang: Lang) -> Result<Vec<u8>, RenderError> {
    let sheets: Vec<Sheet<'_>> =
        subjects.iter().enumerate().map(|(at, subject)| Sheet::of(subject, at + 1, lang)).collect();
    sheets.iter().try_for_each(|sheet| check(&sheet.project.table).and_then(|()| check(sheet.form)))?;
    let reports: Vec<&Report> = subjects.iter().map(|subject| subject.report).collect();
    let overview = (sheets.len() > 1).then(|| overview::Overview::of(&reports, lang));
    if let Some(overview) = &overview {
        check(&overview.table)?;
    }
    book(&sheets, overview.as_ref(), lang).map_err(|error| RenderError::Broken(error.to_string()))
}

/// The two sheets of a project.
struct Sheet<'s> {
    name: String,
    project: project::Project,
    form_name: String,
    form: &'s Table<'s>,
}

impl<'s> Sheet<'s> {
    fn of(subject: &Subject<'s>, number: usize, lang: Lang) -> Self {
        let project = project::Project::of(subject.report, lang);
        // Names of projects' sheets begin with a digit; so this is none of them. With its blank it is quoted in formulas:
        // LibreOffice takes a bare dot for the end of a sheet's name, and then finds no rows to print on each page.
        let form_name = match lang {
            Lang::Zh => format!("附{number} 自评表"),
            Lang::En => format!("Form {number}"),
        };
        Self { name: names::sheet(number, project_of(&project.table)), project, form_name, form: subject.form }
    }
}

/// Where the total of a project stands: the name of its sheet, and a formula that takes it from there.
struct Source<'s> {
    sheet: &'s str,
    /// `None` where the name could be taken for something else.
    formula: Option<String>,
}

fn book(sheets: &[Sheet<'_>], overview: Option<&overview::Overview>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut written = Vec::with_capacity(sheets.len() * 2);
    let mut sources = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let (project, plan) = project_sheet(sheet, lang)?;
        sources.push(Source { sheet: &sheet.name, formula: elsewhere(&sheet.name, sheet.project.total, &plan) });
        written.push(project);
        let mut form = Worksheet::new();
        form.set_name(&sheet.form_name)?;
        write(&mut form, sheet.form, &[])?;
        written.push(form);
    }
    let mut workbook = workbook()?;
    if let Some(overview) = overview {
        workbook.push_worksheet(overview.write(&sources, lang)?);
    }
    for sheet in written {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

fn project_sheet(sheet: &Sheet<'_>, lang: Lang) -> Result<(Worksheet, Plan), XlsxError> {
    let mut written = Worksheet::new();
    written.set_name(&sheet.name)?;
    let plan = write(&mut written, &sheet.project.table, &sheet.project.heights())?;
    written.set_footer(footer(lang));
    sheet.project.finish(&mut written, &plan, &sheet.name, lang)?;
    Ok((written, plan))
}

/// The number in a cell of another sheet.
fn elsewhere(sheet: &str, square: Square, plan: &Plan) -> Option<String> {
    let (row, column) = plan.square(square);
    // What stands before a bracket would be taken for a function, and quotes for a text.
    (!sheet.contains(['(', '"'])).then(|| format!("'{sheet}'!{}", row_col_to_cell_absolute(row, column)))
}
