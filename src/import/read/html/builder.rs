//! Tags and texts become paragraphs and tables.

use super::{
    super::{
        super::document::{Block, Document, Excess, ReadError},
        cells::{Budget, Squares},
        references,
    },
    flow::{Flow, Part},
    scope::{Place, Scope, State},
    style::{Look, Sheet},
    table::{Section, Table},
    tokens::{Attributes, Token},
};

/// How many tables may stand within each other.
const MOST_DEPTH: usize = 64;

/// Elements that begin and end lines, and end a paragraph that is open.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "ul",
];

/// Elements without content and end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];

/// Elements that end one of their like that stands at once around them.
const ITEMS: [&str; 4] = ["li", "dt", "dd", "option"];

/// Elements whose content is not shown.
const HIDDEN: [&str; 4] = ["template", "svg", "xml", "head"];

/// Puts a page together.
pub(super) struct Builder {
    sheet: Sheet,
    /// The page, then each open table, and the open cell or caption of each but perhaps the last.
    scopes: Vec<Scope>,
    /// The texts of the page and of the open cells and captions.
    flows: Vec<Flow>,
    tables: Vec<Table>,
    budget: Budget,
    squares: Squares,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            sheet: Sheet::default(),
            scopes: vec![Scope::new(Place::Page, State::default())],
            flows: vec![Flow::default()],
            tables: Vec::new(),
            budget: Budget::new(),
            squares: Squares::new(),
        }
    }

    pub(super) fn take(&mut self, token: Token<'_>) -> Result<(), ReadError> {
        match token {
            Token::Text(text) => self.text(text),
            Token::Style(css) => self.sheet.add(css),
            Token::Start { name, attributes } => return self.start(name.to_ascii_lowercase(), attributes),
            Token::End(name) => return self.end(&name.to_ascii_lowercase()),
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Document, ReadError> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        let parts = self.flows.pop().map(Flow::finish).unwrap_or_default();
        let mut document = Document::default();
        for part in parts {
            match part {
                Part::Grid(grid) => document.blocks.push(Block::Grid(grid)),
                Part::Text(text) => {
                    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                    for line in lines {
                        self.budget.paragraph(line)?;
                        document.blocks.push(Block::Paragraph(line.to_owned()));
                    }
                }
            }
        }
        Ok(document)
    }

    fn place(&self) -> Place {
        self.scopes.last().map_or(Place::Page, |scope| scope.place)
    }

    fn state(&self) -> State {
        self.scopes.last().map(Scope::state).unwrap_or_default()
    }

    /// The flow of the page or cell that is open, unless it is hidden.
    fn flow(&mut self) -> Option<&mut Flow> {
        let is_hidden = self.state().hidden;
        self.flows.last_mut().filter(|_| !is_hidden)
    }

    fn text(&mut self, text: &str) {
        // Between the cells of a table are no texts: browsers show them before it.
        if self.place() == Place::Table && text.trim_ascii().is_empty() {
            return;
        }
        let keeps = self.state().keeps;
        if let Some(flow) = self.flow() {
            let text = references::decoded(text);
            if keeps { flow.push_kept(&text) } else { flow.push(&text) }
        }
    }

    fn start(&mut self, name: String, attributes: Attributes<'_>) -> Result<(), ReadError> {
        match name.as_str() {
            "table" => return self.start_table(attributes),
            "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "colgroup" | "col" => {
                return self.start_part(&name, attributes);
            }
            "br" => self.break_line(),
            _ => self.start_element(name, attributes),
        }
        Ok(())
    }

    fn break_line(&mut self) {
        if let Some(flow) = self.flow() {
            flow.break_line();
        }
    }

    fn end_line(&mut self) {
        if let Some(flow) = self.flow() {
            flow.end_line();
        }
    }

    fn start_element(&mut self, name: String, attributes: Attributes<'_>) {
        let is_block = BLOCKS.contains(&name.as_str());
        if is_block && !self.scopes.last().is_some_and(|scope| scope.is_open("template")) {
            self.close("p");
        }
        let is_item = ITEMS.contains(&name.as_str());
        if is_item && self.scopes.last().and_then(Scope::last).is_some_and(|last| last == name) {
            self.close(&name);
        }
        let mut state = self.shown(&name, attributes, self.state());
        state.hidden |= HIDDEN.contains(&name.as_str());
        if is_block && !state.hidden {
            self.end_line();
        }
        let is_pre = is_pre(&name);
        if !VOID.contains(&name.as_str())
            && let Some(scope) = self.scopes.last_mut()
        {
            scope.push(name, state);
        }
        if let Some(flow) = self.flow().filter(|_| is_pre) {
            flow.begin_pre();
        }
    }

    /// How an element is shown.
    fn shown(&self, name: &str, attributes: Attributes<'_>, parent: State) -> State {
        let class = attributes.get("class").unwrap_or_default();
        let style = attributes.get("style").map(|style| Look::declared(&style)).unwrap_or_default();
        let native = Look { hidden: None, keeps: is_pre(name).then_some(true) };
        let look = style.over(self.sheet.look(name, &class)).over(native);
        let is_hidden = look.hidden.unwrap_or_else(|| attributes.get("hidden").is_some());
        State { hidden: parent.hidden || is_hidden, keeps: look.keeps.unwrap_or(parent.keeps) }
    }

    /// Closes an element; answers whether it was open.
    fn close(&mut self, name: &str) -> bool {
        self.scopes.last_mut().is_some_and(|scope| scope.close(name))
    }

    fn start_table(&mut self, attributes: Attributes<'_>) -> Result<(), ReadError> {
        if self.place() == Place::Table {
            self.end_table()?;
        }
        if self.tables.len() >= MOST_DEPTH {
            return Err(ReadError::TooLarge { what: Excess::Depth, most: MOST_DEPTH });
        }
        self.close("p");
        let state = self.shown("table", attributes, self.state());
        self.scopes.push(Scope::new(Place::Table, state));
        self.tables.push(Table::new(state));
        Ok(())
    }

    /// Begins a part of the innermost table; outside of all tables, it is passed over.
    fn start_part(&mut self, name: &str, attributes: Attributes<'_>) -> Result<(), ReadError> {
        if self.tables.is_empty() {
            return Ok(());
        }
        self.end_cell();
        match name {
            "thead" => self.start_group(Section::Thead, name, attributes),
            "tbody" => self.start_group(Section::Tbody, name, attributes),
            "tfoot" => self.start_group(Section::Tfoot, name, attributes),
            "tr" => self.start_row(attributes),
            "td" | "th" => return self.start_cell(name, attributes),
            "caption" => {
                let state = self.shown(name, attributes, self.table_state());
                self.scopes.push(Scope::new(Place::Caption, state));
                self.flows.push(Flow::default());
            }
            _ => {}
        }
        Ok(())
    }

    /// How what begins next in the innermost table is shown.
    fn table_state(&self) -> State {
        self.tables.last().map(Table::state).unwrap_or_default()
    }

    fn start_group(&mut self, section: Section, name: &str, attributes: Attributes<'_>) {
        self.end_group();
        let state = self.shown(name, attributes, self.table_state());
        if let Some(table) = self.tables.last_mut() {
            table.begin_group(section, state);
        }
    }

    fn start_row(&mut self, attributes: Attributes<'_>) {
        self.end_row();
        let state = self.shown("tr", attributes, self.table_state());
        if let Some(table) = self.tables.last_mut() {
            table.begin_row(state);
        }
    }

    fn start_cell(&mut self, name: &str, attributes: Attributes<'_>) -> Result<(), ReadError> {
        let state = self.shown(name, attributes, self.table_state());
        if let Some(table) = self.tables.last_mut() {
            if !table.has_row() {
                table.begin_row(table.state());
            }
            if !state.hidden {
                let [rows, columns] = ["rowspan", "colspan"].map(|name| span(attributes, name));
                table.place(rows, columns, stored(attributes), &mut self.squares)?;
            }
        }
        self.scopes.push(Scope::new(Place::Cell, state));
        self.flows.push(Flow::default());
        Ok(())
    }

    /// Ends the open cell or caption of the innermost table, and the elements that are open between its cells.
    fn end_cell(&mut self) {
        let place = self.place();
        if matches!(place, Place::Cell | Place::Caption) {
            let is_hidden = self.scopes.pop().is_some_and(|scope| scope.base.hidden);
            let parts = self.flows.pop().map(Flow::finish).unwrap_or_default();
            match self.tables.last_mut().filter(|_| !is_hidden) {
                Some(table) if place == Place::Cell => table.fill(parts),
                Some(table) => table.caption(parts),
                None => {}
            }
        }
        if let Some(scope) = self.scopes.last_mut() {
            scope.clear();
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.end_row();
        }
    }

    fn end_group(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.end_group();
        }
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        self.end_cell();
        let Some(table) = self.tables.pop() else { return Ok(()) };
        self.scopes.pop();
        let parts = table.finish(&mut self.budget)?;
        if let Some(flow) = self.flows.last_mut() {
            flow.extend(parts);
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "table" if !self.tables.is_empty() => return self.end_table(),
            "td" | "th" if self.place() == Place::Cell => self.end_cell(),
            "caption" if self.place() == Place::Caption => self.end_cell(),
            "tr" if !self.tables.is_empty() => {
                self.end_cell();
                self.end_row();
            }
            "thead" | "tbody" | "tfoot" if !self.tables.is_empty() => {
                self.end_cell();
                self.end_group();
            }
            "br" => self.break_line(),
            _ => self.end_element(name),
        }
        Ok(())
    }

    fn end_element(&mut self, name: &str) {
        let was_hidden = self.state().hidden;
        let was_open = self.close(name);
        if BLOCKS.contains(&name) && !was_hidden && (was_open || name == "p") {
            self.end_line();
        }
    }
}

fn is_pre(name: &str) -> bool {
    matches!(name, "pre" | "listing")
}

/// The number that a cell holds, where the program that saved the page says it: Excel, LibreOffice.
fn stored(attributes: Attributes<'_>) -> Option<String> {
    ["x:num", "sdval"].into_iter().find_map(|name| attributes.get(name)).map(|stored| stored.into_owned())
}

/// A number of rows or columns; 1 where none is given.
fn span(attributes: Attributes<'_>, name: &str) -> usize {
    let Some(value) = attributes.get(name) else { return 1 };
    let value = value.trim_ascii_start();
    let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match value.get(..digits).unwrap_or_default() {
        "" => 1,
        digits => digits.parse().unwrap_or(usize::MAX),
    }
}
