//! Real documents, cut short or changed.

use perfc::{
    import::read_pages,
    table::{Format, render},
};

use super::{imported, survives, taken, text};
use crate::{
    documents::pdf::{PICTURE, WORDS},
    table::{SOURCE, tables},
};

/// The published tables in each format that is read, all of which become the same file but for those without it.
fn documents() -> Vec<(String, Vec<u8>)> {
    let tables = tables(SOURCE);
    let own = [Format::Docx, Format::Xlsx, Format::Html, Format::Csv, Format::Text, Format::Markdown];
    let own = own.map(|format| (format!("{format:?}"), render(format, &tables, &Default::default()).unwrap()));
    let foreign: [(&str, &[u8]); 3] = [
        ("xls", include_bytes!("../../../fixtures/office/tianjin.xls")),
        ("ods", include_bytes!("../../../fixtures/office/tianjin.ods")),
        ("txt", include_bytes!("../../../fixtures/seed.txt")),
    ];
    own.into_iter().chain(foreign.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))).collect()
}

#[test]
fn documents_that_end_too_early() {
    for (name, bytes) in documents() {
        assert!(!text(&bytes).is_empty(), "{name}");
        for part in 0..64 {
            let length = bytes.len() * part / 64;
            survives(|| format!("{name}, the first {length} bytes"), || taken(&bytes[..length]));
        }
    }
    for part in 0..64 {
        let (words, picture) = (WORDS.len() * part / 64, PICTURE.len() * part / 64);
        survives(
            || format!("pdf, {part} of 64 parts"),
            || {
                assert!(read_pages(&WORDS[..words], PICTURE).is_err());
                read_pages(WORDS, &picture_of(picture)).map(|pages| imported(&pages.document))
            },
        );
    }
}

/// The begin of the picture, its open elements closed: a program that was ended leaves no such thing, but a shorter one.
fn picture_of(length: usize) -> Vec<u8> {
    let text = String::from_utf8_lossy(&PICTURE[..length]);
    let whole = text.rfind("<page>").map_or("", |at| &text[..at]);
    if whole.is_empty() { Vec::new() } else { format!("{whole}</pageSet></svg>").into_bytes() }
}

/// Bytes without order, the same for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        // Xorshift: a row of numbers that does not come back for long.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize
    }

    /// The bytes, some of them others, or gone, or twice.
    fn changed(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..1 + self.next() % 20 {
            let at = self.next() % bytes.len();
            match self.next() % 4 {
                0 => drop(bytes.drain(at..bytes.len().min(at + 1 + self.next() % 50))),
                1 => bytes.extend_from_within(at..),
                _ => bytes[at] = self.next() as u8,
            }
            bytes.truncate(1 << 20);
        }
        bytes
    }
}

#[test]
fn documents_that_are_changed() {
    let begin = std::env::var("PERFC_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("seeds from {begin} on; PERFC_SEED tells where to begin");
    let documents = documents();
    for seed in begin..begin + 24_u64 {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for (name, bytes) in &documents {
            let changed = random.changed(bytes);
            survives(|| format!("{name}, seed {seed}"), || taken(&changed));
        }
        let (words, picture) = (random.changed(WORDS), random.changed(PICTURE));
        survives(
            || format!("pdf, seed {seed}"),
            || {
                let _ = read_pages(&words, PICTURE).map(|pages| imported(&pages.document));
                read_pages(WORDS, &picture).map(|pages| imported(&pages.document))
            },
        );
    }
}
