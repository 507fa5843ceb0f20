//! Standards read from statements.

use std::sync::Arc;

use super::{
    EMBEDDED_FILE, Field,
    define::{also, defined_twice, measure, names, only, own_word},
    define_lights, define_scoring,
    standard::{Category, Direction, Fund, Grade, Level, LevelId, Names, Need, Scheme, Standard, Table},
    unknown::{unknown_level, unknown_standard},
};
use crate::{
    arguments::{Arguments, Document},
    diagnostic::{Findings, Text},
    syntax::StatementId,
    words::{Keyword, Place},
};

/// Reads `standard mine "名称" "Name" extends mof-2020 { … }` and adds it to the field.
pub fn define_standard(document: Document<'_>, id: StatementId, field: &mut Field, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Standard, findings);
    let Some(word) = own_word(&mut arguments, Text { zh: "标准的名字", en: "its name" }) else { return };
    let names = names(&mut arguments).unwrap_or_else(|| only(word.value));
    let base = match arguments.keyword(Keyword::Extends) {
        Some(_) => base(&mut arguments, field),
        None => None,
    };
    arguments.finish();
    if let Some(first) = field.standard(word.value).and_then(|standard| standard.defined_at) {
        let finding = defined_twice(word, first);
        findings.report(if first.file == EMBEDDED_FILE { finding.help(2) } else { finding });
    }
    let standard = Standard {
        id: word.value.to_owned(),
        names,
        defined_at: Some(word.span),
        ..base.map_or_else(Standard::default, |base| (*base).clone())
    };
    let mut reader = StandardReader { document, field, standard, findings };
    reader.read(id);
    let standard = reader.standard;
    field.standards.push(Arc::new(standard));
}

fn base(arguments: &mut Arguments<'_, '_>, field: &Field) -> Option<Arc<Standard>> {
    let word = arguments.any_word()?;
    let standard = field.standard(word.value).cloned();
    if standard.is_none() {
        arguments.report(unknown_standard(field, word, arguments.findings));
    }
    standard
}

struct StandardReader<'s, 'f> {
    document: Document<'s>,
    field: &'f Field,
    standard: Standard,
    findings: &'f mut Findings,
}

