//! How a form looks on paper, as data of its layout. Formats without pages and fonts pass it over.

use serde::Deserialize;

use crate::diagnostic::Lang;

/// How a form looks on paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// How the page lies.
    pub page: Page,
    /// The blank edges of the page.
    pub margins: Margins,
    /// The letters of the title.
    pub title: Letters,
    /// The letters of labels and of the names of columns.
    pub heading: Letters,
    /// All other letters.
    pub body: Letters,
}

/// How a page of A4 lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// Upright.
    #[default]
    Portrait,
    /// On its side.
    Landscape,
}

/// The blank edges of a page in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Margins {
    /// The upper one.
    pub top: u16,
    /// The right one.
    pub right: u16,
    /// The lower one, in which the number of the page stands.
    pub bottom: u16,
    /// The left one.
    pub left: u16,
}

/// A font and its size.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// The name of the font, as Chinese systems know it: 黑体, 仿宋.
    pub font: String,
    /// The size.
    pub size: Points,
    /// Whether they are bold.
    #[serde(default)]
    pub bold: bool,
}

/// A font of forms, and how systems without it come near.
#[derive(Debug)]
pub(super) struct Font {
    /// Its name on Chinese systems.
    pub name: &'static str,
    /// Its name on others.
    pub other: &'static str,
    /// Fonts like it that other systems have, the nearest first.
    pub near: &'static str,
}

/// What follows all fonts of forms that is like them.
const SANS: &str = r#"STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif"#;
const SERIF: &str = r#"STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif"#;

/// The fonts of forms.
const FONTS: [Font; 7] = [
    Font { name: "黑体", other: "SimHei", near: SANS },
    Font { name: "仿宋", other: "FangSong", near: SERIF },
    Font { name: "宋体", other: "SimSun", near: SERIF },
    Font { name: "楷体", other: "KaiTi", near: SERIF },
    Font { name: "仿宋_GB2312", other: "FangSong_GB2312", near: SERIF },
    Font { name: "楷体_GB2312", other: "KaiTi_GB2312", near: SERIF },
    Font { name: "方正小标宋简体", other: "FZXiaoBiaoSong-B05S", near: SERIF },
];

impl Font {
    /// A font by its name on Chinese systems.
    pub fn find(name: &str) -> Option<&'static Self> {
        FONTS.iter().find(|font| font.name == name)
    }
}

/// A size of letters. In JSON it is a number of points, whole or half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "f64")]
pub struct Points {
    half: u16,
}

/// What is said of a size that cannot be printed.
pub(super) const ODD_SIZE: &str = "a size is a number of points from 5 to 72, whole or half";

impl TryFrom<f64> for Points {
    type Error = &'static str;

    fn try_from(points: f64) -> Result<Self, Self::Error> {
        let half = points * 2.0;
        if !(10.0..=144.0).contains(&half) || half.fract() != 0.0 {
            return Err(ODD_SIZE);
        }
        Ok(Self { half: half as u16 })
    }
}

impl Points {
    /// A size in half points.
    #[cfg(feature = "documents")]
    pub(crate) const fn of_half(half: u16) -> Self {
        Self { half }
    }

    /// The size in half points, as Word counts.
    pub fn half(self) -> u16 {
        self.half
    }

    /// The size in points.
    pub fn points(self) -> f64 {
        f64::from(self.half) / 2.0
    }
}

impl Default for Look {
    /// The look of the Tianjin form: A4 upright, 三号 黑体 in bold for the title, 五号 for the rest.
    fn default() -> Self {
        let letters = |font: &str, half| Letters { font: font.to_owned(), size: Points { half }, bold: false };
        Self {
            page: Page::Portrait,
            margins: Margins::default(),
            title: Letters { bold: true, ..letters("黑体", 32) },
            heading: letters("黑体", 21),
            body: letters("仿宋", 21),
        }
    }
}

impl Default for Margins {
    fn default() -> Self {
        Self { top: 20, right: 16, bottom: 20, left: 16 }
    }
}

impl Page {
    /// Width and height in millimetres.
    pub fn size(self) -> (u16, u16) {
        match self {
            Self::Portrait => (210, 297),
            Self::Landscape => (297, 210),
        }
    }
}

impl Look {
    /// How wide a table is, in millimetres: what the margins leave of the page.
    pub fn width(&self) -> u16 {
        self.page.size().0.saturating_sub(self.margins.left).saturating_sub(self.margins.right)
    }

    /// How high a page is without its margins, in millimetres.
    pub fn height(&self) -> u16 {
        self.page.size().1.saturating_sub(self.margins.top).saturating_sub(self.margins.bottom)
    }
}

/// What stands at the foot of each page, around the number of the page and the number of pages.
pub(super) fn foot(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["第 ", " 页　共 ", " 页"],
        Lang::En => ["Page ", " of ", ""],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_whole_or_half_points() {
        assert_eq!(Points::try_from(10.5).unwrap().half(), 21);
        assert_eq!(Points::try_from(16.0).unwrap().points(), 16.0);
        for odd in [10.3, 0.0, -3.0, 100.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Points::try_from(odd), Err(ODD_SIZE));
        }
    }

    #[test]
    fn letters_are_bold_where_it_is_said() {
        let letters = |json| serde_json::from_str::<Letters>(json).unwrap();
        assert!(!letters(r#"{"font": "仿宋", "size": 10.5}"#).bold);
        assert!(letters(r#"{"font": "仿宋", "size": 10.5, "bold": true}"#).bold);
        assert!(Look::default().title.bold);
    }

    #[test]
    fn margins_leave_room() {
        assert_eq!((Look::default().width(), Look::default().height()), (178, 257));
    }
}
