//! Pages: their size, their margins, their numbers.

use super::{
    document::{NAMESPACE, RELATIONS},
    package::{FOOTER, Part},
    styles,
    xml::{Xml, number, val},
};
use crate::{
    diagnostic::Lang,
    table::{Look, Page, look},
};

/// A length in the twentieths of a point that Word counts in.
pub(crate) fn twips(millimetres: u16) -> u32 {
    // 1440 in an inch of 25.4 mm.
    (u32::from(millimetres) * 14400 + 127) / 254
}

/// What ends a section: the page that it is printed on.
pub(crate) fn section(xml: &mut Xml, look: &Look) {
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default".into()), ("r:id", FOOTER.into())]);
        let (width, height) = look.page.size();
        let mut size = vec![number("w:w", twips(width)), number("w:h", twips(height))];
        size.extend((look.page == Page::Landscape).then(|| ("w:orient", "landscape".into())));
        xml.empty("w:pgSz", &size);
        let margins = &look.margins;
        xml.empty(
            "w:pgMar",
            &[
                number("w:top", twips(margins.top)),
                number("w:right", twips(margins.right)),
                number("w:bottom", twips(margins.bottom)),
                number("w:left", twips(margins.left)),
                number("w:header", twips(margins.top) / 2),
                number("w:footer", twips(margins.bottom) / 2),
                number("w:gutter", 0),
            ],
        );
    });
}

/// The foot of each page, with its number.
pub(super) fn footer(lang: Lang) -> Part {
    let mut xml = Xml::new("w:ftr", &[NAMESPACE, RELATIONS]);
    let [before, between, behind] = look::foot(lang);
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.empty("w:pStyle", &[val(styles::FOOT)]));
        run(xml, before);
        field(xml, " PAGE ");
        run(xml, between);
        field(xml, " NUMPAGES ");
        run(xml, behind);
    });
    Part { name: "word/footer1.xml", body: xml.finish("w:ftr") }
}

fn run(xml: &mut Xml, text: &str) {
    xml.within("w:r", &[], |xml| xml.text("w:t", &[("xml:space", "preserve".into())], text));
}

/// What the reader computes; until then it shows 1.
fn field(xml: &mut Xml, instruction: &'static str) {
    xml.within("w:fldSimple", &[("w:instr", instruction.into())], |xml| run(xml, "1"));
}

#[cfg(test)]
mod tests {
    use super::twips;

    #[test]
    fn lengths_are_those_that_word_writes() {
        assert_eq!([210, 297].map(twips), [11906, 16838]);
    }
}
