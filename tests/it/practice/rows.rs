//! Rules about a row. Rows that a rule finds end with `// !`; those beside them it leaves alone.

use perfc::diagnostic::{Code, Levels, Severity};

use super::assert_found;

/// P313: 待定 in other words.
#[test]
fn a_target_is_settled() {
    assert_found(
        Code::TargetOpen,
        "
    quantity \"a1\" tbd // !
    quantity \"a2\" is \"/\" // !
    quantity \"a3\" is \"……\" // !
    quantity \"a4\" is \"待定\" // !
    quantity \"发放物资\" is \"详见附件\" // !
    quality \"达标率\" is \"根据实际情况确定\" // !
    cost \"总成本\" is \"另行核定\" // !
    quantity \"补助人数\" is \"按实际人数\" // !
    quantity \"慰问户数\" is \"N/A\" // !
    quantity \"工资发放\" is \"按实际在岗人数全额发放\"
    social \"重大舆情\" is \"零发生\"
    quantity \"a5\" show \"\" // !
    quantity \"种植面积\" tbd show \"\" weight 10
    quantity \"红薯种植面积\" 5.5 亩
    quantity \"养殖数量\" show \"\" weight 10
    quantity \"猪养殖数量\" 80 头
    quantity \"c1\" tbd weight 10 // !
    quantity \"c2\" 5 个
    quantity \"c3\" show \"\" weight 10 // !
    quantity \"c4\" 5 个 weight 10
    quantity \"c5\" show \"\" weight 10 // !
    quality \"c6\" 100%
    quantity \"b1\" is \"无\"
    quantity \"b2\" is \"-5℃以下\"
    quantity \"b3\" is \"长期\"
    quantity \"b4\" 0 起",
    );
}

/// P802
#[test]
fn a_number_is_given_where_the_name_asks_for_one() {
    assert_found(
        Code::NumberExpected,
        "
    quality \"居民医保政策知晓率\" is \"明显提高\" // !
    quantity \"参训人数\" is \"大幅增加\" // !
    economic \"带动旅游收入\" is \"持续增长\" // !
    social \"残疾人文化活动参与率\" is \"推动全省提高\" // !
    quality \"疫苗接种有效率\" is \"较高\" // !
    quantity \"家庭医生签约率\" 24694 人 // !
    quantity \"开放率\" >= 30 次 // !
    // What it is compared with makes it a number in the end.
    quality \"职业病防治知晓率\" is \"较上年提高\"
    quantity \"覆盖社区数\" is \"全部\"
    quantity \"宣传次数\" show \"至少全年完成2次宣传\"
    // Numbers in words are numbers.
    quantity \"培训期数\" is \"两期\"
    quantity \"惠及村民人数\" is \"约三千人\"
    quantity \"购置车辆数\" is \"一辆\"
    quantity \"下乡巡诊次数\" is \"按需开展\" // !
    quantity \"新建高标准农田面积\" is \"完成下达任务\" // !
    quality \"文物完好率\" is \"完好\" // !
    quality \"设备故障率\" is \"低于上年\"
    quality \"应用软件分辨率\" is \"1920×1080\"
    quality \"参训人员比例\" tbd
    quantity \"家庭医生签约数\" 24694 人
    quality \"投诉率\" <= 2 件/万人
    // These only look like rates and numbers.
    quality \"存货周转率\" >= 4 次
    social \"政务服务效率\" is \"明显提高\"
    social \"居民健康指数\" is \"稳步提高\"
    social \"综合实力\" is \"明显提升\"
    clients \"群众满意率\" is \"提高\"
    quality \"垃圾分类参与率\" graded 优 90%, 良 80%",
    );
}

/// P803
#[test]
fn a_value_in_words_can_be_judged() {
    assert_found(
        Code::VagueValue,
        "
    social \"城市知名度\" is \"提高\" // !
    social \"品牌影响力\" is \"效果明显\" // !
    economic \"带动周边消费\" is \"经济效益良好\" // !
    sustainable \"文物保护\" is \"长远\" // !
    sustainable \"品牌赛事\" is \"影响可持续\" // !
    social \"服务保障\" is \"有力保障\" // !
    quality \"创建质量\" is \"按质按量完成\" // !
    social \"服务水平1\" is \"提升\" { describe \"服务水平1\" } // !
    // What is to become better, and not how far.
    social \"带动周边群众就业\" is \"促进就业\" // !
    social \"办学条件\" is \"改善学校的办学条件\" // !
    economic \"就业岗位\" is \"增加岗位\" // !
    economic \"就业情况\" is \"增加就业岗位200个\"
    economic \"就业情况2\" is \"有效促进就业\"
    social \"试点范围\" is \"扩大到全市\"
    social \"机制\" is \"建立促进就业的机制\"
    sustainable \"设施使用\" is \"可持续使用10年以上\"
    // Compared with something, or on a scale.
    social \"服务水平2\" is \"较上年提升\"
    social \"服务水平3\" is \"提升\" { baseline is \"一般\" }
    social \"服务水平4\" is \"提升\" { describe \"好：投诉少于5件；一般：5至10件；差：10件以上\" }
    quality \"空气质量\" is \"优良\"
    quality \"管理制度健全性\" is \"高\"
    quality \"食品安全整体状况\" is \"定性 高中低\"
    // States that are there or not.
    social \"安全隐患1\" is \"基本消除\"
    social \"管理制度\" is \"已建立并执行\"
    social \"资金结余\" is \"无结余\"
    social \"社会秩序\" is \"保持稳定\"
    social \"服务水平5\" is \"受理时间缩短到3天\"
    // With a degree: P823.
    social \"综合实力\" is \"明显提升\"
    // By its name a number: P802.
    social \"政策知晓率\" is \"提高\"",
    );
}

