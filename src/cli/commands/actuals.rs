//! `perfc actuals`: the workbook in which results are filled in.

use std::{
    collections::HashMap,
    io::{self, IsTerminal},
    path::Path,
};

use jiff::civil;
use perfc::{
    compile::Visitor,
    diagnostic::Lang,
    model::{Model, Project, Results, Workspace},
    source::{Span, Spots},
    table::fill_in::{FillIn, fill_in, write},
    values::read_date,
};

use crate::cli::{Status, args, compile::compile_in_order_with, output::Terminal};

/// The sheet of each project.
#[derive(Debug, Default)]
struct Sheets {
    /// The day that is asked for.
    at: Option<civil::Date>,
    list: Vec<FillIn>,
    /// The number of each, by the place where its project is named.
    places: HashMap<Span, usize>,
}

impl Visitor for Sheets {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
        self.places.insert(project.name.span, self.list.len());
        let sheet = fill_in(project, &model.field);
        self.list.push(match self.at {
            Some(day) => sheet.at(day, project),
            None => sheet,
        });
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], _: &Model<'_>, _: &dyn Spots) {
        let sheet = self.places.get(&project.name.span).and_then(|at| self.list.get_mut(*at));
        // Of several the last is gone on with; without a day they are those of the year.
        let day = |results: &&Results<'_>| results.at.map_or(civil::Date::MAX, |at| at.value.last_day());
        if let (Some(sheet), Some(latest)) = (sheet, results.iter().max_by_key(day)) {
            sheet.fill(project, latest);
        }
    }
}

pub fn run(arguments: &args::Actuals, terminal: &Terminal) -> Status {
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let Ok(at) = day(arguments.at.as_deref(), terminal) else { return Status::Failed };
    if !may_write(output, arguments.force, terminal) {
        return Status::Failed;
    }
    let new = || Sheets { at, ..Sheets::default() };
    let batch = compile_in_order_with(&arguments.inputs, &arguments.results.actuals, terminal, new);
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if status != Status::Clean {
        terminal.say(
            "检查没有通过，没有输出：有错的目标生成的填报表，会问错东西",
            "the check did not pass; nothing was written: a sheet of targets with mistakes would ask for the wrong things",
        );
        return status;
    }
    let sheets: Vec<FillIn> = batch.results.into_iter().flat_map(|(_, sheets)| sheets.list).collect();
    if sheets.is_empty() {
        terminal.say_no_project();
        return Status::Findings;
    }
    if output.is_some_and(|path| batch.read.has(path, terminal)) {
        return Status::Failed;
    }
    let bytes = match write(&sheets) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = error.message(terminal.lang);
            terminal.say(&format!("错误：{message}"), &format!("error: {message}"));
            return Status::Failed;
        }
    };
    let written = terminal.write_with(output, |out| out.write_all(&bytes));
    if let (Some(output), [path], Status::Clean) = (output, arguments.inputs.paths.as_slice(), written) {
        say_next_step(path, output, terminal);
    }
    written
}

/// Says how what is filled in is read.
fn say_next_step(targets: &Path, sheet: &Path, terminal: &Terminal) {
    let (targets, sheet) = (targets.display(), sheet.display());
    terminal.say(
        &format!("已生成 {sheet}；填好黄色的格子以后：perfc check {targets} --actuals {sheet}"),
        &format!("wrote {sheet}; when the yellow cells are filled in: perfc check {targets} --actuals {sheet}"),
    );
}

/// The day of the results, where it is given; what is no day is said.
fn day(text: Option<&str>, terminal: &Terminal) -> Result<Option<civil::Date>, ()> {
    let Some(text) = text else { return Ok(None) };
    match read_date(text) {
        Ok((date, _)) if date.day.is_some() => Ok(Some(date.first_day())),
        _ => {
            terminal.say(
                &format!("错误：{text} 不是一天；写成 --at 2026-12-31"),
                &format!("error: {text} is no day; write --at 2026-12-31"),
            );
            Err(())
        }
    }
}

/// Whether there is somewhere to write to; what is amiss is said. A sheet that somebody has begun to fill in is not lost.
fn may_write(output: Option<&Path>, force: bool, terminal: &Terminal) -> bool {
    let Some(path) = output else {
        if io::stdout().is_terminal() {
            terminal.say(
                "错误：Excel 表不能显示在屏幕上；请写到文件：-o 填报表.xlsx",
                "error: a terminal cannot show a workbook; write it to a file: -o fill-in.xlsx",
            );
        }
        return !io::stdout().is_terminal();
    };
    let reason = |zh, en| terminal.complain(path, if terminal.lang == Lang::Zh { zh } else { en });
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        reason(
            "填报表是 Excel 文件，文件名应以 .xlsx 结尾",
            "the workbook is an Excel file; its name must end with .xlsx",
        );
        return false;
    }
    if path.exists() && !force {
        reason(
            "文件已存在，没有改动它（--force 可覆盖）",
            "the file exists and was left as it is (--force writes over it)",
        );
        return false;
    }
    true
}
