//! The words of the language: one table for the parser, the formatter, completion, the docs and the editors.
//!
//! Category words (`quantity`, `数量`), levels, grades and sources of funds are no keywords: they belong to the standard
//! in force. Units have their own table.

mod comparison;
mod vocabulary;

pub use crate::source::folded;
pub use comparison::Comparison;
pub use vocabulary::{Role, Vocabulary};

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::diagnostic::{Lang, Text};

/// Where a word may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Outside of all blocks.
    File,
    /// In the block of a `project` or `template`.
    Project,
    /// In the block of an indicator.
    Indicator,
    /// In the block of an `actual`.
    Actual,
    /// In the block of a result within an `actual`.
    Result,
    /// In the block of a `standard`.
    Standard,
    /// In the block of a `level`.
    Level,
    /// In the block of a `category`.
    Category,
    /// Among the arguments of a statement.
    Argument,
}

impl Place {
    /// The place as messages name it.
    pub const fn name(self) -> Text {
        match self {
            Self::File => Text { zh: "文件最外层", en: "the file itself" },
            Self::Project => Text { zh: "项目之内", en: "a project" },
            Self::Indicator => Text { zh: "指标的 { } 之内", en: "the block of an indicator" },
            Self::Actual => Text { zh: "actual（实际完成）之内", en: "an `actual` block" },
            Self::Result => Text { zh: "一项结果的 { } 之内", en: "the block of a result" },
            Self::Standard => Text { zh: "standard（标准）之内", en: "a `standard` block" },
            Self::Level => Text { zh: "level（一级指标）之内", en: "a `level` block" },
            Self::Category => Text { zh: "category（二级指标）之内", en: "a `category` block" },
            Self::Argument => Text { zh: "语句的后半部分", en: "the later part of a statement" },
        }
    }
}

/// How many of the words behind a keyword are names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Names {
    /// None: they may be keywords.
    None,
    /// The next word: the label behind `as`.
    One,
    /// Those up to `measures` or `also`: the units behind `unit`.
    Many,
    /// All that follow: the spellings behind `also`.
    All,
}

/// A row of the table of keywords.
#[derive(Debug)]
pub struct Word {
    /// The keyword.
    pub keyword: Keyword,
    /// Its English spelling.
    pub en: &'static str,
    /// Its Chinese spellings, the canonical one first.
    pub zh: &'static [&'static str],
    /// Where it may stand.
    pub places: &'static [Place],
    /// How it is written.
    pub usage: Text,
    /// What it says.
    pub meaning: Text,
}

macro_rules! keywords {
    ($($keyword:ident $en:literal [$($zh:literal)+] in $($place:ident)+;
        $uzh:literal / $uen:literal;
        $mzh:literal / $men:literal;
    )*) => {
        /// A word with a meaning of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Keyword { $(#[doc = concat!("`", $en, "`: ", $men)] $keyword,)* }

        /// All keywords.
        pub static WORDS: &[Word] = &[$(Word {
            keyword: Keyword::$keyword,
            en: $en,
            zh: &[$($zh),+],
            places: &[$(Place::$place),+],
            usage: Text { zh: $uzh, en: $uen },
            meaning: Text { zh: $mzh, en: $men },
        }),*];
    };
}

