//! Places on a page, in hundredths of a point from its upper left corner.

/// A length or a place in hundredths of a point.
pub(super) type Length = i32;

/// How far apart lines are that a program drew twice, or did not join quite. No row or column of a form is this small.
pub(super) const NEAR: Length = 300;

/// What a text or a cell takes of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub left: Length,
    pub top: Length,
    pub right: Length,
    pub bottom: Length,
}

impl Area {
    pub(super) fn width(self) -> Length {
        self.right - self.left
    }

    pub(super) fn height(self) -> Length {
        self.bottom - self.top
    }

    /// Halfway down.
    pub(super) fn middle(self) -> Length {
        (self.top + self.bottom) / 2
    }

    /// The area with another.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// A length of so many points; what no page has room for is far outside of it.
pub(super) fn length(points: f64) -> Length {
    (points.clamp(-1e6, 1e6) * 100.0).round() as Length
}

/// The places in order, those near each other as one.
pub(super) fn places(mut all: Vec<Length>) -> Vec<Length> {
    all.sort_unstable();
    all.dedup_by(|next, first| *next - *first <= NEAR);
    all
}

/// Which of the ordered places is near; none where none is.
pub(super) fn place(places: &[Length], at: Length) -> Option<usize> {
    let after = places.partition_point(|place| *place <= at);
    let near = |index: &usize| places.get(*index).is_some_and(|place| (place - at).abs() <= NEAR);
    // Of two places that are near, the one before stands for those up to `at`.
    [after.checked_sub(1), Some(after)].into_iter().flatten().find(near)
}
