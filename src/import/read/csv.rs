//! Values between commas, tabs, semicolons or bars, as spreadsheets write them.
//!
//! Blank records divide a file into blocks. In a block, the records with nothing but a first field that stand before all
//! others are paragraphs, as is each record of a block without others; the rest is a grid. An apostrophe that guards a
//! formula, as our own files have it, is taken off.

use csv::{ReaderBuilder, StringRecord};

use super::{
    super::document::{Document, ReadError},
    limit,
    lines::Writer,
};
use crate::{source::decode, table::unguarded};

/// What may stand between values, the likeliest first.
const DELIMITERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// How many records tell the delimiter.
const SAMPLE: usize = 200;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    limit(bytes)?;
    let text = decode(bytes.to_vec()).text;
    let (delimiter, text) = match told(&text) {
        Some((delimiter, text)) => (delimiter, text),
        None => (delimiter(&text).unwrap_or(b','), &*text),
    };
    let mut writer = Writer::new();
    let (mut block, mut fields) = (Vec::new(), 0);
    for record in records(text, delimiter) {
        let (record, is_apart) = record.map_err(|error| ReadError::Damaged(error.to_string()))?;
        let is_blank = record.iter().all(|field| field.trim().is_empty());
        if is_blank || is_apart {
            write(std::mem::take(&mut block), &mut writer)?;
            fields = 0;
        }
        if !is_blank {
            fields += record.iter().filter(|field| !field.is_empty()).count();
            writer.has_room(fields)?;
            block.push(record.iter().map(|field| unguarded(field).to_owned()).collect());
        }
    }
    write(block, &mut writer)?;
    Ok(writer.finish())
}

/// Writes the records of a block.
fn write(block: Vec<Vec<String>>, writer: &mut Writer) -> Result<(), ReadError> {
    let is_line = |record: &Vec<String>| record.iter().skip(1).all(|field| field.trim().is_empty());
    let lines = block.iter().take_while(|record| is_line(record)).count();
    for (at, record) in block.into_iter().enumerate() {
        match record.first() {
            Some(line) if at < lines => writer.paragraph(line)?,
            _ => writer.row(record.into_iter().enumerate())?,
        }
    }
    writer.end_grid();
    Ok(())
}

/// The delimiter that Excel writes into a line of its own, and the text behind that line.
fn told(text: &str) -> Option<(u8, &str)> {
    let (delimiter, rest) = text.strip_prefix("sep=")?.split_at_checked(1)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    Some((*delimiter.as_bytes().first()?, rest))
}

/// The records of a text, each with whether a blank line stands above it; such lines are no records.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Result<(StringRecord, bool), csv::Error>> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    std::iter::from_fn(move || {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let mut record = StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(true) => Some(Ok((record, is_blank_line(text, start)))),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    })
}

/// Whether the line is blank that begins here, or behind the second half of a line end.
fn is_blank_line(text: &str, start: usize) -> bool {
    let (Some(before), Some(rest)) = (text.get(..start), text.get(start..)) else { return false };
    let rest = if before.ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
    rest.starts_with(['\r', '\n'])
}

/// What stands between the values of a text, if it looks like CSV: between as many values in half of the records, at
/// least two; or in a third of them where those are four at least and hardly a record has but one.
pub(in super::super) fn delimiter(text: &str) -> Option<u8> {
    let found = DELIMITERS.into_iter().filter_map(|delimiter| Some((consistency(text, delimiter)?, delimiter)));
    // Of equals the last is the greatest.
    found.rev().max_by_key(|(consistency, _)| *consistency).map(|(_, delimiter)| delimiter)
}

