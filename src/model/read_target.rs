//! Targets are read: what stands behind the name of an indicator becomes a [`Target`].

use super::{
    irregular::shown,
    misspelt_date::MisspeltDate,
    no_unit::no_unit,
    period::{self, at_range_sign, date},
    target::{GradeBound, Interval, Meaning, Quantity, StepBound, Target, UnitUse},
    unreadable::{is_numeral, quoted_target, two_comparisons, unreadable},
};
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix, Text},
    field::{Field, Standard, Unit, price, unknown_grade},
    source::Span,
    syntax::{Token, TokenKind},
    values::{Bound, Date, Number, Ratio},
    words::{Comparison, Keyword, Place},
};

/// Reads the target that comes next. `None` where there is none or it makes no sense, which has been reported.
pub(super) fn read<'s>(
    arguments: &mut Arguments<'s, '_>,
    field: &Field,
    standard: &Standard,
    owner: &str,
) -> Option<Target<'s>> {
    let start = arguments.here();
    let mut reader = Reader { arguments, field, standard, start, owner, per: None };
    let meaning = reader.meaning()?;
    let per = match (&meaning, reader.per) {
        (Meaning::Number(_) | Meaning::Range(_), None) => per(reader.arguments, field),
        (_, glued) => glued,
    };
    let span = arguments.since(start);
    Some(Target { meaning, show: None, per: per.map(Box::new), span })
}

/// What a unit cost is for, if that comes next: `per 家`, 每家.
pub(super) fn per<'s>(arguments: &mut Arguments<'s, '_>, field: &Field) -> Option<UnitUse<'s>> {
    let above = arguments.before();
    let word = if arguments.keyword(Keyword::Per).is_some() {
        let word = arguments.any_word();
        if word.is_none() {
            arguments.missing(Text { zh: "数量的单位", en: "a unit of count" });
        }
        word?
    } else {
        let token = arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
        let (before, unit) = split_per(Located::new(arguments.slice(token), arguments.span(token)))?;
        arguments.advance_if(before.value.is_empty())?;
        unit
    };
    if above.is_some_and(|above| several_per(arguments, field, above, word)) {
        return Some(UnitUse { text: word.value, meaning: None, span: word.span });
    }
    Some(unit_use(arguments, field, word, ""))
}

/// `1万元 每家每年`: a price for several things is written as one unit. `false` where it is none.
fn several_per(arguments: &mut Arguments<'_, '_>, field: &Field, above: Token, word: Located<&str>) -> bool {
    if !word.value.contains('每') {
        return false;
    }
    let right = price(&field.units, &format!("{}每{}", arguments.slice(above), word.value));
    let Some(right) = right else { return false };
    let finding = Diagnostic::new(Code::UnknownUnit, word.span).with("unit", word.value);
    let whole = arguments.span(above).to(word.span);
    arguments.report(finding.with("right", right.as_str()).help(5).fix(Fix::safe(whole, right)));
    true
}

/// A unit where it is used, of what this names; one that is not known is reported.
fn unit_use<'s>(arguments: &mut Arguments<'s, '_>, field: &Field, word: Located<&'s str>, name: &str) -> UnitUse<'s> {
    let meaning = field.units.find(word.value);
    if meaning.is_none() {
        let finding = no_unit(arguments, field, word, name);
        arguments.remark(finding);
    }
    UnitUse { text: word.value, meaning, span: word.span }
}

/// One end of a range, with the unit that stands behind it.
type End<'r, 's> = (&'r Located<Number<'s>>, Option<UnitUse<'s>>);

struct Reader<'r, 's, 'f> {
    arguments: &'r mut Arguments<'s, 'f>,
    field: &'r Field,
    standard: &'r Standard,
    /// Where the target begins.
    start: Span,
    /// What it is the target of.
    owner: &'r str,
    /// What a unit cost is for, where that was glued to the unit: 1万元每家.
    per: Option<UnitUse<'s>>,
}

