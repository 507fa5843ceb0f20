//! Microsoft's older container (MS-CFB): streams whose sectors are scattered over the file.
//!
//! Each chain of sectors is followed no further than there are sectors, so one that bites its tail ends as damage.

use super::super::super::document::ReadError;
use super::super::package::OLE;

/// Streams shorter than this lie in sectors of [`SMALL`] bytes within another stream.
const SHORT: usize = 4096;
const SMALL: usize = 64;

/// The length of an entry of the directory.
const ENTRY: usize = 128;

/// Larger numbers of sectors say what is not one.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

/// The first stream of one of these names, in any case.
///
/// # Errors
/// [`ReadError::Damaged`] where there is none, [`ReadError::Encrypted`] where the container holds a newer document.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Result<Vec<u8>, ReadError> {
    let damaged = || ReadError::Damaged("no container of a workbook".to_owned());
    let container = Container::open(bytes).ok_or_else(damaged)?;
    if container.find("EncryptedPackage").is_some() {
        return Err(ReadError::Encrypted);
    }
    let entry = names.iter().find_map(|name| container.find(name)).ok_or_else(damaged)?;
    container.content(&entry).ok_or_else(|| ReadError::Damaged("the stream of the workbook is cut off".to_owned()))
}

struct Container<'b> {
    bytes: &'b [u8],
    /// The length of a sector.
    size: usize,
    /// The sectors in which the next sector of each is listed.
    tables: Vec<u32>,
    directory: Vec<u8>,
}

/// A stream by its place.
struct Entry {
    begin: u32,
    length: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

impl<'b> Container<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30).filter(|_| bytes.starts_with(OLE))? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self { bytes, size, tables: Vec::new(), directory: Vec::new() };
        container.tables = container.tables()?;
        container.directory = container.chain(u32_at(bytes, 48)?)?;
        Some(container)
    }

    /// How many sectors there are.
    fn sectors(&self) -> usize {
        self.bytes.len() / self.size
    }

    /// A sector; the last of a file may be cut off.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let begin = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        let end = begin.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(begin..end)
    }

    /// The sectors of the table of chains: 109 of them stand in the head, more in a chain of their own.
    fn tables(&self) -> Option<Vec<u32>> {
        let numbers =
            |bytes: &[u8]| -> Vec<u32> { (0..bytes.len() / 4).filter_map(|at| u32_at(bytes, at * 4)).collect() };
        let mut all = numbers(self.bytes.get(76..512)?);
        let mut next = u32_at(self.bytes, 68)?;
        while next <= LAST_SECTOR {
            let mut more = numbers(self.sector(next)?);
            next = more.pop()?;
            all.extend(more);
            if all.len() > self.sectors() + 109 + self.size {
                return None;
            }
        }
        all.retain(|&number| number <= LAST_SECTOR);
        Some(all)
    }

    /// The sector behind another in its chain.
    fn next(&self, number: u32) -> Option<u32> {
        let in_table = self.size / 4;
        let table = self.sector(*self.tables.get(number as usize / in_table)?)?;
        u32_at(table, number as usize % in_table * 4)
    }

    /// All bytes of a chain.
    fn chain(&self, mut number: u32) -> Option<Vec<u8>> {
        let mut all = Vec::new();
        for _ in 0..=self.sectors() {
            if number > LAST_SECTOR {
                return Some(all);
            }
            all.extend_from_slice(self.sector(number)?);
            number = self.next(number)?;
        }
        None
    }

    fn find(&self, name: &str) -> Option<Entry> {
        self.directory.chunks_exact(ENTRY).find(|entry| is_called(entry, name)).and_then(place)
    }

    fn content(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.length < SHORT {
            return self.small(entry);
        }
        let mut all = self.chain(entry.begin)?;
        (all.len() >= entry.length).then(|| all.truncate(entry.length))?;
        Some(all)
    }

    /// A short stream.
    fn small(&self, entry: &Entry) -> Option<Vec<u8>> {
        let root = self.directory.chunks_exact(ENTRY).next().and_then(place)?;
        let (within, table) = (self.chain(root.begin)?, self.chain(u32_at(self.bytes, 60)?)?);
        let (mut all, mut number) = (Vec::new(), entry.begin);
        while all.len() < entry.length {
            let begin = (number as usize).checked_mul(SMALL)?;
            let end = begin.checked_add(SMALL)?.min(within.len());
            all.extend_from_slice(within.get(begin..end).filter(|sector| !sector.is_empty())?);
            number = u32_at(&table, (number as usize).checked_mul(4)?)?;
        }
        all.truncate(entry.length);
        Some(all)
    }
}

/// Whether an entry is a stream of this name.
fn is_called(entry: &[u8], name: &str) -> bool {
    let units = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
    let is_stream = entry.get(66) == Some(&2);
    is_stream
        && units.enumerate().all(|(at, byte)| entry.get(at).is_some_and(|other| other.eq_ignore_ascii_case(&byte)))
}

fn place(entry: &[u8]) -> Option<Entry> {
    Some(Entry { begin: u32_at(entry, 116)?, length: usize::try_from(u32_at(entry, 120)?).ok()? })
}
