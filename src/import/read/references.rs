//! Character references of HTML, which Markdown has too: `&lt;`, `&#8805;`, `&#x2265;`.

use std::borrow::Cow;

/// No reference is longer.
const LONGEST: usize = 40;

/// The characters that Windows put where Latin-1 and Unicode have control characters; pages still name them so.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The names that need no semicolon behind them, of those that people write.
const OPEN: [&str; 6] = ["amp", "lt", "gt", "quot", "nbsp", "middot"];

/// The text with the characters that its references stand for. What is no reference stays as it is.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        rest = reference(behind, &mut out).unwrap_or_else(|| {
            out.push('&');
            behind
        });
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Takes the reference at the begin of the text behind an `&`; answers what is behind it.
fn reference<'t>(text: &'t str, out: &mut String) -> Option<&'t str> {
    let (name, behind) = match text.strip_prefix('#') {
        Some(digits) => return number(digits, out),
        None => text.split_at(text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count()),
    };
    if let (Some(behind), Some(characters)) = (behind.strip_prefix(';'), named(name)) {
        out.push_str(characters);
        return Some(behind);
    }
    let open = OPEN.iter().find(|open| name.starts_with(**open))?;
    out.push_str(named(open)?);
    text.strip_prefix(open)
}

fn number<'t>(text: &'t str, out: &mut String) -> Option<&'t str> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let (digits, behind) = digits.split_at(end);
    if digits.is_empty() {
        return None;
    }
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    out.push(match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS[code as usize - 0x80],
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    });
    Some(behind.strip_prefix(';').unwrap_or(behind))
}

#[cfg(feature = "documents")]
fn named(name: &str) -> Option<&'static str> {
    quick_xml::escape::resolve_html5_entity(name)
}

/// Those that Markdown cannot do without.
#[cfg(not(feature = "documents"))]
fn named(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "nbsp" => "\u{A0}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        assert_eq!(decoded("a &lt;b&gt; &amp;amp; &quot;"), "a <b> &amp; \"");
        assert_eq!(decoded("&#8805;90%&#x2265;&#X4e2d;&#39;"), "≥90%≥中'");
        assert_eq!(decoded("&nbsp&nbsp;&ltb"), "\u{A0}\u{A0}<b");
        assert_eq!(decoded("&#150;&#0;&#xD800;&#99999999999;"), "–\u{FFFD}\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn what_is_none_stays() {
        for text in ["R&D", "&", "&;", "&#;", "&#x;", "a && b", "&没有;", "&unheardof;"] {
            assert_eq!(decoded(text), text);
        }
    }

    #[cfg(feature = "documents")]
    #[test]
    fn all_names_are_known() {
        assert_eq!(decoded("&ge;&le;&mdash;&ldquo;&times;&hellip;&CounterClockwiseContourIntegral;"), "≥≤—“×…∳");
    }
}
