//! How the document looks: fonts, sizes, styles.

use super::{
    document::NAMESPACE,
    package::Part,
    xml::{Xml, number, val},
};
use crate::{
    diagnostic::Lang,
    table::{Letters, Look, look::Font},
};

/// The id of the style of titles.
pub(super) const TITLE: &str = "Heading1";

/// The id of the style of lines above the grid.
pub(super) const LINE: &str = "FormLine";

/// The id of the style of the texts in cells.
pub(super) const CELL: &str = "FormCell";

/// The id of the style of labels and names of columns.
pub(super) const HEAD: &str = "FormHead";

/// The id of the style of the foot of the page.
pub(super) const FOOT: &str = "Footer";

/// A style of paragraphs.
pub(crate) struct Style<'s> {
    /// By what paragraphs name it.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Its letters.
    pub letters: &'s Letters,
    /// Writes the properties of its paragraphs.
    pub write: fn(&mut Xml),
}

/// The styles: those of forms, and further ones, which go before those of the same id.
pub(super) fn styles(look: &Look, further: &[Style<'_>], lang: Lang) -> Part {
    let mut xml = Xml::new("w:styles", &[NAMESPACE]);
    xml.within("w:docDefaults", &[], |xml| {
        xml.within("w:rPrDefault", &[], |xml| {
            xml.within("w:rPr", &[], |xml| {
                fonts_of(xml, &look.body, lang);
                size(xml, &look.body);
                xml.empty("w:lang", &[val("en-US"), ("w:eastAsia", "zh-CN".into()), ("w:bidi", "ar-SA".into())]);
            });
        });
        xml.within("w:pPrDefault", &[], |xml| xml.empty("w:pPr", &[]));
    });
    xml.within("w:style", &[("w:type", "paragraph".into()), number("w:default", 1), id("Normal")], |xml| {
        xml.empty("w:name", &[val("Normal")]);
        xml.empty("w:qFormat", &[]);
    });
    let style = |id, name, letters, write| Style { id, name, letters, write };
    let own = [
        style(TITLE, "heading 1", &look.title, title),
        style(LINE, "Form Line", &look.body, line),
        style(CELL, "Form Cell", &look.body, cell),
        style(HEAD, "Form Head", &look.heading, cell),
        style(FOOT, "footer", &look.body, foot),
    ];
    let is_other = |style: &&Style<'_>| further.iter().all(|further| further.id != style.id);
    for style in own.iter().filter(is_other).chain(further) {
        paragraph_style(&mut xml, style, lang);
    }
    Part { name: "word/styles.xml", body: xml.finish("w:styles") }
}

fn id(id: &'static str) -> (&'static str, std::borrow::Cow<'static, str>) {
    ("w:styleId", id.into())
}

fn paragraph_style(xml: &mut Xml, style: &Style<'_>, lang: Lang) {
    xml.within("w:style", &[("w:type", "paragraph".into()), id(style.id)], |xml| {
        xml.empty("w:name", &[val(style.name)]);
        xml.empty("w:basedOn", &[val("Normal")]);
        if style.id == TITLE {
            xml.empty("w:next", &[val("Normal")]);
        }
        xml.empty("w:qFormat", &[]);
        xml.within("w:pPr", &[], style.write);
        xml.within("w:rPr", &[], |xml| {
            fonts_of(xml, style.letters, lang);
            if style.letters.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            size(xml, style.letters);
        });
    });
}

fn title(xml: &mut Xml) {
    xml.empty("w:keepNext", &[]);
    xml.empty("w:keepLines", &[]);
    xml.empty("w:spacing", &[number("w:before", 0), number("w:after", 160)]);
    xml.empty("w:jc", &[val("center")]);
    xml.empty("w:outlineLvl", &[val("0")]);
}

fn line(xml: &mut Xml) {
    xml.empty("w:keepNext", &[]);
    xml.empty("w:spacing", &[number("w:before", 0), number("w:after", 40)]);
}

fn cell(xml: &mut Xml) {
    xml.empty("w:spacing", &[number("w:before", 20), number("w:after", 20)]);
}

fn foot(xml: &mut Xml) {
    xml.empty("w:jc", &[val("center")]);
}

/// One font for all letters of Chinese documents, where the hint makes quotes and signs that both Chinese and Western
/// fonts have Chinese ones. Others have a Western one beside it.
pub(crate) fn fonts_of(xml: &mut Xml, letters: &Letters, lang: Lang) {
    let font = letters.font.as_str();
    let western = match lang {
        Lang::Zh => font,
        Lang::En if font == SANS => "Arial",
        Lang::En => "Times New Roman",
    };
    let mut fonts = vec![("w:ascii", western.into()), ("w:hAnsi", western.into())];
    fonts.extend([("w:eastAsia", font.into()), ("w:cs", western.into())]);
    if lang == Lang::Zh {
        fonts.insert(0, ("w:hint", "eastAsia".into()));
    }
    xml.empty("w:rFonts", &fonts);
}

/// The Chinese font without serifs.
const SANS: &str = "黑体";

fn size(xml: &mut Xml, letters: &Letters) {
    let half = letters.size.half();
    xml.empty("w:sz", &[number("w:val", half)]);
    xml.empty("w:szCs", &[number("w:val", half)]);
}

/// What the document expects of its reader: the manners of Word 2013.
pub(super) fn settings() -> Part {
    let mut xml = Xml::new("w:settings", &[NAMESPACE]);
    xml.empty("w:characterSpacingControl", &[val("compressPunctuation")]);
    xml.within("w:compat", &[], |xml| {
        xml.empty("w:balanceSingleByteDoubleByteWidth", &[]);
        xml.empty("w:useFELayout", &[]);
        let word = "http://schemas.microsoft.com/office/word";
        xml.empty("w:compatSetting", &[("w:name", "compatibilityMode".into()), ("w:uri", word.into()), val("15")]);
    });
    xml.empty("w:themeFontLang", &[val("en-US"), ("w:eastAsia", "zh-CN".into())]);
    Part { name: "word/settings.xml", body: xml.finish("w:settings") }
}

/// The fonts, with what helps a system that lacks them to find a near one.
pub(super) fn fonts(look: &Look) -> Part {
    let mut names = vec![look.title.font.as_str(), &look.heading.font, &look.body.font];
    names.sort_unstable();
    names.dedup();
    let mut xml = Xml::new("w:fonts", &[NAMESPACE]);
    for name in names {
        xml.within("w:font", &[("w:name", name.into())], |xml| {
            if let Some(font) = Font::find(name) {
                xml.empty("w:altName", &[val(font.other)]);
            }
            // 86 is the number of GB 2312.
            xml.empty("w:charset", &[val("86")]);
            xml.empty("w:family", &[val("modern")]);
            xml.empty("w:pitch", &[val("fixed")]);
        });
    }
    Part { name: "word/fontTable.xml", body: xml.finish("w:fonts") }
}
