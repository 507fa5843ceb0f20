//! Full-width forms, as Chinese input methods write them.

use std::borrow::Cow;

/// A word or number with full-width letters, digits and signs made ASCII: `ｑｕａｎｔｉｔｙ` → `quantity`.
pub fn folded(word: &str) -> Cow<'_, str> {
    // Full-width forms begin with this byte in UTF-8; most words have none.
    if !word.as_bytes().contains(&0xEF) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(narrow).collect())
}

/// A full-width letter, digit or sign as ASCII; any other as it is.
pub fn narrow(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        other => other,
    }
}