/// P823
#[test]
fn a_degree_has_a_base() {
    assert_found(
        Code::DegreeWithoutBase,
        "
    social \"综合实力\" is \"明显提升\" // !
    sustainable \"运用效益\" is \"持续提升\" // !
    social \"收入差距\" is \"不断缩小\" // !
    social \"知名度1\" is \"较上年明显提升\"
    social \"知名度2\" is \"提升\"
    social \"知名度3\" is \"明显提升\" { baseline is \"一般\" }",
    );
}

/// P805
#[test]
fn a_cost_says_whether_it_is_a_limit() {
    assert_found(
        Code::CostWithoutDirection,
        "
    cost \"项目成本1\" 20 万元 // !
    cost \"每册购置费用\" 40 元/册 // !
    cost \"每站费用\" 1 万元 per 家 // !
    cost \"项目成本2\" <= 20 万元
    cost \"独生子女费标准\" = 10 元/人
    cost \"项目成本3\" 5..6 万元
    cost \"成本节约率\" 5%
    cost \"目标2\" 100%
    cost \"超预算\" 0 元
    cost \"办公经费节约额\" 2 万元
    cost \"建设项目成本控制率\" 100%
    cost \"人工成本\" is \"不高于市场价格\"
    economic \"带动农户增收\" 20 万元",
    );
}

/// P309, by the name where the category does not tell.
#[test]
fn a_sign_goes_the_way_of_the_name() {
    assert_found(
        Code::DirectionAgainstCategory,
        "
    cost \"项目成本\" >= 5 万元 // !
    quality \"安全事故发生率\" >= 1% // !
    quality \"设备故障次数\" >= 2 次 // !
    quality \"信息系统稳定运行率\" <= 99% // !
    social \"学生流失率\" > 1% // !
    quality \"报账出错率\" >= 1% // !
    quality \"火灾发生起数\" >= 3 起 // !
    quality \"火灾隐患整改率\" >= 98%
    quality \"电能损耗率\" <= 5%
    quantity \"矛盾纠纷化解数\" >= 30 件
    quality \"产品不合格率\" >= 2% // !
    quality \"安全事故起数\" <= 1 起
    quality \"产品不合格率1\" <= 2%
    quality \"验收合格率\" >= 98%
    // What is done about something bad: more is better.
    quantity \"查处违法案件数\" >= 20 件
    quantity \"排查安全隐患\" >= 100 处
    quality \"投诉办结率\" >= 95%
    quality \"传染病疫情及突发事件报告率\" >= 95%
    quality \"安全隐患整改率\" >= 90%
    quality \"服务零投诉率\" >= 95%
    quality \"平均无故障时间\" >= 2000 小时
    quantity \"减少事故起数\" >= 10 起
    // Here less may be better, or more: the name does not tell.
    quality \"抗菌药物使用率\" <= 60%
    quality \"在职人员控制率\" <= 100%
    // What is saved is no cost.
    cost \"成本节约率\" >= 5%",
    );
}

/// P807
#[test]
fn timeliness_tells_a_time() {
    assert_found(
        Code::TimeExpected,
        "
    timeliness \"项目完成时间\" 100% // !
    timeliness \"任务完成时限\" is \"及时\" // !
    timeliness \"工程完工率\" 100% // !
    timeliness \"活动开展\" is \"按时完成\" // !
    timeliness \"工作完成情况\" is \"按计划完成\" // !
    timeliness \"项目验收合格率\" 98% // !
    timeliness \"工程进度\" is \"达到预期\" // !
    timeliness \"完工时间\" is \"中秋前\"
    timeliness \"工程主体\" is \"按计划于6月完成\"
    timeliness \"完成时效\" is \"按合同约定\"
    timeliness \"补助发放时间\" is \"每月15日前\"
    timeliness \"资金拨付进度\" 100%
    timeliness \"资金支付及时率\" 100%
    timeliness \"项目按计划完成率\" 100%
    timeliness \"法定审限内结案率\" >= 95%
    timeliness \"项目完成时间1\" by 2026-11
    timeliness \"故障响应时间\" <= 24 小时
    timeliness \"完成时间2\" is \"年底前\"
    timeliness \"返本分红时间\" is \"每年12月底前\"
    timeliness \"服务周期\" 2026-01..2026-12
    timeliness \"开工时间\" tbd
    quality \"工程完工率1\" 100%",
    );
}

