//! What a name is about.

use std::sync::LazyLock;

use super::{counted::DATA, patterns::Patterns};

static COMMON: LazyLock<Patterns> = LazyLock::new(|| Patterns::new([(1, &DATA.common)]));

/// The parts of a name that tell what it is about, without words that many names share: 培训 of 开展培训人数.
pub fn telling_parts(name: &str) -> impl Iterator<Item = &str> {
    let common = COMMON.find(name).map(|found| (found.start, found.end)).chain([(name.len(), name.len())]);
    let mut behind = 0;
    let parts = common.map(move |(start, end)| {
        let part = &name[behind..start];
        behind = end;
        part
    });
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_names_are_left_out() {
        let parts = |name| telling_parts(name).collect::<Vec<_>>();
        assert_eq!(parts("开展培训人数"), ["培训"]);
        assert_eq!(parts("每公里道路建设费用"), ["公里道路"]);
        assert_eq!(parts("高标准农田建设面积"), ["高标准农田"]);
        assert_eq!((parts("购置费"), parts("")), (vec![], vec![]));
    }
}