/// How many records have as many fields as most, and how many those are.
fn consistency(text: &str, delimiter: u8) -> Option<(usize, usize)> {
    let records = records(text, delimiter).take(SAMPLE).filter_map(Result::ok).map(|(record, _)| record);
    let records: Vec<StringRecord> =
        records.filter(|record| record.iter().any(|field| !field.trim().is_empty())).collect();
    let mut lengths: Vec<usize> = records.iter().map(StringRecord::len).filter(|length| *length > 1).collect();
    lengths.sort_unstable();
    let (count, length) =
        lengths.chunk_by(|one, other| one == other).map(|same| (same.len(), same[0])).max_by_key(|same| *same)?;
    let begins = |record: &&StringRecord| record.len() == length && record.get(0).is_some_and(str::is_empty);
    let begun = records.iter().filter(begins).count();
    // Lines that begin with a tab are cells that a converter left; lines that begin with a bar are drawn.
    let is_mark = match delimiter {
        b'\t' => length == 2 && begun * 2 > count,
        b'|' => begun * 2 > count,
        _ => false,
    };
    let is_even = count * 2 >= records.len();
    // People leave out what is blank at the end of a line.
    let is_ragged = length >= 4 && count * 3 >= records.len() && lengths.len() * 3 >= records.len() * 2;
    (count >= 2 && (is_even || is_ragged) && !is_mark).then_some((count, length))
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::{
        super::super::document::{Block, Cell},
        *,
    };

    /// Paragraphs as they are, grids as rows of `row:column text`.
    fn told(bytes: &[u8]) -> Vec<Vec<String>> {
        let block = |block| match block {
            Block::Paragraph(line) => vec![line],
            Block::Grid(grid) => {
                grid.cells.iter().map(|Cell { row, column, text, .. }| format!("{row}:{column} {text}")).collect()
            }
        };
        read(bytes).unwrap().blocks.into_iter().map(block).collect()
    }

    #[test]
    fn blocks_become_grids() {
        let csv = "\u{FEFF}1.甲绩效目标表,,\r\n单位：元,,\r\n项目名称,甲,\r\n一级,二级,\"值,\n或\"\"无\"\"\"\r\n备注,,\r\n,,\r\n乙,,\r\n,1,2\r\n";
        let expected = [
            vec!["1.甲绩效目标表"],
            vec!["单位：元"],
            vec!["0:0 项目名称", "0:1 甲", "1:0 一级", "1:1 二级", "1:2 值,\n或\"无\"", "2:0 备注"],
            vec!["乙"],
            vec!["0:1 1", "0:2 2"],
        ];
        assert_eq!(told(csv.as_bytes()), expected);
    }

    #[test]
    fn blank_lines_divide_too() {
        let expected = [vec!["0:0 a", "0:1 b"], vec!["0:0 c", "0:1 d", "1:0 e", "1:1 f"]];
        for csv in ["a,b\n\nc,d\ne,f", "a,b\r\n\r\nc,d\r\ne,f\r\n", "\na,b\n \nc,d\ne,f\n", "a,b\r\rc,d\re,f"] {
            assert_eq!(told(csv.as_bytes()), expected, "{csv:?}");
        }
    }

    #[test]
    fn delimiters_are_found() {
        assert_eq!(delimiter("a,b\nc,d\n"), Some(b','));
        assert_eq!(delimiter("a\tb,c\nc,d\td\n"), Some(b'\t'));
        assert_eq!(delimiter("a;1,5\nc;2,5\nd;3\n"), Some(b';'));
        assert_eq!(delimiter("a|b|c\nc|d|e\n"), Some(b'|'));
        assert_eq!(delimiter("标题\n一级;二级;三级\n;;x\n;;y\n"), Some(b';'));
        assert_eq!(delimiter("标题\n单位,甲\n资金,5,万元\n一级,二级,三级,值\na,b,c,1\n"), Some(b','));
        assert_eq!(delimiter("标题\n说明\n又说明\na,b,c,1\na,b,c,2\n"), None);
        for none in
            ["", "a", "a,b", "一行\n两行\n", "\t甲\n\t乙\n\n\t丙\n\t丁\n", "| a | b |\n| --- | --- |\n| c | d |\n"]
        {
            assert_eq!(delimiter(none), None, "{none:?}");
        }
    }

    #[test]
    fn excel_names_delimiters() {
        assert_eq!(told(b"sep=;\r\na;b,c\r\n"), [["0:0 a", "0:1 b,c"]]);
    }

    #[test]
    fn encodings() {
        let text = "一级指标,二级指标\n产出指标,数量指标\n";
        let gbk = GB18030.encode(text).0;
        let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(told(&gbk), told(text.as_bytes()));
        assert_eq!(told(&utf16), told(text.as_bytes()));
    }

    #[test]
    fn guards_are_taken_off() {
        assert_eq!(
            told(b"'=22,'- \n''=1,'a\n-5%,\"'\t=1\""),
            [["0:0 =22", "0:1 - ", "1:0 '=1", "1:1 'a", "2:0 -5%", "2:1 \t=1"]]
        );
    }
}
