//! What is called by a name without quotes: labels and templates; and rows, where their names stand in place of labels.

use std::{borrow::Cow, cell::OnceCell};

use foldhash::HashMap;

use super::Indicator;
use crate::{arguments::Located, diagnostic::Value, words::folded};

/// Things by their names, in their order. Full-width letters make no other name.
#[derive(Debug)]
pub(crate) struct Named<'s, T> {
    list: Vec<(Located<&'s str>, T)>,
    numbers: HashMap<Cow<'s, str>, usize>,
}

impl<T> Default for Named<'_, T> {
    fn default() -> Self {
        Self { list: Vec::new(), numbers: HashMap::default() }
    }
}

impl<'s, T: Copy> Named<'s, T> {
    /// Takes in a thing unless its name is taken; then the answer is the place where it was taken first.
    pub fn insert(&mut self, name: Located<&'s str>, thing: T) -> Result<(), Located<&'s str>> {
        let number = *self.numbers.entry(folded(name.value)).or_insert(self.list.len());
        match self.list.get(number) {
            Some((first, _)) => Err(*first),
            None => {
                self.list.push((name, thing));
                Ok(())
            }
        }
    }

    pub fn find(&self, name: &str) -> Option<T> {
        self.numbers.get(&*folded(name)).map(|number| self.list[*number].1)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Located<&'s str>, T)> {
        self.list.iter().copied()
    }

    pub fn names(&self) -> impl Iterator<Item = &'s str> {
        self.list.iter().map(|(name, _)| name.value)
    }

    /// The names as messages list them.
    pub fn listed(&self) -> Value {
        Value::list(self.names().map(|name| (name, name)))
    }
}

impl<'s, T: Copy> FromIterator<(Located<&'s str>, T)> for Named<'s, T> {
    /// Of things of one name the first is known by it.
    fn from_iter<I: IntoIterator<Item = (Located<&'s str>, T)>>(things: I) -> Self {
        let mut named = Self::default();
        for (name, thing) in things {
            // That a name is taken is told by a check of its own.
            let _ = named.insert(name, thing);
        }
        named
    }
}

/// The rows of a project, to be looked up by their names where one stands in a check without being a label.
pub(super) struct Rows<'p, 's> {
    list: &'p [Indicator<'s>],
    /// By name; `None` where several have it. Few projects need it.
    by_name: OnceCell<HashMap<String, Option<usize>>>,
}

impl<'p, 's> Rows<'p, 's> {
    pub fn new(list: &'p [Indicator<'s>]) -> Self {
        Self { list, by_name: OnceCell::new() }
    }

    /// The only row of this name.
    pub fn named(&self, name: &str) -> Option<&'p Indicator<'s>> {
        let by_name = self.by_name.get_or_init(|| {
            let mut rows: HashMap<_, _> = HashMap::default();
            for (number, row) in self.list.iter().enumerate() {
                rows.entry(folded(&row.name.value).into_owned()).and_modify(|row| *row = None).or_insert(Some(number));
            }
            rows
        });
        self.list.get((*by_name.get(&*folded(name))?)?)
    }
}