/// P808
#[test]
fn a_quantity_is_no_percentage() {
    assert_found(
        Code::PercentageAsQuantity,
        "
    quantity \"设备验收合格率\" >= 98% // !
    quantity \"资金发放及时率\" 100% // !
    quantity \"任务完成率\" 100% // !
    quantity \"完成工作\" 100% // !
    quantity \"资金支付率\" >= 95% // !
    quantity \"项目验收通过率\" 100% // !
    quantity \"培训人员到课率\" >= 95% // !
    // How many are reached is how much of a service there is.
    quantity \"适龄儿童疫苗接种率\" >= 90%
    quantity \"农村学校改造覆盖率\" 100%
    quantity \"高血压患者规范管理率\" >= 76%
    quantity \"参训人数增长率\" >= 5%
    quantity \"低保对象应保尽保率\" 100%
    quantity \"农村集中供水普及率\" >= 90%
    // The name says how much.
    quantity \"各专业年巡查(访)2次完成率\" >= 90%
    quantity \"产能\" 2 倍
    quantity \"宣传活动\" >= 2 次
    quality \"验收合格率\" >= 98%",
    );
}

/// P809
#[test]
fn quality_is_no_count() {
    assert_found(
        Code::CountAsQuality,
        "
    quality \"新增发明专利数量\" >= 2000 件 // !
    quality \"质押融资新增笔数\" >= 20 笔 // !
    quality \"培训人数\" 300 人 // !
    quality \"服务人次\" >= 1.2 万人次 // !
    quality \"举办活动场次\" >= 12 场 // !
    quality \"检查企业家数\" >= 100 家 // !
    quality \"开展培训\" 3 期 // !
    // Fewer of them is better: that is quality.
    quality \"重大安全事故\" 0 起
    quality \"有效投诉\" <= 3 件
    quality \"设备故障次数\" 2 次
    // Ranks, measures and rates.
    quality \"档案管理达到等级\" 2 级
    quality \"设备使用年限\" >= 10 年
    quality \"路面厚度\" >= 18 厘米
    quality \"每千人床位数\" >= 6 张/人
    quality \"考核得分\" >= 90 分
    // How many for each, and what is won by being good.
    quality \"每万人发明专利拥有量\" >= 10 件
    quality \"药品不良反应每百万人口报告数\" >= 150 份
    quality \"获省级以上奖项\" >= 2 项
    quality \"验收合格率\" >= 98%
    quantity \"新增专利\" >= 20 件",
    );
}

/// P810
#[test]
fn satisfaction_is_in_its_place() {
    assert_found(
        Code::SatisfactionMisplaced,
        "
    social \"市民对空气质量改善的满意程度\" >= 85% // !
    quality \"参训学员满意度\" >= 90% // !
    clients \"群众满意度1\" is \"满意\" // !
    clients \"群众满意度2\" is \"定性 高中低\" // !
    sustainable \"居民满意情况\" is \"满意\" // !
    clients \"家长满意度\" is \"比较满意\" // !
    clients \"村民满意度\" is \"高\" // !
    clients \"师生满意度\" is \"90%以上\"
    clients \"学员满意度\" is \"九成以上\"
    social \"提升群众获得感\" is \"明显提升\"
    clients \"群众满意度3\" >= 90%
    clients \"群众满意度4\" is \"较上年提高\"
    clients \"群众满意度5\" tbd
    // Satisfaction is only mentioned.
    quantity \"满意度评估样本数量\" >= 500 个
    cost \"满意度调查费用\" <= 5 万元
    quality \"满意度调查问卷回收率\" >= 90%",
    );
}

/// What is off is silent, and found where it is asked for; what is on can be switched off.
#[test]
fn rules_are_switched() {
    let rows = "project \"甲\" { social \"乙\" is \"明显提升\"; cost \"丙\" 5 万元 }";
    let codes = |levels| -> Vec<&str> {
        let compiled = super::compiled("main.perf", rows, levels);
        let codes = compiled.findings.iter().map(|finding| finding.code.rule().code);
        codes.filter(|code| code.starts_with("P8")).collect()
    };
    let mut levels = Levels::default();
    assert_eq!(codes(levels.clone()), ["P805"]);
    levels.set(Code::DegreeWithoutBase, Severity::Warning);
    levels.ignore(&[Code::CostWithoutDirection]);
    assert_eq!(codes(levels), ["P823"]);
}
