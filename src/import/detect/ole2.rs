//! Compound files, in which Office before 2007 kept its documents and Office since then keeps encrypted ones: a small
//! file system, of which only the root folder is listed.

use super::{Kind, ReadError};

/// What such files begin with.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How long an entry of a folder is.
const ENTRY: usize = 128;

/// How many sectors of the table of sectors are listed in the header.
const LISTED: usize = 109;

pub(super) fn detect(bytes: &[u8]) -> Result<Kind, ReadError> {
    let names = root_names(bytes).unwrap_or_default();
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Err(ReadError::Encrypted);
    }
    if has("WordDocument") {
        return Ok(Kind::Doc);
    }
    if has("Workbook") || has("Book") {
        return Ok(Kind::Xls);
    }
    Err(ReadError::Unknown)
}

/// The names in the root folder.
fn root_names(bytes: &[u8]) -> Option<Vec<String>> {
    let file = File::new(bytes)?;
    let entries = file.entries();
    let root = entries.first()?;
    let mut names = Vec::new();
    let mut seen = vec![false; entries.len()];
    // The entries of a folder are a tree.
    let mut open = vec![number(root, 76)?];
    while let Some(at) = open.pop() {
        let at = at as usize;
        let Some(entry) = entries.get(at).filter(|_| !std::mem::replace(&mut seen[at], true)) else { continue };
        names.push(name(entry)?);
        open.extend([number(entry, 68)?, number(entry, 72)?]);
    }
    Some(names)
}

fn name(entry: &[u8]) -> Option<String> {
    let length = usize::from(short(entry, 64)?).clamp(2, 64) - 2;
    let units = entry.get(..length)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

struct File<'b> {
    bytes: &'b [u8],
    /// How long a sector is.
    sector: usize,
    /// The sectors with the table that tells which sector follows which.
    table: Vec<u32>,
}

impl<'b> File<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, sector, table: Vec::new() };
        file.table = (0..LISTED).map_while(|at| number(bytes, 76 + 4 * at)).collect();
        let mut further = number(bytes, 68)?;
        // The last number of each further list is the sector of the next one.
        while let Some(list) = file.sector(further).filter(|_| file.table.len() < file.most()) {
            let last = sector / 4 - 1;
            file.table.extend((0..last).map_while(|at| number(list, 4 * at)));
            further = number(list, 4 * last)?;
        }
        Some(file)
    }

    /// How many sectors there can be.
    fn most(&self) -> usize {
        self.bytes.len() / self.sector
    }

    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..start.checked_add(self.sector)?)
    }

    fn next(&self, sector: u32) -> Option<u32> {
        let numbers = self.sector / 4;
        let table = self.sector(*self.table.get(sector as usize / numbers)?)?;
        number(table, sector as usize % numbers * 4)
    }

    /// The entries of all folders.
    fn entries(&self) -> Vec<&'b [u8]> {
        let first = number(self.bytes, 48);
        let chain = std::iter::successors(first, |sector| self.next(*sector)).take(self.most());
        chain.map_while(|sector| self.sector(sector)).flat_map(|sector| sector.chunks_exact(ENTRY)).collect()
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file whose root folder has these names, and a folder in it with further ones.
    fn file(names: &[&str], inner: &[&str]) -> Vec<u8> {
        let mut header = vec![0; 512];
        header[..8].copy_from_slice(SIGNATURE);
        header[30..32].copy_from_slice(&9_u16.to_le_bytes());
        header[48..52].copy_from_slice(&1_u32.to_le_bytes());
        header[68..76].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
        header[76..].fill(0xFF);
        header[76..80].copy_from_slice(&0_u32.to_le_bytes());
        let mut table = vec![0xFF; 512];
        let entries = 2 + names.len() + inner.len();
        let sectors = entries.div_ceil(4) as u32;
        for sector in 1..=sectors {
            let next = if sector == sectors { 0xFFFF_FFFE } else { sector + 1 };
            table[sector as usize * 4..][..4].copy_from_slice(&next.to_le_bytes());
        }
        let none = u32::MAX;
        let chain = |first: usize, count: usize, at: usize| if at + 1 < count { (first + at + 1) as u32 } else { none };
        let mut folder = vec![entry("Root Entry", none, 1)];
        folder.push(entry("ObjectPool", if names.is_empty() { none } else { 2 }, 2 + names.len() as u32));
        folder.extend(names.iter().enumerate().map(|(at, name)| entry(name, chain(2, names.len(), at), none)));
        let first = 2 + names.len();
        folder.extend(inner.iter().enumerate().map(|(at, name)| entry(name, chain(first, inner.len(), at), none)));
        folder.resize(sectors as usize * 4, vec![0; ENTRY]);
        [header, table, folder.concat()].concat()
    }

    fn entry(name: &str, right: u32, child: u32) -> Vec<u8> {
        let mut entry = vec![0; ENTRY];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&(units.len() as u16 + 2).to_le_bytes());
        entry[68..72].copy_from_slice(&u32::MAX.to_le_bytes());
        entry[72..76].copy_from_slice(&right.to_le_bytes());
        entry[76..80].copy_from_slice(&child.to_le_bytes());
        entry
    }

    #[test]
    fn streams_tell_the_format() {
        assert_eq!(detect(&file(&["\u{5}SummaryInformation", "1Table", "Data", "WordDocument"], &[])), Ok(Kind::Doc));
        assert_eq!(detect(&file(&["Workbook"], &[])), Ok(Kind::Xls));
        assert_eq!(detect(&file(&["Book"], &[])), Ok(Kind::Xls));
        assert_eq!(detect(&file(&["EncryptionInfo", "EncryptedPackage"], &[])), Err(ReadError::Encrypted));
        assert_eq!(detect(&file(&["PowerPoint Document"], &[])), Err(ReadError::Unknown));
    }

    #[test]
    fn what_is_embedded_does_not() {
        assert_eq!(detect(&file(&["WordDocument"], &["Workbook"])), Ok(Kind::Doc));
        assert_eq!(detect(&file(&["Workbook"], &["WordDocument"])), Ok(Kind::Xls));
        assert_eq!(detect(&file(&["other"], &["Workbook"])), Err(ReadError::Unknown));
    }

    #[test]
    fn damaged_files_end() {
        let whole = file(&["a", "b", "c", "d", "e", "f", "Workbook"], &["x"]);
        for length in 0..whole.len() {
            let _ = detect(&whole[..length]);
        }
        // A chain of sectors, and a folder, that come back to where they began.
        let mut circle = whole.clone();
        circle[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
        circle[1024 + ENTRY + 72..][..4].copy_from_slice(&1_u32.to_le_bytes());
        assert_eq!(detect(&circle), Err(ReadError::Unknown));
        let mut lists = whole;
        lists[68..72].copy_from_slice(&1_u32.to_le_bytes());
        let _ = detect(&lists);
    }
}
