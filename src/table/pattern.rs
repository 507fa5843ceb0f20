//! Texts with places to fill: `{number}.{project}绩效目标表`.

use std::borrow::Cow;

/// A part of a pattern.
enum Part<'p> {
    /// Words that stay.
    Words(&'p str),
    /// The name of what is put here.
    Place(&'p str),
}

/// The parts of a pattern. A brace that has no partner is a word.
fn parts(mut pattern: &str) -> impl Iterator<Item = Part<'_>> {
    std::iter::from_fn(move || {
        let open = pattern.find('{')?;
        let close = open + pattern[open..].find('}')?;
        let parts = [Part::Words(&pattern[..open]), Part::Place(&pattern[open + 1..close])];
        pattern = &pattern[close + 1..];
        Some(parts)
    })
    .flatten()
}

/// What stands behind the last place.
fn rest(pattern: &str) -> &str {
    pattern.rfind('}').map_or(pattern, |close| &pattern[close + 1..])
}

/// The names of the places in a pattern.
pub(super) fn places(pattern: &str) -> impl Iterator<Item = &str> {
    parts(pattern).filter_map(|part| match part {
        Part::Place(name) => Some(name),
        Part::Words(_) => None,
    })
}

/// The pattern with its places filled; `None` where it has places and there is nothing for any of them.
pub(super) fn fill<'v>(pattern: &str, value: impl Fn(&str) -> Option<Cow<'v, str>>) -> Option<String> {
    let (text, filled) = fill_all(pattern, value);
    filled.then_some(text)
}

/// The pattern with its places filled, or blank where there is nothing for them; and whether any of them is filled, or
/// there are none.
pub(super) fn fill_all<'v>(pattern: &str, value: impl Fn(&str) -> Option<Cow<'v, str>>) -> (String, bool) {
    let mut text = String::new();
    let mut filled = places(pattern).next().is_none();
    for part in parts(pattern) {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Place(name) => {
                let value = value(name);
                filled |= value.is_some();
                text.push_str(&value.unwrap_or_default());
            }
        }
    }
    text.push_str(rest(pattern));
    (text, filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &str) -> Option<String> {
        fill(pattern, |name| match name {
            "a" => Some("{b}".into()),
            "b" => Some("乙".into()),
            _ => None,
        })
    }

    #[test]
    fn fills_each_place_once() {
        assert_eq!(filled("{a}.{b}表").unwrap(), "{b}.乙表");
        assert_eq!(filled("{b}{none}").unwrap(), "乙");
        assert_eq!(filled("无").unwrap(), "无");
        assert_eq!(filled("单位：{none}"), None);
        assert_eq!(places("{a}.{b}表").collect::<Vec<_>>(), ["a", "b"]);
    }
}
