//! The figures of a path of a picture, and where they come to lie.

/// A place in points, to the right and down.
pub(super) type Point = (f64, f64);

/// How a thing is turned, stretched and moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Affine([f64; 6]);

impl Default for Affine {
    /// Not at all.
    fn default() -> Self {
        Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
    }
}

impl Affine {
    /// Reads `matrix(1,0,0,-1,0,842)`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let inner = text.trim().strip_prefix("matrix(")?.strip_suffix(')')?;
        let numbers = inner.split([',', ' ']).filter(|part| !part.is_empty()).map(number);
        let numbers: Vec<f64> = numbers.collect::<Option<_>>()?;
        Some(Self(numbers.try_into().ok()?))
    }

    pub(super) fn moved(self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// This, and then what is done to all of the group around it.
    pub(super) fn within(self, around: Self) -> Self {
        let [a, b, c, d, ..] = around.0;
        let [own_a, own_b, own_c, own_d, x, y] = self.0;
        let turned = |x, y| (a * x + c * y, b * x + d * y);
        let ((a, b), (c, d), (e, f)) = (turned(own_a, own_b), turned(own_c, own_d), around.moved((x, y)));
        Self([a, b, c, d, e, f])
    }
}

/// A part of a path that is drawn in one go.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Figure {
    /// The corners; where it is closed, the first is also the last.
    pub points: Vec<Point>,
    pub is_curved: bool,
}

/// The figures of a path, as far as it can be read.
pub(super) fn figures(data: &str, affine: Affine) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut parts = data.split_ascii_whitespace();
    while let Some(part) = parts.next() {
        let points = match part {
            "M" | "L" => 1,
            "C" => 3,
            "Z" => 0,
            _ => break,
        };
        let mut point = || Some(affine.moved((number(parts.next()?)?, number(parts.next()?)?)));
        let Some(points) = (0..points).map(|_| point()).collect::<Option<Vec<_>>>() else { break };
        if part == "M" {
            figures.push(Figure::default());
        }
        let Some(figure) = figures.last_mut() else { break };
        figure.is_curved |= part == "C";
        let closing = figure.points.first().copied().filter(|_| part == "Z");
        figure.points.extend(points.last().copied().or(closing));
    }
    figures
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
