//! How the score of one indicator came.

use super::{Report, Row, text::say};
use crate::diagnostic::{Lang, closest};

/// Explains each row of this name or label.
///
/// # Errors
/// No row is called so; with the name that is nearest, if one is near.
pub fn explain(reports: &[Report], name: &str, lang: Lang) -> Result<String, Option<String>> {
    let is_meant = |row: &&Row| row.name == name || row.label.as_deref() == Some(name);
    let told: Vec<String> = reports
        .iter()
        .flat_map(|report| report.rows.iter().filter(is_meant).map(|row| one(report, row, lang)))
        .collect();
    if told.is_empty() {
        let names = reports.iter().flat_map(|report| &report.rows).map(|row| row.name.as_str());
        return Err(closest(name, names).map(str::to_owned));
    }
    Ok(told.join("\n"))
}

fn one(report: &Report, row: &Row, lang: Lang) -> String {
    let points =
        |points: Option<crate::values::Decimal>| points.map_or_else(|| "—".to_owned(), |points| points.to_string());
    let category = format!("{} · {}", row.level1.names.get(lang), row.level2.names.get(lang));
    let nothing = if lang == Lang::Zh { "没有填写" } else { "not said" };
    let actual = row.achieved(lang).unwrap_or(nothing);
    let mut lines = vec![
        format!("{} · {}", report.project, row.name),
        say("  类别    {text}", "  category  {text}", &[("text", &category)], lang),
        say("  指标值  {text}", "  target    {text}", &[("text", &row.target)], lang),
        say("  完成值  {text}", "  result    {text}", &[("text", actual)], lang),
    ];
    if let Some(attainment) = &row.attainment {
        lines.push(say("  完成率  {text}", "  attained  {text}", &[("text", attainment)], lang));
    }
    let score = format!("{} / {}", points(row.score.points), points(row.score.weight));
    lines.push(say("  得分    {text}", "  score     {text}", &[("text", &score)], lang));
    let how = row.score.how.get(lang);
    lines.push(match row.score.missing {
        None => say("  算式    {text}", "  formula   {text}", &[("text", how)], lang),
        Some(_) => say("  缺少    {text}", "  missing   {text}", &[("text", how)], lang),
    });
    if let Some(rule) = &row.rule {
        let rule = format!("{} ({})", rule.get(lang), report.standard.id);
        lines.push(say("  规则    {text}", "  rule      {text}", &[("text", &rule)], lang));
    }
    if let Some(given) = &row.given {
        lines.push(say("  填报    {text}", "  filled in {text}", &[("text", given)], lang));
    }
    lines.join("\n") + "\n"
}
