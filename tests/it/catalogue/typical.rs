//! Mistakes that analysts typically make, beside those of the catalogue: a line each, in an otherwise sound table.

use std::path::Path;

use perfc::diagnostic::Lang;

use super::{
    compile::Compiled,
    messages::{lines, visible},
    mistakes::replaced,
};

/// The table around the line.
const BEFORE: &str = "\
org 610101 \"天津市滨海新区知识产权局\"
year 2026
project \"知识产权运营促进经费\" {
    budget 102 万元
    purpose \"支撑工作站建设\"
    goal \"推动保护体系向基层延伸\"
    quantity \"支撑服务工作站\" >= 12 家 as 站数
    quality \"合同履约率\" >= 90%
    timeliness \"工作完成时间\" by 2026-11
    cost \"宣传费用\" <= 5 万元
    social \"综合实力\" is \"明显提升\"
    clients \"企业满意度\" >= 90%
";

fn compiled(mistake: &str) -> Compiled {
    Compiled::new(Path::new("examples/typical.perf"), format!("{BEFORE}{mistake}\n}}\n").into_bytes())
}

/// All of them as files.
pub fn texts() -> impl Iterator<Item = String> {
    let rows = ROWS.iter().map(|row| format!("{BEFORE}{row}\n}}\n"));
    rows.chain(FILES.iter().map(|file| (*file).to_owned()))
}

/// All of them, compiled.
pub fn all() -> Vec<Compiled> {
    let files = FILES.iter().map(|text| Compiled::new(Path::new("examples/typical.perf"), text.as_bytes().to_vec()));
    ROWS.iter().map(|row| compiled(row)).chain(files).collect()
}

#[test]
fn each_is_found() {
    for (at, compiled) in all().iter().enumerate() {
        let mistake = ROWS.iter().chain(FILES).nth(at).unwrap();
        assert!(!compiled.findings.is_empty(), "{mistake}");
        let sources = compiled.findings.iter().flat_map(|finding| &finding.labels).map(|label| label.span);
        for span in sources {
            assert!(span.range.end as usize <= compiled.text.len(), "{mistake}");
        }
    }
}

/// A mistake in a line is one finding, or two where there are two mistakes.
#[test]
fn little_follows_from_one() {
    for row in ROWS {
        let codes = compiled(row).codes();
        assert!(codes.len() <= 2, "{row}: {codes:?}");
    }
}

/// Whoever takes the offered repairs one after the other has no more mistakes at any time, and comes to an end.
#[test]
fn repairs_lead_on() {
    for row in ROWS {
        let mut now = compiled(row);
        for _ in 0..4 {
            let Some(fix) = now.findings.iter().find_map(|finding| finding.fixes.first().cloned()) else { break };
            let text = replaced(&now.text, &fix);
            let next = Compiled::new(Path::new("examples/typical.perf"), text.into_bytes());
            assert!(
                next.errors().count() <= now.errors().count(),
                "{row}: {:?} becomes {:?}",
                now.codes(),
                next.codes()
            );
            now = next;
        }
        let open = now.findings.iter().any(|finding| !finding.fixes.is_empty());
        assert!(!open, "{row}: {:?}", now.codes());
    }
}

#[test]
fn what_is_said_of_each() {
    let mut said = String::new();
    for (mistake, compiled) in ROWS.iter().chain(FILES).zip(all()) {
        said += &format!("──── {}\n{}\n{}\n", visible(mistake), lines(&compiled, Lang::Zh), lines(&compiled, Lang::En));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("typical", said);
    });
}

/// What looks like a mistake to a strict reader, and is none.
#[test]
fn what_input_methods_write_is_read() {
    for row in [
        "ｑｕａｎｔｉｔｙ　“宣传活动”　＞＝　２　次；",
        "数量 「宣传活动」 不少于 2 次",
        "数量\t\"宣传活动\"\t≥2次",
        "质量 \"合格率\" 90％以上",
        "数量 \"宣传活动\" 大于等于2次",
        "数量 \"宣传活动\" 2次至5次",
        "时效 \"完成时间\" ≤ 2026-11",
        "时效 \"完成时间\" 2026/11/20",
        "成本 \"印刷费\" ≤ 1 万元每家",
    ] {
        assert_eq!(compiled(row).codes(), [""; 0], "{row}");
    }
}

