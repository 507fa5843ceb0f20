//! The styles of a report, besides those of forms.

use crate::table::{
    Letters, Look, Points,
    docx::{Style, Xml, number, val},
};

pub(super) const COVER: &str = "Title";
pub(super) const FACT: &str = "Fact";
/// Over a chapter; over a section where there are no chapters.
pub(super) const HEADING: &str = "Heading1";
/// The same, on a new page.
pub(super) const CHAPTER: &str = "Chapter";
pub(super) const SUBHEADING: &str = "Heading2";
pub(super) const FORM: &str = "FormTitle";
pub(super) const TEXT: &str = "BodyText";
pub(super) const POINT: &str = "ListBullet";
pub(super) const CAPTION: &str = "Caption";
pub(super) const NOTE: &str = "Note";
pub(super) const NUMBER: &str = "Figure";
pub(super) const LABEL: &str = "BarLabel";
pub(super) const AMOUNT: &str = "BarAmount";

/// The blank between a bar and what stands beside it, in twentieths of a point.
const BESIDE: u16 = 90;

/// The letters of all sizes.
pub(super) struct Sizes {
    cover: Letters,
    heading: Letters,
    subheading: Letters,
    text: Letters,
    small: Letters,
    label: Letters,
    number: Letters,
}

impl Sizes {
    pub fn of(look: &Look) -> Self {
        let sized = |letters: &Letters, half| Letters { size: Points::of_half(half), ..letters.clone() };
        let heading = Letters { bold: false, ..look.title.clone() };
        Self {
            cover: sized(&look.title, 40),
            heading: sized(&heading, 30),
            subheading: sized(&heading, 26),
            text: sized(&look.body, 24),
            small: sized(&look.body, 18),
            label: sized(&look.body, 19),
            number: sized(&heading, 40),
        }
    }

    pub fn styles(&self) -> [Style<'_>; 13] {
        let style = |id, name, letters, write| Style { id, name, letters, write };
        [
            style(COVER, "Title", &self.cover, cover),
            style(FACT, "Fact", &self.label, fact),
            style(HEADING, "heading 1", &self.heading, heading),
            style(CHAPTER, "Chapter", &self.heading, chapter),
            style(SUBHEADING, "heading 2", &self.subheading, subheading),
            style(FORM, "Form Title", &self.subheading, form),
            style(TEXT, "Body Text", &self.text, text),
            style(POINT, "List Bullet", &self.text, point),
            style(CAPTION, "caption", &self.label, caption),
            style(NOTE, "Note", &self.small, note),
            style(NUMBER, "Figure", &self.number, centred),
            style(LABEL, "Bar Label", &self.label, label),
            style(AMOUNT, "Bar Amount", &self.label, amount),
        ]
    }
}

fn spacing(xml: &mut Xml, before: u16, after: u16) {
    xml.empty("w:spacing", &[number("w:before", before), number("w:after", after)]);
}

fn cover(xml: &mut Xml) {
    spacing(xml, 240, 240);
    xml.empty("w:jc", &[val("center")]);
}

fn fact(xml: &mut Xml) {
    spacing(xml, 0, 20);
    xml.empty("w:jc", &[val("center")]);
}

/// Headings stay with what follows, and have a level in the outline.
fn outlined(xml: &mut Xml, begins_page: bool, before: u16, level: &'static str) {
    xml.empty("w:keepNext", &[]);
    xml.empty("w:keepLines", &[]);
    if begins_page {
        xml.empty("w:pageBreakBefore", &[]);
    }
    spacing(xml, before, 120);
    xml.empty("w:outlineLvl", &[val(level)]);
}

fn heading(xml: &mut Xml) {
    outlined(xml, false, 320, "0");
}

fn chapter(xml: &mut Xml) {
    outlined(xml, true, 0, "0");
}

fn subheading(xml: &mut Xml) {
    outlined(xml, false, 260, "1");
}

fn form(xml: &mut Xml) {
    xml.empty("w:keepNext", &[]);
    spacing(xml, 120, 120);
    xml.empty("w:jc", &[val("center")]);
}

/// Chinese paragraphs have lines one and a half apart.
fn text(xml: &mut Xml) {
    let spacing = [number("w:before", 0), number("w:after", 120), number("w:line", 360), ("w:lineRule", "auto".into())];
    xml.empty("w:spacing", &spacing);
}

fn point(xml: &mut Xml) {
    xml.within("w:tabs", &[], |xml| xml.empty("w:tab", &[val("left"), number("w:pos", 340)]));
    let spacing = [number("w:before", 0), number("w:after", 60), number("w:line", 320), ("w:lineRule", "auto".into())];
    xml.empty("w:spacing", &spacing);
    xml.empty("w:ind", &[number("w:left", 340), number("w:hanging", 340)]);
}

fn caption(xml: &mut Xml) {
    xml.empty("w:keepNext", &[]);
    spacing(xml, 160, 60);
}

fn note(xml: &mut Xml) {
    spacing(xml, 40, 160);
}

fn centred(xml: &mut Xml) {
    spacing(xml, 0, 0);
    xml.empty("w:jc", &[val("center")]);
}

fn label(xml: &mut Xml) {
    spacing(xml, 20, 20);
    xml.empty("w:ind", &[number("w:right", BESIDE)]);
    xml.empty("w:jc", &[val("right")]);
}

fn amount(xml: &mut Xml) {
    spacing(xml, 20, 20);
    xml.empty("w:ind", &[number("w:left", BESIDE)]);
    xml.empty("w:jc", &[val("left")]);
}
