//! Comparison signs and their spellings.

use crate::diagnostic::Text;

/// How a value is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Above.
    Above,
    /// Below.
    Below,
    /// Exactly.
    Equal,
}

/// Spellings that are no comparison, with the one that is meant.
const MISTAKES: &[(&str, Comparison)] = &[
    ("=>", Comparison::AtLeast),
    ("=<", Comparison::AtMost),
    ("==", Comparison::Equal),
    ("≥=", Comparison::AtLeast),
    ("≤=", Comparison::AtMost),
    ("≧=", Comparison::AtLeast),
    ("≦=", Comparison::AtMost),
    ("》=", Comparison::AtLeast),
    ("《=", Comparison::AtMost),
    ("=》", Comparison::AtLeast),
    ("=《", Comparison::AtMost),
    ("》", Comparison::Above),
    ("《", Comparison::Below),
    ("≮", Comparison::AtLeast),
    ("≯", Comparison::AtMost),
];

/// Marks that look like comparison signs, with those that the table above knows.
const LOOK_ALIKES: [(char, &str); 10] = [
    ('》', "》"),
    ('〉', "》"),
    ('﹥', "》"),
    ('《', "《"),
    ('〈', "《"),
    ('﹤', "《"),
    ('⩾', "》="),
    ('⩽', "《="),
    ('≮', "≮"),
    ('≯', "≯"),
];

impl Comparison {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::AtLeast, Self::AtMost, Self::Above, Self::Below, Self::Equal];

    /// The ASCII sign, as the formatter and JSON write it.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::Below => "<",
            Self::Equal => "=",
        }
    }

    /// The sign as forms print it.
    pub const fn printed(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Above => ">",
            Self::Below => "<",
            Self::Equal => "=",
        }
    }

    /// The other spellings that are read, full-width forms aside; words stand before a number.
    pub const fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::AtLeast => &["≥", "≧", "不少于", "不低于", "不小于", "大于等于", "至少"],
            Self::AtMost => &["≤", "≦", "不超过", "不高于", "不大于", "不多于", "小于等于", "至多"],
            Self::Above => &["大于", "高于", "多于", "超过"],
            Self::Below => &["小于", "低于", "少于"],
            Self::Equal => &["等于", "﹦", "═"],
        }
    }

    /// The words that say the same behind a value: `12家以上`.
    pub const fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::AtLeast => &["及以上", "以上"],
            Self::AtMost => &["及以下", "以内", "之内", "以下", "内"],
            Self::Above | Self::Below | Self::Equal => &[],
        }
    }

    /// How it is read aloud.
    pub const fn name(self) -> Text {
        match self {
            Self::AtLeast => Text { zh: "不少于", en: "at least" },
            Self::AtMost => Text { zh: "不超过", en: "at most" },
            Self::Above => Text { zh: "大于", en: "more than" },
            Self::Below => Text { zh: "小于", en: "less than" },
            Self::Equal => Text { zh: "等于", en: "exactly" },
        }
    }

    /// The comparison with this spelling; `Err` with the one that is meant where it is a known mistake.
    pub fn read(token: &str) -> Option<Result<Self, Self>> {
        let token = super::folded(token);
        let spelt = |comparison: &Self| comparison.sign() == token || comparison.spellings().contains(&&*token);
        if let Some(comparison) = Self::ALL.into_iter().find(spelt) {
            return Some(Ok(comparison));
        }
        let token = token.replace(['﹦', '═'], "=");
        let token: String = token.chars().map(look_alike).collect();
        MISTAKES.iter().find(|(wrong, _)| *wrong == token).map(|&(_, meant)| Err(meant))
    }

    /// The comparison that is meant by two signs with a blank between them: `< =`.
    pub fn read_apart(first: &str, second: &str) -> Option<Self> {
        let is_sign = |token: &str| token.chars().count() == 1 && Self::read(token).is_some();
        if !is_sign(first) || !is_sign(second) {
            return None;
        }
        match Self::read(&[first, second].concat())? {
            Ok(comparison) | Err(comparison) => Some(comparison),
        }
    }

    /// How many bytes a text begins with that stand where a comparison sign was meant: an input method writes `》=` for
    /// `>=`. Before a name, the same marks are quotes.
    pub fn slip(text: &str) -> Option<usize> {
        let first = text.chars().next().filter(|first| LOOK_ALIKES.iter().any(|(mark, _)| mark == first))?;
        let rest = &text[first.len_utf8()..];
        if let Some(equal) = rest.chars().next().filter(|c| matches!(c, '=' | '＝')) {
            return Some(first.len_utf8() + equal.len_utf8());
        }
        let value = rest.trim_start_matches([' ', '\u{3000}']);
        value.starts_with(|c: char| matches!(c, '0'..='9' | '０'..='９')).then_some(first.len_utf8())
    }

    /// Whether two values stand in this relation.
    pub fn holds<T: PartialOrd>(self, left: &T, right: &T) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
            Self::Above => left > right,
            Self::Below => left < right,
            Self::Equal => left == right,
        }
    }
}

/// The sign of the table that a mark looks like.
fn look_alike(mark: char) -> String {
    let known = LOOK_ALIKES.iter().find(|(other, _)| *other == mark);
    known.map_or_else(|| mark.to_string(), |(_, sign)| (*sign).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_read() {
        for comparison in Comparison::ALL {
            for spelling in comparison.spellings().iter().chain([&comparison.sign(), &comparison.printed()]) {
                assert_eq!(Comparison::read(spelling), Some(Ok(comparison)), "{spelling}");
            }
        }
        assert_eq!(Comparison::read("＞＝"), Some(Ok(Comparison::AtLeast)));
        assert_eq!(Comparison::read("=>"), Some(Err(Comparison::AtLeast)));
        assert_eq!(Comparison::read("═>"), Some(Err(Comparison::AtLeast)));
        assert_eq!(Comparison::read("》="), Some(Err(Comparison::AtLeast)));
        assert_eq!(Comparison::read("〈＝"), Some(Err(Comparison::AtMost)));
        assert_eq!(Comparison::read("不"), None);
        assert_eq!(Comparison::read_apart("<", "="), Some(Comparison::AtMost));
        assert_eq!(Comparison::read_apart("≥", "12"), None);
        assert_eq!(Comparison::read_apart("<", ">"), None);
        assert_eq!(Comparison::read_apart("=", "》"), Some(Comparison::AtLeast));
    }

    #[test]
    fn marks_before_values_are_slips() {
        for (text, length) in [
            ("》=24家", Some("》=")),
            ("《 24家", Some("《")),
            ("《＝5万元", Some("《＝")),
            ("》宣传册", None),
            ("》", None),
            (">=", None),
        ] {
            assert_eq!(Comparison::slip(text), length.map(str::len), "{text}");
        }
    }
}