keywords! {
    // ---- outside of all blocks
    Import "import" ["导入" "引入"] in File;
        "导入 \"文件.perf\"" / "import \"file.perf\"";
        "使用另一个文件里的标准、单位和模板" / "uses the standards, units and templates of another file";
    Standard "standard" ["标准"] in File;
        "标准 mof-2020" / "standard mof-2020";
        "选定绩效指标的分类标准，或定义一个" / "chooses the standard in force, or defines one";
    Org "org" ["预算单位" "单位"] in File Project;
        "预算单位 610101 \"单位名称\"" / "org 610101 \"name\"";
        "预算单位的代码和名称" / "code and name of the budget unit";
    Year "year" ["年度" "预算年度"] in File Project;
        "年度 2026" / "year 2026";
        "预算年度" / "the budget year";
    Unit "unit" ["计量单位"] in File;
        "计量单位 工位、计量单位 千件 = 1000 件" / "unit 工位, unit 千件 = 1000 件";
        "声明一个计量单位" / "declares a unit";
    Dimension "dimension" ["量纲"] in File;
        "量纲 money \"金额\" \"money\"" / "dimension money \"金额\" \"money\"";
        "声明单位所量的东西" / "declares what units measure";
    Multiplier "multiplier" ["倍数"] in File;
        "倍数 万 10000" / "multiplier 万 10000";
        "声明可以冠在单位前面的倍数" / "declares a multiplier that may stand before units";
    Template "template" ["模板"] in File;
        "模板 名称 { … }" / "template name { … }";
        "几个项目共用的内容" / "what several projects have in common";
    Project "project" ["项目"] in File;
        "项目 \"项目名称\" { … }" / "project \"name\" { … }";
        "一个项目的绩效目标表" / "the table of performance targets of one project";
    Actual "actual" ["实际" "实际完成" "完成情况"] in File;
        "实际 \"项目名称\" 截至 2026-12-31 { … }" / "actual \"project\" at 2026-12-31 { … }";
        "一个项目的实际完成情况" / "what a project achieved";

    // ---- in a project
    Code "code" ["项目代码"] in Project;
        "项目代码 \"…\"" / "code \"…\"";
        "项目代码" / "the code of the project";
    Period "period" ["项目期" "起止时间"] in Project;
        "项目期 2023-07..2026-12" / "period 2023-07..2026-12";
        "项目的起止时间" / "from when to when the project runs";
    Budget "budget" ["预算" "预算数"] in Project Actual Argument;
        "预算 1020000.00 元 { 财政资金 1020000.00 元 }" / "budget 1020000.00 元 { fiscal 1020000.00 元 }";
        "预算数及其资金来源；在实际完成中是调整后的全年预算数" / "the budget and its sources; in an `actual`, the adjusted budget of the year";
    Purpose "purpose" ["用途" "资金用途"] in Project;
        "用途 \"…\"" / "purpose \"…\"";
        "预算资金的用途" / "what the money is for";
    Goal "goal" ["目标" "绩效目标"] in Project Actual;
        "目标 \"…\"" / "goal \"…\"";
        "绩效目标，一条一行；在实际完成中是总体目标的完成情况" / "a performance goal, one to a line; in an `actual`, what became of the goals";
    Weights "weights" ["各级分值"] in Project;
        "各级分值 { 产出 50; 效益 30; 满意度 10 }" / "weights { output 50; benefit 30; satisfaction 10 }";
        "本项目各一级指标的分值" / "the weights of the levels in this project";
    Use "use" ["套用"] in Project;
        "套用 模板名" / "use name";
        "在这里放进一个模板的内容" / "puts the content of a template here";
    Check "check" ["校验" "检查"] in Project;
        "校验 \"说明\" 站数 * 每站费用 <= 预算" / "check \"what\" stations * cost_each <= budget";
        "指标之间必须成立的关系" / "what must hold between targets";

    // ---- in the block of an indicator
    Describe "describe" ["描述" "说明" "绩效指标描述"] in Indicator;
        "描述 \"…\"" / "describe \"…\"";
        "绩效指标描述；不写则与名称相同" / "the description of the indicator; its name where this is left out";
    Source "source" ["数据来源" "来源"] in Indicator;
        "数据来源 \"第三方评估报告\"" / "source \"第三方评估报告\"";
        "数据从哪里取得" / "where the data come from";
    Basis "basis" ["设定依据" "依据"] in Indicator Project;
        "设定依据 \"…\"" / "basis \"…\"";
        "指标值的设定依据；在项目中是立项依据" / "why the target is what it is; in a project, what the project rests on";
    Note "note" ["备注"] in Indicator Project Actual Result;
        "备注 \"…\"" / "note \"…\"";
        "备注" / "a remark";
    Baseline "baseline" ["上年值" "基期值"] in Indicator;
        "上年值 10 家" / "baseline 10 家";
        "上年的实际值" / "last year's value";
    Total "total" ["实施期值" "总期值"] in Indicator;
        "实施期值 >= 36 家" / "total >= 36 家";
        "整个实施期的目标值" / "the target for the whole period";
    Stretch "stretch" ["挑战值" "力争"] in Indicator;
        "挑战值 15 家" / "stretch 15 家";
        "力争达到的值" / "the value to strive for";

    // ---- among the arguments, some also on a line of their own
    Weight "weight" ["分值" "权重"] in Indicator Level Argument;
        "分值 10" / "weight 10";
        "分值" / "the points that an indicator or level carries";
    Show "show" ["显示" "印作"] in Indicator Argument;
        "显示 \"12家以上\"" / "show \"12家以上\"";
        "表格里原样印出的文字" / "the text that forms print, to the character";
    As "as" ["记作" "记为"] in Argument;
        "记作 站数" / "as stations";
        "给指标一个标记，在校验中使用" / "a label for the indicator, for use in checks";
    Per "per" ["每"] in Argument;
        "<= 1 万元 每 家" / "<= 1 万元 per 家";
        "单价所对应的数量单位" / "what a unit cost is for";
    By "by" ["不晚于"] in Argument;
        "不晚于 2026-11" / "by 2026-11";
        "最晚在这一天、这个月或这一年结束之前" / "no later than the end of a day, month or year";
    Before "before" ["早于"] in Argument;
        "早于 2026-06" / "before 2026-06";
        "在这一天、这个月或这一年开始之前" / "before a day, month or year begins";
    Is "is" ["为"] in Argument;
        "为 \"明显提升\"" / "is \"明显提升\"";
        "用文字表述的定性目标" / "a qualitative target in words";
    Yes "yes" ["是"] in Argument;
        "是" / "yes";
        "是否类指标，目标为“是”" / "a yes-or-no target: yes";
    No "no" ["否"] in Argument;
        "否" / "no";
        "是否类指标，目标为“否”" / "a yes-or-no target: no";
    Graded "graded" ["分档"] in Argument;
        "分档 优 100%, 良 90%, 中 85%, 差 80%" / "graded 优 100%, 良 90%, 中 85%, 差 80%";
        "按优良中差分档的目标" / "a threshold for each grade";
    Steps "steps" ["阶梯"] in Argument;
        "阶梯 >= 70% 3 分, >= 65% 1 分" / "steps >= 70% 3 分, >= 65% 1 分";
        "分段得分的目标" / "thresholds with their points";
    Tbd "tbd" ["待定"] in Argument;
        "待定" / "tbd";
        "值还没有定" / "a value still open";
    Sum "sum" ["合计" "求和"] in Argument;
        "合计(成本)" / "sum(cost)";
        "一类或一级指标的值之和" / "the sum of the targets of a category or level";
    Count "count" ["个数" "计数"] in Argument;
        "个数(数量)" / "count(quantity)";
        "一类或一级指标有几条" / "how many indicators a category or level has";

    // ---- results
    At "at" ["截至"] in Argument;
        "截至 2026-12-31" / "at 2026-12-31";
        "实际情况的截止日期" / "the day that results are of";
    Spent "spent" ["支出" "执行数"] in Actual;
        "支出 1015000 元" / "spent 1015000 元";
        "实际支出" / "what was spent";
    Achieved "achieved" ["达成"] in Argument;
        "达成 95%" / "achieved 95%";
        "定性指标的达成程度" / "how far a qualitative target was achieved";
    Score "score" ["得分"] in Actual Result Argument;
        "得分 9.5" / "score 9.5";
        "填报的得分" / "the score that was filled in";
    Reason "reason" ["原因" "偏差原因"] in Result;
        "原因 \"…\"" / "reason \"…\"";
        "偏差原因分析及改进措施" / "why a result departs from its target, and what is done about it";
    Forecast "forecast" ["预计" "全年预计"] in Actual Result Argument;
        "预计 12 次 有可能；预计 10 万元" / "forecast 12 次 likely; forecast 100 万元";
        "到年底预计完成多少、能不能完成；在实际完成中是全年预计执行数" / "what is expected by the end of the year, and whether the target will be met; in an `actual`, what will be spent";
    Certain "certain" ["确定能" "能完成"] in Argument;
        "预计 12 次 确定能" / "forecast 12 次 certain";
        "确定能完成目标" / "the target will certainly be met";
    Likely "likely" ["有可能" "可能完成"] in Argument;
        "预计 11 次 有可能" / "forecast 11 次 likely";
        "有可能完成目标" / "the target may be met";
    Impossible "impossible" ["完全不可能" "不能完成"] in Argument;
        "预计 6 次 完全不可能" / "forecast 6 次 impossible";
        "完全不可能完成目标" / "the target cannot be met";

    // ---- in a standard, how results are scored
    Scoring "scoring" ["评分"] in Standard;
        "评分 越小越好 按差额" / "scoring less linear";
        "怎样计算得分" / "how scores are computed";
    Exact "exact" ["恰好"] in Argument;
        "评分 恰好 按比例" / "scoring exact proportional";
        "等于目标值的指标" / "indicators that are to equal their target";
    Deadline "deadline" ["期限"] in Argument;
        "评分 期限 按差额" / "scoring deadline linear";
        "有期限的指标" / "indicators with a deadline";
    Proportional "proportional" ["按比例"] in Argument;
        "按比例" / "proportional";
        "未达到时，分值 × 实际值 ÷ 目标值" / "missed: points × actual ÷ target";
    Linear "linear" ["按差额"] in Argument;
        "按差额" / "linear";
        "未达到时，分值 ×（1 − 差额 ÷ 目标值）" / "missed: points × (1 − difference ÷ target)";
    Inverse "inverse" ["按反比"] in Argument;
        "按反比" / "inverse";
        "未达到时，分值 × 目标值 ÷ 实际值" / "missed: points × target ÷ actual";
    AllOrNothing "all-or-nothing" ["全或无"] in Argument;
        "全或无" / "all-or-nothing";
        "达到得满分，未达到不得分" / "all points where the target is met, else none";
    Passing "passing" ["及格"] in Argument;
        "评分 数量 按比例 及格 60%" / "scoring quantity proportional passing 60%";
        "低于它的不得分" / "what is below it earns nothing";
    Overshoot "overshoot" ["超额"] in Standard;
        "超额 130%" / "overshoot 130%";
        "实际值达到目标值的这么多，就要说明原因" / "from this share of the target on, a reason is asked for";
    Reduced "reduced" ["扣减"] in Argument;
        "超额 130% 扣减" / "overshoot 130% reduced";
        "超额部分按比例扣分" / "what is beyond it takes points away";
    Judgement "judgement" ["评判"] in Standard;
        "评判 achieved \"达成年度指标\" \"Achieved\" >= 80%" / "judgement achieved \"达成年度指标\" \"Achieved\" >= 80%";
        "定性指标的评判等级及其得分比例" / "how a target in words is judged, and the share of its points that it earns";
    Decimals "decimals" ["小数位"] in Standard;
        "小数位 2" / "decimals 2";
        "得分保留几位小数，四舍五入" / "how many decimals scores keep, rounded half up";
    Light "light" ["亮灯"] in Standard;
        "亮灯 越大越好 阶梯 ≥ 80% 绿灯, ≥ 60% 黄灯" / "light more steps >= 80% green, >= 60% yellow";
        "年中监控时亮什么灯" / "which light shows progress during the year";
    Red "red" ["红灯"] in Argument;
        "红灯" / "red";
        "偏离目标" / "off the target";
    Yellow "yellow" ["黄灯"] in Argument;
        "≥ 60% 黄灯" / ">= 60% yellow";
        "落后于进度" / "behind";
    Green "green" ["绿灯"] in Argument;
        "≥ 80% 绿灯" / ">= 80% green";
        "正常" / "as it should be";
    Blue "blue" ["蓝灯"] in Argument;
        "≥ 120% 蓝灯" / ">= 120% blue";
        "远超进度" / "far ahead";

    // ---- in a standard
    Extends "extends" ["扩展"] in Argument;
        "标准 我的标准 扩展 mof-2020 { … }" / "standard mine extends mof-2020 { … }";
        "以另一个标准为基础" / "builds upon another standard";
    Level "level" ["一级指标"] in Standard;
        "一级指标 output \"产出指标\" \"Output\" { … }" / "level output \"产出指标\" \"Output\" { … }";
        "一级指标" / "a level-1 category";
    Category "category" ["二级指标"] in Level;
        "二级指标 quantity \"数量指标\" \"Quantity\" { … }" / "category quantity \"数量指标\" \"Quantity\" { … }";
        "二级指标" / "a level-2 category";
    Fund "fund" ["资金来源"] in Standard;
        "资金来源 fiscal \"财政资金\" \"Fiscal funds\"" / "fund fiscal \"财政资金\" \"Fiscal funds\"";
        "资金来源" / "a source of money";
    Grade "grade" ["等级"] in Standard Actual;
        "等级 excellent \"优\" \"Excellent\" >= 90 分" / "grade excellent \"优\" \"Excellent\" >= 90 分";
        "评价等级及其分数线；在实际完成中是自评等级" / "a grade and the score that earns it; in an `actual`, the grade that the unit gives itself";
    Scheme "scheme" ["分值方案"] in Standard;
        "分值方案 { 产出 50; 效益 30; 满意度 10 }" / "scheme { output 50; benefit 30; satisfaction 10 }";
        "项目恰好含有这些一级指标时各级的分值" / "the weights of the levels where a project has just these";
    Execution "execution" ["预算执行率"] in Standard Actual Argument;
        "预算执行率 10 分" / "execution 10 分";
        "预算执行率的分值；在实际完成中是填报的执行率" / "the points for executing the budget; in an `actual`, the rate that was filled in";
    Also "also" ["也写作"] in Level Category Standard Argument;
        "也写作 数量 数量指标" / "also 数量 数量指标";
        "其他写法" / "other spellings";
    Direction "direction" ["方向"] in Category;
        "方向 more" / "direction more";
        "值越大越好还是越小越好" / "whether more or less is better";
    More "more" ["越大越好" "正向"] in Argument;
        "越大越好" / "more";
        "越大越好" / "more is better";
    Less "less" ["越小越好" "反向"] in Argument;
        "越小越好" / "less";
        "越小越好" / "less is better";
    Measures "measures" ["计量"] in Category Argument;
        "计量 money ratio" / "measures money ratio";
        "值所量的东西" / "what the values measure";
    Required "required" ["必填"] in Level Category;
        "必填" / "required";
        "每个项目都必须有" / "each project must have one";
    Expected "expected" ["应填"] in Level Category;
        "应填" / "expected";
        "一般项目都应当有" / "most projects have one";
    Bounded "bounded" ["不超百"] in Category;
        "不超百" / "bounded";
        "百分比不可能超过 100%" / "its percentages cannot be above 100%";
    Premise "premise" ["前提"] in Category;
        "前提" / "premise";
        "没有做这些，同一级的其他指标就谈不上完成" / "where these came to zero, nothing else of the level was achieved";
    Steady "steady" ["不累计"] in Argument;
        "量纲 浓度 \"浓度\" \"concentration\" 不累计" / "dimension concentration \"浓度\" \"concentration\" steady";
        "量的是当时的状况，不随时间累计" / "it measures a state, which does not add up over time";
    Unbounded "unbounded" ["可超百"] in Standard;
        "可超百 增长 变动" / "unbounded 增长 变动";
        "名称含有这些词的百分比可以超出 0 到 100%" / "percentages with these words in their names may leave 0 to 100%";
}

