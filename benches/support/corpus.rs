//! Sources made up from the words of real tables, the same at each run.

/// What indicators are about.
const SUBJECTS: [&str; 24] = [
    "知识产权保护工作站",
    "重点企业海外知识产权维权",
    "知识产权宣传活动",
    "专利转化运用重点项目",
    "地理标志产品保护示范区",
    "国家基本公共卫生服务",
    "居民健康档案",
    "适龄儿童疫苗接种",
    "农村公路养护里程",
    "危旧房屋维修面积",
    "雪亮工程机房租赁",
    "博物馆免费开放",
    "中小学校舍维修改造",
    "困难群众临时救助",
    "退役军人就业培训",
    "垃圾分类示范小区",
    "高标准农田建设",
    "食品安全监督抽检",
    "办案业务装备采购",
    "老年人助餐服务",
    "冷链仓储配套设施",
    "科技型中小企业培育",
    "城市道路清扫保洁",
    "信息系统安全等级保护测评",
];

const QUALITIES: [&str; 6] = ["验收合格率", "合同履约率", "达标率", "覆盖率", "规范化管理率", "数据准确率"];
const TRENDS: [&str; 6] = ["明显提升", "持续改善", "不断增强", "稳步提高", "有效保障", "逐步完善"];
const UNITS: [&str; 8] = ["家", "个", "次", "件", "份", "人次", "平方米", "台"];
const CLAUSES: [&str; 6] = [
    "通过支撑工作站和维权援助中心建设，推动服务体系向基层延伸，提高服务的便利性；",
    "通过为重点企业提供专项服务，提升企业在海外市场的竞争力和抗风险能力；",
    "通过对工作情况进行摸底，了解进步情况和存在不足，为下一步决策提供有效参考和依据；",
    "通过开展宣传活动，不断增强工作的影响力和覆盖面；",
    "通过实施“重点项目”，推动相关工作持续保持高水平发展，数量和效益稳步提升；",
    "通过完善制度和台账，保障资金使用的规范、安全和有效。",
];

/// Numbers that look random and are the same at each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.roll(words.len())]
    }
}

/// A source of at least this many bytes.
pub fn source(bytes: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = String::with_capacity(bytes + 8192);
    text += "// 部门预算项目支出绩效目标表\nstandard mof-2020\norg 610101 \"天津市滨海新区知识产权局\"\nyear 2026\n";
    let mut number = 0;
    while text.len() < bytes {
        project(&mut text, number, &mut dice);
        number += 1;
    }
    text
}

fn project(text: &mut String, number: usize, dice: &mut Dice) {
    let subject = dice.pick(&SUBJECTS);
    *text += &format!("\nproject \"2026年{subject}工作经费（{number}）\" {{\n");
    let money = 100_000 + dice.roll(9_000_000);
    *text += &format!("    budget {money}.00 元 {{ fiscal {money}.00 元 }}\n");
    let clauses: String = (0..4).map(|_| dice.pick(&CLAUSES)).collect();
    *text += &format!("    purpose \"{clauses}\"\n    goal \"{clauses}\"\n\n");
    for row in 0..8 {
        let (subject, unit) = (dice.pick(&SUBJECTS), dice.pick(&UNITS));
        let label = if row < 2 { format!(" as 数{row}") } else { String::new() };
        *text += &format!("    quantity   \"{subject}数量{row}\" >= {} {unit}{label}\n", 1 + dice.roll(5000));
    }
    for row in 0..4 {
        let (subject, quality) = (dice.pick(&SUBJECTS), dice.pick(&QUALITIES));
        *text += &format!("    quality    \"{subject}{quality}{row}\" >= {}%\n", 60 + dice.roll(40));
    }
    *text += &format!("    timeliness \"{subject}工作完成时间\" by 2026-{:02}\n", 1 + dice.roll(12));
    *text += &format!("    timeliness \"{subject}响应时间\" <= {} 天\n", 1 + dice.roll(60));
    for row in 0..2 {
        let subject = dice.pick(&SUBJECTS);
        *text +=
            &format!("    cost       \"{subject}平均费用{row}\" <= {}.{} 元\n", 1 + dice.roll(9999), dice.roll(10));
    }
    for row in 0..2 {
        let (subject, trend) = (dice.pick(&SUBJECTS), dice.pick(&TRENDS));
        *text += &format!("    social     \"{subject}水平{row}\" is \"{trend}\"\n");
    }
    *text += &format!("    clients    \"服务对象满意度\" >= {}% {{ source \"第三方评估报告\" }}\n", 80 + dice.roll(20));
    *text += "    check \"数量都是正数\" count(quantity) >= 8\n}\n";
}