/// Lines of a project.
const ROWS: &[&str] = &[
    // An exception that does not say of what.
    "quality \"验收合格率\" >= 95% // perfc: 允许",
    // ---- quotes and names
    "quantity '宣传活动' >= 2 次",
    "数量 《宣传活动》 ≥2次",
    "数量 【宣传活动】 ≥2次",
    "数量 ”宣传活动” ≥2次",
    "数量 “宣传活动“ ≥2次",
    "数量 '宣传活动 ≥2次",
    "quantity 宣传活动 >= 2 次",
    "goal 通过支撑工作站建设，推动“茶淀”保护体系（含基层）延伸",
    "social \"影响力\" is 明显提升",
    "quantity \"宣传活动\"， >= 2 次",
    "数量 宣传活动” ≥2次 记作 次数",
    "social \"影响力\" is much better\"",
    "数量 “宣传活动” ≥2次”",
    "目标 “1.提高影响力。\n    2.健全服务。”",
    "目标 {\n        “1.提高影响力。\n        2.健全服务。”\n    }",
    "备注 “第一行\n    第二行”",
    "目标 \"提高老年人\"幸福感\"。\"",
    "目标 “提高影响力”，“健全服务”",
    // ---- signs
    "quantity \"宣传活动\": >= 2 次",
    "quantity \"宣传活动\" >= 2 次。",
    "quantity \"宣传活动\" >= 2,次",
    "quantity \"宣传活动\" >= 2 次,",
    "quantity \"宣传活动\" > = 2 次",
    "quantity \"宣传活动\" ≥≤ 2 次",
    "数量 “宣传活动” 》=2次",
    "数量 “宣传活动” =》2次",
    "成本 “印刷费” 《 5万元",
    "quantity \"宣传活动\" …",
    "quantity [宣传活动] >= 2 次",
    "# 以下由财务处填写",
    "注：本表由财务处填写",
    "- quantity \"宣传活动\" >= 2 次",
    "1. quantity \"宣传活动\" >= 2 次",
    "@财务处",
    // ---- words
    "quantities \"宣传活动\" >= 2 次",
    "产出 \"宣传活动\" >= 2 次",
    "满意度 \"群众满意度\" >= 90%",
    "社会成本 \"施工扰民\" <= 5 次",
    "效率 \"办理天数\" <= 5 天",
    "bugdet 102 万元",
    "备住",
    "待办",
    "记作 站数",
    ">= 2 次",
    "预算总额 102 万元",
    "财政资金 102 万元",
    "┌───┬───┐",
    "数量 “宣传活动” 2次 { 备注 “含线上” } 记作 次数",
    "数量 “宣传活动” 2次 { 备注 “含线上” }。",
    "quantity \"宣传活动\" >= 2 次 { 描写 \"线下活动\" }",
    "quantity \"宣传活动\" >= 2 次 { \"线下活动\" }",
    // ---- targets
    "quantity \"宣传活动\" >=",
    "quantity \"宣传活动\" >= **次",
    "quantity \"宣传活动\" /",
    "quantity \"宣传活动\" 两次",
    "quality \"合格率\" 百分之九十",
    "quantity \"宣传活动\" 约 2 次",
    "quantity \"宣传活动\" 完成2次",
    "数量 “宣传活动” 约2次 显示 “约2次”",
    "数量 “宣传活动” 20余次 记作 次数",
    "数量 “宣传活动” ≥20次左右",
    "数量 “宣传活动” “≥2次”",
    "数量 “宣传活动” ≥“2次”",
    "数量 “宣传活动” ≥2次且≤5次",
    "数量 “宣传活动” ≥2，≤5次 记作 次数",
    "social \"影响力\" yes \"much better\"",
    "社会效益 “影响力” 是“明显提升”",
    "社会效益 “影响力” = “明显提升”",
    "社会效益 “影响力” 定性 “明显提升”",
    "social \"影响力\" much better",
    "social \"影响力\" 明显提升",
    "quantity \"宣传活动\" >= 2 次（含线上）",
    "quantity \"宣传活动\" >= 2 次 10分",
    "quantity \"宣传活动\" 5次/10次",
    "quantity \"宣传活动\" 3..5 次以上",
    "quantity \"宣传活动\" >= 2 次 quality \"合格率\" >= 90%",
    "数量 “宣传活动” 2次，质量 “合格率” ≥90%",
    "数量 “宣传活动” 2次 记作 次数 备注 “含线上”",
    "数量 “宣传活动” 2次 数据来源 “台账” 记作 次数 { 备注 “含线上” }",
    "数量 “宣传活动” 2次 备注 “含线上” 质量 “合格率” ≥90%",
    "数量 “宣传活动” 备注 “含线上”",
    "备注 “第一” 设定依据 “第二”",
    "quality \"合格率\" >= 90% 以内",
    "clients \"群众满意度\" >= 120%",
    "quality \"合格率\" > 100%",
    "code",
    // ---- units
    "数量 \"宣讲场次\" >= 10 厂",
    "cost \"印刷费\" <= 1 万",
    "quantity \"宣传活动\" >= 2%次",
    "quantity \"参加学生\" >= 30 名学生",
    "quantity \"参会企业\" >= 30 家企业",
    "quantity \"宣传活动\" 2 次左右",
    "quantity \"绿地\" >= 30 平方来",
    "quantity \"座位\" >= 30 席",
    "cost \"印刷费\" <= 1万元/每家",
    "数量 \"宣传材料\" >= 1.5E+6 份",
    "数量 \"宣传材料\" >= 1E+300 份",
    "数量 \"宣传材料\" >= 8.1234567890123456789012345678901E+2 份",
    "cost \"印刷费\" 每家1万元",
    "成本 “印刷费” ≤5万元每家每年",
    "成本 “印刷费” ≤5万元 每家每月",
    "成本 “印刷费” ≤80元人民币/人次",
    "成本 “印刷费” 5万元整",
    "quality \"合格率\" 100 percent",
    "质量 “合格率” =100%%",
    "cost \"印刷费\" 5 million",
    "quantity \"宣传活动\" 2次到5次",
    "cost \"印刷费\" ¥10000",
    "cost \"印刷费\" 10000",
    "quality \"合格率\" 0.9",
    // ---- dates
    "timeliness \"印刷完成时间\" 2026.11",
    "timeliness \"印刷完成时间\" by 2026/11",
    "timeliness \"印刷完成时间\" by 11月底前",
    "timeliness \"印刷完成时间\" 年底前",
    "timeliness \"印刷完成时间\" 2026年11月底前完成",
    "timeliness \"印刷时间\" 2026年6月到2026年11月",
    "项目期 2026年6月到2026年11月",
    "项目期 2026年6-11月",
    "时效 “印刷时间” 2026年6-11月",
    "时效 “印刷时间” 2026年第四季度",
    "时效 “印刷时间” 2026年上半年完成",
    "时效 “印刷完成时间” 20261130",
    "timeliness \"印刷时间\" 2026年9月-6月",
    "timeliness \"印刷时间\" 2026-11..2026-06",
    "period 2026-01..2026-12; timeliness \"二期完成时间\" by 2027-06",
    // ---- labels and checks
    "quantity \"宣传活动\" >= 2 次 as 活动 数",
    "quantity \"宣传活动\" >= 2 次 as \"活动数\"",
    "数量 “宣传活动” ≥2次，记作 次数",
    "数量 “宣传活动” ≥2次 记做 次数",
    "成本 “印刷费” ≤5万元 记作 财政资金",
    "成本 “印刷费” ≤5万元 记作 不少于",
    "check \"费用\" 站数 * 每站费用 <= budget",
    "check \"费用\" 站数-1 <= 20 家",
    "check \"费用\" stations-1 <= 20 家",
    "check \"费用\" sum 成本 <= budget",
    "成本 “每站补助” ≤5万元 记作 补助; 校验 站数 * 补助 <= 预算",
    "check \"费用\" 站数 x 站数 >= 站数 * 12 家",
    "校验 “站数” 站数 不超过站数",
    "check \"费用\" sum(费用) <= budget",
    "check \"费用\" 站数 站数 <= budget",
    "check \"很大\" 9999999999999999 * 9999999999999999 > 1",
    "check 1 元/人·天·次 per 公里 > 0 元",
    "check 100 元/打 = 3 元",
    "weights { output 50; benefit 30; satisfaction 20 }",
    "quantity \"宣传活动\" >= 2 次 weight -5",
    // ---- several values of one indicator
    "quantity \"宣传活动\" >= 12 次 { baseline 10 元 }",
    "timeliness \"办理时间\" <= 2 个月 { baseline 70 天 }",
    "timeliness \"办理时间\" <= 3 天 { baseline 5 工作日 }",
    "时效 “办理时间” 阶梯 ≤30天 5分，≤2个月 3分",
    "时效 “办理时间” ≤2个月 记作 时限; 校验 时限 ≤ 70 天",
    "quantity \"宣传活动\" >= 12 次 { stretch 11 次 }",
    "quantity \"宣传活动\" steps >= 8 次 5 分, >= 5 场 2 分",
    "clients \"群众满意度\" graded 优 80%, 良 90%",
    "clients \"群众满意度\" graded 优 120%, 良 90%",
    "quantity \"巡查里程\" 500 米..3 公里",
    // ---- what reviewers criticise
    "quality \"安全事故发生率\" >= 1%",
    "质量 \"信息系统稳定运行率\" ≤ 99%",
    "quantity \"宣传活动\" is \"/\"",
    "quantity \"宣传活动\" show \"\"",
    "quantity \"家庭医生签约率\" 24694 人",
    "数量 \"参训人数\" 为 \"大幅增加\"",
    "timeliness \"工程完工率\" 100%",
    "时效 \"活动开展\" 为 \"按时完成\"",
    "quantity \"资金发放及时率\" 100%",
    "quantity \"完成工作\" 100%",
    // ---- rows from tables
    "产出指标\t数量指标\t开展知识产权宣传活动\t开展宣传活动\t≥2次",
    "社会效益指标\t综合实力\t明显提升",
    "数量指标\t实施项目\t4\t个",
    "数量指标\t实施项目\t/",
    "    成本 \"每餐补贴\" <= 3 元/餐",
    "    成本 \"每餐补贴\" <= 3 元/餐/日",
    // ---- what reviewers criticise
    "数量 \"宣传活动\" ≥ 2 次 { 备注 \"在××广场举办\" }",
    "成本 \"专家费\" 显示 \"470人/天\"",
    "timeliness \"合同履约率\" >= 90%",
    "timeliness \"服务期\" 1-12 月",
    "cost \"总成本\" < 102 万元",
    "cost \"每家服务工作站支撑费用\" <= 9 万元; cost \"服务工作站装修费用\" <= 2 万元/家",
];

