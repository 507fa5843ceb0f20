//! Rules that look at what names say.

use perfc::diagnostic::Code;

use super::assert_found;

#[test]
fn no_text_of_a_template_is_left() {
    assert_found(
        Code::TemplateText,
        "
    quantity \"资产入股贫困人口总数(≥**人)\" >= 1102 人 // !
    economic \"*资产股权年收益率( ≥**% )\" >= 8% // !
    quality \"指标1：工程完工率\" 100% // !
    quality \"指标2.验收合格率\" 100% // !
    quantity \"目标1\" 100 户 // !
    quantity \"数量指标1：走访\" 100 户 // !
    quantity \"三级指标2\" 100 户 // !
    quantity \"……\" 3 个 // !
    quantity \"指标…\" 3 个 // !
    quantity \"建设____个站点\" 3 个 // !
    quantity \"4×100米接力赛\" 1 场
    quantity \"目标人群随访\" 300 人
    quantity \"M×N矩阵屏\" 3 块
    quantity \"目标2\" 100 户 { describe \"走访慰问困难家庭\" }
    quantity \"为××村修路\" 3 公里 // !
    social \"××知名度\" is \"提升\" // !
    social \"知名度\" is \"提升XX%\" // !
    social \"知晓度\" is \"提升\" { note \"问卷___份\" } // !
    quantity \"★补助粮食作物面积\" 10 亩
    quantity \"*入股合作社个数\" 10 个
    quantity \"XXL号工装\" 10 套
    quantity \"30×40米大棚\" 2 座
    quantity \"指标体系个数\" 3 个
    quantity \"目标1000户走访\" 1000 户
    quality \"ISO9001认证通过率\" 100%",
    );
}

#[test]
fn descriptions_say_more_than_names() {
    assert_found(
        Code::RepeatedDescription,
        "
    quantity \"培训人数\" 120 人 { describe \"签到满一天的人数\" }
    quantity \"发放教材\" 120 册 { describe \"发放教材\" } // !
    quality \"考核、考试通过率\" 90% { describe \"考核考试的通过率\" } // !
    quality \"到课率\" 90% { describe \"每天点名的到课率\" }
    quantity \"一期班次\" 2 期 { describe \"二期班次\" }
    quantity \"培训场次\" 2 场",
    );
}

/// Forms that print the name as the description do so on all rows.
#[test]
fn a_form_that_repeats_all_names_is_left_alone() {
    let rows = "quantity \"a\" 1 个 { describe \"a\" }\nquantity \"b\" 1 个 { describe \"b\" }\nquantity \"c\" 1 个";
    assert_eq!(super::found(Code::RepeatedDescription, &format!("project \"p\" {{\n{rows}\n}}")), 0);
}

#[test]
fn units_fit_what_names_say() {
    assert_found(
        Code::UnitAgainstName,
        "
    quantity \"设备利用率\" 300 天 // !
    quantity \"家庭医生签约率\" 24694 人
    quantity \"湿地保有量（公顷）\" >= 300 个 // !
    quantity \"免费开放接待观众人数\" 30000 人次 // !
    quantity \"开展培训次数\" >= 120 人 // !
    quantity \"绿化面积\" >= 3 公里 // !
    quantity \"惠及户数\" 300 人 // !
    quantity \"参训人数\" >= 30 亩 // !
    quantity \"贫困户数\" 300 户
    quantity \"系统用户数2\" 300 人
    quantity \"服务用户数\" 300 人
    quantity \"造林亩数\" 20 公顷
    economic \"带动消费金额\" >= 300 户 // !
    quantity \"案件数量（件）\" 20..30 人 // !
    cost \"检查差旅费\" show \"470人/天\" // !
    cost \"苗木费\" show \"≤28.40/株\" // !
    cost \"服务成本\" show \"250万\" // !
    cost \"补助标准\" show \"每亩300\" // !
    quantity \"湿地保有量（公顷）\" >= 300 亩
    quantity \"任务完成时限（月）\" <= 90 天
    quantity \"道路一期工程（一期）\" 3 公里
    quantity \"培训人数\" 3.5 万人
    quantity \"培训人次\" 3.5 万人次
    quantity \"评审专家数\" 12 人
    quantity \"采购软件数\" 5 套
    quantity \"系统用户数\" 500 人
    quantity \"巡检机器人数\" 5 台
    quantity \"走访人数（人）\" 30 名
    quantity \"投诉次数\" <= 3 件
    quantity \"参训人数\" >= 95%
    quantity \"办事效率\" 3 件/天
    quantity \"服务覆盖面\" 12 个
    quality \"设备功率\" 50 千瓦
    quality \"孕产妇死亡率\" 0.09‰
    economic \"利息收入\" >= 3%
    economic \"带动消费金额\" >= 300 万元
    cost \"人工成本\" show \"按定额执行\"
    cost \"补助标准二\" show \"每亩300元\"
    cost \"补助标准三\" show \"每亩按评估价\"
    cost \"控制比例\" show \"30%以内/年\"
    cost \"讲课费\" <= 500 元/人·学时
    cost \"人员费\" show \"约5万/年左右并按实结算\"",
    );
}

