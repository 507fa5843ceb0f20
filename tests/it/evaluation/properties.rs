//! What holds of all scores.

use std::collections::HashSet;

use perfc::{
    compile::{Visitor, compile},
    evaluation::{Evaluation, Next, evaluate, level_points, outlook},
    field::LevelId,
    model::{Model, NoFiles, Project, Results, Workspace},
    source::Spots,
    values::Decimal,
};
use proptest::prelude::*;

/// The standards whose rules are tried.
const STANDARDS: [&str; 4] = ["mof-2020", "mof-2020-80", "mof-2021", "hubei"];

/// A row: the word of its category, its target, its weight, and what came of it.
#[derive(Debug, Clone)]
pub struct Row {
    category: &'static str,
    target: String,
    weight: Option<u32>,
    result: String,
}

/// What came of a project.
struct Scored {
    evaluation: Evaluation,
    /// What the levels carry.
    levels: Vec<(LevelId, Decimal)>,
    /// The way to the next grade.
    next: Option<Next>,
}

#[derive(Default)]
struct Look {
    standard: &'static str,
    scored: Option<Scored>,
}

impl Visitor for Look {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let rules = model.field.standard(self.standard).unwrap();
        let evaluation = evaluate(project, results.first(), rules, &model.field);
        let next = outlook(&evaluation, rules).next;
        self.scored = Some(Scored { evaluation, levels: level_points(project, rules), next });
    }
}

/// A project of these rows; rows and results are written in the order of the numbers, with what is added to each.
pub fn source(rows: &[Row], order: &[usize], results: &[usize], spent: u32, added: impl Fn(usize) -> String) -> String {
    let mut source = "year 2026\nproject \"p\" {\n    budget 1000 元\n".to_owned();
    for &number in order {
        let Row { category, target, weight, .. } = &rows[number];
        let weight = weight.map_or_else(String::new, |weight| format!(" 分值 {weight}"));
        source += &format!("    {category} \"{number}\" {target}{weight}\n");
    }
    source += &format!("}}\nactual \"p\" at 2026-12-31 {{\n    spent {spent} 元\n");
    for &number in results {
        source += &format!("    {} \"{number}\" {}{}\n", rows[number].category, rows[number].result, added(number));
    }
    source + "}\n"
}

/// Scores a project of these rows.
fn scored(rows: &[Row], order: &[usize], results: &[usize], spent: u32, standard: &'static str) -> Scored {
    let source = source(rows, order, results, spent, |_| String::new());
    let look = Look { standard, scored: None };
    compile("p.perf", source.into_bytes(), &NoFiles, look).output.scored.unwrap()
}

/// The evaluation of rows in the order of their numbers, by the standard of the project.
pub fn evaluation(rows: &[Row], spent: u32) -> Evaluation {
    in_order(rows, spent, "mof-2020").evaluation
}

fn in_order(rows: &[Row], spent: u32, standard: &'static str) -> Scored {
    let order: Vec<usize> = (0..rows.len()).collect();
    scored(rows, &order, &order, spent, standard)
}

/// The points of the only row.
fn points(category: &'static str, target: String, result: String, standard: &'static str) -> Option<Decimal> {
    let row = Row { category, target, weight: Some(40), result };
    let scored = in_order(&[row], 1000, standard);
    scored.evaluation.rows[0].score.as_ref().ok().map(|score| score.points)
}

fn standard() -> impl Strategy<Value = &'static str> {
    prop::sample::select(STANDARDS.to_vec())
}

fn category() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["数量", "质量", "时效", "成本", "经济效益", "社会效益", "服务对象满意度"])
}

/// Thousandths, most often in the order of a hundred.
fn number() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        6 => (0..200_000_i64).prop_map(|number| Decimal::new(number, 3)),
        1 => (-200_000..0_i64).prop_map(|number| Decimal::new(number, 3)),
        1 => any::<i64>().prop_map(|number| Decimal::new(number, 3)),
        1 => Just(Decimal::ZERO),
    ]
}

fn above_zero() -> impl Strategy<Value = Decimal> {
    (1..200_000_i64).prop_map(|number| Decimal::new(number, 3))
}

fn sign() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![">=", "<=", ">", "<", "=", ""])
}

