//! The words that one definition of a standard gives to its things, so that none of them names two.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashSet};

use super::{define::defined_twice, standard::Table};
use crate::{
    arguments::Located,
    diagnostic::{Diagnostic, Findings},
    source::Span,
    words::folded,
};

/// What the words of one table name in one definition, and where they are given.
#[derive(Debug, Default)]
pub(super) struct Given {
    words: HashMap<String, (usize, Span)>,
    /// Where the things are defined, or those of the base changed.
    heads: HashMap<usize, Span>,
}

impl Given {
    /// Takes note that a thing is defined or changed here; `false` where that is done for the second time, which is
    /// reported.
    pub fn define(&mut self, number: usize, word: Located<&str>, findings: &mut Findings) -> bool {
        match self.heads.entry(number) {
            Entry::Vacant(free) => {
                free.insert(word.span);
                true
            }
            Entry::Occupied(first) => {
                let spelt = self.words.get(&*folded(word.value)).map(|&(_, at)| at);
                findings.report(defined_twice(word, spelt.unwrap_or(*first.get())));
                false
            }
        }
    }

    /// Gives a thing further spellings, each once; one that another thing has is reported and stays with that. `owned`
    /// tells of a word that belongs to the base.
    pub fn spell<T>(
        &mut self,
        table: &mut Table<T>,
        number: usize,
        spellings: &[Located<&str>],
        findings: &mut Findings,
        owned: impl Fn(&Table<T>, Located<&str>) -> Option<Diagnostic>,
    ) {
        let mut told = HashSet::default();
        for spelling in spellings {
            let finding = match self.words.entry(folded(spelling.value).into_owned()) {
                Entry::Occupied(known) if known.get().0 == number => None,
                Entry::Occupied(known) => Some(defined_twice(*spelling, known.get().1)),
                Entry::Vacant(free) => {
                    free.insert((number, spelling.span));
                    let finding = owned(table, *spelling);
                    if finding.is_none() {
                        table.spell(number, spelling.value);
                    }
                    finding
                }
            };
            findings.report_if(finding.filter(|_| told.insert(spelling.value)));
        }
    }

    /// Gives a thing the spelling that follows from its printed name, unless another is spelt so: in two levels of a
    /// form categories may have the same name.
    pub fn imply<T>(&self, table: &mut Table<T>, number: usize, name: &str) {
        if self.words.get(&*folded(name)).is_none_or(|&(owner, _)| owner == number) {
            table.spell(number, name);
        }
    }
}
