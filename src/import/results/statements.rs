//! What is said of each project is gathered: sheets of one document, one project and one day are one statement. What
//! several documents say the compiler puts together.

use foldhash::HashMap;

use super::{
    known::{Asking, Known, plain},
    notes::Note,
    said::{Origin, Outcome, Row, Said},
};

/// What a document says of one project on one day, wherever in it that stands.
#[derive(Debug)]
pub(super) struct Statement<'o, 'd> {
    /// The project, where it is known.
    pub asking: Option<&'o Asking>,
    /// Its name, and the document.
    pub name: Said<'d>,
    pub document: usize,
    pub at: Option<Said<'d>>,
    /// Those that say something of the whole.
    pub outcomes: Vec<&'o Outcome<'d>>,
    pub rows: Vec<&'o Row<'d>>,
}

/// Gathers what is said of each project, in the order in which they are first named.
pub(super) fn statements<'o, 'd>(
    outcomes: &'o [Outcome<'d>],
    known: &'o Known,
    notes: &mut Vec<Note<'d>>,
) -> Vec<Statement<'o, 'd>> {
    let mut gathered = Gathered { list: Vec::new(), places: HashMap::default() };
    for outcome in outcomes {
        let meant = meant(outcome, known);
        let says_whole = outcome.says_whole();
        let mut is_told = false;
        if let Some(statement) = meant.clone().filter(|_| says_whole).map(|meant| gathered.place(meant, outcome)) {
            statement.outcomes.push(outcome);
        }
        for row in &outcome.rows {
            let own = row.project.as_ref().map(|said| called(said, known));
            match own.or_else(|| meant.clone()) {
                Some(meant) => gathered.place(meant, outcome).rows.push(row),
                None if is_told => {}
                None => {
                    let names = known.projects.iter().map(|one| one.name.as_str());
                    notes.push(Note::which_project(outcome.origin, names).of(outcome.document));
                    is_told = true;
                }
            }
        }
    }
    gathered.list
}

/// A project and how it is named.
type Meant<'o, 'd> = (Option<&'o Asking>, Said<'d>);

/// The project of this name.
fn called<'o, 'd>(said: &Said<'d>, known: &'o Known) -> Meant<'o, 'd> {
    match known.project(&said.text).and_then(|number| known.projects.get(number)) {
        Some(asking) => (Some(asking), Said { text: asking.name.clone().into(), origin: said.origin }),
        None => (None, said.clone()),
    }
}

/// The project that a table is of: one of those that its names may mean, else as it says itself, else the only one.
fn meant<'o, 'd>(outcome: &Outcome<'d>, known: &'o Known) -> Option<Meant<'o, 'd>> {
    let called = || outcome.names.iter().map(|said| called(said, known));
    let only = || match known.projects.as_slice() {
        [only] => Some((Some(only), Said { text: only.name.clone().into(), origin: outcome.origin })),
        _ => None,
    };
    called().find(|(asking, _)| asking.is_some()).or_else(|| called().take(outcome.sure).next()).or_else(only)
}

/// The day that a table is of: as it says, else the last of the months that it names. Where nobody says of which year
/// they are, the compiler asks for it.
fn day<'d>(table: &Outcome<'d>, asking: Option<&Asking>) -> Option<Said<'d>> {
    let of_months = || {
        let (months, entry) = table.until?;
        let year = table.year.or(asking.and_then(|asking| asking.year));
        let day = year.and_then(|year| months.end(year));
        Some(Said { text: day.map_or(entry.text.into(), Into::into), origin: Origin::Cell(entry) })
    };
    table.at.clone().or_else(of_months)
}

struct Gathered<'o, 'd> {
    list: Vec<Statement<'o, 'd>>,
    /// The numbers of the statements by project, day and document.
    places: HashMap<(String, String, usize), usize>,
}

impl<'o, 'd> Gathered<'o, 'd> {
    /// The statement of a project and of the day of a table.
    fn place(&mut self, (asking, name): Meant<'o, 'd>, table: &'o Outcome<'d>) -> &mut Statement<'o, 'd> {
        let (at, document) = (day(table, asking), table.document);
        let key = (plain(&name.text), at.as_ref().map(|at| at.text.to_string()).unwrap_or_default(), document);
        let next = self.list.len();
        let number = *self.places.entry(key).or_insert(next);
        if number == next {
            self.list.push(Statement { asking, name, document, at, outcomes: Vec::new(), rows: Vec::new() });
        }
        &mut self.list[number]
    }
}
