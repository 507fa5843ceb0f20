//! Documents in Microsoft's older container, by the streams in it.

use super::{
    super::compound::Container,
    {Kind, ReadError},
};

pub(super) fn detect(bytes: &[u8]) -> Result<Kind, ReadError> {
    let container = Container::open(bytes).ok_or(ReadError::Unknown)?;
    if container.has("EncryptedPackage") {
        return Err(ReadError::Encrypted);
    }
    if container.has("WordDocument") {
        return Ok(Kind::Doc);
    }
    if container.has("Workbook") || container.has("Book") {
        return Ok(Kind::Xls);
    }
    Err(ReadError::Unknown)
}

#[cfg(test)]
mod tests {
    use super::{super::super::compound::SIGNATURE, *};

    /// How long an entry of the directory is.
    const ENTRY: usize = 128;

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
        entry[66] = 2;
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
