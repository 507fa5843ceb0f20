//! Results in forms and plain tables that others made.

use perfc::{
    compile::Settings,
    import::{Block, Document, Grid, results::compile},
    model::{Loaded, NoFiles},
};

use super::{OTHER, TARGETS, Told, assert_sound, by_hand, read, report, tables};
use crate::{
    import::{csv_document, document, grid},
    support::assert_shown,
};

/// A self-evaluation form as units publish it, its cells merged and its money above the indicators.
fn self_evaluation() -> Vec<Vec<&'static str>> {
    vec![
        vec!["项目支出绩效自评表", "", "", "", "", "", "", ""],
        vec!["（2026年度）", "", "", "", "", "", "", ""],
        vec!["项目名称", "群众文化活动", "", "", "", "", "", ""],
        vec!["主管部门", "某市文化和旅游局", "", "实施单位", "某市文化馆", "", "", ""],
        vec![
            "项目资金（万元）",
            "",
            "年初预算数",
            "全年预算数（A）",
            "全年执行数（B）",
            "分值",
            "执行率（B/A）",
            "得分",
        ],
        vec!["", "年度资金总额", "120", "118.5", "115.00", "10", "97.05%", "9.70"],
        vec!["", "其中：当年财政拨款", "100", "98.5", "95.00", "—", "", "—"],
        vec!["", "其他资金", "20", "20", "20.00", "—", "", "—"],
        vec!["年度总体目标", "预期目标", "", "", "实际完成情况", "", "", ""],
        vec!["", "活动覆盖全部街道", "", "", "活动覆盖了全部街道。", "", "", ""],
        vec!["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        vec!["产出指标(50分)", "数量指标", "举办活动", "≥120场", "126场", "20", "20", ""],
        vec!["", "", "指标2：参加人数", "≥3.5万人次", "3.2万人次", "10", "9.14", "天气不好"],
        vec!["", "质量指标", "满意度", "≥85%", "88.5%", "10", "10", ""],
        vec!["", "时效指标", "完成\n时间", "2026年11月底前", "2026年11月20日", "5", "5分", ""],
        vec!["", "成本指标", "场均费用", "≤0.8万元", "7500元", "5", "5", ""],
        vec!["效益指标(30分)", "经济效益指标", "带动消费增长", "3-5个百分点", "4个百分点", "10", "10", "/"],
        vec!["", "社会效益指标", "群众文化生活", "明显丰富", "明显丰富", "10", "9", ""],
        vec!["满意度指标(10分)", "服务对象满意度指标", "满意度", "≥90%", "91%", "10", "10", ""],
        vec!["总分", "", "", "", "", "100", "97.84", ""],
        vec!["自评等级", "优", "", "", "", "", "", ""],
    ]
}

#[test]
fn a_self_evaluation_form() {
    let compiled = read(TARGETS, &[tables("自评表.xlsx", document(&[], &self_evaluation()))], &NoFiles);
    assert_sound(&compiled);
    let expected = by_hand(
        TARGETS,
        "actual \"群众文化活动\" {
            budget 118.5 万元 { fiscal 98.5 万元; other 20 万元 }
            spent 115.00 万元 { fiscal 95.00 万元; other 20.00 万元 }
            execution 97.05% score 9.70
            score 97.84; grade 优
            goal \"活动覆盖了全部街道。\"
            场次 126 场 score 20
            \"参加人数\" 3.2 万人次 score 9.14 { reason \"天气不好\" }
            quality \"满意度\" 88.5% score 10
            \"完成时间\" 2026-11-20 score 5
            \"场均费用\" 7500 元 score 5
            \"带动消费增长\" 4 个百分点 score 10
            \"群众文化生活\" is \"明显丰富\" score 9
            clients \"满意度\" 91% score 10
        }",
    );
    assert_eq!(compiled.output.0, expected);
}