/// What a file declares to be a unit may be of anything.
#[test]
fn declared_units_are_left_alone() {
    let text =
        "unit 车道公里 桥孔\nproject \"p\" {\nquantity \"养护里程\" >= 500 车道公里\nquantity \"检查次数\" 88 桥孔\n}";
    assert_eq!(super::found(Code::UnitAgainstName, text), 0);
}

#[test]
fn numbers_are_those_of_the_names() {
    assert_found(
        Code::NumberAgainstName,
        "
    quality \"验收合格率100%\" >= 98% // !
    quality \"完成率达到95%以上\" >= 90% // !
    quantity \"建设3个示范站点\" 4 个 // !
    quantity \"建设三个示范站点\" 4 个 // !
    quantity \"计划培训一百二十人\" 200 人 // !
    quantity \"配套变压器十二台\" 2 台 // !
    quantity \"新建两千五百平方米冷库\" 3 个
    quantity \"建设四个示范点位\" 4 个
    quantity \"建设两类三个站点\" 4 个
    quantity \"“两个覆盖”党组织\" 10 个
    quantity \"五个一工程作品\" 12 个
    quantity \"万人助万企参加人员\" 300 人
    quantity \"每三个社区设立站点\" 12 个
    quantity \"第三批补助户\" 40 户
    quantity \"建设一百二个站点\" 4 个
    quantity \"走进长三角\" 2 角
    quantity \"建设三至五个站点\" 4 个
    quantity \"配套变压器3台\" 2 台 // !
    quantity \"培训200人\" 300 人 // !
    quality \"设备完好率达98%\" >= 95% // !
    timeliness \"9月底前完成采购\" by 2026-11 // !
    quantity \"5G基站数\" 200 个
    quantity \"7天访视数\" 214 人
    quantity \"1250KVA变压器3台\" 3 台
    timeliness \"11月30日前完成\" 2026年12月底前 // !
    timeliness \"2026年6月底前完成主体工程\" 2026年9月底前 // !
    timeliness \"3日内办结时限3天\" <= 5 天 // !
    timeliness \"办结时限3天\" <= 5 天 // !
    quality \"合格率100%\" 100%
    quantity \"配套变压器3台\" 3 台
    quantity \"1290.3平方米冷库建设\" >= 1290.3 平方米
    quantity \"2000平方米以上商场检查\" >= 300 平方米
    quantity \"500人以上活动参加人数\" >= 3000 人
    quantity \"0-6岁儿童管理数\" 2089 人
    quantity \"每3个社区设站点\" 12 个
    quantity \"平均实施1项重点项目\" 4 项
    quantity \"第3批补助户数\" 40 户
    quantity \"巡查(访)2次完成率\" 90%
    quality \"增长5%以上的农户占比\" >= 80%
    quantity \"3个街道新增5个站点\" 8 个
    quantity \"5个一批工程新增5个站点\" 8 个
    timeliness \"6月底前完成\" 2026年6月30日前
    timeliness \"1-6月任务完成时间\" 2026年7月15日前
    timeliness \"2025年结转任务完成时间\" 2026年3月底前
    timeliness \"11月30日前完成率\" 100%",
    );
}

#[test]
fn texts_are_of_their_own_rows() {
    assert_found(
        Code::PastedText,
        "
    quantity \"甲\" 1 个 { note \"根据年度工作计划设定\"; basis \"计划标准\" } // !
    quantity \"乙\" 2 个 { note \"根据年度工作计划设定\"; basis \"计划标准\" }
    quantity \"丙\" 3 个 { note \"根据年度工作计划设定\"; basis \"计划标准\" }
    quantity \"丁\" 4 个 { note \"根据年度工作计划设定\"; basis \"计划标准\" }
    quantity \"戊\" 5 个 { note \"按上年实际设定，略有提高\"; basis \"计划标准\" }
    quantity \"己\" 6 个 { source \"统计部门的业务统计数据\"; describe \"正向\" }
    quantity \"庚\" 7 个 { source \"统计部门的业务统计数据\"; describe \"正向\" }
    quantity \"辛\" 8 个 { source \"统计部门的业务统计数据\"; describe \"正向\" }
    quantity \"壬\" 9 个 { source \"统计部门的业务统计数据\"; describe \"正向\" }",
    );
}

