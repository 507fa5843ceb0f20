//! Declarations in an order in which each stands behind those that it builds upon, wherever in the file they stand.

use std::borrow::Cow;

use foldhash::HashMap;

use crate::{arguments::Located, syntax::StatementId, words::folded};

/// A declaration, with the names that it gives and those of its own file that it may need.
#[derive(Debug)]
pub(super) struct Declaration<'s> {
    pub id: StatementId,
    pub gives: Vec<Located<&'s str>>,
    pub needs: Vec<Need<'s>>,
}

/// Something that a declaration builds upon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need<'s> {
    /// The word that asks for it: 万箱/人.
    pub word: Located<&'s str>,
    /// The name in it that may be declared below: 箱.
    pub name: &'s str,
}

/// A declaration that builds upon itself in the end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circle<'s> {
    /// The word that closes the circle.
    pub word: Located<&'s str>,
    /// The name that it leads back to, where that is given.
    pub name: Located<&'s str>,
}

/// The declarations in that order, each with the circle that it closes. Those that need nothing stay in their order.
pub(super) fn ordered<'s>(declarations: &[Declaration<'s>]) -> Vec<(StatementId, Option<Circle<'s>>)> {
    let mut givers = HashMap::default();
    for (number, declaration) in declarations.iter().enumerate() {
        for name in &declaration.gives {
            // Of names that are given twice the first holds.
            givers.entry(folded(name.value)).or_insert((number, *name));
        }
    }
    let mut sorter = Sorter { declarations, givers, states: vec![State::New; declarations.len()], order: Vec::new() };
    (0..declarations.len()).for_each(|number| sorter.visit(number));
    sorter.order
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// What it needs is being put in order.
    Open,
    Done,
}

struct Sorter<'d, 's> {
    declarations: &'d [Declaration<'s>],
    givers: HashMap<Cow<'s, str>, (usize, Located<&'s str>)>,
    states: Vec<State>,
    order: Vec<(StatementId, Option<Circle<'s>>)>,
}

/// A declaration on the way, the number of its needs that are seen to, and the circle that it closes.
type Step<'s> = (usize, usize, Option<Circle<'s>>);

impl<'s> Sorter<'_, 's> {
    /// Puts a declaration behind all that it needs. A chain of them may be as long as the file.
    fn visit(&mut self, number: usize) {
        let mut path = Vec::new();
        self.open(number, &mut path);
        while let Some((number, seen, circle)) = path.last_mut() {
            let declaration = &self.declarations[*number];
            let Some(need) = declaration.needs.get(*seen) else {
                self.states[*number] = State::Done;
                self.order.push((declaration.id, *circle));
                path.pop();
                continue;
            };
            *seen += 1;
            let Some(&(giver, name)) = self.givers.get(&*folded(need.name)) else { continue };
            match self.states[giver] {
                State::New => self.open(giver, &mut path),
                State::Open => *circle = circle.or(Some(Circle { word: need.word, name })),
                State::Done => {}
            }
        }
    }

    fn open(&mut self, number: usize, path: &mut Vec<Step<'s>>) {
        if self.states[number] == State::New {
            self.states[number] = State::Open;
            path.push((number, 0, None));
        }
    }
}
