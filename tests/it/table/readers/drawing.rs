//! A reader of drawn tables: what lines enclose is a cell.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthChar;

use super::Form;

/// What a column of a line of a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Square {
    Line,
    Char(char),
    /// The second column of a wide character.
    Rest,
}

/// A cell: the lines and columns that it takes, ends excluded.
#[derive(Debug)]
struct Region {
    top: usize,
    bottom: usize,
    left: usize,
    right: usize,
    text: String,
}

/// Reads forms; a blank line separates them.
pub fn from_text(text: &str) -> Vec<Form> {
    text.split("\n\n").map(form).collect()
}

fn form(text: &str) -> Form {
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|line| line.starts_with('┌')).expect("a drawing");
    let mut before: Vec<String> = lines[..start].iter().map(|line| line.trim().to_owned()).collect();
    let squares: Vec<Vec<Square>> = lines[start..].iter().map(|line| squares(line)).collect();
    Form { title: before.remove(0), before, rows: rows(&regions(&squares)) }
}

fn squares(line: &str) -> Vec<Square> {
    let mut squares = Vec::new();
    for c in line.chars() {
        match c {
            '\u{2500}'..='\u{257F}' => squares.push(Square::Line),
            _ => squares.push(Square::Char(c)),
        }
        squares.extend((1..c.width().unwrap()).map(|_| Square::Rest));
    }
    squares
}

/// The cells, which must be rectangles with lines all around.
fn regions(squares: &[Vec<Square>]) -> Vec<Region> {
    let width = squares[0].len();
    assert!(squares.iter().all(|line| line.len() == width), "lines of one length");
    let mut seen = vec![vec![false; width]; squares.len()];
    let mut regions = Vec::new();
    for top in 0..squares.len() {
        for left in 0..width {
            if squares[top][left] != Square::Line && !seen[top][left] {
                regions.push(region(squares, &mut seen, top, left));
            }
        }
    }
    regions
}

fn region(squares: &[Vec<Square>], seen: &mut [Vec<bool>], top: usize, left: usize) -> Region {
    let is_line = |row: usize, column: usize| squares[row][column] == Square::Line;
    let right = (left..).find(|&column| is_line(top, column)).unwrap();
    let bottom = (top..).find(|&row| is_line(row, left)).unwrap();
    let mut text = String::new();
    for row in top..bottom {
        assert!(is_line(row, left - 1) && is_line(row, right), "lines beside a cell");
        let line = &squares[row][left..right];
        assert!(!line.contains(&Square::Line), "a line through a cell");
        seen[row][left..right].fill(true);
        let characters: String = line
            .iter()
            .filter_map(|square| match square {
                Square::Char(c) => Some(*c),
                _ => None,
            })
            .collect();
        text.push_str(characters.trim());
    }
    assert!((left..right).all(|column| is_line(top - 1, column) && is_line(bottom, column)), "lines over and under");
    Region { top, bottom, left, right, text }
}

/// The cells row by row, a merged one in each of its rows.
fn rows(regions: &[Region]) -> Vec<Vec<String>> {
    assert!(regions.iter().all(|region| region.right > region.left));
    let tops: BTreeSet<usize> = regions.iter().map(|region| region.top).collect();
    let row = |&top: &usize| {
        let mut row: Vec<&Region> =
            regions.iter().filter(|region| (region.top..region.bottom).contains(&top)).collect();
        row.sort_by_key(|region| region.left);
        row.into_iter().map(|region| region.text.clone()).collect()
    };
    tops.iter().map(row).collect()
}