#[test]
fn three_or_a_half_are_no_habit() {
    let row = |at: usize, note: &str| format!("quantity \"甲{at}\" 1 个 {{ note \"{note}\" }}\n");
    let same = |count: usize| (0..count).map(|at| row(at, "根据年度工作计划设定")).collect::<String>();
    let own: String = (10..14).map(|at| row(at, &format!("按第{at}号合同设定"))).collect();
    let found = |rows: String| super::found(Code::PastedText, &format!("project \"p\" {{\n{rows}}}"));
    assert_eq!((found(same(3)), found(same(4)), found(same(4) + &own)), (0, 1, 0));
}

#[test]
fn names_differ_in_more_than_signs() {
    assert_found(
        Code::NearDuplicate,
        "
    quantity \"宣传、培训场次\" 12 场
    quantity \"宣传和培训的场次\" 12 场 // !
    quantity \"满意度评估样本数量\" 500 个
    quantity \"满意度评估样本数\" 500 个 // !
    quality \"任务完成率\" 100%
    timeliness \"任务完成率\" 100% // !
    quantity \"《条例》宣讲\" 3 场
    quantity \"条例宣讲\" 3 场 // !
    social \"提升能力\" is \"明显提升\"
    sustainable \"提升能力\" is \"明显提升\" // !
    quantity \"A类企业\" 1 家
    quantity \"B类企业\" 1 家
    quantity \"维修道路（含人行道）\" 1 条
    quantity \"维修道路\" 1 条
    quality \"案件办结率\" 100%
    timeliness \"案件办结率\" 95%
    quantity \"示范区一期\" 1 个
    quantity \"示范区二期\" 1 个
    quantity \"男性参训人数\" 100 人
    quantity \"女性参训人数\" 100 人
    quantity \"2025年结转站点\" 3 个
    quantity \"2026年新增站点\" 3 个
    quantity \"0-6岁儿童体检\" 300 人
    quantity \"0-3岁儿童体检\" 300 人
    quantity \"城东站点\" 1 个
    quantity \"城西站点\" 1 个
    clients \"学生满意度\" 90%
    clients \"大学生满意度\" 90%
    quantity \"粮食产量\" 90 吨
    economic \"粮食产值\" 90 万元",
    );
}

#[test]
fn rows_stand_where_they_belong() {
    assert_found(
        Code::MisfiledIndicator,
        "
    quantity \"工作完成时间\" by 2026-11 // !
    quality \"验收时间\" 2026-06..2026-08 // !
    quantity \"资金拨付时间\" <= 30 天 // !
    quantity \"工程造价\" <= 300 万元 // !
    quantity \"服务期限\" 3 年
    quantity \"购置费\" >= 30 万元
    数量 \"印刷费\" <= 3 万元 // !
    quantity \"发放补助金额\" >= 100 万元
    quantity \"发放生活费\" >= 100 万元
    quantity \"志愿服务时间\" >= 300 小时
    quality \"设备故障修复时间\" <= 2 小时
    timeliness \"工作完成时间\" by 2026-11
    social \"机制运行期\" by 2026-11
    cost \"印刷费\" <= 3 万元",
    );
}

/// Categories that a file defines are looked at once, where the first row of them stands.
#[test]
fn categories_stand_where_they_usually_do() {
    let found = |level: &str, category: &str| {
        let text = format!(
            "standard mine extends mof-2020 {{ level {level} {{ category x \"{category}\" }} }}\nproject \"p\" {{\nx \"a\" is \"b\"\nx \"c\" is \"d\"\n}}"
        );
        super::found(Code::MisfiledIndicator, &text)
    };
    assert_eq!(found("output", "经济效益指标"), 1);
    assert_eq!(found("output", "经济成本指标"), 1);
    assert_eq!(found("output", "实效指标"), 1);
    assert_eq!(found("benefit", "经济效益指标"), 0);
    assert_eq!(found("benefit", "社会公众或服务对象满意度指标"), 0);
    assert_eq!(found("output", "进度指标"), 0);
    assert_eq!(found("own \"项目产出\"", "数量指标"), 0);
}
