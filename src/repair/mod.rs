//! Repairs made: the edits that findings propose, put into the texts.
//!
//! [`run`] compiles and repairs by turns until nothing is left to repair. Repairs that lie over each other do not come in
//! the same round: the first is made, and whether the other is still needed is seen when the text has been compiled again.
//! A guess is made only where no safe repair is left, for that may make it needless.

mod round;

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Findings},
    source::Sources,
};

/// Texts by the names of their sources.
pub type Texts = BTreeMap<String, String>;

/// How often the texts are compiled anew. Few need more than three rounds; repairs that undo each other would need any
/// number.
const ROUNDS: usize = 64;

/// Which repairs are made.
#[derive(Clone, Copy)]
pub struct Wanted<'w> {
    /// Those that are guesses, or change what a table says, as well.
    pub guesses: bool,
    /// Whether a text of this name may be changed. A repair is made only where all of its edits may.
    pub may_change: &'w dyn Fn(&str) -> bool,
}

/// Texts that have been repaired.
#[derive(Debug)]
pub struct Repaired {
    /// Those that changed, as they are now.
    pub texts: Texts,
    /// How many repairs of each rule's findings were made.
    pub made: BTreeMap<Code, usize>,
    /// What is found in the texts as they are now.
    pub findings: Findings,
    /// The texts as they are now, and all others that were compiled.
    pub sources: Sources,
}

/// Makes the repairs that are wanted, one round after the other. `compile` compiles the texts, with those that have changed
/// in the place of what their files hold.
pub fn run(wanted: Wanted<'_>, mut compile: impl FnMut(&Texts) -> (Findings, Sources)) -> Repaired {
    let (mut texts, mut made) = (Texts::new(), BTreeMap::new());
    let (mut findings, mut sources) = compile(&texts);
    for _ in 0..ROUNDS {
        let round = round::of(&findings, &sources, wanted);
        if round.texts.is_empty() {
            break;
        }
        texts.extend(round.texts);
        round.made.into_iter().for_each(|code| *made.entry(code).or_default() += 1);
        (findings, sources) = compile(&texts);
    }
    Repaired { texts, made, findings, sources }
}

/// How many findings have a repair that could still be made.
pub fn open(findings: &Findings, sources: &Sources, wanted: Wanted<'_>) -> usize {
    let is_open = |finding: &&_| round::proposed(finding, sources, wanted).is_some();
    findings.iter().filter(is_open).count()
}