fn day() -> impl Strategy<Value = String> {
    (2026..2028_u32, 1..13_u32, 1..29_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// Targets of all kinds with results that may fit.
fn target_and_result() -> impl Strategy<Value = (String, String)> {
    let unit = prop::sample::select(vec!["家", "%", "万元", "天", "元/人", ""]);
    let steps = prop::sample::select(vec![
        "graded 优 95%, 良 90%, 中 85%, 差 80%",
        "steps >= 70% 30 分, >= 65% 10 分",
        "steps <= 5% 30 分, <= 50% 10 分",
    ]);
    let words =
        prop::sample::select(vec!["is \"好\"", "is \"较好\"", "achieved 0%", "achieved 59.9%", "achieved 100%"]);
    prop_oneof![
        6 => (sign(), number(), unit, number())
            .prop_map(|(sign, aim, unit, actual)| (format!("{sign} {aim} {unit}"), format!("{actual} {unit}"))),
        1 => (number(), number(), number()).prop_map(|(one, other, actual)| {
            (format!("{}..{} 次", one.min(other), one.max(other)), format!("{actual} 次"))
        }),
        1 => (day(), day()).prop_map(|(due, done)| (format!("by {due}"), done)),
        1 => (steps, number()).prop_map(|(steps, actual)| (steps.to_owned(), format!("{actual}%"))),
        1 => words.prop_map(|words| ("is \"好\"".to_owned(), words.to_owned())),
        1 => any::<bool>().prop_map(|is| ("yes".to_owned(), if is { "yes" } else { "no" }.to_owned())),
    ]
}

fn row(weight: impl Strategy<Value = Option<u32>>) -> impl Strategy<Value = Row> {
    (category(), target_and_result(), weight).prop_map(|(category, (target, result), weight)| Row {
        category,
        target,
        weight,
        result,
    })
}

/// Rows that say their weight, or most of which do not.
pub fn rows() -> impl Strategy<Value = Vec<Row>> {
    let weight = prop_oneof![2 => Just(None), 1 => (0..20_u32).prop_map(Some)];
    prop::collection::vec(row(weight), 1..12)
}

/// Rows with their numbers shuffled, once for the table and once for the results.
fn shuffled() -> impl Strategy<Value = (Vec<Row>, Vec<usize>, Vec<usize>)> {
    prop::collection::vec(row((0..20_u32).prop_map(Some)), 1..12).prop_flat_map(|rows| {
        let order: Vec<usize> = (0..rows.len()).collect();
        (Just(rows), Just(order.clone()).prop_shuffle(), Just(order).prop_shuffle())
    })
}

/// What a unit is so many of another.
const CONVERSIONS: [(&str, &str, &str, i64); 4] =
    [("成本", "万元", "元", 10_000), ("质量", "%", "‰", 10), ("数量", "公里", "米", 1_000), ("数量", "公顷", "亩", 15)];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scores_lie_between_zero_and_their_weights(rows in rows(), spent in 0..2_000_u32, standard in standard()) {
        let Scored { evaluation, .. } = in_order(&rows, spent, standard);
        let execution = evaluation.execution.iter().map(|execution| (Some(execution.weight), &execution.score));
        for (weight, score) in evaluation.rows.iter().map(|row| (row.weight, &row.score)).chain(execution) {
            if let Ok(score) = score {
                prop_assert!(score.points >= Decimal::ZERO && score.points <= weight.unwrap(), "{score:?} of {weight:?}");
            }
        }
    }

    #[test]
    fn the_better_the_result_the_better_the_score(
        category in category(),
        at_least in any::<bool>(),
        aim in number(),
        mut results in (number(), number()),
        standard in standard(),
    ) {
        if results.0 > results.1 {
            results = (results.1, results.0);
        }
        let sign = if at_least { ">=" } else { "<=" };
        let of = |actual: Decimal| points(category, format!("{sign} {aim} %"), format!("{actual} %"), standard);
        // Steps of a category state their own signs, whatever the target says.
        prop_assume!(at_least || category != "服务对象满意度" || standard != "mof-2021");
        if let (Some(less), Some(more)) = (of(results.0), of(results.1)) {
            prop_assert!(if at_least { less <= more } else { less >= more }, "{results:?}: {less} {more}");
        }
    }

    #[test]
    fn a_date_that_is_later_earns_no_more(due in day(), mut done in (day(), day()), standard in standard()) {
        if done.0 > done.1 {
            done = (done.1, done.0);
        }
        let of = |done: String| points("时效", format!("by {due}"), done, standard).unwrap();
        let (earlier, later) = (of(done.0), of(done.1));
        prop_assert!(later <= earlier);
    }

    #[test]
    fn units_do_not_matter(
        conversion in prop::sample::select(CONVERSIONS.to_vec()),
        sign in sign(),
        aim in above_zero(),
        actual in number(),
        standard in standard(),
    ) {
        let (category, large, small, factor) = conversion;
        let smaller = |number: Decimal| number.checked_mul(factor.into());
        let of = |target: String, result: String| points(category, format!("{sign} {target}"), result, standard);
        let expected = of(format!("{aim} {large}"), format!("{actual} {large}"));
        prop_assert!(expected.is_some() || actual.abs() > Decimal::from(1_000_000));
        if let (Some(aim_small), Some(actual_small)) = (smaller(aim), smaller(actual)) {
            prop_assert_eq!(of(format!("{aim} {large}"), format!("{actual_small} {small}")), expected);
            prop_assert_eq!(of(format!("{aim_small} {small}"), format!("{actual} {large}")), expected);
            prop_assert_eq!(of(format!("{aim_small} {small}"), format!("{actual_small} {small}")), expected);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter((rows, order, results) in shuffled(), spent in 0..2_000_u32, standard in standard()) {
        let Scored { evaluation: before, .. } = in_order(&rows, spent, standard);
        let Scored { evaluation: behind, .. } = scored(&rows, &order, &results, spent, standard);
        for (at, &number) in order.iter().enumerate() {
            let [one, other] = [&before.rows[number], &behind.rows[at]];
            let points = |row: &perfc::evaluation::Scored| row.score.clone().map(|score| score.points);
            prop_assert_eq!((one.weight, points(one)), (other.weight, points(other)));
        }
        prop_assert_eq!(&before.total, &behind.total);
        prop_assert_eq!(&before.levels, &behind.levels);
    }

    /// Who does what the way to the next grade asks for earns what it promises, and with all of it the grade.
    #[test]
    fn the_way_to_the_next_grade_leads_there(mut rows in rows(), spent in 900..1_000_u32, standard in standard()) {
        let before = in_order(&rows, spent, standard);
        let Some(next) = before.next else { return Ok(()) };
        for step in &next.steps {
            let row = &mut rows[step.row];
            let is_judged = row.result.starts_with("achieved");
            let Some(needed) = &step.needed else { continue };
            row.result = if is_judged { format!("achieved {needed}") } else { needed.clone() };
        }
        let Scored { evaluation: behind, .. } = in_order(&rows, spent, standard);
        for step in next.steps.iter().filter(|step| step.needed.is_some()) {
            let points = |evaluation: &Evaluation| evaluation.rows[step.row].score.as_ref().unwrap().points;
            prop_assert_eq!(points(&behind) - points(&before.evaluation), step.gain, "{:?}", &rows[step.row]);
        }
        let gain: Decimal = next.steps.iter().map(|step| step.gain).sum();
        prop_assert_eq!(gain >= next.lacking, next.is_reachable);
        // None of it is asked for in vain, and no row twice.
        prop_assert!(next.steps.iter().all(|step| gain - step.gain < next.lacking), "{next:?}");
        let asked: HashSet<usize> = next.steps.iter().map(|step| step.row).collect();
        prop_assert_eq!(asked.len(), next.steps.len());
        if next.is_reachable && next.steps.iter().all(|step| step.needed.is_some()) {
            prop_assert!(behind.total.grade.unwrap() <= next.grade);
        }
    }

    #[test]
    fn totals_are_sums(rows in rows(), spent in 0..2_000_u32, standard in standard()) {
        let Scored { evaluation, .. } = in_order(&rows, spent, standard);
        let execution = evaluation.execution.iter().map(|execution| (Some(execution.weight), &execution.score));
        let parts: Vec<_> = evaluation.rows.iter().map(|row| (row.weight, &row.score)).chain(execution).collect();
        let points = |score: &Result<perfc::evaluation::Score, _>| score.as_ref().ok().map(|score| score.points);
        let total = &evaluation.total;
        prop_assert_eq!(parts.iter().filter_map(|(weight, _)| *weight).sum::<Decimal>(), total.weight);
        prop_assert_eq!(parts.iter().filter_map(|(_, score)| points(score)).sum::<Decimal>(), total.known);
        let open = parts.iter().filter(|(_, score)| score.is_err()).filter_map(|(weight, _)| *weight);
        prop_assert_eq!(open.sum::<Decimal>(), total.open);
        prop_assert_eq!(total.points.is_some(), parts.iter().all(|(_, score)| score.is_ok()));
        let of_levels: Decimal = evaluation.levels.iter().map(|level| level.weight).sum();
        let execution = evaluation.execution.as_ref().map_or(Decimal::ZERO, |execution| execution.weight);
        prop_assert_eq!(of_levels + execution, total.weight);
    }

    /// A level has just its points as soon as a row of it says no weight and the others leave something; so have all rows
    /// together where the levels have none.
    #[test]
    fn levels_carry_just_their_points(rows in rows(), standard in standard()) {
        let Scored { evaluation, levels, .. } = in_order(&rows, 1000, standard);
        let categories = ["数量 质量 时效 成本", "经济效益 社会效益", "服务对象满意度"];
        for (level, points) in &levels {
            let in_level = |row: &&Row| categories[level.0].split(' ').any(|category| category == row.category);
            if shares_are_left(rows.iter().filter(in_level), *points) {
                let carried = evaluation.levels.iter().find(|carried| carried.level == *level).unwrap();
                prop_assert_eq!(carried.weight, *points);
            }
        }
        let execution = evaluation.execution.as_ref().unwrap().weight;
        if levels.is_empty() && shares_are_left(rows.iter(), Decimal::ONE_HUNDRED - execution) {
            prop_assert_eq!(evaluation.total.weight, Decimal::ONE_HUNDRED);
        }
    }
}

/// Whether some row says no weight, and those that do leave points for it.
fn shares_are_left<'r>(rows: impl Iterator<Item = &'r Row>, points: Decimal) -> bool {
    // Steps say their points themselves.
    let weight = |row: &Row| row.weight.or(row.target.starts_with("steps").then_some(30));
    let weights: Vec<Option<u32>> = rows.map(weight).collect();
    weights.contains(&None) && weights.into_iter().flatten().map(Decimal::from).sum::<Decimal>() <= points
}
