//! Written reports as one HTML file that needs nothing beside it: it prints on A4, and is read on a phone.
//!
//! Texts stand in the page, bars in pictures of their own, each as wide as its place: so labels break into lines where
//! they must, and no letter is scaled or cut off.

use super::{
    document::{Annex, Block, Chapter, Document, Figure, Item, Picture, Section},
    svg,
};
use crate::{
    diagnostic::Lang,
    markup::{element, escape},
    table::{Table, html::write_grid},
};

/// How it looks.
const STYLE: &str = include_str!("report.css");

pub(super) fn render(document: &Document<'_>) -> String {
    let lang = document.lang;
    let mut out = Writer { lang, level: 2, out: String::from("<!DOCTYPE html>\n") };
    out.tag(&format!("<html lang=\"{}\">", lang.tag()));
    out.tag("<head>\n<meta charset=\"utf-8\">");
    out.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    element("title", &document.title.replace('\n', " "), &mut out.out);
    out.out.extend(["<style>\n", STYLE, "</style>\n</head>\n<body>\n<main>\n<header>\n"]);
    element("h1", &document.title, &mut out.out);
    out.facts(&document.facts);
    out.tag("</header>");
    out.contents(&document.chapters);
    document.chapters.iter().enumerate().for_each(|(at, chapter)| out.chapter(at, chapter));
    out.tag("</main>\n</body>\n</html>");
    out.out
}

struct Writer {
    lang: Lang,
    /// The level of the headings of sections.
    level: usize,
    out: String,
}

impl Writer {
    /// Tags on a line of their own.
    fn tag(&mut self, tags: &str) {
        self.out.extend([tags, "\n"]);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// Where each chapter is found; for the screen.
    fn contents(&mut self, chapters: &[Chapter<'_>]) {
        if chapters.len() < 2 {
            return;
        }
        self.tag("<nav>\n<ul>");
        for (at, title) in chapters.iter().enumerate().filter_map(|(at, chapter)| Some((at, chapter.title.as_ref()?))) {
            self.out.push_str(&format!("<li><a href=\"#c{at}\">"));
            self.text(title);
            self.tag("</a></li>");
        }
        self.tag("</ul>\n</nav>");
    }

    fn chapter(&mut self, at: usize, chapter: &Chapter<'_>) {
        self.out.push_str(&format!("<article id=\"c{at}\">\n"));
        self.level = 2;
        if let Some(title) = &chapter.title {
            self.heading(title);
            self.level = 3;
        }
        self.facts(&chapter.facts);
        chapter.sections.iter().for_each(|section| self.section(section));
        if let Some(annex) = &chapter.annex {
            self.annex(annex);
        }
        self.tag("</article>");
    }

    fn heading(&mut self, title: &str) {
        let name = format!("h{}", self.level);
        element(&name, title, &mut self.out);
    }

    fn facts(&mut self, facts: &[String]) {
        if facts.is_empty() {
            return;
        }
        self.tag("<ul class=\"facts\">");
        facts.iter().for_each(|fact| element("li", fact, &mut self.out));
        self.tag("</ul>");
    }

    fn annex(&mut self, Annex { title, form }: &Annex<'_>) {
        self.tag("<section class=\"annex\">");
        self.heading(title);
        self.out.push_str("<p class=\"form\">");
        self.text(&form.title);
        self.tag("</p>");
        self.table(form, "form");
        self.tag("</section>");
    }

    fn section(&mut self, section: &Section<'_>) {
        self.tag("<section>");
        if !section.title.is_empty() {
            self.heading(&section.title);
        }
        for block in &section.blocks {
            match block {
                Block::Figures(figures) => self.figures(figures),
                Block::Text(text) => element("p", text, &mut self.out),
                Block::List(items) => self.list(items),
                Block::Table(table) => self.table(table, ""),
                Block::Picture(picture) => self.picture(picture),
            }
        }
        self.tag("</section>");
    }

    fn table(&mut self, table: &Table<'_>, class: &str) {
        self.out.push_str(&format!("<div class=\"scroll {class}\">\n"));
        write_grid(table, &mut self.out);
        self.tag("</div>");
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.tag("<dl class=\"figures\">");
        for Figure { name, number, note } in figures {
            self.tag("<div>");
            element("dt", name, &mut self.out);
            self.spanned("dd", "number", number);
            self.spanned("dd", "note", note);
            self.tag("</div>");
        }
        self.tag("</dl>");
    }

    /// An element of a class with a text in it.
    fn spanned(&mut self, name: &str, class: &str, text: &str) {
        self.out.push_str(&format!("<{name} class=\"{class}\">"));
        self.text(text);
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn list(&mut self, items: &[Item]) {
        self.tag("<ul class=\"points\">");
        for Item { name, text, gap } in items {
            self.out.push_str("<li>");
            if !name.is_empty() {
                self.out.push_str("<b>");
                self.text(name);
                self.out.push_str(if self.lang == Lang::Zh { "</b>：" } else { "</b>: " });
            }
            self.text(text);
            if !gap.is_empty() {
                self.out.push_str(" <b class=\"gap\">");
                self.text(gap);
                self.out.push_str("</b>");
            }
            self.tag("</li>");
        }
        self.tag("</ul>");
    }

    fn picture(&mut self, picture: &Picture) {
        self.tag("<figure>");
        element("figcaption", &picture.title, &mut self.out);
        for bar in &picture.bars {
            self.out.push_str("<div class=\"bar\"><span class=\"label\">");
            self.text(&bar.label);
            self.out.push_str("</span>");
            svg::bar(picture, bar, &mut self.out);
            self.out.push_str("<span class=\"amount\">");
            self.text(&bar.text);
            self.tag("</span></div>");
        }
        self.out.push_str("<div class=\"bar axis\"><span class=\"label\"></span>");
        svg::scale(picture, &mut self.out);
        self.tag("<span class=\"amount\"></span></div>");
        if !picture.note.is_empty() {
            self.spanned("p", "note", &picture.note);
        }
        self.tag("</figure>");
    }
}
