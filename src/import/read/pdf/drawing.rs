//! What is drawn on pages, as `pdftocairo -svg` writes it: the lines that may be the rules of a table, where letters
//! stand, and where the blanks between them. All else, pictures and the shapes of letters, is passed over.

use std::collections::HashSet;

use super::{
    super::{
        super::document::{Excess, ReadError},
        xml::{Element, Token, Xml},
    },
    area::{Length, NEAR, length},
    path::{Affine, Figure, figures},
};

/// How many rules and letters are read of one document.
const MOST_MARKS: usize = 4_000_000;

/// A straight line across or down a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    /// How far down it lies, or how far to the right.
    pub at: Length,
    /// Where it begins on the other axis.
    pub from: Length,
    /// Where it ends.
    pub to: Length,
}

/// A letter, or a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Where it begins.
    pub left: Length,
    /// The line that letters stand on.
    pub base: Length,
}

/// What is drawn on a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Drawing {
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
    pub letters: Vec<Letter>,
    /// The letters that draw nothing.
    pub blanks: Vec<Letter>,
    /// Whether there is anything at all, be it a picture.
    pub is_marked: bool,
}

/// The drawing of each page. A picture of one page has no element for it.
///
/// # Errors
/// [`ReadError::Damaged`] where this is no such picture, [`ReadError::TooLarge`] where more is drawn than is sensible.
pub(super) fn read(picture: &str) -> Result<Vec<Drawing>, ReadError> {
    let mut reader = Reader {
        xml: Xml::new(picture),
        moved: Vec::new(),
        definitions: None,
        glyph: String::new(),
        blank: HashSet::new(),
        pages: Vec::new(),
        left: MOST_MARKS,
    };
    reader.read()?;
    Ok(reader.pages)
}

struct Reader<'t> {
    xml: Xml<'t>,
    /// How deep the groups lie that are moved as a whole, and how.
    moved: Vec<(usize, Affine)>,
    /// How deep the definitions lie, while they are read.
    definitions: Option<usize>,
    /// The letter that is defined.
    glyph: String,
    /// The letters that draw nothing.
    blank: HashSet<String>,
    pages: Vec<Drawing>,
    /// How many marks may still come.
    left: usize,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), ReadError> {
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(element) if self.definitions.is_some() => self.define(&element),
                Token::Open(element) => self.draw(&element)?,
                Token::Close(_) => self.close(),
                Token::Text(_) => {}
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        let depth = self.xml.depth();
        self.definitions = self.definitions.filter(|within| *within <= depth);
        while self.moved.last().is_some_and(|(within, _)| *within > depth) {
            self.moved.pop();
        }
    }

    /// Takes in a definition: letters are symbols or groups with a path, which for blanks is empty.
    fn define(&mut self, element: &Element<'_>) {
        if let Some(id) = element.attribute("id") {
            self.glyph = id.into_owned();
        }
        let is_empty = || element.attribute("d").is_some_and(|data| data.trim().is_empty());
        if element.name() == "path" && self.glyph.starts_with("glyph") && is_empty() {
            self.blank.insert(std::mem::take(&mut self.glyph));
        }
    }

    fn draw(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "defs" => self.definitions = Some(self.xml.depth()),
            "page" => self.pages.push(Drawing::default()),
            "g" => {
                let affine = self.affine(element);
                self.moved.push((self.xml.depth(), affine));
            }
            "path" => self.path(element)?,
            "image" => self.page(0)?.is_marked = true,
            "use" => self.letter(element)?,
            "clipPath" | "mask" | "pattern" | "symbol" => self.xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    /// How an element is moved by itself and by what it lies in.
    fn affine(&self, element: &Element<'_>) -> Affine {
        let around = self.moved.last().map_or(Affine::default(), |(_, affine)| *affine);
        let own = element.attribute("transform").and_then(|text| Affine::read(&text));
        own.map_or(around, |own| own.within(around))
    }

    fn letter(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        self.page(0)?.is_marked = true;
        let at = |name| element.attribute(name)?.parse().ok().filter(|at: &f64| at.is_finite());
        let Some((x, y)) = at("x").zip(at("y")) else { return Ok(()) };
        let Some(id) = element.attribute("href").and_then(|id| Some(id.strip_prefix('#')?.to_owned())) else {
            return Ok(());
        };
        let is_blank = self.blank.contains(&id);
        let (left, base) = self.affine(element).moved((x, y));
        let letter = Letter { left: length(left), base: length(base) };
        let page = self.page(1)?;
        if is_blank {
            page.blanks.push(letter)
        } else {
            page.letters.push(letter)
        }
        Ok(())
    }

    fn path(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let Some(data) = element.attribute("d") else { return Ok(()) };
        let is_drawn = is_seen(element, "stroke");
        if !is_drawn && !is_seen(element, "fill") {
            return Ok(());
        }
        self.page(0)?.is_marked = true;
        for figure in figures(&data, self.affine(element)) {
            let rules: Vec<_> = if is_drawn { strokes(&figure).collect() } else { bar(&figure).into_iter().collect() };
            let page = self.page(rules.len())?;
            for (is_across, rule) in rules {
                if is_across { page.across.push(rule) } else { page.down.push(rule) }
            }
        }
        Ok(())
    }

    /// The page that is drawn on, if so many marks may still come.
    fn page(&mut self, marks: usize) -> Result<&mut Drawing, ReadError> {
        let too_many = ReadError::TooLarge { what: Excess::Lines, most: MOST_MARKS };
        self.left = self.left.checked_sub(marks).ok_or(too_many)?;
        if self.pages.is_empty() {
            self.pages.push(Drawing::default());
        }
        let last = self.pages.len() - 1;
        Ok(&mut self.pages[last])
    }
}

