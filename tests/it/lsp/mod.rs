//! The language server over its wire, as an editor sees it.
//!
//! A test opens a text in which `‸` marks the cursor, asks, and compares the answer with its snapshot. What is asked for
//! comes from the program itself, started as editors start it.

mod actions;
mod broken;
mod client;
mod completion;
mod formatting;
mod hover;
mod lifecycle;
mod names;
mod outline;
mod soak;
mod sync;

/// Two projects, one with results, that the tests ask about.
const TARGETS: &str = r#"标准 mof-2020
预算单位 610101 "某局"
年度 2026

// 一个项目
项目 "宣传" {
    预算 1020000.00 元 { 财政资金 1020000.00 元 }
    用途 "宣传"
    目标 "让更多的企业了解政策"
    数量 "支撑工作站" ≥ 12 家 记作 站数
    数量 "宣传活动" 4 场 {
        描述 "线上和线下"
    }
    质量 "合格率" ≥ 90%
    时效 "完成时间" 2026年11月底前
    成本 "每家费用" ≤ 1 万元 每 家 记作 每站费用
    社会效益 "知晓度" 为 "明显提高"
    服务对象满意度 "企业满意度" ≥ 90%

    校验 "支撑费用不超过预算" 站数 * 每站费用 ≤ 预算
}
"#;

/// Results of it, in a file of their own.
const RESULTS: &str = r#"导入 "目标.perf"

实际 "宣传" 截至 2026-12-31 {
    支出 100 万元
    "支撑工作站" 11 家 { 原因 "一家停业" }
    "宣传活动" 4 场
    "合格率" 95%
    "完成时间" 2026-11-20
    每站费用 0.9 万元
    "知晓度" 达成 85%
}
"#;