/// Of two indicators of one name the category tells which is meant: by the standard that the settings choose.
#[test]
fn rows_are_told_apart_by_the_standard_of_the_settings() {
    let targets = "project \"维修\" { budget 5 万元; purpose \"a\"; goal \"b\"
        数量 \"单价\" ≥ 5 次
        经济成本 \"单价\" ≤ 5 万元
    }";
    let form = csv_document("一级指标,二级指标,三级指标,实际完成值\n成本指标,经济成本指标,单价,4万元\n");
    let targets = Loaded { name: "targets.perf".to_owned(), bytes: targets.into() };
    let settings = Settings { standard: Some("mof-2021".to_owned()), ..Settings::default() };
    let compiled = compile(targets, &[tables("a.csv", form)], &NoFiles, &settings, Told::default());
    assert_eq!(compiled.output.0, "维修 -\n  cost 单价: 4万元\n");
}

/// Two forms one below the other, in one sheet: what stands between them belongs to the one or the other.
#[test]
fn forms_in_one_sheet() {
    let mut rows = self_evaluation();
    rows.extend([
        vec!["项目支出绩效自评表", "", "", "", "", "", "", ""],
        vec!["项目名称", "图书购置", "", "", "", "", "", ""],
        vec!["全年预算数（万元）", "80", "", "全年执行数", "79.5", "", "", ""],
        vec!["三级指标", "实际完成值", "单位", "得分", "", "", "", ""],
        vec!["购置图书", "10500", "册", "10", "", "", "", ""],
        vec!["总分", "", "", "99", "", "", "", ""],
    ]);
    assert_shown!(report(&format!("{TARGETS}{OTHER}"), tables("自评表.xlsx", document(&[], &rows))));
}

#[test]
fn plain_tables() {
    let two = "指标,实际完成值\n举办活动,126场\n场次,126场\n参加人次,3.2万人次\n";
    let five = "指标名称,实际完成值,单位,得分,原因\n举办活动,126,场,20,\n群众文化生活,95%,,9.5,问卷调查\n\
                是否建成档案,TRUE,,,\n设备完好,92,%,4.5,\n满意度,91,%,10,\n";
    let flat = "项目名称,指标,标记,实际完成值,单位\n群众文化活动,,场次,126,场\n,参加人数,,3.2,万人次\n\
                图书购置,购置图书,,10500,册\n图书买入,购置图书,,1,册\n";
    let told = |csv| report(&format!("{TARGETS}{OTHER}"), tables("结果.csv", csv_document(csv)));
    let alone = |csv| report(TARGETS, tables("结果.csv", csv_document(csv)));
    assert_shown!([alone(two), alone(five), told(flat)].join("\n--------\n"));
}

/// Sheets of one project and one day are one: what both say is said twice, what one says is not lost.
#[test]
fn several_sheets_of_a_project() {
    let sheet = |name: &str, rows: &[Vec<&str>]| Block::Grid(Grid { name: Some(name.to_owned()), ..grid(rows) });
    let head = vec!["三级指标", "实际完成值", "单位"];
    let blocks = vec![
        sheet("产出", &[head.clone(), vec!["举办活动", "126", "场"], vec!["参加人数", "3.2", "万人次"]]),
        sheet("其他", &[head.clone(), vec!["参加人数", "3.3", "万人次"], vec!["群众文化生活", "95%", ""]]),
        sheet("说明", &[vec!["填表人", "张三"]]),
    ];
    assert_shown!(report(TARGETS, tables("结果.xlsx", Document { blocks })));
}

/// A sheet may be called what the project is called.
#[test]
fn a_sheet_names_its_project() {
    let grid = Grid {
        name: Some("图书购置".to_owned()),
        ..grid(&[vec!["指标", "实际完成值"], vec!["购置图书", "9000 册"]])
    };
    let given = tables("结果.xlsx", Document { blocks: vec![Block::Grid(grid)] });
    let told = report(&format!("{TARGETS}{OTHER}"), given);
    assert_eq!(told, "图书购置 -\n  quantity 购置图书: 9000册\n\n");
}