/// Whole files.
const FILES: &[&str] = &[
    // Weights that make 100 in another way than the standard has it.
    "org \"甲局\"
year 2026
project \"甲\" {
    budget 10 万元
    purpose \"乙\"
    goal \"丙\"
    quantity \"报告\" >= 1 份 weight 10
    quality \"合格率\" >= 90% weight 10
    timeliness \"完成时间\" by 2026-11 weight 10
    cost \"费用\" <= 5 万元 weight 10
    social \"影响\" is \"提升\" weight 40
    clients \"满意度\" >= 90% weight 10
}
",
    "project \"甲\" {\n    budget 9 万元 { 财政资金 6 万元， 其他资金 3 万元 }\n}\n",
    "project \"甲\" {\n    budget 9 万元 { 财政资金 6 万元 其他资金 3 万元 }\n}\n",
    "project \"甲\" {\n    budget 9 万元 { 财政资金 6 万元； 其它资金 3 万元 }\n}\n",
    "年份 2026\n项目 甲项目” {\n    预算 3,68 万元\n    目标 { “提高”，“健全” }\n    数置 “食堂” 24家 记作 食堂数\n    成本 “补助” ≤1万元 每 桌子 记作 补助\n    校验 食堂数 * 补助 <= 预算\n}\n",
    "预算单位 “某某局” 610101\n项目名称 “甲” {\n}\n",
    "%PDF-1.7\n1 0 obj\n",
    "项目 “甲” {\n    数量 “食堂” 24家 记作 食堂 数\n    效益 “便利” 为 “提升”\n    校验 食堂数 <= 30 家\n}\n",
    // Nothing is indented: the outermost block is named.
    "year 2026\nproject \"甲\" {\nbudget 1 万元\nquantity \"活动\" 2 次 {\nnote \"线上\"\n",
    "year 2026\n}\n",
    // Two braces are missing.
    "project \"甲\" {\n    quantity \"活动\" 2 次 {\n        note \"线上\"\n    quality \"合格率\" 90%\nproject \"乙\" {\n}\n",
    "{\n}\n",
    "\"某局\"\n",
    "项目 “甲” （\n    数量 “活动” 2次\n}\n",
    "项目 “甲” （\n    数量 “活动” 2次 （\n        备注 “线上”\n    ）\n    校验 （\n        1\n    ） ＜ 2\n）\n",
    "项目 “甲” （",
    "unit 家\n",
    "unit per 期限 次数 也\n",
    "计量单位 工位 也写作 每 机位\n",
    "unit 零家 = 0 家\n",
    "project \"甲\" { budget 100 万元 { fiscal 50 万元; other 50 万美元 } }\n",
    "standard mof-2020 { }\n",
    "year 2026 全年\n",
    "project \"甲\" { budget 1 万元 { 财政资产 1 万元 } }\n",
    "template 项目 { }\n",
    "template 工程 { }\nproject \"甲\" { use 工程类 }\n",
    "project \"甲\" { use 共用 }\n",
    "template 工程类 { }\nproject \"甲\" { use 工程项 }\n",
    "year 26\norg 天津市某局\n",
    "import \"共用.perf\"\nproject \"甲\" { use 共用; quantity \"席位\" 3 席 }\n",
    "actual \"宣传\" { spent 5 元 }",
    "project \"政策宣传工作经费\" {\n}\nactual \"修路\" at 2026-12-31 {\n}",
    // Results that cannot be scored.
    "年度 2026
