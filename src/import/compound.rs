//! Microsoft's older container (MS-CFB), in which Office before 2007 kept its documents and Office since then keeps
//! encrypted ones: a small file system whose streams are chains of sectors, scattered over the file.
//!
//! Only the root folder is looked at: what lies in others is embedded in the document. What the file says of places is
//! not believed; each chain is followed no further than there are sectors, so one that bites its tail ends.

/// What such files begin with.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Streams shorter than this lie in sectors of [`SMALL`] bytes within another stream.
const SHORT: usize = 4096;
const SMALL: usize = 64;

/// The length of an entry of the directory.
const ENTRY: usize = 128;

/// How many sectors with the table of chains are listed in the head.
const LISTED: usize = 109;

/// Larger numbers of sectors say what is not one.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

/// A container.
pub(super) struct Container<'b> {
    bytes: &'b [u8],
    /// The length of a sector.
    size: usize,
    /// The sectors in which the next sector of each is listed.
    tables: Vec<u32>,
    /// The entries of all folders, as far as they can be read.
    directory: Vec<u8>,
}

impl<'b> Container<'b> {
    /// A container whose directory can be read, at least its begin.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30).filter(|_| bytes.starts_with(SIGNATURE))? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self { bytes, size, tables: Vec::new(), directory: Vec::new() };
        container.tables = container.tables();
        container.directory = container.chain(u32_at(bytes, 48)?).0;
        Some(container)
    }

    /// Whether there is a stream of this name in the root folder, in any case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A stream of the root folder; none where there is none, or where it is cut off.
    #[cfg(feature = "documents")]
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        let (begin, length) = (u32_at(entry, 116)?, usize::try_from(u32_at(entry, 120)?).ok()?);
        let mut all = if length < SHORT { self.small(begin, length)? } else { self.whole(begin)? };
        (all.len() >= length).then(|| all.truncate(length))?;
        Some(all)
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

    /// The sectors of the table of chains: some of them stand in the head, more in a chain of their own, of which the
    /// last number of each sector is the next one.
    fn tables(&self) -> Vec<u32> {
        let mut all: Vec<u32> = (0..LISTED).map_while(|at| u32_at(self.bytes, 76 + 4 * at)).collect();
        let mut further = u32_at(self.bytes, 68);
        while let Some(list) = further.and_then(|number| self.sector(number))
            && all.len() < self.sectors() + LISTED
        {
            let last = self.size / 4 - 1;
            all.extend((0..last).map_while(|at| u32_at(list, 4 * at)));
            further = u32_at(list, 4 * last);
        }
        all.retain(|number| *number <= LAST_SECTOR);
        all
    }

    /// The sector behind another in its chain.
    fn next(&self, number: u32) -> Option<u32> {
        let in_table = self.size / 4;
        let table = self.sector(*self.tables.get(number as usize / in_table)?)?;
        u32_at(table, number as usize % in_table * 4)
    }

    /// The bytes of a chain, and whether they are all.
    fn chain(&self, mut number: u32) -> (Vec<u8>, bool) {
        let mut all = Vec::new();
        for _ in 0..=self.sectors() {
            if number > LAST_SECTOR {
                return (all, true);
            }
            let Some(sector) = self.sector(number) else { break };
            all.extend_from_slice(sector);
            let Some(next) = self.next(number) else { break };
            number = next;
        }
        (all, false)
    }

    #[cfg(feature = "documents")]
    fn whole(&self, begin: u32) -> Option<Vec<u8>> {
        Some(self.chain(begin)).filter(|(_, is_whole)| *is_whole).map(|(all, _)| all)
    }

    /// A short stream.
    #[cfg(feature = "documents")]
    fn small(&self, begin: u32, length: usize) -> Option<Vec<u8>> {
        let root = self.directory.get(..ENTRY)?;
        let (within, table) = (self.whole(u32_at(root, 116)?)?, self.whole(u32_at(self.bytes, 60)?)?);
        let (mut all, mut number) = (Vec::new(), begin);
        while all.len() < length {
            let begin = (number as usize).checked_mul(SMALL)?;
            let end = begin.checked_add(SMALL)?.min(within.len());
            all.extend_from_slice(within.get(begin..end).filter(|sector| !sector.is_empty())?);
            number = u32_at(&table, (number as usize).checked_mul(4)?)?;
        }
        Some(all)
    }

    /// The entry of a stream in the root folder.
    fn find(&self, name: &str) -> Option<&[u8]> {
        let is_stream = |entry: &&[u8]| entry.get(66) == Some(&2);
        self.root().into_iter().filter(is_stream).find(|entry| is_called(entry, name))
    }

    /// The entries of the root folder, which are a tree: each tells the ones before and behind it.
    fn root(&self) -> Vec<&[u8]> {
        let entries: Vec<&[u8]> = self.directory.chunks_exact(ENTRY).collect();
        let mut seen = vec![false; entries.len()];
        let mut open: Vec<u32> = entries.first().and_then(|root| u32_at(root, 76)).into_iter().collect();
        let mut root = Vec::new();
        while let Some(number) = open.pop() {
            let at = number as usize;
            let Some(entry) = entries.get(at).filter(|_| !std::mem::replace(&mut seen[at], true)) else { continue };
            root.push(*entry);
            open.extend([68, 72].into_iter().filter_map(|at| u32_at(entry, at)));
        }
        root
    }
}

/// Whether an entry has this name, in any case.
fn is_called(entry: &[u8], name: &str) -> bool {
    let mut bytes = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).enumerate();
    bytes.all(|(at, byte)| entry.get(at).is_some_and(|other| other.eq_ignore_ascii_case(&byte)))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
