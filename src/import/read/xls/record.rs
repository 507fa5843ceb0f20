//! The records that a workbook is made of, and the strings in them.

use super::Script;

pub(super) const FORMULA: u16 = 0x0006;
pub(super) const END: u16 = 0x000A;
pub(super) const EPOCH: u16 = 0x0022;
pub(super) const PASSWORD: u16 = 0x002F;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const ENCODING: u16 = 0x0042;
pub(super) const SHEET: u16 = 0x0085;
pub(super) const SMALL_NUMBERS: u16 = 0x00BD;
pub(super) const RICH_STRING: u16 = 0x00D6;
pub(super) const STYLE: u16 = 0x00E0;
pub(super) const MERGED: u16 = 0x00E5;
pub(super) const STRINGS: u16 = 0x00FC;
pub(super) const SHARED_STRING: u16 = 0x00FD;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const STRING: u16 = 0x0204;
pub(super) const TRUTH_OR_ERROR: u16 = 0x0205;
pub(super) const RESULT_STRING: u16 = 0x0207;
pub(super) const SMALL_NUMBER: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const BEGIN: u16 = 0x0809;

/// A record, with those that continue it.
pub(super) struct Record<'b> {
    pub(super) kind: u16,
    /// Its bytes, and those of each record that continues it.
    parts: Vec<&'b [u8]>,
}

/// Records in their order, up to the end of the stream or where it is cut off.
pub(super) struct Records<'b> {
    rest: &'b [u8],
    whole: usize,
}

impl<'b> Records<'b> {
    pub(super) fn new(stream: &'b [u8]) -> Self {
        Self { rest: stream, whole: stream.len() }
    }

    /// How many bytes were read.
    pub(super) fn length(&self) -> usize {
        self.whole - self.rest.len()
    }

    fn one(&mut self) -> Option<(u16, &'b [u8])> {
        let (head, rest) = self.rest.split_at_checked(4)?;
        let [kind, length] = [[head[0], head[1]], [head[2], head[3]]].map(u16::from_le_bytes);
        let (data, rest) = rest.split_at_checked(usize::from(length))?;
        self.rest = rest;
        Some((kind, data))
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let (kind, data) = self.one()?;
        let mut parts = vec![data];
        while self.rest.starts_with(&CONTINUE.to_le_bytes()) {
            parts.push(self.one()?.1);
        }
        Some(Record { kind, parts })
    }
}

impl Record<'_> {
    fn bytes<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.parts.first()?.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    pub(super) fn u8(&self, at: usize) -> Option<u8> {
        self.bytes(at).map(u8::from_le_bytes)
    }

    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        self.bytes(at).map(u16::from_le_bytes)
    }

    pub(super) fn u32(&self, at: usize) -> Option<u32> {
        self.bytes(at).map(u32::from_le_bytes)
    }

    pub(super) fn f64(&self, at: usize) -> Option<f64> {
        self.bytes(at).map(f64::from_le_bytes)
    }

    /// How long the record is without what continues it.
    pub(super) fn len(&self) -> usize {
        self.parts.first().map_or(0, |data| data.len())
    }

    /// The string at a place, behind its length in two bytes.
    pub(super) fn string(&self, at: usize, script: Script) -> Option<String> {
        let length = usize::from(self.u16(at)?);
        self.text(at + 2, length, script)
    }

    /// The string at a place, behind its length in one byte.
    pub(super) fn short_string(&self, at: usize, script: Script) -> Option<String> {
        let length = usize::from(self.u8(at)?);
        self.text(at + 1, length, script)
    }

    fn text(&self, at: usize, length: usize, script: Script) -> Option<String> {
        let mut bytes = Bytes::new(&self.parts);
        bytes.skip(at)?;
        match script {
            Script::Unicode => {
                let flags = bytes.number(1)?;
                bytes.characters(length, flags & 1 != 0)
            }
            Script::Bytes(encoding) => {
                let data = self.parts.first()?.get(at..)?;
                Some(encoding.decode_without_bom_handling(data.get(..length).unwrap_or(data)).0.into_owned())
            }
        }
    }

    /// The number and the code of a number format.
    pub(super) fn format(&self, script: Script) -> Option<(usize, String)> {
        let code = match script {
            Script::Unicode => self.string(2, script)?,
            Script::Bytes(_) => self.short_string(2, script)?,
        };
        Some((usize::from(self.u16(0)?), code))
    }

    /// The strings that cells share, as many as there are.
    pub(super) fn shared_strings(&self) -> Option<Vec<String>> {
        let mut bytes = Bytes::new(&self.parts);
        bytes.skip(8)?;
        let mut all = Vec::new();
        while !bytes.is_empty() {
            all.push(bytes.rich()?);
        }
        Some(all)
    }
}

/// The bytes of a record and of those that continue it.
struct Bytes<'b> {
    rest: &'b [u8],
    later: &'b [&'b [u8]],
}

impl<'b> Bytes<'b> {
    fn new(parts: &'b [&'b [u8]]) -> Self {
        Self { rest: &[], later: parts }
    }

    /// Goes on to the next part where this one is used up; whether there is anything.
    fn turn(&mut self) -> bool {
        while self.rest.is_empty() {
            let Some((next, later)) = self.later.split_first() else { return false };
            (self.rest, self.later) = (next, later);
        }
        true
    }

    fn is_empty(&mut self) -> bool {
        !self.turn()
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.turn().then_some(())?;
            let now = count.min(self.rest.len());
            (self.rest, count) = (&self.rest[now..], count - now);
        }
        Some(())
    }

    /// A number of this many bytes, the low first.
    fn number(&mut self, count: u32) -> Option<usize> {
        let mut number = 0;
        for at in 0..count {
            self.turn().then_some(())?;
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= usize::from(byte) << (8 * at);
        }
        Some(number)
    }

    /// A string with its own formats and sounds, which are passed over.
    fn rich(&mut self) -> Option<String> {
        let (length, flags) = (self.number(2)?, self.number(1)?);
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let sounds = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let text = self.characters(length, flags & 1 != 0)?;
        self.skip(runs * 4)?;
        self.skip(sounds)?;
        Some(text)
    }

    /// Characters of one byte or two. Where they go on in another record, it says anew which.
    fn characters(&mut self, mut count: usize, mut is_wide: bool) -> Option<String> {
        let mut units = Vec::new();
        while count > 0 {
            if self.rest.is_empty() {
                is_wide = self.number(1)? & 1 != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let now = count.min(self.rest.len() / width);
            if now == 0 && !self.rest.is_empty() {
                return None;
            }
            let (data, rest) = self.rest.split_at(now * width);
            units.extend(data.chunks(width).map(|unit| match unit {
                [low, high] => u16::from_le_bytes([*low, *high]),
                other => other.first().copied().map_or(0, u16::from),
            }));
            (self.rest, count) = (rest, count - now);
        }
        Some(String::from_utf16_lossy(&units))
    }
}