项目 “甲” {
    数量 “座谈” ≥ 5
    数量 “走访” ≥ 5 户
    质量 “合格率” ≥ 90%
    时效 “完成时间” 2026年11月15日前
    社会效益 “影响” 为 “提升”
}
实际 “甲” 截至 2026-11-30 {
    “座谈” 6 次
    “走访” 6 次
    “合格率” 0.9
    “完成时间” 2026-11
    “影响” 达成 120%
}
",
    // Scores by hand.
    "年度 2026
项目 “甲” {
    预算 10 万元
    数量 “走访” 5 户
    社会效益 “影响” 为 “提升”
    可持续影响 “机制” 为 “健全”
    服务对象满意度 “满意度” ≥ 85%
}
实际 “甲” 截至 2026-12-31 {
    支出 9.8 万元
    预算执行率 98% 得分 10
    “走访” 4 户
    “影响” 为 “提升” 得分 13
    “机制” 达成 70% 得分 13
    “满意度” 90%
    得分 85
    等级 中
}
",
    // A score that the total forgets, and one that it counts twice.
    "年度 2026
项目 “甲” {
    预算 10 万元
    数量 “走访” 5 户
    社会效益 “影响” 为 “提升”
    服务对象满意度 “满意度” ≥ 85%
}
实际 “甲” 截至 2026-06-30 {
    支出 9.8 万元
    预算执行率 98% 得分 9.8
    “走访” 5 户 得分 50
    “影响” 达成 90% 得分 27
    “满意度” 90% 得分 10
    得分 69.8
}
实际 “甲” 截至 2026-12-31 {
    支出 10 万元
    预算执行率 100% 得分 10
    “走访” 5 户 得分 50
    “影响” 达成 90% 得分 27
    “满意度” 90% 得分 10
    得分 124
}
",
    // A judgement with points that it does not earn, and one without.
    "项目 “甲” {
    社会效益 “影响” 为 “提升”
    社会效益 “知晓度” 为 “提高”
}
实际 “甲” 截至 2026-12-31 {
    “影响” 为 “部分达成年度指标并具有一定效果” 得分 14 { 原因 “宣传不够” }
    “知晓度” 为 “达成年度指标”
}
",
    // Two results of one day.
    "项目 “甲” {
    数量 “走访” 5 户
    数量 “座谈” 5 次
}
实际 “甲” 截至 2026-12-31 {
    “走访” 5 户
    “座谈” 5 次
}
实际 “甲” 截至 2026年12月31日 {
    “走访” 5 户
    “座谈” 6 次
}
",
    "project \"宣传\" {\n    数量 \"活动\" 5 次 as 次数\n}\nactual \"宣传\" {\n    \"公交站\" 5 个\n    成本 \"活动\" 5 次\n    次次 5 次\n}",
    // Categories of the file's own.
    "standard mine extends mof-2020 { level output { category 实效 \"实效指标\" } }\nproject \"甲\" {\n    实效 \"完成时间\" by 2026-11\n}\n",
    "standard mine extends mof-2020 { level output { category 经济效益类 \"经济效益指标\" } }\nproject \"甲\" {\n    经济效益类 \"带动消费\" >= 100 万元\n}\n",
];