/// Whether a path is stroked or filled with a colour that is seen on paper.
fn is_seen(element: &Element<'_>, what: &str) -> bool {
    let own = element.attribute(what).map(|paint| paint.into_owned());
    let styled = || {
        let style = element.attribute("style")?;
        let of = |part: &str| part.trim().strip_prefix(what)?.strip_prefix(':').map(str::to_owned);
        style.split(';').find_map(of)
    };
    own.or_else(styled).is_some_and(|paint| {
        let paint: String = paint.chars().filter(|c| !c.is_whitespace()).collect();
        !matches!(&*paint, "none" | "rgb(100%,100%,100%)")
    })
}

/// The straight lines across and down of a figure that is stroked.
fn strokes(figure: &Figure) -> impl Iterator<Item = (bool, Rule)> {
    let lines = figure.points.iter().zip(figure.points.iter().skip(1)).filter(|_| !figure.is_curved);
    lines.filter_map(|(from, to)| rule(length(from.0), length(from.1), length(to.0), length(to.1)))
}

/// The line that a filled figure is, if it is thin: many programs draw rules as bars.
fn bar(figure: &Figure) -> Option<(bool, Rule)> {
    let (first, rest) = figure.points.split_first().filter(|_| !figure.is_curved)?;
    let low = rest.iter().fold(*first, |low, point| (low.0.min(point.0), low.1.min(point.1)));
    let high = rest.iter().fold(*first, |high, point| (high.0.max(point.0), high.1.max(point.1)));
    let (left, top, right, bottom) = (length(low.0), length(low.1), length(high.0), length(high.1));
    match (right - left <= NEAR, bottom - top <= NEAR) {
        (false, true) => rule(left, (top + bottom) / 2, right, (top + bottom) / 2),
        (true, false) => rule((left + right) / 2, top, (left + right) / 2, bottom),
        _ => None,
    }
}

/// A line between two points, if it runs across (`true`) or down, and is longer than what joins two others.
fn rule(left: Length, top: Length, right: Length, bottom: Length) -> Option<(bool, Rule)> {
    let (width, height) = ((right - left).abs(), (bottom - top).abs());
    let across = Rule { at: (top + bottom) / 2, from: left.min(right), to: left.max(right) };
    let down = Rule { at: (left + right) / 2, from: top.min(bottom), to: top.max(bottom) };
    match (width > NEAR, height > NEAR) {
        (true, false) if height <= width / 20 => Some((true, across)),
        (false, true) if width <= height / 20 => Some((false, down)),
        _ => None,
    }
}
