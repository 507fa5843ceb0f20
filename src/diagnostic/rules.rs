//! The table of rules: each code with its name, severity, family and all its texts.
//!
//! `explain`, the docs, SARIF and the editors read this table; a test asserts that each rule has its page in both
//! languages and a file in `examples/mistakes` that provokes it.
//!
//! Texts name values as `{name}`; the place that reports the finding gives them. The first label text belongs to the
//! place of the mistake, the first help line is said unless the finding chooses another.

use super::{Severity, Text};

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// P0: bytes and encodings.
    Source,
    /// P1: spelling of the language.
    Syntax,
    /// P2: statements, names, imports.
    Names,
    /// P3: values, units, dates.
    Values,
    /// P4: sums and completeness.
    Sums,
    /// P5: `check` statements.
    Checks,
}

impl Family {
    /// The word in the machine-readable formats.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Syntax => "syntax",
            Self::Names => "names",
            Self::Values => "values",
            Self::Sums => "sums",
            Self::Checks => "checks",
        }
    }

    /// The name that users read.
    pub const fn name(self) -> Text {
        match self {
            Self::Source => Text { zh: "文件", en: "file" },
            Self::Syntax => Text { zh: "书写", en: "syntax" },
            Self::Names => Text { zh: "语句与名称", en: "statements and names" },
            Self::Values => Text { zh: "指标值、单位与日期", en: "values, units and dates" },
            Self::Sums => Text { zh: "合计与完整性", en: "sums and completeness" },
            Self::Checks => Text { zh: "校验", en: "checks" },
        }
    }
}

/// One rule of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable code, `P101`.
    pub code: &'static str,
    /// The stable name, `unclosed-text`.
    pub name: &'static str,
    /// How bad a breach is, unless the finding says otherwise.
    pub severity: Severity,
    /// What it is about.
    pub family: Family,
    /// What is wrong, in a sentence.
    pub title: Text,
    /// The texts at the places.
    pub labels: &'static [Text],
    /// What to do about it.
    pub help: &'static [Text],
    /// The page that `explain` prints.
    pub page: Text,
}

impl Rule {
    /// The rule with a code (`P101`, case ignored) or a name (`unclosed-text`).
    pub fn find(word: &str) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name == word)
    }
}

macro_rules! rules {
    ($($code:literal $variant:ident $name:literal $severity:ident $family:ident
        title: $tzh:literal / $ten:literal;
        $(label: $lzh:literal / $len:literal;)*
        $(help: $hzh:literal / $hen:literal;)*
    )*) => {
        /// The rules by name; `Code::rule` has the rest.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = concat!("`", $code, "`: ", $ten)] $variant,)* }

        /// All rules in the order of their codes.
        pub static RULES: &[Rule] = &[$(Rule {
            code: $code,
            name: $name,
            severity: Severity::$severity,
            family: Family::$family,
            title: Text { zh: $tzh, en: $ten },
            labels: &[$(Text { zh: $lzh, en: $len }),*],
            help: &[$(Text { zh: $hzh, en: $hen }),*],
            page: Text {
                zh: include_str!(concat!("../../docs/codes/zh/", $code, ".md")),
                en: include_str!(concat!("../../docs/codes/en/", $code, ".md")),
            },
        }),*];
    };
}

impl Code {
    /// The rule behind the code.
    pub fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }
}