impl Keyword {
    /// The row of the table.
    pub fn word(self) -> &'static Word {
        &WORDS[self as usize]
    }

    /// The spelling in one language.
    pub fn spelling(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.word().zh[0],
            Lang::En => self.word().en,
        }
    }

    /// The keyword with this spelling, in either language.
    pub fn find(word: &str) -> Option<Self> {
        static BY_SPELLING: LazyLock<HashMap<&'static str, Keyword>> = LazyLock::new(|| {
            let spellings =
                |word: &'static Word| word.zh.iter().chain([&word.en]).map(|&spelling| (spelling, word.keyword));
            WORDS.iter().flat_map(spellings).collect()
        });
        BY_SPELLING.get(word).copied()
    }

    /// The keyword that says what a word of the official form, or of the habit, means to say.
    pub fn meant_by(word: &str) -> Option<Self> {
        Some(match word {
            "项目名称" => Self::Project,
            "单位名称" | "部门名称" | "项目单位" | "主管部门" | "预算部门" => Self::Org,
            "预算总额" | "项目预算" | "资金总额" | "年度资金总额" | "预算金额" => Self::Budget,
            "预算年份" | "年份" => Self::Year,
            "总体目标" | "年度目标" | "年度总体目标" | "项目目标" => Self::Goal,
            "实施期" | "项目周期" | "项目期限" | "起止日期" => Self::Period,
            _ => return None,
        })
    }

    /// How many of the words behind it are names that the file or the standard gives: no keywords, however they are spelt.
    pub const fn names(self) -> Names {
        match self {
            Self::Standard | Self::Extends | Self::Level | Self::Category => Names::One,
            Self::Fund | Self::Grade | Self::Judgement => Names::One,
            Self::Dimension | Self::Multiplier | Self::Template | Self::Use | Self::As | Self::Per => Names::One,
            Self::Unit | Self::Measures => Names::Many,
            Self::Also | Self::Unbounded => Names::All,
            _ => Names::None,
        }
    }

    /// Whether a statement at this place may begin with it.
    pub fn fits(self, place: Place) -> bool {
        self.word().places.contains(&place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_is_taken_twice() {
        let mut seen = HashMap::default();
        for word in WORDS {
            for spelling in word.zh.iter().chain([&word.en]) {
                assert_eq!(seen.insert(spelling, word.keyword), None, "{spelling}");
                assert_eq!(Keyword::find(spelling), Some(word.keyword));
            }
        }
    }

    #[test]
    fn full_width_forms_fold() {
        assert_eq!(folded("ｑｕａｌｉｔｙ１２％"), "quality12%");
        assert!(matches!(folded("数量"), std::borrow::Cow::Borrowed(_)));
    }
}
