//! From byte offsets to what people and editors count: lines, characters, UTF-16 units, display columns.

use unicode_width::UnicodeWidthChar;

/// How far a tab advances in the display, in columns.
const TAB_WIDTH: usize = 4;

/// Longer lines have their characters counted in advance, once every so many bytes: thousands of findings in a file
/// that is one huge line would otherwise count it from its begin each.
const STRIDE: usize = 4096;

/// What ends a line: a line feed, a carriage return, or the one behind the other.
pub const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// A text up to its first line end.
pub fn first_line(text: &str) -> &str {
    &text[..text.find(LINE_ENDS).unwrap_or(text.len())]
}

/// Where the line begins in which a place stands.
pub fn line_start(text: &str, at: u32) -> usize {
    text[..at as usize].rfind(LINE_ENDS).map_or(0, |end| end + 1)
}

/// The blanks at the begin of the line in which a place stands.
pub fn indent(text: &str, at: u32) -> &str {
    let line = &text[line_start(text, at)..at as usize];
    &line[..line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len()]
}

/// The offsets at which the lines of a text begin.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// Places along the lines that are longer than [`STRIDE`].
    marks: Vec<(u32, Place)>,
}

/// A place as people and editors count it. All numbers begin at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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

/// How a program counts the places in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Units {
    /// Bytes of UTF-8.
    Utf8,
    /// UTF-16 code units, as JavaScript and Java count.
    #[default]
    Utf16,
    /// Characters (Unicode scalar values).
    Utf32,
}

impl Units {
    /// How long a text is.
    pub fn length(self, text: &str) -> usize {
        text.chars().map(|character| self.of(character)).sum()
    }

    /// How long a character is.
    fn of(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

impl Place {
    /// Moves on over a piece of the same line.
    fn pass(&mut self, text: &str) {
        for character in text.chars() {
            self.column += 1;
            self.utf16 += character.len_utf16();
            self.display += if character == '\t' { TAB_WIDTH } else { character.width().unwrap_or(0) };
        }
    }
}

impl Lines {
    /// Indexes a text. A line ends with LF, CR LF or a CR alone.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let starts = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
            .map(|at| at as u32 + 1);
        let starts: Vec<u32> = std::iter::once(0).chain(starts).collect();
        let marks = marks(text, &starts);
        Self { starts, marks }
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
        let begin = (start as u32, Place { line, ..Place::default() });
        let (from, mut place) = self.last_mark(end).filter(|(_, mark)| mark.line == line).unwrap_or(begin);
        place.pass(&text[from as usize..end]);
        place
    }

    /// The line of an offset and how many units stand before it in that line.
    pub fn column(&self, text: &str, offset: u32, units: Units) -> (usize, usize) {
        let place = self.place(text, offset);
        let bytes = || text.floor_char_boundary((offset as usize).min(text.len())) - self.start(place.line) as usize;
        match units {
            Units::Utf8 => (place.line, bytes()),
            Units::Utf16 => (place.line, place.utf16),
            Units::Utf32 => (place.line, place.column),
        }
    }

    /// The offset of a place in a line; one inside a character counts as that character's begin, one behind the end of
    /// the line as that end, one behind the last line as the end of the text.
    pub fn offset(&self, text: &str, line: usize, column: usize, units: Units) -> u32 {
        if line >= self.count() {
            return text.len() as u32;
        }
        let content = self.text(text, line);
        let start = self.start(line) as usize;
        let (from, mut left) = self.nearest_mark(line, column, units).unwrap_or((start, column));
        let rest = content.get(from - start..).unwrap_or_default();
        for (at, character) in rest.char_indices() {
            let length = units.of(character);
            if left < length {
                return (from + at) as u32;
            }
            left -= length;
        }
        (start + content.len()) as u32
    }

    /// The last mark of a line that is not behind a place in it, and how many units are left from there.
    fn nearest_mark(&self, line: usize, column: usize, units: Units) -> Option<(usize, usize)> {
        let start = self.start(line);
        let passed = |(at, place): &(u32, Place)| match units {
            Units::Utf8 => (at - start) as usize,
            Units::Utf16 => place.utf16,
            Units::Utf32 => place.column,
        };
        let behind = |mark: &(u32, Place)| mark.1.line > line || mark.1.line == line && passed(mark) > column;
        let mark = self.marks[..self.marks.partition_point(|mark| !behind(mark))].last()?;
        (mark.1.line == line).then(|| (mark.0 as usize, column - passed(mark)))
    }

    fn last_mark(&self, offset: usize) -> Option<(u32, Place)> {
        let behind = self.marks.partition_point(|&(at, _)| at as usize <= offset);
        self.marks[..behind].last().copied()
    }
}

/// Counts along each line that is longer than [`STRIDE`].
fn marks(text: &str, starts: &[u32]) -> Vec<(u32, Place)> {
    let mut marks = Vec::new();
    for (line, &start) in starts.iter().enumerate() {
        let end = starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let (mut at, mut place) = (start as usize, Place { line, ..Place::default() });
        while at + STRIDE < end {
            let next = text.floor_char_boundary(at + STRIDE);
            place.pass(&text[at..next]);
            marks.push((next as u32, place));
            at = next;
        }
    }
    marks
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
    fn columns_and_offsets_are_inverse() {
        let text = format!("数量\t\"𠮷\" 12家\r\nb\rc\n{}𠮷", "长𠮷ab\t".repeat(STRIDE));
        let lines = Lines::new(&text);
        for units in [Units::Utf8, Units::Utf16, Units::Utf32] {
            for (at, _) in text.char_indices().filter(|(_, c)| !LINE_ENDS.contains(c)) {
                let (line, column) = lines.column(&text, at as u32, units);
                assert_eq!(lines.offset(&text, line, column, units), at as u32, "{units:?} {line}:{column}");
            }
            assert_eq!(lines.offset(&text, 0, 99, units), text.find('\r').unwrap() as u32);
            assert_eq!(lines.offset(&text, 9, 0, units), text.len() as u32);
        }
        assert_eq!(lines.offset(&text, 0, 5, Units::Utf16), text.find('𠮷').unwrap() as u32);
    }

    #[test]
    fn offsets_outside_are_clamped() {
        let lines = Lines::new("数");
        assert_eq!(lines.place("数", 1).column, 0);
        assert_eq!(lines.place("数", 900).column, 1);
    }

    #[test]
    fn long_lines_are_counted_the_same() {
        let text = format!("短\n{}\n短", "长𠮷ab\t".repeat(STRIDE));
        let lines = Lines::new(&text);
        assert_eq!(lines.marks.len(), 10);
        for pieces in [0, 1, 371, 372, 373, 2000, 4096] {
            let offset = 4 + pieces * 10;
            let wanted = Place { line: 1, column: pieces * 5, utf16: pieces * 6, display: pieces * 10 };
            assert_eq!(lines.place(&text, offset as u32), wanted);
        }
        assert_eq!(lines.place(&text, text.len() as u32 - 3), Place { line: 2, ..Place::default() });
    }
}
