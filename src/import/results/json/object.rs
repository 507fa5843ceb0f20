//! Objects and lists of JSON, one level at a time, each part as it stands in the text.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::source::Range;

/// An object.
#[derive(Debug)]
pub(super) struct Object<'t> {
    /// Its keys, each with its place and its value.
    pub entries: Vec<(Cow<'t, str>, Range, &'t RawValue)>,
    /// Where it stands.
    pub range: Range,
}

impl<'t> Object<'t> {
    /// The object of a value, if it is one.
    pub fn read(text: &'t str, value: &'t RawValue) -> Option<Self> {
        let Pairs(pairs) = serde_json::from_str(value.get()).ok()?;
        let entry = |(key, value): (&'t RawValue, _)| Some((self::text(key.get())?, range(text, key.get()), value));
        let entries = pairs.into_iter().map(entry).collect::<Option<_>>()?;
        Some(Self { entries, range: range(text, value.get()) })
    }
}

/// The parts of a list; none of what is no list.
pub(super) fn items(value: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(value.get()).ok()
}

/// The content of a text in quotes.
pub(super) fn text(raw: &str) -> Option<Cow<'_, str>> {
    #[derive(Deserialize)]
    struct Content<'t>(#[serde(borrow)] Cow<'t, str>);
    serde_json::from_str(raw).ok().map(|Content(text)| text)
}

/// Where a part of a text stands in it.
pub(super) fn range(text: &str, part: &str) -> Range {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Range::new(start as u32, (start + part.len()) as u32)
}

/// Keys and values as they stand.
struct Pairs<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Pairs<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'t> Visitor<'t> for Collect {
            type Value = Pairs<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_they_stand() {
        let text = r#" {"名\u79f0": 1.50, "b" : [1e3, {"c": null}]} "#;
        let value: &RawValue = serde_json::from_str(text).unwrap();
        let object = Object::read(text, value).unwrap();
        let slice = |range: Range| &text[range.start as usize..range.end as usize];
        let shown: Vec<_> =
            object.entries.iter().map(|(key, place, value)| (&**key, slice(*place), value.get())).collect();
        assert_eq!(shown, [("名称", r#""名\u79f0""#, "1.50"), ("b", r#""b""#, r#"[1e3, {"c": null}]"#)]);
        assert_eq!(slice(object.range), text.trim());
        let parts: Vec<_> = items(object.entries[1].2).unwrap().into_iter().map(RawValue::get).collect();
        assert_eq!(parts, ["1e3", r#"{"c": null}"#]);
        assert!(Object::read(text, object.entries[0].2).is_none());
    }
}