rules! {
    // ---- P0: bytes and encodings -----------------------------------------------------------------------------------

    "P001" OtherEncoding "other-encoding" Warning Source
        title: "文件不是 UTF-8 编码，已按 {encoding} 读取" / "the file is not UTF-8; it was read as {encoding}";
        label: "从这里起" / "from here on";
        help: "请用编辑器的“另存为”选择 UTF-8 编码保存，以免别的程序读成乱码" / "save it as UTF-8 in your editor, so that no other program misreads it";
    "P002" DamagedText "damaged-text" Error Source
        title: "文件里有不是文字的字节" / "the file holds bytes that are no text";
        label: "第一处在这里" / "the first ones are here";
        help: "文件可能在传输中损坏，或者根本不是 .perf 文本（例如 Word 文档）；请从原处重新取得，或删除这些字符" / "it may have been damaged on its way, or is no .perf text at all (a Word document, say); fetch it again or delete these characters";
    "P003" ControlCharacter "control-character" Error Source
        title: "文件里有控制字符 {character}" / "the file holds the control character {character}";
        label: "在这里" / "here";
        help: "请删除它：它看不见，却会改变别的程序读到的内容" / "delete it: it cannot be seen, yet changes what other programs read";

    // ---- P1: spelling of the language ------------------------------------------------------------------------------

    "P101" UnclosedText "unclosed-text" Error Syntax
        title: "引号没有闭合" / "this text is never closed";
        label: "以 {quote} 开始，到行末没有遇到 {closing}" / "begins with {quote}, and no {closing} follows on the line";
        help: "在文字末尾补上 {closing}；一段文字写在一行之内" / "put {closing} at its end; a text stands on one line";
        help: "这一行里有 {other}，但与 {quote} 配对的是 {closing}" / "there is a {other} on the line, but {quote} is closed by {closing}";
    "P102" UnclosedBlock "unclosed-block" Error Syntax
        title: "`{` 没有对应的 `}`" / "this `{` is never closed";
        label: "从这里打开，共缺 {count} 个 `}`" / "opened here; {count} `}` missing in all";
        label: "文件到这里结束" / "the file ends here";
        help: "在这一段的末尾另起一行写 `}`" / "write `}` on a line of its own where the block ends";
    "P103" UnopenedBlock "unopened-block" Error Syntax
        title: "多出一个 `}`" / "a `}` too many";
        label: "前面没有与它对应的 `{`" / "no `{` is open here";
        help: "删除它，或在它所结束的语句后补上 `{`" / "delete it, or put a `{` behind the statement that it ends";
    "P104" UnexpectedCharacter "unexpected-character" Error Syntax
        title: "不认识的字符 {character}" / "unexpected character {character}";
        label: "这个字符在这里没有意义" / "this means nothing here";
        help: "删除它；如果它是名称的一部分，请把整个名称放进引号里" / "delete it; if it belongs to a name, put the whole name in quotes";
        help: "文字请用 \"…\"、“…”或「…」括起来" / "texts stand in \"…\", “…” or 「…」";
        help: "注释以 // 开头" / "comments begin with //";
        help: "段落用 { } 括起来，算式用 ( ) 括起来" / "blocks stand in { }, formulas in ( )";
        help: "一行就是一条语句，行末不需要句号；小数点写在数字中间" / "a line is a statement and needs no full stop; a decimal point stands between digits";
        help: "关键词与内容之间用空格分开，不用冒号" / "a blank, not a colon, stands between a keyword and what follows";
    "P105" UnclosedComment "unclosed-comment" Error Syntax
        title: "注释 `/*` 没有结束" / "this `/*` comment is never closed";
        label: "从这里直到文件末尾都成了注释" / "from here to the end of the file all is comment";
        help: "在注释末尾写 `*/`，或改用只管一行的 `//`" / "end it with `*/`, or use `//`, which ends with its line";
    "P106" NestedTooDeep "nested-too-deep" Error Syntax
        title: "`{` 嵌套太深" / "blocks nested too deep";
        label: "从这里起不再分层" / "from here on they are no longer told apart";
        help: "表格只有项目、指标、说明几层；请检查前面是否漏写了 `}`" / "a table has projects, indicators and details; see whether a `}` is missing further up";
    "P107" UnclosedParen "unclosed-parenthesis" Error Syntax
        title: "`(` 没有对应的 `)`" / "this `(` is never closed";
        label: "从这里打开" / "opened here";
        help: "补上 `)`" / "add the `)`";
    "P108" UnopenedParen "unopened-parenthesis" Error Syntax
        title: "多出一个 `)`" / "a `)` too many";
        label: "前面没有与它对应的 `(`" / "no `(` is open here";
        help: "删除它，或补上 `(`" / "delete it, or add the `(`";
    "P109" TextAfterBlock "text-after-block" Error Syntax
        title: "`}` 之后还有内容" / "something follows a `}` on its line";
        label: "这里是另一条语句" / "this is another statement";
        help: "请另起一行，或用 `;` 隔开" / "begin a new line, or put a `;` between them";
    "P110" MalformedNumber "malformed-number" Error Syntax
        title: "数字 {text} 的写法有误" / "{text} is not a well-formed number";
        label: "读不出它是多少" / "what it amounts to cannot be told";
        help: "千分位逗号每三位一个，小数点只有一个，例如 1,020,000.00" / "a comma stands before each three digits, and there is one decimal point: 1,020,000.00";
    "P111" MalformedComparison "malformed-comparison" Error Syntax
        title: "没有 {text} 这个比较符号" / "there is no comparison {text}";
        label: "应写作 {right}" / "written {right}";
        help: "比较符号有 >= <= > < =，也可写 ≥ ≤ 或“不少于”“不超过”" / "the comparisons are >= <= > < =, or ≥ ≤";
    "P112" NumberTooLong "number-too-long" Error Syntax
        title: "数字太长，共 {digits} 位" / "this number has {digits} digits";
        label: "最多 28 位，多出的位数不会被悄悄舍去" / "28 are the most; none is dropped in silence";
        help: "请检查是否多写了数字，或改用更大的单位（万元、亿元）" / "see whether there are digits too many, or use a larger unit (万元, 亿元)";

    // ---- P2: statements, names, imports ----------------------------------------------------------------------------

    "P201" UnknownStatement "unknown-statement" Error Names
        title: "没有“{word}”这种语句" / "there is no statement `{word}`";
        label: "不认识这个词" / "unknown word";
        help: "{place}可以写：{list}" / "{place} may hold: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P202" UnknownCategory "unknown-category" Error Names
        title: "没有“{word}”这类指标" / "unknown category `{word}`";
        label: "标准 {standard} 中没有这一类" / "the standard {standard} has no such category";
        help: "可用的类别：{list}" / "the categories are: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P203" MisplacedStatement "misplaced-statement" Error Names
        title: "“{word}”不能写在这里" / "`{word}` has no place here";
        label: "它不属于{place}" / "it does not belong into {place}";
        help: "它应写在{right}" / "it belongs into {right}";
    "P204" MissingArgument "missing-argument" Error Names
        title: "“{word}”缺少{expected}" / "`{word}` lacks {expected}";
        label: "此处应有{expected}" / "expected {expected}";
        help: "写法：{usage}" / "write: {usage}";
    "P205" UnexpectedArgument "unexpected-argument" Error Names
        title: "“{word}”后面多了 {text}" / "`{word}` does not take {text}";
        label: "这里不应有内容" / "nothing is expected here";
        help: "写法：{usage}" / "write: {usage}";
        help: "一行只写一条语句；如果这是下一条，请另起一行" / "a line holds one statement; if this is the next one, begin a new line";
    "P206" RepeatedStatement "repeated-statement" Error Names
        title: "“{word}”写了两次" / "`{word}` is said twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first said here";
        help: "只保留一条" / "keep one of them";
    "P207" UnquotedName "unquoted-name" Error Names
        title: "名称要放在引号里" / "a name stands in quotes";
        label: "这是名称吗？" / "is this the name?";
        help: "写成 {word} \"{name}\"" / "write {word} \"{name}\"";
    "P208" UnexpectedBlock "unexpected-block" Error Names
        title: "“{word}”后面不能有 `{`" / "`{word}` takes no block";
        label: "这一段没有作用" / "this block has no effect";
        help: "删除 `{ }`，把里面的内容写到合适的位置" / "delete the `{ }` and put what it holds where it belongs";
    "P210" UnknownStandard "unknown-standard" Error Names
        title: "没有名为“{word}”的标准" / "unknown standard `{word}`";
        label: "不认识这个标准" / "unknown standard";
        help: "可用的标准：{list}" / "the standards are: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P211" ImportNotFound "import-not-found" Error Names
        title: "读不到要导入的文件 {path}" / "the imported file {path} cannot be read";
        label: "{reason}" / "{reason}";
        help: "路径从本文件所在的文件夹算起，用 / 分隔" / "the path begins at the folder of this file and uses /";
    "P212" ImportCycle "import-cycle" Error Names
        title: "文件互相导入，绕成了一圈" / "these files import each other in a circle";
        label: "{path} 最终又导入了本文件" / "{path} imports this file in the end";
        label: "经由这里" / "by way of this";
        help: "把两边都用到的内容放进第三个文件，由它们分别导入" / "put what both need into a third file and import that";
    "P213" ImportOutside "import-outside-root" Error Names
        title: "导入的文件不在项目文件夹之内" / "the imported file lies outside of the project's folder";
        label: "这个路径离开了 {root}" / "this path leaves {root}";
        help: "把文件放进项目文件夹，再用相对路径导入" / "put the file into the project's folder and import it by a relative path";
    "P214" UnknownTemplate "unknown-template" Error Names
        title: "没有名为“{word}”的模板" / "unknown template `{word}`";
        label: "不认识这个模板" / "unknown template";
        help: "先用 template 定义它，或导入定义它的文件" / "define it with `template`, or import the file that does";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P215" DuplicateDefinition "duplicate-definition" Error Names
        title: "“{word}”定义了两次" / "`{word}` is defined twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first defined here";
        help: "删除其中一个，或换一个名字" / "delete one of them, or give it another name";
    "P216" TemplateCycle "template-cycle" Error Names
        title: "模板“{word}”用到了它自己" / "the template `{word}` uses itself";
        label: "在这里又用到它" / "used again here";
        help: "删除这一行" / "delete this line";
    "P221" DuplicateProject "duplicate-project" Error Names
        title: "项目“{name}”出现了两次" / "the project “{name}” occurs twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "如果是两个项目，请用不同的名称；如果是一个，请合并" / "give different projects different names; if it is one project, put its parts together";
    "P222" DuplicateIndicator "duplicate-indicator" Error Names
        title: "指标“{name}”出现了两次" / "the indicator “{name}” occurs twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "删除重复的一条，或让名称能区分两者" / "delete one of them, or let their names tell them apart";
    "P223" DuplicateLabel "duplicate-label" Error Names
        title: "标记“{name}”用了两次" / "the label `{name}` is used twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "换一个标记，否则校验不知道指的是哪一条" / "choose another one; a `check` could not tell which is meant";
    "P224" UnknownLabel "unknown-label" Error Names
        title: "没有标记为“{word}”的指标" / "unknown label `{word}`";
        label: "本项目没有这个标记" / "no indicator of this project has this label";
        help: "在指标末尾写 as {word}，就能在校验里用它" / "write `as {word}` behind an indicator to name it in a check";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "减号和除号两边要留空格" / "a minus or division sign stands between blanks";
    "P225" UnknownProject "unknown-project" Error Names
        title: "没有名为“{name}”的项目" / "there is no project “{name}”";
        label: "不认识这个项目" / "unknown project";
        help: "名称要与 project 语句中的一字不差；如在另一个文件里，请先 import" / "the name must be that of a `project` statement, to the letter; import the file that has it";
        help: "是不是“{suggestion}”？" / "did you mean “{suggestion}”?";
    "P226" UnknownIndicator "unknown-indicator" Error Names
        title: "项目里没有指标“{name}”" / "the project has no indicator “{name}”";
        label: "不认识这个指标" / "unknown indicator";
        help: "名称要与目标中的一字不差，也可以写标记" / "the name must be that of the target, to the letter; its label will do as well";
        help: "是不是“{suggestion}”？" / "did you mean “{suggestion}”?";

    // ---- P3: values, units, dates ----------------------------------------------------------------------------------

    "P301" UnknownUnit "unknown-unit" Error Values
        title: "没有“{unit}”这个单位" / "unknown unit `{unit}`";
        label: "不认识这个单位" / "unknown unit";
        help: "如果确实要用它，请先写：unit {unit}" / "if you do need it, declare it first: unit {unit}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P302" UnitForCategory "unit-for-category" Error Values
        title: "“{unit}”不适合{category}" / "`{unit}` does not fit the category {category}";
        label: "这是{dimension}" / "this is {dimension}";
        label: "{category}的值应是{allowed}" / "{category} is measured in {allowed}";
        help: "改用合适的单位，或把指标放到合适的类别下" / "use a unit that fits, or move the indicator to the category where it belongs";
    "P303" DimensionMismatch "dimension-mismatch" Error Values
        title: "{left}与{right}不能{operation}" / "{left} and {right} cannot be {operation}";
        label: "这是{left}（{leftunit}）" / "this is {left} ({leftunit})";
        label: "这是{right}（{rightunit}）" / "this is {right} ({rightunit})";
        help: "两边的单位要量同一种东西；单价要写成“万元/家”或“1 万元 per 家”，乘以数量才是金额" / "both sides must measure the same thing; a price is written 万元/家 or `1 万元 per 家`, and only times a count is it money";
    "P304" ImpossibleDate "impossible-date" Error Values
        title: "没有 {text} 这个日期" / "there is no date {text}";
        label: "{reason}" / "{reason}";
        help: "日期写作 2026-11、2026-11-20 或 2026年11月底前" / "dates are written 2026-11, 2026-11-20 or 2026年11月底前";
    "P305" DeadlineOutsideYear "deadline-outside-year" Warning Values
        title: "完成时间不在预算年度 {year} 年之内" / "the deadline lies outside of the budget year {year}";
        label: "这是 {date} 年" / "this is {date}";
        label: "年度在这里设定" / "the year is set here";
        help: "改正年份；如果项目跨年度，请在项目里写 period 起..止" / "correct the year; if the project runs over several years, say so with `period FROM..TO`";
    "P306" ReversedRange "reversed-range" Error Values
        title: "范围写反了：{low} 大于 {high}" / "the range is reversed: {low} is above {high}";
        label: "起点" / "its begin";
        label: "终点" / "its end";
        help: "把小的写在前面" / "write the smaller one first";
    "P307" PercentageRange "percentage-out-of-range" Warning Values
        title: "百分比 {value} 超出 0 到 100%" / "the percentage {value} is not within 0 and 100%";
        label: "{category}一般不会这样" / "{category} can hardly be this";
        help: "检查是否多写或少写了一位；增长率之类请在名称里写明“增长”" / "see whether a digit is wrong; let the name of a growth rate say 增长";
    "P308" UnreachableBound "unreachable-bound" Warning Values
        title: "{bound} 没有超过的余地" / "{bound} can never be exceeded";
        label: "比例最多是 100%" / "a ratio is 100% at the most";
        help: "写成 = 100%（或不写符号），或定一个达得到的下限，如 >= 95%" / "write = 100% (or no sign), or set a bound that leaves room, such as >= 95%";
        help: "大于 100% 永远达不到；写成 = 100%，或定一个达得到的下限，如 >= 95%" / "above 100% cannot be reached; write = 100%, or a bound that can be met, such as >= 95%";
    "P309" DirectionAgainstCategory "direction-against-category" Warning Values
        title: "{category}的方向应是{right}" / "the direction of {category} should be {right}";
        label: "这里要求的是{wrong}" / "this asks for {wrong}";
        help: "{category}一般写 {sign}；如果确实相反，请换一个类别" / "{category} is usually written with {sign}; if the opposite is meant, choose another category";
    "P310" MissingTarget "missing-target" Error Values
        title: "指标“{name}”没有指标值" / "the indicator “{name}” has no target";
        label: "这里应有指标值" / "expected a target here";
        help: "例如 >= 12 家、100%、by 2026-11、is \"明显提升\"；还没定的写 tbd" / "for example >= 12 家, 100%, by 2026-11, is \"明显提升\"; write tbd while it is open";
    "P311" UnreadableTarget "unreadable-target" Error Values
        title: "读不懂这个指标值" / "this target cannot be read";
        label: "到这里为止读不下去" / "it makes no sense from here on";
        help: "例如 >= 12 家、3..5 次、by 2026-11、is \"明显提升\"；不规则的写法用 show \"…\" 原样保留" / "for example >= 12 家, 3..5 次, by 2026-11, is \"明显提升\"; `show \"…\"` keeps an irregular text as it is";
        help: "文字要放进引号里：is \"{text}\"" / "a text stands in quotes: is \"{text}\"";
    "P312" ThresholdOrder "threshold-order" Error Values
        title: "各档的界限没有依次排列" / "the thresholds are out of order";
        label: "这一档与前一档的次序不对" / "this one is on the wrong side of the one before";
        label: "前一档" / "the one before";
        help: "从好到差排列，界限逐档变化" / "go from best to worst, each threshold beyond the last";
    "P313" TargetOpen "target-open" Warning Values
        title: "指标“{name}”的值待定" / "the target of “{name}” is still open";
        label: "起草时可以待定，上报前必须填写" / "fine while drafting, not for handing in";
        help: "定下来之后用指标值替换 tbd" / "replace `tbd` by the target when it is settled";
    "P314" UnknownGrade "unknown-grade" Error Values
        title: "没有“{word}”这个等级" / "unknown grade `{word}`";
        label: "不认识这个等级" / "unknown grade";
        help: "标准 {standard} 的等级有：{list}" / "the grades of {standard} are: {list}";

    // ---- P4: sums and completeness ---------------------------------------------------------------------------------

    "P401" BudgetSum "budget-sum" Error Sums
        title: "各项资金合计 {sum}，与预算数 {total} 相差 {difference}" / "the sources add up to {sum}, which is {difference} off the budget of {total}";
        label: "预算数 {total}" / "the budget: {total}";
        label: "{amount}" / "{amount}";
        help: "改正其中一个数，或补上漏写的资金来源" / "correct one of the numbers, or add the source that is missing";
    "P402" WeightSum "weight-sum" Error Sums
        title: "{level}的分值合计 {sum}，应为 {expected}" / "the weights of {level} add up to {sum} instead of {expected}";
        label: "这一级共 {sum} 分" / "{sum} points here";
        label: "{weight} 分" / "{weight} points";
        help: "调整各指标的分值，使本级合计 {expected} 分" / "change the weights so that they add up to {expected}";
        help: "如果本项目另有规定，请在项目里写 weights 说明各级分值" / "if this project has weights of its own, state them with `weights`";
    "P403" MissingCategory "missing-category" Error Sums
        title: "缺少{category}" / "there is no {category}";
        label: "本项目没有{category}" / "this project has no {category}";
        help: "至少写一条，例如：{example}" / "write at least one, for example: {example}";
    "P404" MissingStatement "missing-statement" Warning Sums
        title: "项目没有写{what}" / "the project does not state its {what}";
        label: "本项目缺少{what}" / "this project lacks its {what}";
        help: "补上一行：{usage}" / "add a line: {usage}";
    "P405" CostOverBudget "cost-over-budget" Warning Sums
        title: "成本 {cost} 超过了预算数 {total}" / "the cost of {cost} is over the budget of {total}";
        label: "单这一项就要 {cost}" / "this alone takes {cost}";
        label: "预算数 {total}" / "the budget: {total}";
        help: "检查单位（元、万元）是否写错" / "see whether the unit (元, 万元) is right";

    // ---- P5: `check` statements ------------------------------------------------------------------------------------

    "P501" CheckFailed "check-failed" Error Checks
        title: "校验不通过：{name}" / "the check fails: {name}";
        label: "{left} {op} {right} 不成立，相差 {difference}" / "{left} {op} {right} does not hold; it is off by {difference}";
        label: "{label} = {value}" / "{label} = {value}";
        help: "改正指标值或预算，或修改这条校验" / "correct the targets or the budget, or the check itself";
    "P502" CheckNotComputable "check-not-computable" Warning Checks
        title: "校验无法计算：{name}" / "the check cannot be computed: {name}";
        label: "{reason}" / "{reason}";
        label: "它在这里设定" / "it is set here";
        help: "校验里只能用有数值的指标" / "a check can only use indicators that have a number";
    "P503" FormulaSyntax "formula-syntax" Error Checks
        title: "算式写得不完整" / "the formula is not complete";
        label: "此处应有{expected}" / "expected {expected}";
        help: "例如：check \"名称\" 站数 * 每站费用 <= budget" / "for example: check \"name\" stations * cost_each <= budget";
    "P504" ImpossibleArithmetic "impossible-arithmetic" Error Checks
        title: "算不出结果：{reason}" / "this cannot be computed: {reason}";
        label: "在这里" / "here";
        help: "检查除数是否为零、数字是否过大" / "see whether something is divided by zero, or a number is too large";
    "P505" UnknownFunction "unknown-function" Error Checks
        title: "没有函数“{word}”" / "unknown function `{word}`";
        label: "不认识这个函数" / "unknown function";
        help: "可用的函数：{list}" / "the functions are: {list}";
}
