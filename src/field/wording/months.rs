//! Parts of a year that have names.

use super::DATA;

/// The first and the last month of the part of a year that a text begins with, and what stands behind its name:
/// 执行数 of 第一季度执行数.
pub fn part_of_year(text: &str) -> Option<((i8, i8), &str)> {
    let bare = text.strip_prefix('第').unwrap_or(text);
    let named = |(name, first, last): &(String, i8, i8)| Some(((*first, *last), bare.strip_prefix(name.as_str())?));
    DATA.as_ref()?.parts_of_year.iter().find_map(named)
}