impl<'s> StandardReader<'s, '_> {
    fn read(&mut self, id: StatementId) {
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Standard) {
                Some(Keyword::Level) => self.level(child),
                Some(Keyword::Fund) => self.fund(child),
                Some(Keyword::Grade) => self.grade(child),
                Some(Keyword::Scheme) => self.scheme(child),
                Some(Keyword::Execution) => self.execution(child),
                Some(Keyword::Unbounded) => self.unbounded(child),
                Some(Keyword::Scoring) => {
                    define_scoring::scoring(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Overshoot) => {
                    define_scoring::overshoot(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Judgement) => {
                    define_scoring::judgement(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Light) => define_lights::light(self.document, child, &mut self.standard, self.findings),
                Some(Keyword::Decimals) => {
                    define_scoring::decimals(self.document, child, &mut self.standard, self.findings)
                }
                _ => {}
            }
        }
    }

    /// The keyword of a statement if it may stand here; a finding if not.
    fn keyword(&mut self, id: StatementId, place: Place) -> Option<Keyword> {
        let keyword = self.document.keyword(id).filter(|keyword| keyword.fits(place));
        if keyword.is_none() && !self.document.tree.get(id).broken {
            self.findings.report(self.document.unknown_statement(id, place));
        }
        keyword
    }

    fn arguments(&mut self, id: StatementId, keyword: Keyword) -> Arguments<'s, '_> {
        Arguments::of(self.document, id, keyword, self.findings)
    }

    fn level(&mut self, id: StatementId) {
        let Some(named) = self.named(id, Keyword::Level) else { return };
        let new = Level { id: named.word.to_owned(), names: only(named.word), need: Need::Optional };
        let number = put(&mut self.standard.levels, &named, new);
        let spellings = named.spellings();
        spell(&mut self.standard.levels, number, spellings);
        if let Some(names) = named.names {
            self.standard.levels.spell(number, names.zh.as_str());
            self.standard.levels.spell(number, names.zh.trim_end_matches("指标"));
            self.standard.levels.list[number].names = names;
        }
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Level) {
                Some(Keyword::Category) => self.category(child, LevelId(number)),
                Some(Keyword::Also) => {
                    let spellings = self.spellings(child);
                    spell(&mut self.standard.levels, number, spellings);
                }
                Some(Keyword::Required) => self.standard.levels.list[number].need = Need::Required,
                Some(Keyword::Expected) => self.standard.levels.list[number].need = Need::Expected,
                _ => {}
            }
        }
    }

    fn category(&mut self, id: StatementId, level: LevelId) {
        let Some(named) = self.named(id, Keyword::Category) else { return };
        let new = Category {
            id: named.word.to_owned(),
            names: only(named.word),
            word: named.word.to_owned(),
            level,
            need: Need::Optional,
            direction: None,
            measures: Vec::new(),
            bounded: false,
        };
        let number = put(&mut self.standard.categories, &named, new);
        let mut category = self.standard.categories.list[number].clone();
        category.level = level;
        let mut spellings = named.spellings();
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Category) {
                Some(Keyword::Also) => spellings.extend(self.spellings(child)),
                Some(Keyword::Required) => category.need = Need::Required,
                Some(Keyword::Expected) => category.need = Need::Expected,
                Some(Keyword::Bounded) => category.bounded = true,
                Some(Keyword::Direction) => category.direction = self.direction(child),
                Some(Keyword::Measures) => category.measures = self.measures(child),
                _ => {}
            }
        }
        if let Some(names) = named.names {
            self.standard.categories.spell(number, names.zh.as_str());
            // The word that the formatter writes: the first further spelling, else the name without 指标.
            category.word = spellings.get(1).map_or(names.zh.trim_end_matches("指标"), |word| word).to_owned();
            self.standard.categories.spell(number, category.word.as_str());
            category.names = names;
        }
        spell(&mut self.standard.categories, number, spellings);
        self.standard.categories.list[number] = category;
    }

    fn fund(&mut self, id: StatementId) {
        let Some(named) = self.named(id, Keyword::Fund) else { return };
        let new = Fund { id: named.word.to_owned(), names: only(named.word) };
        let number = put(&mut self.standard.funds, &named, new);
        let spellings = named.spellings();
        spell(&mut self.standard.funds, number, spellings);
        if let Some(names) = named.names {
            self.standard.funds.spell(number, names.zh.as_str());
            self.standard.funds.list[number].names = names;
        }
    }

    fn grade(&mut self, id: StatementId) {
        let mut arguments = self.arguments(id, Keyword::Grade);
        let Some(word) = own_word(&mut arguments, Text { zh: "等级的词", en: "its word" }) else { return };
        let names = names(&mut arguments);
        let comparison = arguments.comparison();
        let score = arguments.number();
        arguments.any_word();
        arguments.finish_line();
        let bound = comparison.zip(score).map(|(comparison, score)| (comparison.value, score.value.value));
        let named = Named { word: word.value, names: None, also: Vec::new() };
        let number =
            put(&mut self.standard.grades, &named, Grade { id: word.value.to_owned(), names: only(word.value), bound });
        if bound.is_some() {
            self.standard.grades.list[number].bound = bound;
        }
        spell(&mut self.standard.grades, number, named.spellings());
        if let Some(names) = names {
            self.standard.grades.spell(number, names.zh.as_str());
            self.standard.grades.list[number].names = names;
        }
    }

    fn scheme(&mut self, id: StatementId) {
        // `scheme {}`: those of the base do not hold, rows carry what points they say.
        if self.document.tree.children(id).next().is_none() {
            return self.standard.schemes.clear();
        }
        let mut weights = Vec::new();
        for child in self.document.tree.children(id) {
            let standard = &self.standard;
            let mut arguments = Arguments::of(self.document, child, Keyword::Scheme, self.findings).with_head();
            let Some(word) = arguments.any_word() else {
                arguments.missing(Text { zh: "一级指标", en: "a level" });
                continue;
            };
            let Some(level) = standard.levels.find(word.value) else {
                arguments.report(unknown_level(standard, word, arguments.findings));
                continue;
            };
            let Some(weight) = arguments.number() else {
                arguments.missing(Text { zh: "分值", en: "its points" });
                continue;
            };
            arguments.any_word();
            arguments.finish_line();
            weights.push((LevelId(level), weight.value.value));
        }
        // What an extending standard says of the same levels takes the place of what its base says.
        let scheme = Scheme { weights };
        self.standard.schemes.retain(|other| other.levels() != scheme.levels());
        self.standard.schemes.push(scheme);
    }

    fn execution(&mut self, id: StatementId) {
        let mut arguments = self.arguments(id, Keyword::Execution);
        let Some(points) = arguments.number() else {
            return arguments.missing(Text { zh: "分值", en: "its points" });
        };
        arguments.any_word();
        arguments.finish_line();
        self.standard.execution = Some(points.value.value);
    }

    fn unbounded(&mut self, id: StatementId) {
        for word in self.spellings(id) {
            self.standard.unbounded.push(word.to_owned());
        }
    }

    fn direction(&mut self, id: StatementId) -> Option<Direction> {
        let mut arguments = self.arguments(id, Keyword::Direction);
        let direction = match arguments.peek_keyword() {
            Some(Keyword::More) => Some(Direction::More),
            Some(Keyword::Less) => Some(Direction::Less),
            _ => None,
        };
        if direction.is_none() {
            arguments.missing(Text {
                zh: "方向：more（越大越好）或 less（越小越好）", en: "`more` or `less`"
            });
        }
        arguments.advance();
        arguments.finish_line();
        direction
    }

    fn measures(&mut self, id: StatementId) -> Vec<super::Measure> {
        let field = self.field;
        let mut arguments = self.arguments(id, Keyword::Measures);
        let mut measures = Vec::new();
        while arguments.peek().is_some() {
            match measure(&mut arguments, field) {
                Some(measure) => measures.push(measure),
                None => break,
            }
        }
        arguments.finish_line();
        measures
    }

    /// The words behind the head word.
    fn spellings(&mut self, id: StatementId) -> Vec<&'s str> {
        let mut arguments = self.arguments(id, Keyword::Also);
        let mut words = Vec::new();
        while let Some(word) = arguments.any_word() {
            words.push(word.value);
        }
        arguments.finish_line();
        words
    }

    /// A word, its names and its other spellings.
    fn named(&mut self, id: StatementId, keyword: Keyword) -> Option<Named<'s>> {
        let mut arguments = self.arguments(id, keyword);
        let Some(word) = arguments.any_word() else {
            arguments.missing(Text { zh: "它的词", en: "its word" });
            return None;
        };
        let names = names(&mut arguments);
        let also = also(&mut arguments).iter().map(|word| word.value).collect();
        arguments.finish();
        Some(Named { word: word.value, names, also })
    }
}

/// How a thing of a standard is called.
struct Named<'s> {
    word: &'s str,
    names: Option<Names>,
    also: Vec<&'s str>,
}

impl<'s> Named<'s> {
    fn spellings(&self) -> Vec<&'s str> {
        std::iter::once(self.word).chain(self.also.iter().copied()).collect()
    }
}

/// The number of the thing with this word: the one that is extended, or the new one.
fn put<T>(table: &mut Table<T>, named: &Named<'_>, new: T) -> usize {
    table.find(named.word).unwrap_or_else(|| {
        table.list.push(new);
        table.list.len() - 1
    })
}

fn spell<T>(table: &mut Table<T>, number: usize, spellings: Vec<&str>) {
    for spelling in spellings {
        table.spell(number, spelling);
    }
}
