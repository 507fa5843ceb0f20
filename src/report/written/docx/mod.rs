//! Written reports as a Word document: real headings, tables and lists, on A4.
//!
//! Bars are tables with shaded cells: they print and copy as they are, and need no program that draws. An official form
//! stands in a section of its own, on the page that it asks for.

mod bars;
mod blocks;
mod styles;

use super::document::{Annex, Chapter, Document};
use crate::{
    diagnostic::Lang,
    table::{
        Letters, Look, Points, RenderError,
        docx::{Dress, NAMESPACE, RELATIONS, Xml, nothing, pack, section, write_grid},
    },
};
use blocks::{paragraph, write_block};

pub(super) fn render(document: &Document<'_>) -> Result<Vec<u8>, RenderError> {
    let look = look();
    let mut writer = Writer { lang: document.lang, look: &look, begun: true, xml: body() };
    writer.document(document);
    let sizes = styles::Sizes::of(&look);
    let title = document.title.replace('\n', " ");
    let dress = Dress { title: &title, look: &look, styles: &sizes.styles(), lang: document.lang };
    pack(writer.xml.finish("w:document"), &dress)
}

/// The letters of its tables are smaller than those of forms: there is more in them.
fn look() -> Look {
    let look = Look::default();
    let smaller = |letters: Letters| Letters { size: Points::of_half(19), ..letters };
    Look { heading: smaller(look.heading), body: smaller(look.body), ..look }
}

fn body() -> Xml {
    let mut xml = Xml::new("w:document", &[NAMESPACE, RELATIONS]);
    xml.start("w:body", &[]);
    xml
}

struct Writer<'w> {
    lang: Lang,
    look: &'w Look,
    /// Whether a page has just begun.
    begun: bool,
    xml: Xml,
}

impl Writer<'_> {
    fn document(&mut self, document: &Document<'_>) {
        paragraph(&mut self.xml, styles::COVER, &document.title);
        self.facts(&document.facts);
        document.chapters.iter().enumerate().for_each(|(at, chapter)| {
            self.chapter(chapter, at + 1 == document.chapters.len());
        });
        self.xml.end("w:body");
    }

    fn facts(&mut self, facts: &[String]) {
        facts.iter().for_each(|fact| paragraph(&mut self.xml, styles::FACT, fact));
    }

    fn chapter(&mut self, chapter: &Chapter<'_>, is_last: bool) {
        let heading = if chapter.title.is_some() { styles::SUBHEADING } else { styles::HEADING };
        if let Some(title) = &chapter.title {
            let style = if self.begun { styles::HEADING } else { styles::CHAPTER };
            paragraph(&mut self.xml, style, title);
        }
        self.begun = false;
        self.facts(&chapter.facts);
        for part in &chapter.sections {
            if !part.title.is_empty() {
                paragraph(&mut self.xml, heading, &part.title);
            }
            part.blocks.iter().for_each(|block| write_block(&mut self.xml, block, self.look, self.lang));
        }
        if let Some(annex) = &chapter.annex {
            nothing(&mut self.xml, false, Some(self.look));
            self.annex(annex, heading);
        }
        let look = chapter.annex.as_ref().map_or(self.look, |annex| &annex.form.look);
        match (is_last, &chapter.annex) {
            (true, _) => section(&mut self.xml, look),
            (false, Some(_)) => {
                nothing(&mut self.xml, false, Some(look));
                self.begun = true;
            }
            (false, None) => {}
        }
    }

    fn annex(&mut self, Annex { title, form }: &Annex<'_>, heading: &'static str) {
        paragraph(&mut self.xml, heading, title);
        paragraph(&mut self.xml, styles::FORM, &form.title);
        write_grid(&mut self.xml, form);
    }
}
