//! Rules about a row.

use perfc::diagnostic::Code;

use super::assert_found;

#[test]
fn a_cost_says_whether_it_is_a_limit() {
    assert_found(
        Code::CostWithoutDirection,
        "
    cost \"项目成本\" 20 万元 // !
    cost \"每册购置费用\" 40 元/册 // !
    cost \"每站费用\" 1 万元 per 家 // !
    cost \"项目成本\" <= 20 万元
    cost \"独生子女费标准\" = 10 元/人
    cost \"项目成本\" 5..6 万元
    cost \"成本节约率\" 5%
    cost \"办公经费节约额\" 2 万元
    cost \"建设项目成本控制率\" 100%
    cost \"人工成本\" is \"不高于市场价格\"
    economic \"带动农户增收\" 20 万元",
    );
}
