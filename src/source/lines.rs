//! From byte offsets to what people and editors count: lines, characters, UTF-16 units, display columns.

use unicode_width::UnicodeWidthChar;

/// How far a tab advances in the display, in columns.
const TAB_WIDTH: usize = 4;

/// The offsets at which the lines of a text begin.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

/// A place as people and editors count it. All numbers begin at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// Characters (Unicode scalar values) before the place in its line.
    pub column: usize,
    /// UTF-16 code units before the place in its line.
    pub utf16: usize,
    /// Terminal columns before the place in its line; a Chinese character takes two.
    pub display: usize,
}

impl Lines {
    /// Indexes a text. A line ends with LF, CR LF or a CR alone.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let starts = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
            .map(|at| at as u32 + 1);
        Self { starts: std::iter::once(0).chain(starts).collect() }
    }

    /// How many lines there are; a text that ends with a line end has an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The offset at which a line begins; that of the last line where there is no such line.
    pub fn start(&self, line: usize) -> u32 {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// The number of the line that holds the offset.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// A line without its line end.
    pub fn text<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let start = self.start(line) as usize;
        let end = self.starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// Where an offset lies; one inside a character counts as that character's begin.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let line = self.line_of(offset);
        let start = self.start(line) as usize;
        let end = text.floor_char_boundary((offset as usize).min(text.len())).max(start);
        let mut place = Place { line, column: 0, utf16: 0, display: 0 };
        for character in text[start..end].chars() {
            place.column += 1;
            place.utf16 += character.len_utf16();
            place.display += if character == '\t' { TAB_WIDTH } else { character.width().unwrap_or(0) };
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_each_way() {
        let text = "数量\t\"𠮷\" 12家\r\nb\rc\n";
        let lines = Lines::new(text);
        assert_eq!(lines.count(), 4);
        let at = text.find("12").unwrap() as u32;
        assert_eq!(lines.place(text, at), Place { line: 0, column: 7, utf16: 8, display: 13 });
        assert_eq!(lines.place(text, text.find('c').unwrap() as u32).line, 2);
        assert_eq!(lines.text(text, 0), "数量\t\"𠮷\" 12家");
        assert_eq!(lines.text(text, 3), "");
    }

    #[test]
    fn offsets_outside_are_clamped() {
        let lines = Lines::new("数");
        assert_eq!(lines.place("数", 1).column, 0);
        assert_eq!(lines.place("数", 900).column, 1);
    }
}