impl<'s> Reader<'_, 's, '_> {
    fn meaning(&mut self) -> Option<Meaning<'s>> {
        let keyword = self.arguments.peek_keyword();
        let follows =
            keyword.is_some_and(|word| matches!(word, Keyword::As | Keyword::Per) || word.fits(Place::Indicator));
        let Some(token) = self.arguments.peek().filter(|_| !follows) else {
            let finding = Diagnostic::new(Code::MissingTarget, self.arguments.here()).with("name", self.owner);
            self.arguments.report(finding);
            return None;
        };
        match (token.kind, keyword) {
            (_, Some(keyword)) => self.worded(keyword),
            (TokenKind::Comparison, _) => self.compared(),
            (TokenKind::Date, _) => self.date_or_period(),
            _ if period::at_dotted_period(self.arguments) => self.date_or_period(),
            _ if MisspeltDate::find_beside_numbers(self.arguments).is_some() => self.misspelt_date(),
            _ if self.arguments.has_number() => self.number_or_range(),
            _ => self.unreadable(token),
        }
    }

    /// A target that begins with a word.
    fn worded(&mut self, keyword: Keyword) -> Option<Meaning<'s>> {
        let token = self.arguments.advance()?;
        match keyword {
            Keyword::Is => self.text(),
            Keyword::Yes | Keyword::No if self.at_text().is_some() => self.quoted(self.arguments.span(token)),
            Keyword::Yes => Some(Meaning::Boolean(true)),
            Keyword::No => Some(Meaning::Boolean(false)),
            Keyword::Tbd => Some(Meaning::Open),
            Keyword::By => self.bounded_date(Bound::By),
            Keyword::Before => self.bounded_date(Bound::Before),
            Keyword::Graded => self.graded(),
            Keyword::Steps => self.steps(),
            _ => self.unreadable(token),
        }
    }

    fn at_text(&self) -> Option<Token> {
        self.arguments.peek().filter(|token| token.kind == TokenKind::Text)
    }

    /// A text behind what goes before values, `= “明显提升”`, 是 “明显提升”.
    fn quoted(&mut self, start: Span) -> Option<Meaning<'s>> {
        let text = self.at_text()?;
        let finding = quoted_target(self.arguments, start, text, &self.field.units);
        self.arguments.report(finding);
        None
    }

    /// Behind `is`: a text, or `yes` and `no`.
    fn text(&mut self) -> Option<Meaning<'s>> {
        match self.arguments.peek_keyword() {
            Some(keyword @ (Keyword::Yes | Keyword::No)) => {
                self.arguments.advance();
                Some(Meaning::Boolean(keyword == Keyword::Yes))
            }
            _ => Some(Meaning::Text(self.arguments.name(Text { zh: "文字", en: "a text" })?.value)),
        }
    }

    /// A comparison and a number; a date behind `<=` or `<` is a deadline.
    fn compared(&mut self) -> Option<Meaning<'s>> {
        let mut comparison = self.arguments.comparison()?;
        if self.arguments.peek().is_some_and(|token| token.kind == TokenKind::Comparison) {
            let second = self.arguments.comparison()?;
            self.refuse(Some(comparison), Some(second));
            comparison = second;
        }
        if self.at_text().is_some() {
            return self.quoted(comparison.span);
        }
        if let Some(date) = self.arguments.peek().filter(|token| token.kind == TokenKind::Date) {
            return match comparison.value {
                Comparison::AtMost => self.bounded_date(Bound::By),
                Comparison::Below => self.bounded_date(Bound::Before),
                _ => self.unreadable(date),
            };
        }
        let quantity = self.quantity(Some(comparison))?;
        Some(Meaning::Number(quantity))
    }

    fn quantity(&mut self, comparison: Option<Located<Comparison>>) -> Option<Quantity<'s>> {
        let Some(number) = self.arguments.number() else {
            self.no_number();
            return None;
        };
        self.comma_before_unit();
        let (unit, suffix) = self.unit();
        self.refuse(comparison, suffix);
        Some(Quantity { comparison: comparison.or(suffix), number, unit })
    }

    /// Reports what stands where the number must be.
    fn no_number(&mut self) {
        let odd = |token: &Token| match token.kind {
            TokenKind::Operator => true,
            TokenKind::Word => is_numeral(self.arguments.slice(*token), &self.field.units),
            _ => false,
        };
        match self.arguments.peek().filter(odd) {
            Some(token) => self.report_unreadable(token),
            None => self.arguments.missing(Text { zh: "数值", en: "a number" }),
        }
    }

    /// Reports the second comparison of one value, if there are two.
    fn refuse(&mut self, first: Option<Located<Comparison>>, second: Option<Located<Comparison>>) {
        if let Some((first, second)) = first.zip(second) {
            let finding = two_comparisons(self.arguments, first, second);
            self.arguments.remark(finding);
        }
    }

    /// `12,家`: the comma is reported and passed over. In a list of thresholds it stands before the next one.
    fn comma_before_unit(&mut self) {
        let comma = self.arguments.peek().filter(|token| token.kind == TokenKind::Comma);
        let unit = self.arguments.peek_second().filter(|token| token.kind == TokenKind::Word);
        if comma.is_some() && unit.is_some_and(|unit| self.field.units.find(self.arguments.slice(unit)).is_some()) {
            self.arguments.stray_comma();
        }
    }

    /// A unit, and the comparison that may hang on it: 12家以上. What it is for may hang on it as well: 1万元每家.
    fn unit(&mut self) -> (Option<UnitUse<'s>>, Option<Located<Comparison>>) {
        let word = match self.arguments.peek_keyword() {
            Some(keyword) if keyword.fits(Place::Argument) => None,
            _ => self.arguments.peek().filter(|token| token.kind == TokenKind::Word),
        };
        let word = word.map(|token| Located::new(self.arguments.slice(token), self.arguments.span(token)));
        let known = |word: Located<&str>| self.field.units.find(word.value).is_some();
        let Some(word) = word.filter(|word| !word.value.starts_with('每') || known(*word)) else {
            return (None, None);
        };
        self.arguments.advance();
        if known(word) {
            return (Some(self.unit_use(word)), self.suffix());
        }
        if let Some((unit, suffix)) = split_suffix(word)
            && (unit.value.is_empty() || known(unit))
        {
            let unit = (!unit.value.is_empty()).then(|| self.unit_use(unit));
            return (unit, Some(suffix));
        }
        if let Some((unit, per)) = split_per(word)
            && known(unit)
            && !per.value.contains('每')
        {
            self.per = Some(unit_use(self.arguments, self.field, per, ""));
            return (Some(self.unit_use(unit)), None);
        }
        if let Some(unit) = self.before_bound(word) {
            return (Some(self.unit_use(unit)), None);
        }
        if let Some(unit) = self.about(word) {
            return (Some(unit), None);
        }
        (Some(self.unit_use(word)), None)
    }

    /// `≥24家且≤30家`: the unit before the word that joins two bounds; that there are two is told when both are read.
    fn before_bound(&self, word: Located<&'s str>) -> Option<Located<&'s str>> {
        self.arguments.peek().filter(|token| token.kind == TokenKind::Comparison)?;
        let unit = word.value.strip_suffix(['且', '并', '而'])?;
        self.field.units.find(unit)?;
        Some(split_at(word, unit.len()).0)
    }

    /// `24余家`, `24家左右`: a number that is not meant exactly, with the line that prints it.
    fn about(&mut self, word: Located<&'s str>) -> Option<UnitUse<'s>> {
        let behind = ["左右", "上下", "余", "多"].iter().find_map(|end| word.value.strip_suffix(end));
        let unit = word.value.strip_prefix(['余', '多', '几', '来']).or(behind)?;
        let meaning = self.field.units.find(unit)?;
        let number = self.start.to(word.span);
        let before = self.arguments.text_of(number).len() - word.value.len();
        let value = format!("{}{unit}", self.arguments.text_of(number).get(..before).unwrap_or_default());
        let right = shown(self.arguments, &value, number);
        let finding = Diagnostic::new(Code::UnexpectedArgument, word.span)
            .with("word", self.arguments.head())
            .with("text", word.value)
            .with("right", right.as_str())
            .help(17)
            .fix(Fix::guess(number, right));
        self.arguments.report(finding);
        Some(UnitUse { text: unit, meaning: Some(meaning), span: word.span })
    }

    fn unit_use(&mut self, word: Located<&'s str>) -> UnitUse<'s> {
        unit_use(self.arguments, self.field, word, self.owner)
    }

    /// 以上 or 以内 as a word of its own.
    fn suffix(&mut self) -> Option<Located<Comparison>> {
        let token = self.arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
        let word = Located::new(self.arguments.slice(token), self.arguments.span(token));
        let (unit, suffix) = split_suffix(word)?;
        self.arguments.advance_if(unit.value.is_empty())?;
        Some(suffix)
    }

    /// `12 家`, `3..5 次`, `3%-5%`
    fn number_or_range(&mut self) -> Option<Meaning<'s>> {
        let low = self.arguments.number()?;
        if at_range_sign(self.arguments) {
            return self.range(low, None);
        }
        self.comma_before_unit();
        let (unit, suffix) = self.unit();
        if unit.is_some() && suffix.is_none() && at_range_sign(self.arguments) {
            return self.range(low, unit);
        }
        Some(Meaning::Number(Quantity { comparison: suffix, number: low, unit }))
    }

    /// A date in another notation, perhaps the begin of a period.
    fn misspelt_date(&mut self) -> Option<Meaning<'s>> {
        let from = MisspeltDate::find_beside_numbers(self.arguments)?.report(self.arguments)?;
        self.perhaps_period(from)
    }

    /// The rest of a range from its sign on.
    fn range(&mut self, low: Located<Number<'s>>, low_unit: Option<UnitUse<'s>>) -> Option<Meaning<'s>> {
        self.arguments.advance();
        let Some(high) = self.arguments.number() else {
            self.arguments.missing(Text { zh: "范围的终点", en: "the end of the range" });
            return None;
        };
        let (high_unit, suffix) = self.unit();
        if let Some(suffix) = suffix {
            let text = self.arguments.text_of(suffix.span).to_owned();
            let finding = Diagnostic::new(Code::UnexpectedArgument, suffix.span)
                .with("word", self.arguments.head())
                .with("text", text)
                .help(6)
                .fix(Fix::guess(suffix.span, ""));
            self.arguments.remark(finding);
        }
        self.compare_ends((&low, low_unit), (&high, high_unit));
        let (unit, low_unit) = if high_unit.is_some() { (high_unit, low_unit) } else { (low_unit, None) };
        Some(Meaning::Range(Box::new(Interval { low, high, unit, low_unit })))
    }

    /// Reports ends that are the wrong way round, and ends in different units.
    fn compare_ends(&mut self, low: End<'_, 's>, high: End<'_, 's>) {
        let ((Some(low_unit), Some(high_unit)), (low, high)) = ((low.1, high.1), (low.0, high.0)) else {
            return self.perhaps_reversed(low.0, high.0);
        };
        // Of an unknown unit has been told; what is in it cannot be compared.
        let Some((one, other)) = low_unit.meaning.zip(high_unit.meaning) else { return };
        if one.dimension == other.dimension && one.scale == other.scale {
            return self.perhaps_reversed(low, high);
        }
        let base = |number: &Located<Number<'_>>, unit: Unit| Ratio::from(number.value.value).times(unit.scale);
        if one.dimension == other.dimension && base(low, one) > base(high, other) {
            let ends = [low.span.to(low_unit.span), high.span.to(high_unit.span)];
            let [first, second] = ends.map(|span| self.arguments.text_of(span).to_owned());
            return period::reversed(self.arguments, (ends[0], &first), (ends[1], &second));
        }
        let finding = Diagnostic::new(Code::MixedRange, high_unit.span)
            .with("low", low_unit.text)
            .with("high", high_unit.text)
            .also(1, low_unit.span);
        self.arguments.remark(finding);
    }

    fn perhaps_reversed(&mut self, low: &Located<Number<'_>>, high: &Located<Number<'_>>) {
        if low.value.value > high.value.value {
            period::reversed(self.arguments, (low.span, &low.value.text), (high.span, &high.value.text));
        }
    }

    fn bounded_date(&mut self, bound: Bound) -> Option<Meaning<'s>> {
        let date = date(self.arguments)?;
        Some(Meaning::Date { date: date.value.0, bound })
    }

    fn date_or_period(&mut self) -> Option<Meaning<'s>> {
        if let Some((from, to)) = period::months(self.arguments) {
            return Some(Meaning::Period { from, to });
        }
        match date(self.arguments) {
            Some(from) => self.perhaps_period(from),
            None => {
                period::end_alone(self.arguments);
                None
            }
        }
    }

    fn perhaps_period(&mut self, from: Located<(Date, Bound)>) -> Option<Meaning<'s>> {
        let (date, bound) = from.value;
        let at_to = || self.arguments.peek().is_some_and(|token| self.arguments.slice(token) == "到");
        if !at_range_sign(self.arguments) && !at_to() {
            return Some(Meaning::Date { date, bound });
        }
        let (from, to) = period::rest(self.arguments, Located::new(date, from.span))?;
        Some(Meaning::Period { from, to })
    }

    /// `优 100%, 良 90%, …`
    fn graded(&mut self) -> Option<Meaning<'s>> {
        let mut grades: Vec<GradeBound<'s>> = Vec::new();
        let mut unknown = false;
        while let Some(word) = self.arguments.word() {
            let grade = self.standard.grades.find(word.value);
            if grade.is_none() {
                self.arguments.report(unknown_grade(self.standard, word));
                unknown = true;
            }
            let comparison = self.arguments.comparison();
            let bound = self.quantity(comparison)?;
            grades.extend(grade.map(|grade| GradeBound { grade, bound }));
            self.arguments.take(TokenKind::Comma);
        }
        if unknown {
            return None;
        }
        if grades.is_empty() {
            self.arguments.missing(Text { zh: "各等级的界限", en: "the threshold of each grade" });
            return None;
        }
        Some(Meaning::Graded(grades))
    }

    /// `>= 70% 3 分, >= 65% 1 分`
    fn steps(&mut self) -> Option<Meaning<'s>> {
        let mut steps: Vec<StepBound<'s>> = Vec::new();
        let at_comparison =
            |arguments: &Arguments<'_, '_>| arguments.peek().is_some_and(|token| token.kind == TokenKind::Comparison);
        while self.arguments.has_number() || at_comparison(self.arguments) {
            let comparison = self.arguments.comparison();
            let bound = self.quantity(comparison)?;
            let Some(points) = self.arguments.number() else {
                self.arguments.missing(Text { zh: "这一段的得分", en: "the points of this step" });
                return None;
            };
            self.arguments.word();
            self.arguments.take(TokenKind::Comma);
            steps.push(StepBound { bound, points });
        }
        if steps.is_empty() {
            self.arguments.missing(Text { zh: "各段的界限和得分", en: "the thresholds and their points" });
            return None;
        }
        Some(Meaning::Steps(steps))
    }

    fn unreadable(&mut self, token: Token) -> Option<Meaning<'s>> {
        self.report_unreadable(token);
        None
    }

    fn report_unreadable(&mut self, token: Token) {
        let finding = unreadable(self.arguments, token, &self.field.units);
        self.arguments.report(finding);
    }
}

/// Splits 家以上 into 家 and `>=`.
fn split_suffix(word: Located<&str>) -> Option<(Located<&str>, Located<Comparison>)> {
    Comparison::ALL.into_iter().find_map(|comparison| {
        let suffix = comparison.suffixes().iter().find(|suffix| word.value.ends_with(**suffix))?;
        let (unit, behind) = split_at(word, word.value.len() - suffix.len());
        Some((unit, Located::new(comparison, behind.span)))
    })
}

/// Splits 万元每家 into 万元 and 家; of 每家 the first part is empty.
fn split_per(word: Located<&str>) -> Option<(Located<&str>, Located<&str>)> {
    let (before, rest) = split_at(word, word.value.find('每')?);
    let (_, unit) = split_at(rest, '每'.len_utf8());
    (!unit.value.is_empty()).then_some((before, unit))
}

/// Both parts of a word, with their places.
fn split_at(word: Located<&str>, middle: usize) -> (Located<&str>, Located<&str>) {
    let (first, second) = word.value.split_at(middle);
    let (mut before, mut behind) = (word.span, word.span);
    before.range.end = word.span.range.start + first.len() as u32;
    behind.range.start = before.range.end;
    (Located::new(first, before), Located::new(second, behind))
}
