//! Names of sheets: at most 31 characters, some signs not among them, none twice.

use crate::table::paper::legal;

/// The most characters of a name, as UTF-16 counts them.
const MOST: usize = 31;

/// The name of the sheet of the project that is the `number`th, from 1: `2.项目名称`. The number makes it the only one.
pub(crate) fn sheet(number: usize, project: &str) -> String {
    let mut name = format!("{number}.");
    let allowed: Vec<char> = legal(project).trim().chars().map(allowed).collect();
    let length = |text: &[char]| text.iter().map(|c| c.len_utf16()).sum::<usize>();
    let room = MOST - name.len();
    let is_whole = length(&allowed) <= room;
    // What is cut off is told by one more character.
    let room = if is_whole { room } else { room - 1 };
    let mut taken = 0;
    for c in allowed {
        taken += c.len_utf16();
        if taken > room {
            break;
        }
        name.push(c);
    }
    if !is_whole {
        name.push('…');
    }
    name
}

/// The character, or the full-width one where a name must not have it.
fn allowed(c: char) -> char {
    match c {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        '\'' => '’',
        '\n' | '\t' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_allowed() {
        assert_eq!(sheet(3, "津财行政指[2025]69号"), "3.津财行政指［2025］69号");
        assert_eq!(sheet(1, "a/b\\c:d*e?'"), "1.a／b＼c：d＊e？’");
        assert_eq!(sheet(1, ""), "1.");
        for number in [1, 12, 1234] {
            for letter in ["长", "a", "𠮷"] {
                let name = sheet(number, &letter.repeat(40));
                assert!(name.encode_utf16().count() <= MOST && name.ends_with('…'));
                rust_xlsxwriter::utility::check_sheet_name(&name).unwrap();
            }
        }
        assert_eq!(sheet(1, &"长".repeat(29)), format!("1.{}", "长".repeat(29)));
    }
}
