//! Written reports in GitHub Flavored Markdown. Pictures are tables whose middle column is a bar of blocks.

use super::document::{Annex, Bar, Block, Chapter, Document, Figure, Item, Picture, Section, Tone};
use crate::{
    diagnostic::Lang,
    table::markdown::{escape, escape_begin, write_grid},
};

/// How many blocks a whole bar has.
const BLOCKS: usize = 20;

pub(super) fn render(document: &Document<'_>) -> String {
    let mut out = Writer { lang: document.lang, out: String::new() };
    out.heading(1, &document.title);
    out.facts(&document.facts);
    document.chapters.iter().for_each(|chapter| out.chapter(chapter));
    out.out
}

struct Writer {
    lang: Lang,
    out: String,
}

impl Writer {
    fn chapter(&mut self, chapter: &Chapter<'_>) {
        let mut level = 2;
        if let Some(title) = &chapter.title {
            self.heading(level, title);
            level += 1;
        }
        self.facts(&chapter.facts);
        chapter.sections.iter().for_each(|section| self.section(level, section));
        if let Some(Annex { title, form }) = &chapter.annex {
            self.heading(level, title);
            self.paragraph(&form.title);
            self.table(|out| write_grid(form, out));
        }
    }

    fn section(&mut self, level: usize, section: &Section<'_>) {
        if !section.title.is_empty() {
            self.heading(level, &section.title);
        }
        for block in &section.blocks {
            match block {
                Block::Figures(figures) => self.figures(figures),
                Block::Text(text) => self.paragraph(text),
                Block::List(items) => self.list(items),
                Block::Table(table) => self.table(|out| write_grid(table, out)),
                Block::Picture(picture) => self.picture(picture),
            }
        }
    }

    /// A blank line, before all but the first.
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn heading(&mut self, level: usize, title: &str) {
        self.gap();
        self.out.push_str(&"#".repeat(level));
        self.out.push(' ');
        escape(title, &mut self.out);
        self.out.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.gap();
        escape_begin(text, &mut self.out);
        self.out.push('\n');
    }

    fn table(&mut self, write: impl FnOnce(&mut String)) {
        self.gap();
        write(&mut self.out);
    }

    fn facts(&mut self, facts: &[String]) {
        let items = facts.iter().map(|fact| Item { name: String::new(), text: fact.clone(), gap: String::new() });
        self.list(&items.collect::<Vec<_>>());
    }

    fn list(&mut self, items: &[Item]) {
        if items.is_empty() {
            return;
        }
        self.gap();
        for Item { name, text, gap } in items {
            self.out.push_str("- ");
            if !name.is_empty() {
                // The colon outside: before a letter the stars would not be taken for an end behind quotes.
                self.strong(name);
                self.out.push_str(if self.lang == Lang::Zh { "：" } else { ": " });
            }
            if name.is_empty() {
                escape_begin(text, &mut self.out)
            } else {
                escape(text, &mut self.out)
            }
            if !gap.is_empty() {
                self.out.push(' ');
                self.strong(gap);
            }
            self.out.push('\n');
        }
    }

    fn strong(&mut self, text: &str) {
        self.out.push_str("**");
        escape(text, &mut self.out);
        self.out.push_str("**");
    }

    /// A table with a row for each of the cells' texts.
    fn rows<'c>(&mut self, rows: impl IntoIterator<Item = Vec<&'c str>>) {
        self.gap();
        for (at, row) in rows.into_iter().enumerate() {
            let columns = row.len();
            for cell in row {
                self.out.push_str("| ");
                escape(cell, &mut self.out);
                self.out.push_str(if cell.is_empty() { "" } else { " " });
            }
            self.out.push_str("|\n");
            if at == 0 {
                self.out.push_str(&"| --- ".repeat(columns));
                self.out.push_str("|\n");
            }
        }
    }

    fn figures(&mut self, figures: &[Figure]) {
        let row = |of: fn(&Figure) -> &str| figures.iter().map(of).collect::<Vec<_>>();
        self.rows([row(|figure| &figure.name), row(|figure| &figure.number), row(|figure| &figure.note)]);
    }

    fn picture(&mut self, picture: &Picture) {
        let marks = picture.marks.iter().map(|mark| mark.name.as_str()).collect::<Vec<_>>().join(" │ ");
        let drawn: Vec<String> = picture.bars.iter().map(|bar| drawn(picture, bar)).collect();
        let rows = picture.bars.iter().zip(&drawn).map(|(bar, drawn)| vec![&*bar.label, drawn, &bar.text]);
        self.rows(std::iter::once(vec![&*picture.title, &marks, ""]).chain(rows));
        if !picture.note.is_empty() {
            self.paragraph(&picture.note);
        }
    }
}

/// A bar of blocks, with a line at each mark that it does not reach.
fn drawn(picture: &Picture, bar: &Bar) -> String {
    let (filled, whole) = bar.shares(picture.end);
    let block = |at: usize| {
        let at = (at as f64 + 0.5) / BLOCKS as f64;
        let is_mark = |mark: f64| (mark / picture.end - at).abs() * 2.0 <= 1.0 / BLOCKS as f64;
        match bar.tone {
            Tone::Met if at <= filled => '█',
            Tone::Missed if at <= filled => '▒',
            _ if picture.marks.iter().any(|mark| mark.at > 0.0 && mark.at < picture.end && is_mark(mark.at)) => '│',
            _ if at <= whole => '░',
            _ => '·',
        }
    };
    let blocks: String = (0..BLOCKS).map(block).collect();
    if bar.is_cut(picture.end) { blocks + "»" } else { blocks }
}
