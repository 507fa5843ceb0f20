//! The table of rules: each code with its name, severity, family and all its texts.
//!
//! `explain`, the docs, SARIF and the editors read this table; a test asserts that each rule has its page in both
//! languages and a file in `examples/mistakes` that provokes it.
//!
//! Texts name values as `{name}`; the place that reports the finding gives them. The first label text belongs to the
//! place of the mistake, the first help line is said unless the finding chooses another.

use super::{Family, Rule, Severity, Text, is_off};

rules! {
    // ---- P0: bytes and encodings -----------------------------------------------------------------------------------

    "P001" OtherEncoding "other-encoding" Warning Source
        title: "文件不是 UTF-8 编码，已按 {encoding} 读取" / "the file is not UTF-8; it was read as {encoding}";
        label: "从这里起全文按 {encoding} 读取" / "from here on, all was read as {encoding}";
        help: "请用编辑器的“另存为”选择 UTF-8 编码保存，以免别的程序读成乱码" / "save it as UTF-8 in your editor, so that no other program misreads it";
    "P002" DamagedText "damaged-text" Error Source
        title: "文件里有损坏的字节，读不成文字" / "the file holds damaged bytes that are no text";
        label: "第一处在这里" / "the first of them are here";
        label: "这不是文字，是 Word、Excel、PDF 一类的文件" / "no text, but a file such as Word, Excel and PDF programs write";
        help: "文件可能在传输中损坏，或者根本不是 .perf 文本（例如 Word 文档）；请从原处重新取得，或重新输入这里的文字" / "it may have been damaged on its way, or is no .perf text at all (a Word document, say); fetch it again, or type the text here anew";
        help: ".perf 文件是纯文本；已有的表格请用 perfc import 读取，它会写出 .perf 文件" / "a .perf file is plain text; `perfc import` reads such documents and writes one";
    "P003" ControlCharacter "control-character" Error Source
        title: "文件里有看不见的控制字符 {character}" / "the file holds the invisible control character {character}";
        label: "控制字符在这里" / "the character is here";
        help: "请删除它：它看不见，却会改变别的程序读到的内容" / "delete it: it cannot be seen, yet changes what other programs read";

    // ---- P1: spelling of the language ------------------------------------------------------------------------------

    "P101" UnclosedText "unclosed-text" Error Syntax
        title: "引号不成对" / "this text lacks a quote";
        label: "以 {quote} 开始，这一行里没有与它配对的 {closing}" / "begins with {quote}, and no {closing} follows on the line";
        label: "{closing} 很可能应写在这里" / "the {closing} most likely belongs here";
        label: "前面没有与 {quote} 配对的 {opening}" / "no {opening} stands before this {quote}";
        label: "{opening} 很可能应写在这里" / "the {opening} most likely belongs here";
        label: "文字从这里开始，到行末还没有结束" / "this text goes on over the end of its line";
        label: "到这里才结束" / "and ends here";
        help: "在文字末尾补上 {closing}；一段文字要写在一行之内" / "put {closing} at its end; a text stands on one line";
        help: "在文字开头补上 {opening}" / "put {opening} at its beginning";
        help: "一段文字要写在一行之内；分成几行的，每行各用一对引号，写成：目标 { “第一条”；“第二条” }" / "a text stands on one line; give each line quotes of its own: goal { \"first\"; \"second\" }";
        help: "指标值不加引号，请删去多出的引号" / "a value has no quotes: delete this one";
    "P102" UnclosedBlock "unclosed-block" Error Syntax
        title: "“{”没有对应的“}”" / "this `{` is never closed";
        label: "从这里打开" / "opened here";
        label: "文件到这里结束，还缺 {count} 个“}”" / "the file ends here; closing braces missing: {count}";
        label: "从缩进看，“}”应写在这一行之前" / "going by the indentation, the `}` belongs before this line";
        help: "在这一段的末尾另起一行写“}”" / "write `}` on a line of its own where the block ends";
    "P103" UnopenedBlock "unopened-block" Error Syntax
        title: "多出一个“}”" / "a `}` too many";
        label: "前面没有与它对应的“{”" / "no `{` is open here";
        label: "从缩进看，多出的是这一个" / "going by the indentation, this is the one";
        help: "删除它，或在它所结束的语句后面补上“{”" / "delete it, or put a `{` behind the statement that it ends";
    "P104" UnexpectedCharacter "unexpected-character" Error Syntax
        title: "不认识的字符“{character}”" / "unexpected character `{character}`";
        label: "这个字符在这里没有意义" / "this means nothing here";
        help: "删除它；如果它是名称的一部分，请把整个名称放进引号里" / "delete it; if it belongs to a name, put the whole name in quotes";
        help: "名称和文字用 \"…\"、“…”或「…」括起来，前后各一个" / "names and texts stand in \"…\", “…” or 「…」, with a quote at either end";
        help: "注释以 // 开头" / "comments begin with //";
        help: "一段内容用 { } 括起来，算式用 ( ) 括起来，名称放进引号里" / "blocks stand in { }, formulas in ( ), names in quotes";
        help: "行末不用句号，行首不用编号；小数点写在两个数字之间" / "no full stop ends a line, no number begins it; a decimal point stands between digits";
        help: "关键词与内容之间用空格分开，不用冒号；只给人看的话写成注释，以 // 开头" / "a blank, not a colon, stands between a keyword and what follows; comments begin with //";
        help: "金额写作 10000 元 或 1 万元，不用货币符号" / "amounts are written 10000 元 or 1 万元, without a currency sign";
        help: "标点只能写在引号里；还没定的指标值写 待定" / "punctuation stands in quotes only; write tbd for a target that is still open";
    "P105" UnclosedComment "unclosed-comment" Error Syntax
        title: "注释“/*”没有结束" / "this `/*` comment is never closed";
        label: "从这里直到文件末尾都成了注释" / "from here to the end of the file all is comment";
        help: "在注释末尾写 */，或改用只管一行的 //" / "end it with `*/`, or use `//`, which ends with its line";
    "P106" NestedTooDeep "nested-too-deep" Error Syntax
        title: "“{”嵌套太深" / "blocks nested too deep";
        label: "从这里起不再分层" / "from here on they are no longer told apart";
        help: "表格只有项目、指标、说明几层；请检查前面是否漏写了“}”，模板是否套用得太多" / "a table has projects, indicators and details; see whether a `}` is missing further up, or templates use each other without end";
    "P107" UnclosedParen "unclosed-parenthesis" Error Syntax
        title: "“(”没有对应的“)”" / "this `(` is never closed";
        label: "从这里打开" / "opened here";
        label: "语句到这里结束，仍没有闭合" / "the statement ends here, and it is still open";
        help: "在算式的这一部分末尾补上 )" / "add the `)` where this part of the formula ends";
    "P108" UnopenedParen "unopened-parenthesis" Error Syntax
        title: "多出一个“)”" / "a `)` too many";
        label: "前面没有与它对应的“(”" / "no `(` is open here";
        help: "删除它，或在前面补上 (" / "delete it, or add the `(` before it";
    "P109" TextAfterBlock "text-after-block" Error Syntax
        title: "“}”后面同一行还有内容" / "something follows a `}` on its line";
        label: "这里是另一条语句" / "this is another statement";
        label: "“{word}”写得太靠后" / "`{word}` comes too late";
        help: "请另起一行，或用 ; 隔开" / "begin a new line, or put a `;` between them";
        help: "把“{word}”和它后面的内容移到“{”前面" / "move `{word}` and what belongs to it before the `{`";
    "P110" MalformedNumber "malformed-number" Error Syntax
        title: "数字“{text}”的写法有误" / "`{text}` is not a well-formed number";
        label: "读不出它是多少" / "what it amounts to cannot be told";
        help: "千分位逗号每三位一个，小数点只有一个，例如 1,020,000.00；也可以不写逗号" / "a comma stands before each three digits, and there is one decimal point: 1,020,000.00; commas can be left out";
        help: "不用科学计数法，一位一位写出来，或改用更大的单位（万元、亿元）" / "write out all digits instead of a power of ten, or use a larger unit (万元, 亿元)";
        help: "不用科学计数法，写成：{right}" / "write it without a power of ten: {right}";
    "P111" MalformedComparison "malformed-comparison" Error Syntax
        title: "没有“{text}”这个比较符号" / "there is no comparison `{text}`";
        label: "应写作 {right}" / "written `{right}`";
        help: "比较符号有 >= <= > < =，中间不留空格；也可写 ≥ ≤ 或“不少于”“不超过”" / "the comparisons are >= <= > < =, without a blank inside, or ≥ ≤";
    "P112" NumberTooLong "number-too-long" Error Syntax
        title: "数字太长，共 {digits} 位" / "this number has {digits} digits";
        label: "最多 28 位；多出的位数不会被悄悄舍去" / "28 are the most; none is dropped in silence";
        help: "请检查是否多写了数字，或改用更大的单位（万元、亿元）" / "see whether there are digits too many, or use a larger unit (万元, 亿元)";
    "P113" WrongQuotes "wrong-quotes" Error Syntax
        title: "文字不能用 {opening} 和 {closing} 括起来" / "a text cannot stand between {opening} and {closing}";
        label: "文字从这里开始" / "the text begins here";
        label: "到这里结束" / "and ends here";
        help: "写成：{right}" / "write: {right}";
    "P114" LoneBrace "lone-brace" Error Syntax
        title: "“{”前面没有语句" / "no statement stands before this `{`";
        label: "“{”要与它所属的语句写在同一行" / "a `{` stands on the line of its statement";
        label: "应写在这一行末尾" / "it belongs at the end of this line";
        help: "把“{”移到上一行末尾" / "move the `{` to the end of the line before";
        help: "在“{”前面写上语句，例如：项目 \"项目名称\" {" / "write a statement before the `{`, such as: project \"name\" {";
    "P115" UnmarkedBlock "unmarked-block" Error Syntax
        title: "“{word}”后面漏写了“{”" / "the block of `{word}` has no `{`";
        label: "从缩进看，下面几行都属于它" / "going by the indentation, the lines below belong to it";
        help: "在这一行末尾补上“{”" / "put a `{` at the end of this line";
    "P116" WrongBracket "wrong-bracket" Error Syntax
        title: "一段内容用 { } 括起来，不用“{bracket}”" / "a block stands in { }, not in `{bracket}`";
        label: "这里应是“{right}”" / "expected `{right}`";
        help: "把“{bracket}”改成“{right}”；圆括号只用在算式里" / "write `{right}` instead of `{bracket}`; parentheses are for formulas";

    // ---- P2: statements, names, imports ----------------------------------------------------------------------------

    "P201" UnknownStatement "unknown-statement" Error Names
        title: "不认识以“{word}”开头的语句" / "no statement begins with `{word}`";
        label: "{place}没有这样的语句" / "{place} holds no such statement";
        help: "{place}可以写：{list}" / "{place} may hold: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P202" UnknownCategory "unknown-category" Error Names
        title: "没有“{word}”这类指标" / "unknown category `{word}`";
        label: "标准 {standard} 的二级指标里没有它" / "no level-2 category of the standard {standard}";
        help: "可用的类别：{list}" / "the categories are: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "“{word}”是一级指标，这里要写它下面的二级指标：{list}" / "`{word}` is a level-1 category; write one of its level-2 categories: {list}";
        help: "它是标准 {other} 的类别；要按那个标准填报，请在文件开头写：标准 {other}" / "it is a category of the standard {other}; to use that, begin the file with: standard {other}";
    "P203" MisplacedStatement "misplaced-statement" Error Names
        title: "“{word}”不能写在这里" / "`{word}` has no place here";
        label: "{place}不能写它" / "it cannot stand in {place}";
        label: "前一个项目到这里就结束了" / "the project before it ends here";
        help: "它应写在{right}" / "it belongs in {right}";
    "P204" MissingArgument "missing-argument" Error Names
        title: "“{word}”缺少{expected}" / "`{word}` lacks {expected}";
        label: "这里应是{expected}" / "expected {expected}";
        label: "这后面应有{expected}" / "expected {expected} behind this";
        help: "写法：{usage}" / "write: {usage}";
    "P205" UnexpectedArgument "unexpected-argument" Error Names
        title: "“{word}”后面多了“{text}”" / "`{word}` does not take `{text}`";
        label: "这里不应有内容" / "nothing is expected here";
        help: "写法：{usage}" / "write: {usage}";
        help: "一行只写一条语句；如果这是下一条，请另起一行" / "a line holds one statement; if this is the next one, begin a new line";
        help: "这里不用逗号，请删去" / "no comma is needed here; delete it";
        help: "要在表里原样印出，写成：{right}；否则把多出的文字写进指标名称里" / "to print it as it is, write: {right}; or put the words into the name of the indicator";
        help: "标记中间不留空格：记作 {joined}" / "a label has no blank inside: as {joined}";
        help: "要在表里原样印出，写成：{right}；否则把括号里的说明写进行末的 { 备注 \"…\" }" / "to print it as it is, write: {right}; or put the remark into a block at the end of the line: { note \"…\" }";
        help: "范围已经有上下限，后面不用再写“以上”“以内”" / "a range has both its bounds; 以上 or 以内 adds nothing";
        help: "分值要写明：分值 {text}" / "say that these are the points: weight {text}";
        help: "起止之间用“至”或 .. 连接，例如 2026年6月至2026年11月、2026-06..2026-11、3..5 次" / "a range is written with dots or 至: 2026-06..2026-11, 2026年6月至2026年11月, 3..5 次";
        help: "一行只写一个指标值；力争值写在 { 挑战值 … } 里，不规则的写法先写值，再写 显示 \"…\"" / "a line holds one target; the value to strive for stands in { stretch … }, and behind a value show \"…\" prints an irregular text as it is";
        help: "写进这一行末尾的花括号里：{block}" / "put it into a block at the end of the line: {block}";
        help: "这里是下一条语句：把“{text}”改成“{right}”" / "here the next statement begins: write `{right}` instead of `{text}`";
        help: "文字里面的引号要写两个，或者改用 “ ”；整段写成：{right}" / "a quote inside a text is doubled, or written “ ”; write all of it as: {right}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "每段文字各写一条语句：{right}" / "each text has a statement of its own: {right}";
        help: "各项之间用“；”隔开，或者每项写一行" / "put a `;` between them, or write each on a line of its own";
        help: "既有下限又有上限的，写成范围：{right}" / "with both a lower and an upper bound it is a range: {right}";
        help: "大约的数写出数来，要在表里原样印出，写成：{right}" / "write the number itself; to print it as it is, write: {right}";
        help: "代码写在名称前面：{right}" / "the code stands before the name: {right}";
    "P206" RepeatedStatement "repeated-statement" Error Names
        title: "“{word}”写了两次" / "`{word}` is said twice";
        label: "第二次写在这里，没有生效" / "said again here, without effect";
        label: "第一次写在这里" / "first said here";
        help: "只保留一条" / "keep one of them";
    "P207" UnquotedName "unquoted-name" Error Names
        title: "名称和文字要放在引号里" / "names and texts stand in quotes";
        label: "这里没有引号" / "no quotes here";
        help: "写成：{right}" / "write: {right}";
    "P208" UnexpectedBlock "unexpected-block" Error Names
        title: "“{word}”后面不能有“{”" / "`{word}` takes no block";
        label: "这一段没有作用" / "this block has no effect";
        label: "“{word}”写一行就够了" / "`{word}` is a line of its own";
        help: "删除“{”和“}”，把里面的内容写到合适的位置" / "delete the braces and put what they hold where it belongs";
    "P209" MissingWord "missing-word" Error Names
        title: "语句要以关键词或指标类别开头" / "a statement begins with a keyword or a category";
        label: "这里应是关键词或指标类别" / "expected a keyword or a category";
        help: "{place}可以写：{list}" / "{place} may hold: {list}";
        help: "名称前面要写它的类别，例如：数量 {text} >= 12 家" / "a category stands before the name, as in: quantity {text} >= 12 家";
        help: "指标值要和它的类别、名称写在同一行，例如：数量 \"指标名称\" >= 12 家" / "a target stands on the line of its category and name, as in: quantity \"name\" >= 12 家";
        help: "行首的编号、项目符号请删去；只给人看的话写成注释，以 // 开头" / "delete a number or bullet before the statement; comments begin with //";
    "P210" UnknownStandard "unknown-standard" Error Names
        title: "没有名为“{word}”的标准" / "unknown standard `{word}`";
        label: "不认识这个标准" / "unknown standard";
        help: "可用的标准：{list}" / "the standards are: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P211" ImportNotFound "import-not-found" Error Names
        title: "读不到要导入的文件“{path}”" / "the imported file {path} cannot be read";
        label: "原因：{reason}" / "the reason: {reason}";
        help: "路径从本文件所在的文件夹算起，各级之间用 / 分隔；请检查文件名和扩展名" / "the path begins at the folder of this file and uses /; see whether the name and its ending are right";
    "P212" ImportCycle "import-cycle" Error Names
        title: "文件互相导入，绕成了一圈" / "these files import each other in a circle";
        label: "“{path}”最终又导入了本文件" / "{path} imports this file in the end";
        label: "经由这里" / "by way of this";
        help: "把两边都用到的内容放进第三个文件，由它们分别导入" / "put what both need into a third file and import that";
    "P213" ImportOutside "import-outside-root" Error Names
        title: "导入的文件不在项目文件夹之内" / "the imported file lies outside of the project's folder";
        label: "这个路径离开了 {root}" / "this path leaves {root}";
        help: "把文件放进项目文件夹，再用相对路径导入" / "put the file into the project's folder and import it by a relative path";
    "P214" UnknownTemplate "unknown-template" Error Names
        title: "没有名为“{word}”的模板" / "unknown template `{word}`";
        label: "不认识这个模板" / "unknown template";
        help: "先用 模板 {word} { … } 定义它，或导入定义它的文件" / "define it with `template {word} { … }`, or import the file that does";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "可用的模板：{list}" / "the templates are: {list}";
    "P215" DuplicateDefinition "duplicate-definition" Error Names
        title: "“{word}”定义了两次" / "`{word}` is defined twice";
        label: "第二次定义" / "defined again here";
        label: "第一次在这里" / "first defined here";
        label: "程序本来就有它" / "the program has it already";
        help: "删除其中一个，或换一个名字" / "delete one of them, or give it another name";
        help: "不用再定义，删除这一行；如果含义不同，请换一个名字" / "it needs no definition: delete this one; if another meaning is intended, choose another name";
        help: "选用它不写 { }；要在它的基础上修改，请另起一个名字，并写 扩展 {word}" / "to use it, leave the block out; to change it, define a standard of another name that `extends {word}`";
    "P216" TemplateCycle "template-cycle" Error Names
        title: "模板“{word}”套用了它自己" / "the template `{word}` uses itself";
        label: "在这里又套用它" / "used again here";
        label: "模板在这里定义" / "the template is defined here";
        help: "删除这一行" / "delete this line";
    "P217" UnknownFund "unknown-fund" Error Names
        title: "没有“{word}”这种资金来源" / "unknown source of money `{word}`";
        label: "标准 {standard} 的资金来源里没有它" / "no source of money of the standard {standard}";
        help: "可用的资金来源：{list}；要增加，请在自己的标准里写 资金来源 一行" / "the sources are: {list}; to add one, write `fund` in a standard of your own";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P218" UnknownLevel "unknown-level" Error Names
        title: "没有“{word}”这个一级指标" / "unknown level-1 category `{word}`";
        label: "这里应是一级指标" / "expected a level-1 category";
        help: "可用的一级指标：{list}" / "the level-1 categories are: {list}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
    "P219" ReservedWord "reserved-word" Error Names
        title: "“{word}”另有含义，不能用作名字" / "`{word}` has a meaning of its own and cannot be a name";
        label: "它已有含义：{meaning}" / "it has a meaning: {meaning}";
        help: "换一个名字，例如在前后加字" / "choose another name, for instance a longer one";
    "P220" PastedRow "pasted-row" Error Names
        title: "这一行是从表格里复制来的，还不是语句" / "this row was copied from a table and is no statement yet";
        label: "单元格之间是制表符，名称没有引号" / "cells with tabs between them, and no quotes";
        help: "写成：{row}" / "write: {row}";
    "P221" DuplicateProject "duplicate-project" Error Names
        title: "项目“{name}”出现了两次" / "the project “{name}” occurs twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "如果是两个项目，请用不同的名称；如果是一个，请合并" / "give different projects different names; if it is one project, put its parts together";
    "P222" DuplicateIndicator "duplicate-indicator" Error Names
        title: "指标“{name}”出现了两次" / "the indicator “{name}” occurs twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "删除重复的一条，或改名称，把两者区分开" / "delete one of them, or let their names tell them apart";
        help: "同一天的两处说得不一样：改成一样，或删去一处；不是同一天的，写明各是哪一天" / "two results of one day differ: correct or delete one of them; where they are of two days, say which";
    "P223" DuplicateLabel "duplicate-label" Error Names
        title: "标记“{name}”用了两次" / "the label `{name}` is used twice";
        label: "第二次" / "the second time";
        label: "第一次在这里" / "first here";
        help: "换一个标记，否则校验不知道指的是哪一条" / "choose another one; a `check` could not tell which is meant";
    "P224" UnknownLabel "unknown-label" Error Names
        title: "没有标记为“{word}”的指标" / "unknown label `{word}`";
        label: "本项目没有这个标记" / "no indicator of this project has this label";
        help: "在要用的指标行末写 记作 {word}，校验就能用它" / "write `as {word}` at the end of the indicator's line to name it in a check";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "如果是减号或除号，两边要留空格" / "a minus or division sign stands between blanks";
        help: "本项目已有的标记：{list}" / "the labels of this project are: {list}";
    "P225" UnknownProject "unknown-project" Error Names
        title: "没有名为“{name}”的项目" / "unknown project “{name}”";
        label: "本文件和它导入的文件里没有这个项目" / "neither this file nor one that it imports has this project";
        help: "项目名称要与目标表里的完全一致；目标表在另一个文件里的，请先导入它" / "the name must be that of the table, to the character; import the file that has the table";
        help: "是不是想写“{suggestion}”？" / "did you mean “{suggestion}”?";
        help: "已有的项目：{list}" / "the projects are: {list}";
    "P226" UnknownIndicator "unknown-indicator" Error Names
        title: "项目里没有“{name}”这条指标" / "the project has no indicator “{name}”";
        label: "找不到这条指标" / "no such indicator";
        label: "在这个项目里" / "in this project";
        label: "这个名称的指标属于{right}" / "the indicator of this name is one of {right}";
        help: "指标名称要与目标表里的完全一致，也可以写它的标记" / "the name must be that of the table, to the character; a label will do as well";
        help: "是不是想写“{suggestion}”？" / "did you mean “{suggestion}”?";
        help: "把前面的类别改成“{right}”，或只写名称" / "change the category to {right}, or leave it out";
    "P227" AmbiguousIndicator "ambiguous-indicator" Error Names
        title: "名为“{name}”的指标不止一条" / "more than one indicator has the name “{name}”";
        label: "分不清是哪一条的结果" / "which one this is the result of cannot be told";
        label: "这一条也叫这个名称" / "one of this name";
        help: "在名称前面写上类别，例如：{category} {quoted}" / "put the category before the name, as in: {category} {quoted}";
    "P228" DefinitionCycle "definition-cycle" Error Names
        title: "“{word}”的定义绕了回来，用到了它自己" / "the definition of `{word}` leads back to itself";
        label: "这里又要用到“{word}”" / "this needs `{word}` again";
        label: "“{word}”在这里定义" / "`{word}` is defined here";
        help: "其中一个要用已有的单位或标准来定义，例如：计量单位 箱 = 12 件" / "one of them must build upon a unit or standard that exists, as in: unit 箱 = 12 件";

    // ---- P3: values, units, dates ----------------------------------------------------------------------------------

    "P301" UnknownUnit "unknown-unit" Error Values
        title: "没有“{unit}”这个单位" / "unknown unit `{unit}`";
        label: "不认识这个单位" / "unknown unit";
        help: "如果确实要用它，请在文件开头写：计量单位 {unit}" / "if you do need it, declare it at the head of the file: unit {unit}";
        help: "是不是想写“{suggestion}”？" / "did you mean `{suggestion}`?";
        help: "“{unit}”只是倍数，后面还要写单位，例如 {unit}元、{unit}人次" / "`{unit}` only multiplies; a unit must follow it, such as {unit}元 or {unit}人次";
        help: "“{first}”和“{rest}”是两个单位，只能留一个" / "`{first}` and `{rest}` are two units; keep one of them";
        help: "单位只写“{first}”，“{rest}”写进指标名称里" / "write only `{first}` for the unit, and put `{rest}` into the name of the indicator";
        help: "单价写成：{right}" / "a unit price is written: {right}";
        help: "范围的两个数之间用 .. 连接，单位写一次，放在最后，例如 10..15 家" / "a range is written with dots and its unit once, at the end, as in 10..15 家";
    "P302" UnitForCategory "unit-for-category" Error Values
        title: "单位“{unit}”不适合{category}" / "the unit `{unit}` does not fit the category {category}";
        label: "这是{dimension}" / "this is {dimension}";
        label: "{category}的值应是{allowed}" / "{category} takes {allowed}";
        help: "改用合适的单位，或把这条指标放到合适的类别下" / "use a unit that fits, or move the indicator to the category where it belongs";
    "P303" DimensionMismatch "dimension-mismatch" Error Values
        title: "{left}与{right}不能{operation}" / "{left} and {right} cannot be {operation}";
        label: "这一边是{left}，{leftunit}" / "this is {left}, {leftunit}";
        label: "这一边是{right}，{rightunit}" / "this is {right}, {rightunit}";
        label: "{label} = {value}" / "{label} = {value}";
        label: "{label} = {value}，没有写“每”什么" / "{label} = {value}, for each of what is not said";
        help: "两边要量同一种东西；单价要写成 1 万元/家 或 1 万元 每 家，乘以家数才是金额" / "both sides must measure the same thing; a price is written 1 万元/家 or `1 万元 per 家`, and only times a count is it money";
        help: "没有单位的数要补上单位，例如 3 {unit}" / "give the plain number a unit, as in 3 {unit}";
        help: "不同的货币不能直接相加：都换成预算数的货币，原币金额写在备注里" / "amounts of different currencies cannot be added: give all of them in that of the budget, and the original ones in a note";
        help: "同一条指标的各个值要用同一种单位" / "the values of one indicator are all in units of one kind";
        help: "一个月、一年的天数不固定，工作日与天也不能换算；请都用同一种时间单位" / "months and years have no fixed number of days, and working days are no days of the calendar; give both in the same unit of time";
    "P304" ImpossibleDate "impossible-date" Error Values
        title: "没有“{text}”这个日期" / "there is no date {text}";
        label: "{reason}" / "{reason}";
        help: "请按日历改正；只到月份的写作 2026-11 或 2026年11月底前" / "correct it by the calendar; a month alone is written 2026-11 or 2026年11月底前";
    "P305" DeadlineOutsideYear "deadline-outside-year" Warning Values
        title: "完成时间不在预算年度 {year} 年之内" / "the deadline lies outside of the budget year {year}";
        label: "这是 {date} 年" / "this is in {date}";
        label: "预算年度在这里设定" / "the budget year is set here";
        label: "项目期在这里设定" / "the period of the project is set here";
        help: "改正年份；如果项目跨年度，请在项目里写：项目期 起..止" / "correct the year; if the project runs over several years, say so in it: period FROM..TO";
        help: "改正年份，或改正项目期" / "correct the year, or the period of the project";
    "P306" ReversedRange "reversed-range" Error Values
        title: "范围的两端写反了：从 {low} 到 {high}" / "the range is reversed: from {low} to {high}";
        label: "起点 {low}" / "from {low}";
        label: "终点 {high}" / "to {high}";
        help: "把小的、早的写在前面" / "write the smaller or earlier one first";
    "P307" PercentageRange "percentage-out-of-range" Warning Values
        title: "百分比 {value} 超出了 0 到 100%" / "the percentage {value} is not within 0 and 100%";
        label: "{category}的比例应在 0 到 100% 之间" / "a ratio under {category} lies between 0 and 100%";
        help: "检查是否多写或少写了一位；增长率、变动率之类，请在名称里写明“增长”“变动”" / "see whether a digit is wrong; let the name of a rate of growth or change say 增长 or 变动";
        help: "检查是否多写或少写了一位" / "see whether a digit is wrong";
    "P308" UnreachableBound "unreachable-bound" Warning Values
        title: "“{bound}”没有超过的余地" / "`{bound}` can never be exceeded";
        label: "比例最多是 100%" / "a ratio is 100% at the most";
        help: "写成 = 100%（或不写符号），或者定一个留有余地的下限，如 >= 95%" / "write = 100% (or no sign), or set a bound that leaves room, such as >= 95%";
        help: "大于 100% 永远达不到；写成 = 100%，或者定一个达得到的下限，如 >= 95%" / "above 100% cannot be reached; write = 100%, or a bound that can be met, such as >= 95%";
    "P309" DirectionAgainstCategory "direction-against-category" Warning Values
        title: "{category}{right}，这里的要求正相反" / "for {category}, {right} is better, but this asks for the opposite";
        label: "这样写就成了{wrong}" / "this says that {wrong} is better";
        label: "{category}{right}" / "for {category}, {right} is better";
        help: "改写成 {sign}；如果确实相反，请换一个类别" / "write {sign} instead; if the opposite is meant, choose another category";
        help: "改写成 {sign}；如果要求的确实是这样，请把名称写清楚" / "write {sign} instead; if just this is meant, make the name clearer";
    "P310" MissingTarget "missing-target" Error Values
        title: "指标“{name}”没有指标值" / "the indicator “{name}” has no target";
        label: "这后面应写指标值" / "a target should follow this";
        help: "例如 >= 12 家、100%、2026年11月底前、为 \"明显提升\"；还没定的写 待定" / "for example >= 12 家, 100%, by 2026-11, is \"明显提升\"; write tbd while it is open";
    "P311" UnreadableTarget "unreadable-target" Error Values
        title: "读不懂这个指标值" / "this target cannot be read";
        label: "指标值不能这样开头" / "no target begins like this";
        help: "例如 >= 12 家、3..5 次、2026年11月底前、为 \"明显提升\"；不规则的写法用 显示 \"…\" 原样保留" / "for example >= 12 家, 3..5 次, by 2026-11, is \"明显提升\"; `show \"…\"` keeps an irregular text as it is";
        help: "用文字表述的指标值写成：{right}" / "a target in words is written: {right}";
        help: "数字请用阿拉伯数字，例如 12 家、90%" / "write numbers in digits: 12 家, 90%";
        help: "“{text}”不能代替指标值；请填上具体的值，还没定的写 待定" / "`{text}` does not stand for a target; write a value, or tbd while it is open";
        help: "指标值从比较符号或数字写起；要在表里原样印出“{before}”，写成：{right}" / "a target begins with a comparison or a number; to print `{before}` all the same, write: {right}";
        help: "单价写成：{right}" / "a unit price is written: {right}";
        help: "指标值不加引号：{right}" / "a value has no quotes: {right}";
    "P312" ThresholdOrder "threshold-order" Error Values
        title: "几个界限的次序不对" / "the thresholds are out of order";
        label: "{value} 与前一档的次序不对" / "{value} is on the wrong side of the one before";
        label: "前一档是 {before}" / "the one before is {before}";
        label: "挑战值 {value} 还不如指标值" / "{value} to strive for is short of the target";
        label: "指标值是 {before}" / "the target is {before}";
        help: "从好到差排列，界限一档一档往一个方向变" / "go from best to worst, each threshold beyond the last";
        help: "按{category}的方向，从好到差各档的界限应当{should}，这里却{is}" / "under {category} the thresholds {should} from best to worst; here they {is}";
        help: "挑战值是力争达到的，要比指标值更进一步" / "a value to strive for goes beyond the target";
    "P313" TargetOpen "target-open" Warning Values
        title: "指标“{name}”的值待定" / "the target of “{name}” is still open";
        label: "起草时可以待定，上报前必须填写" / "fine while drafting, not for handing in";
        label: "“{text}”不是指标值" / "`{text}` is no target";
        label: "这里是空的" / "there is nothing here";
        help: "定下来之后，用指标值替换它" / "replace it by the target when that is settled";
    "P314" UnknownGrade "unknown-grade" Error Values
        title: "没有“{word}”这个等级" / "unknown grade `{word}`";
        label: "不认识这个等级" / "unknown grade";
        help: "标准 {standard} 的等级有：{list}" / "the grades of {standard} are: {list}";
    "P315" MissingUnit "missing-unit" Warning Values
        title: "指标值 {number} 没有单位" / "the target {number} has no unit";
        label: "这里只有数字" / "a number alone";
        label: "{category}的值应是{allowed}" / "{category} is measured in {allowed}";
        help: "在数字后面写上单位，例如 {example}" / "write a unit behind the number, such as {example}";
        help: "比率、满意度要写成百分数，例如 {percentage}" / "write a rate as a percentage, such as {percentage}";
    "P316" MalformedDate "malformed-date" Error Values
        title: "日期“{text}”的写法有误" / "`{text}` is not how a date is written";
        label: "应写作 {right}" / "written {right}";
        label: "没有写明是哪一年" / "it does not say which year";
        help: "日期写作 2026-11、2026-11-30 或 2026年11月底前" / "dates are written 2026-11, 2026-11-30 or 2026年11月底前";
        help: "写上四位数的年份，例如 2026年11月底前、2026年底前" / "give the year in four digits, as in 2026年11月底前 or 2026年底前";
    "P317" TwoComparisons "two-comparisons" Error Values
        title: "一个指标值写了两个比较符号" / "one target with two comparisons";
        label: "这里又写了“{second}”" / "`{second}` is said here as well";
        label: "已经写了“{first}”" / "`{first}` is said already";
        help: "两者意思相同，只留一个" / "both say the same; keep one of them";
        help: "两者意思不同，请只留要用的那一个；上下限都有的写成范围，如 3..5 次" / "they say different things; keep the one that is meant, or write a range, as in 3..5 次";
    "P318" TargetOrder "target-order" Error Values
        title: "指标值应写在“{word}”之前" / "the target stands before `{word}`";
        label: "“{word}”写得太靠前" / "`{word}` comes too early";
        label: "指标值在这里" / "the target is here";
        help: "先写指标值，再写“{word}”，例如：数量 \"研究报告\" >= 1 份 记作 报告数" / "first the target, then `{word}`: quantity \"研究报告\" >= 1 份 as 报告数";

    "P319" MixedRange "mixed-range" Error Values
        title: "范围两端的单位不一样：{low}、{high}" / "the ends of this range have different units: {low} and {high}";
        label: "终点用的是{high}" / "this end is in {high}";
        label: "起点用的是{low}" / "this end is in {low}";
        help: "两端用同一个单位，写一次，放在最后，例如 3..5 次" / "use one unit for both, written once at the end, as in 3..5 次";

    // ---- P4: sums and completeness ---------------------------------------------------------------------------------

    "P401" BudgetSum "budget-sum" Error Sums
        title: "各项资金合计 {sum}，与{whole} {total} 相差 {difference}" / "the sources add up to {sum}, which is {difference} off {whole} of {total}";
        label: "{whole} {total}" / "{whole}: {total}";
        label: "{fund} {amount}" / "{fund}: {amount}";
        label: "从这里起还有 {more} 项，没有一一标出" / "{more} more from here on, not pointed at one by one";
        help: "改正其中一个数，或补上漏写的资金来源" / "correct one of the numbers, or add the source that is missing";
    "P402" WeightSum "weight-sum" Error Sums
        title: "{level}的分值合计 {sum} 分，应为 {expected} 分" / "the weights of {level} add up to {sum} instead of {expected}";
        label: "{weight} 分，到这里合计 {sum} 分" / "{weight} points, which makes {sum} in all";
        label: "{weight} 分" / "{weight} points";
        help: "调整各指标的分值，使合计为 {expected} 分" / "change the weights so that they add up to {expected}";
        help: "如果本项目的各级分值另有规定，请在项目里写：各级分值 { {sums} }" / "if this project has weights of its own, state them in it: weights { {sums} }";
        help: "各级分值与预算执行率的 {execution} 分合计应为 100 分" / "the levels and the {execution} points for executing the budget must make 100";
    "P403" MissingCategory "missing-category" Error Sums
        title: "缺少{category}" / "there are no {category} indicators";
        label: "本项目没有{category}" / "this project has no {category} indicators";
        help: "至少写一条，例如：{example}" / "write at least one, for example: {example}";
    "P404" MissingStatement "missing-statement" Warning Sums
        title: "项目没有写{what}" / "the project does not state its {what}";
        label: "本项目缺少{what}" / "this project has no {what}";
        help: "补上一行：{usage}" / "add a line: {usage}";
    "P405" CostOverBudget "cost-over-budget" Warning Sums
        title: "成本 {cost} 超过了预算数 {total}" / "the cost of {cost} is over the budget of {total}";
        label: "单这一项就是 {cost}" / "this alone is {cost}";
        label: "预算数 {total}" / "the budget: {total}";
        help: "检查单位（元、万元）是否写错；如果是单价，请写明每什么，如 1 万元 每 家" / "see whether the unit (元, 万元) is right; if it is a unit price, say for each of what, as in 1 万元 per 家";
    "P406" NegativeAmount "negative-amount" Error Sums
        title: "{what}不能是负数：{value}" / "{what} cannot be below zero: {value}";
        label: "应是零或正数" / "expected zero or more";
        help: "检查前面的减号是不是多写的" / "see whether the minus sign is a slip";

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
        help: "校验里只能用有数值的指标和已填写的金额" / "a check can only use indicators that have a number, and amounts that are stated";
    "P503" FormulaSyntax "formula-syntax" Error Checks
        title: "算式的写法有误" / "the formula is not well formed";
        label: "这里应是{expected}" / "expected {expected}";
        label: "这后面应有{expected}" / "expected {expected} behind this";
        label: "比较的词后面要留空格" / "a blank stands behind the word that compares";
        help: "例如：校验 \"支撑费用不超过预算\" 站数 * 每站费用 <= 预算" / "for example: check \"within budget\" stations * cost_each <= budget";
        help: "乘号写 * 或 ×" / "multiplication is written * or ×";
        help: "写成：{right}" / "write: {right}";
    "P504" ImpossibleArithmetic "impossible-arithmetic" Error Checks
        title: "算不出结果：{reason}" / "this cannot be computed: {reason}";
        label: "这一部分的值是 0" / "this part is 0";
        label: "这一步的结果放不下" / "the result of this step is too long";
        label: "单位在这里定义" / "the unit is defined here";
        help: "检查除数是否写对；数量为零时，这条校验没有意义" / "see whether the divisor is right; where a count is zero, this check means nothing";
        help: "检查是否多写了数字，或改用更大的单位" / "see whether there are digits too many, or use larger units";
        help: "检查这个数是否写对" / "see whether the number is right";
        help: "一个量的单位最多由四种相乘除，拆成几条校验" / "a quantity has units of at most four kinds; make several checks of it";
    "P505" UnknownFunction "unknown-function" Error Checks
        title: "没有函数“{word}”" / "unknown function `{word}`";
        label: "不认识这个函数" / "unknown function";
        help: "可用的函数：{list}" / "the functions are: {list}";

    // ---- P6: documents that are imported ---------------------------------------------------------------------------

    "P601" NoForm "no-form" Error Import
        title: "没有找到绩效目标表" / "there is no table of performance targets";
        label: "在这个文件里" / "in this file";
        help: "表头里要有“三级指标”（或“指标名称”）和“指标值”（或“目标值”）这两列" / "a table must have columns headed 三级指标 (or 指标名称) and 指标值 (or 目标值)";
    "P602" KeptAsText "kept-as-text" Warning Import
        title: "“{text}”不是能计算的指标值，按原文保留" / "“{text}” is no value to compute with; it is kept as text";
        label: "原样写入" / "written as it stands";
        help: "能写成“符号 数值 单位”的，改写后再保留原文，例如：>= 12 家 显示 \"12家左右\"" / "where it can be told as sign, number and unit, write that and keep the text, as in: >= 12 家 show \"12家左右\"";
    "P603" UnitConflict "unit-conflict" Warning Import
        title: "单位不一致：“{one}”和“{other}”" / "the units contradict each other: “{one}” and “{other}”";
        label: "这里是另一个单位" / "another unit stands here";
        label: "已按这里的单位写入" / "the unit of this place was taken";
        help: "核对原表，以正确的单位为准" / "see which is right in the document";
    "P604" NoMoneyUnit "no-money-unit" Warning Import
        title: "金额“{text}”没有单位，写成了注释" / "the amount “{text}” has no unit; it stands in a comment";
        label: "是元还是万元？" / "元 or 万元?";
        help: "在表格上方写明“单位：元”，或在文件里补上：预算 金额 元" / "put 单位：元 above the table, or write in the file: budget amount 元";
    "P605" LocalCategory "local-category" Advice Import
        title: "“{text}”不是 {standard} 的分类，已在文件里扩展标准" / "“{text}” is no category of {standard}; the file extends the standard";
        label: "在文件里叫 {word}" / "the file calls it {word}";
        help: "如果只是写法不同，可以改用标准的分类，删去文件开头的扩展" / "where it is but another name, use the category of the standard and delete the extension at the top of the file";
    "P606" NoCategory "no-category" Warning Import
        title: "“{text}”没有二级指标，归入“{word}”" / "“{text}” has no level-2 category; it is filed under {word}";
        label: "从这一行起" / "from this row on";
        help: "在文件里把它改成应有的类别，如 数量、质量" / "change it in the file to the category it belongs to, such as quantity";
    "P607" NoPlace "no-place" Advice Import
        title: "“{text}”没有对应的语句，写成了注释" / "no statement has a place for “{text}”; it stands in a comment";
        label: "原样写入注释" / "written in a comment as it stands";
        help: "需要的话，把它移到合适的语句里，如 备注" / "move it to a statement that fits, such as note, if it is needed";
    "P608" NoResults "no-results" Error Import
        title: "没有找到实际完成情况" / "there are no results";
        label: "在这个文件里" / "in this file";
        help: "表头里要有“三级指标”（或“指标名称”）和“实际完成值”这两列，而且填了实际完成值；perfc actuals 可以生成填报表" / "a table must have columns headed 三级指标 (or 指标名称) and 实际完成值, and results in them; `perfc actuals` writes such a sheet";
    "P609" ProjectNotSaid "project-not-said" Error Import
        title: "没有写明是哪个项目的完成情况" / "it is not said which project these results are of";
        label: "从这里开始的结果" / "the results that begin here";
        help: "在表格上方写“项目名称”，或加一列“项目名称”；目标表里有：{list}" / "put 项目名称 above the table, or add a column with that head; the targets have: {list}";
    "P610" TargetChanged "target-changed" Warning Import
        title: "填报表里的指标值“{old}”，与现在的“{new}”不一样" / "the sheet was written for the target {old}, which is now {new}";
        label: "填报表里是这样" / "in the sheet";
        label: "现在是这样" / "as it is now";
        help: "核对哪一个对；改过目标的，换一张新表：perfc actuals 目标.perf --actuals 旧表.xlsx -o 新表.xlsx" / "see which of them is right; where targets were changed, exchange the sheet: perfc actuals targets.perf --actuals old.xlsx -o new.xlsx";
    "P611" MalformedJson "malformed-json" Error Import
        title: "JSON 的写法有误" / "this is not well-formed JSON";
        label: "{reason}" / "{reason}";
        help: "检查前后的引号、逗号和括号" / "look at the quotes, commas and brackets around it";
    "P612" UnknownKey "unknown-key" Error Import
        title: "没有名为“{key}”的项" / "there is no key `{key}`";
        label: "不认识它" / "unknown";
        help: "可以写：{list}" / "there are: {list}";
        help: "是不是 {suggestion}？" / "did you mean {suggestion}?";
    "P613" JsonValue "json-value" Error Import
        title: "“{key}”应是{wanted}" / "`{key}` must be {wanted}";
        label: "这里不是" / "this is not";
        help: "例如：{ \"project\": \"…\", \"at\": \"2026-12-31\", \"results\": [{ \"indicator\": \"…\", \"actual\": 13, \"unit\": \"家\" }] }" / "for example: { \"project\": \"…\", \"at\": \"2026-12-31\", \"results\": [{ \"indicator\": \"…\", \"actual\": 13, \"unit\": \"家\" }] }";
    "P614" NamelessResult "nameless-result" Error Import
        title: "没有写明是哪条指标的完成情况" / "it is not said which indicator this result is of";
        label: "这一行没有指标名称" / "no indicator is named here";
        help: "写上指标名称，与目标表里的一样" / "name the indicator as the targets do";
    "P615" NameMade "name-made" Warning Import
        title: "{reason}，文件里暂称“{name}”" / "{reason}; the file calls it {name} for now";
        label: "这张表，或这一行" / "this table, or this row";
        help: "在原表里写上名称再导入，或在文件里改" / "give it a name in the document and import again, or change it in the file";
    "P616" ShownOtherwise "shown-otherwise" Warning Import
        title: "单元格显示“{shown}”，存的是“{held}”；按显示的读入" / "the cell shows “{shown}” and holds “{held}”; what it shows was taken";
        label: "数字格式舍去了一部分" / "its number format leaves something out";
        help: "核对用哪一个；要用存的数，就把单元格的数字格式改成“常规”再读，或在文件里改" / "see which of them is meant; for what it holds, give the cell the number format General and read it again, or change the file";

    // ---- P7: what was achieved -------------------------------------------------------------------------------------

    "P701" MissingResult "missing-result" Warning Results
        title: "没有实际完成值的指标：{count} 条" / "indicators without a result: {count}";
        label: "这里没有写全" / "not all of them are here";
        label: "{reason}" / "{reason}";
        help: "每条指标写一行：{quoted} 实际完成值；没有完成的写 0" / "write a line for each: {quoted} and what was achieved; write 0 where that is nothing";
    "P702" ResultNotScored "result-not-scored" Error Results
        title: "指标“{name}”的结果不能评分" / "the result of “{name}” cannot be scored";
        label: "{reason}" / "{reason}";
        label: "指标值是 {target}" / "the target is {target}";
        label: "这里有单位，指标值没有" / "this has a unit, and the target has none";
        label: "填了 {filled} 分" / "{filled} points are filled in";
        help: "写上单位，例如 {right}" / "write the unit, as in {right}";
        help: "用指标值的单位，或者能换算成它的单位" / "use the unit of the target, or one that converts to it";
        help: "在目标表的指标值后面也写上单位" / "write the unit behind the target as well";
        help: "改写成{wanted}；别的话写进行末的 { 备注 \"…\" }" / "write {wanted}; other remarks go into a block at the end of the line: { note \"…\" }";
        help: "全部做到的，照抄指标值的文字；没有全部做到的，由评价的人定出百分数" / "where all was achieved, repeat the words of the target; else whoever evaluates sets the percentage";
        help: "写 0 到 100% 之间的百分数，超额完成的也写 100%" / "write a percentage from 0 to 100%; more than was asked for is 100% as well";
        help: "写上是哪一天，例如 2026-11-20" / "write which day it was, as in 2026-11-20";
        help: "写上这一级里的得分；或者不写哪一级，写达成了多少，例如 达成 85%" / "write points that it earns; or instead of the judgement how far it was achieved, as in `achieved 85%`";
    "P703" FullScoreMissed "full-score-missed" Warning Results
        title: "指标“{name}”没有完成，却得了满分" / "“{name}” missed its target, yet has all its points";
        label: "填了满分 {filled} 分；按规则：{formula}" / "all of the {filled} points; by the rule: {formula}";
        label: "指标值是 {target}，实际完成 {actual}" / "the target is {target}, the result {actual}";
        help: "改为 {points} 分；如果是指标值定错了，要先按程序调整指标值" / "write {points}; a target that was set wrong has to be adjusted first";
        help: "指标值没有符号，按越多越好评分；其实越少越好的，指标值写成 {right}" / "the target has no sign and is scored as a lower bound; where less is better, write it {right}";
    "P704" PointsLost "points-lost" Warning Results
        title: "指标“{name}”完成了，却扣了 {lost} 分，没有说明原因" / "“{name}” met its target, yet lost {lost} points without a reason";
        label: "满分 {weight} 分，填了 {filled} 分" / "{filled} of {weight} points";
        label: "指标值是 {target}，实际完成 {actual}" / "the target is {target}, the result {actual}";
        help: "在行末写明扣分的原因：{ 原因 \"…\" }（填报表里填在原因一栏）；没有原因的，填满分" / "say why at the end of the line: { reason \"…\" }, or in the column for reasons of a sheet; where there is none, write all of the points";
        help: "用文字表述的指标没有全部做到的，写明做到了多少，例如 达成 {share}" / "where a target in words was not achieved in full, say how far it was, as in: achieved {share}";
    "P705" ScoreOffRule "score-off-rule" Warning Results
        title: "指标“{name}”填的 {filled} 分，与评分规则不符" / "the {filled} points of “{name}” are not those of the rule";
        label: "按标准 {standard}：{formula}" / "by the standard {standard}: {formula}";
        label: "指标值是 {target}，实际完成 {actual}" / "the target is {target}, the result {actual}";
        label: "按标准 {standard}，“{judgement}”得 {low} 到 {high} 分" / "by the standard {standard}, “{judgement}” earns {low} to {high} points";
        help: "改为 {points} 分；按别的办法评分的，请选用那个标准，或者自己定义一个" / "write {points}; where other rules hold, choose the standard that has them, or define one";
        help: "改正得分，或者改正达成的程度" / "correct the score, or how far the target was achieved";
    "P706" OvershootUnexplained "overshoot-unexplained" Warning Results
        title: "指标“{name}”完成了 {attainment}，没有说明原因" / "“{name}” came to {attainment} of its target without a reason";
        label: "达到 {limit} 就要说明原因" / "from {limit} on, a reason is asked for";
        label: "指标值是 {target}" / "the target is {target}";
        help: "先核对单位和位数；确实超额的，在行末写明原因：{ 原因 \"…\" }（填报表里填在原因一栏）；指标值明显定低了的，还要扣分" / "see whether unit and digits are right; then say why at the end of the line: { reason \"…\" }, or in the column for reasons of a sheet; where the target was clearly set too low, take points off as well";
    "P707" ResultIsBound "result-is-bound" Warning Results
        title: "指标“{name}”的结果“{actual}”是一个界限，不是完成的情况" / "the result of “{name}”, {actual}, is a bound and does not say what was achieved";
        label: "这是要求，不是结果" / "this asks for something";
        label: "与指标值一模一样" / "the target is just the same";
        label: "指标值是 {target}" / "the target is {target}";
        help: "写实际完成的数，不带 ≥、不少于 一类的字样" / "write the number that was achieved, without a comparison";
        help: "写实际完成的日期，不带“前”“底前”" / "write the date when it was done, without 前 or by";
    "P708" ExecutionOff "execution-off" Error Results
        title: "{what}应为 {right}，填的是 {filled}" / "{what} should be {right}, not {filled}";
        label: "{spent} ÷ {budget} = {right}" / "{spent} ÷ {budget} = {right}";
        label: "执行数 {spent}" / "the spending: {spent}";
        label: "预算数 {budget}" / "the budget: {budget}";
        label: "按规则：{formula}" / "by the rule: {formula}";
        help: "改正执行率，或者核对执行数和预算数；预算调整过的，在这里也写一行：预算 调整后的金额" / "correct the rate, or see whether the amounts are right; where the budget was adjusted, add a line here: budget, and what it is now";
        help: "改为 {right} 分；按别的办法评分的，请选用那个标准，或者自己定义一个" / "write {right}; where other rules hold, choose the standard that has them, or define one";
    "P709" TotalOff "total-off" Error Results
        title: "各项得分合计 {sum} 分，总分填了 {filled} 分" / "the scores add up to {sum}, but the total says {filled}";
        label: "总分 {filled} 分" / "the total: {filled}";
        label: "总分少的正好是这 {score} 分" / "just the {score} points that the total lacks";
        label: "没有填的得分按标准 {standard} 计算，合计 {sum} 分" / "with the scores that are not filled in computed by the standard {standard}, it is {sum}";
        label: "分值在这个项目里" / "the weights are those of this project";
        label: "总分多的正好是这 {score} 分" / "just the {score} points that the total has too many";
        label: "这里的得分合计 {sum} 分" / "the scores in here add up to {sum}";
        help: "改正总分，或者改正填错的得分" / "correct the total, or the score that is wrong";
    "P710" GradeOff "grade-off" Error Results
        title: "{score} 分的等级是“{right}”，填的是“{filled}”" / "a score of {score} is “{right}”, not “{filled}”";
        label: "标准 {standard} 的等级：{list}" / "the grades of the standard {standard}: {list}";
        label: "总分 {score} 分" / "the total: {score}";
        label: "各项得分合计 {score} 分" / "the scores add up to {score}";
        help: "改正等级；分数线不同的，请选用那个标准（例如 mof-2020-80），或者自己定义一个" / "correct the grade; where other bounds hold, choose the standard that has them (mof-2020-80, say), or define one";
    "P711" ResultsBeatSpending "results-beat-spending" Warning Results
        title: "预算只执行了 {rate}，各项指标却得了 {share} 的分" / "of the budget {rate} was spent, yet the indicators have {share} of their points";
        label: "预算数的 {rate}" / "{rate} of the budget";
        label: "各项指标满分 {weight} 分，得 {points} 分" / "{points} of the {weight} points for indicators";
        help: "核对结果是否属实、指标值是否定低了；确是节约或结转的，在这里说明：备注 \"…\"" / "see whether the results are true and the targets high enough; where money was saved or carried over, say so here: note \"…\"";
    "P712" ContradictoryResults "contradictory-results" Warning Results
        title: "{category}都是零，{other}却完成了" / "all {category} results are zero, yet {other} targets are met";
        label: "“{name}”完成 {actual}" / "“{name}” came to {actual}";
        label: "什么都没有做，“{name}”怎么完成的？" / "with nothing done, how was “{name}” achieved?";
        help: "核对这几行，改正填错的；没有开展的工作，与它有关的指标也没有完成" / "see which of these rows is wrong; what was not done has met none of its targets";
    "P713" DirectionUndeclared "direction-undeclared" Warning Results
        title: "指标“{name}”一点没有花，按“{target}”却没有完成" / "nothing was spent on “{name}”, which by {target} misses the target";
        label: "“=”表示要正好花这么多；{category}通常是越少越好" / "= asks for just so much, though with {category} less is usually better";
        label: "实际完成 {actual}" / "the result is {actual}";
        help: "不超过就算完成的，指标值写成 {right}；必须花完的，在行末写明没有花的原因：{ 原因 \"…\" }（填报表里填在原因一栏）" / "where it is a limit, the target is written {right}; where it had to be spent, say why it was not: { reason \"…\" }, or in the column for reasons of a sheet";
    "P714" SpentOverBudget "spent-over-budget" Warning Results
        title: "{what} {spent} 超过了预算数 {budget}" / "{what} of {spent} is over the budget of {budget}";
        label: "多出 {excess}" / "{excess} too much";
        label: "预算数 {budget}" / "the budget: {budget}";
        help: "检查单位（元、万元）；预算调整过的，在这里也写一行：预算 调整后的金额" / "see whether the unit (元, 万元) is right; where the budget was adjusted, add a line here: budget, and what it is now";
    "P715" MissUnexplained "miss-unexplained" Advice Results
        title: "指标“{name}”没有完成，没有说明原因" / "“{name}” missed its target without a reason";
        label: "得 {points} 分，满分 {weight} 分" / "{points} of {weight} points";
        label: "指标值是 {target}" / "the target is {target}";
        help: "在行末写明偏差的原因和改进措施：{ 原因 \"…\" }（填报表里填在原因一栏）" / "say at the end of the line why it was missed and what will be done: { reason \"…\" }, or in the column for reasons of a sheet";
        help: "指标值没有符号，按越多越好评分；其实越少越好的，指标值写成 {right}" / "the target has no sign and is scored as a lower bound; where less is better, write it {right}";
    "P716" ScoreOutOfRange "score-out-of-range" Error Results
        title: "得分 {filled} 不在 0 到 {weight} 分之间" / "a score of {filled} is not within 0 and {weight}";
        label: "最多 {weight} 分" / "{weight} is the most";
        label: "分值 {weight} 分" / "its weight: {weight}";
        label: "没有写分值，按所在一级指标平均分得 {weight} 分" / "no weight is given: its even share of the level is {weight}";
        label: "预算执行率最多 {weight} 分" / "executing the budget earns {weight} at the most";
        help: "检查小数点和位数；超额完成也不超过分值" / "see whether the point and the digits are right; no target earns more than its weight";
    "P717" ScoreRounded "score-rounded" Advice Results
        title: "指标“{name}”的得分 {filled} 少留了小数，应为 {points}" / "the score of “{name}”, {filled}, was rounded too much: it is {points}";
        label: "按标准 {standard} 留 {decimals} 位小数：{formula}" / "the standard {standard} keeps {decimals} decimals: {formula}";
        label: "指标值是 {target}，实际完成 {actual}" / "the target is {target}, the result {actual}";
        help: "改为 {points} 分；所有得分都少留小数的，在自己的标准里写：小数位 {kept}" / "write {points}; where all scores keep fewer decimals, say so in a standard of your own: decimals {kept}";

    // during the year

    "P721" RedLightUnexplained "red-light-unexplained" Warning Results
        title: "指标“{name}”亮红灯，没有说明原因" / "“{name}” has a red light without a reason";
        label: "{how}" / "{how}";
        label: "指标值是 {target}" / "the target is {target}";
        help: "在行末写明偏差的原因：{ 原因 \"…\" }（填报表里填在原因一栏）；数填错了的，改正它" / "say why at the end of the line: { reason \"…\" }, or in the column for reasons of a sheet; or correct the number";
    "P722" ForecastShort "forecast-short" Advice Results
        title: "指标“{name}”预计达不到目标，没有说明原因" / "“{name}” is expected to miss its target, and no reason is given";
        label: "预计 {expected}" / "{expected} is expected";
        label: "指标值是 {target}" / "the target is {target}";
        label: "照现在的进度，到年底是 {expected}" / "as it goes, it will be {expected} by the end of the year";
        label: "{likelihood}" / "{likelihood}";
        help: "在行末写明原因：{ 原因 \"…\" }（填报表里填在原因一栏）" / "say why at the end of the line: { reason \"…\" }, or in the column for reasons of a sheet";
        help: "在行末写明原因：{ 原因 \"…\" }（填报表里填在原因一栏）；后面会赶上来的，在实际完成值后面写：预计，和到年底的数" / "say why at the end of the line: { reason \"…\" }, or in the column for reasons of a sheet; where it will catch up, write behind the result: forecast, and the number at the end of the year";
    "P723" LikelihoodOff "likelihood-off" Warning Results
        title: "指标“{name}”预计 {expected}，与“{likelihood}”不符" / "{expected}, which is expected of “{name}”, does not fit “{likelihood}”";
        label: "填的是“{likelihood}”" / "said to be {likelihood}";
        label: "指标值是 {target}" / "the target is {target}";
        help: "预计的数没有达到指标值，写 有可能 或 完全不可能；数填错了的，改正它" / "what is expected misses the target: write likely or impossible, or correct the number";
        help: "预计的数达到了指标值，写 确定能 或 有可能；数填错了的，改正它" / "what is expected meets the target: write certain or likely, or correct the number";
    "P724" ResultInFuture "result-in-future" Warning Results
        title: "指标“{name}”填的是 {actual} 完成，而情况截至 {at}" / "“{name}” is said to be done on {actual}, but the results are of {at}";
        label: "这一天还没有到" / "still to come";
        label: "截至 {at}" / "up to {at}";
        help: "还没有完成的，写：{right}；已经完成的，改正日期" / "where it is not done yet, write: {right}; else correct the day";

    // ---- P8: what reviewers criticise; the number is that of the point in docs/practice.md ----------------------------

    "P802" NumberExpected "number-expected" Warning Practice
        title: "指标“{name}”的名称要的是数，指标值不是" / "the name “{name}” asks for a number that its target does not give";
        label: "这里没有数" / "no number here";
        label: "{unit}是个数，不是比率" / "a count of {unit} is no rate";
        label: "从名称看，可以定一个数" / "by its name there can be one";
        label: "名称说的是比率" / "the name is that of a rate";
        help: "写成百分数，例如 >= 90%；定不出数的，写明与什么比，例如 为 \"较上年提高\"" / "write a percentage, such as >= 90%; where there can be none, say what it is compared with, as in: is \"较上年提高\"";
        help: "写成数，例如 >= 12 次；定不出数的，写明与什么比，例如 为 \"较上年增加\"" / "write a number, such as >= 12 次; where there can be none, say what it is compared with, as in: is \"较上年增加\"";
        help: "写成百分数，例如 >= 90%；说的是个数的，把名称里的“率”改成“数”" / "write a percentage, such as >= 90%; where it is a count, let the name end with 数 instead of 率";
    "P803" VagueValue "vague-value" Advice Practice
        title: "指标“{name}”的值没有程度，也没有比较的对象" / "the target of “{name}” says neither how far nor compared with what";
        label: "到时候说不清有没有做到" / "in the end nobody can tell whether it was reached";
        help: "能定数的，写成数；定不出的，写明与什么比或分几档，例如 为 \"较上年提高\"，或在花括号里写 描述 \"好：……；一般：……；差：……\"" / "write a number where there can be one; else say what it is compared with, as in: is \"较上年提高\", or tell the grades in its block, as in: describe \"好：……；一般：……；差：……\"";
    "P805" CostWithoutDirection "cost-without-direction" Advice Practice
        title: "成本“{name}”没有写符号，看不出是不是上限" / "the cost “{name}” has no sign: it does not say whether it is a limit";
        label: "只有一个数" / "a number alone";
        label: "{category}通常是不超过多少" / "{category} is usually a limit";
        help: "写成 {right}；要求正好这么多的，写 =" / "write {right}; where it has to be just that, write =";
    "P807" TimeExpected "time-expected" Warning Practice
        title: "时效指标“{name}”没有写时间" / "“{name}” is about timeliness, but tells no time";
        label: "这不是时间" / "this is no time";
        label: "没有日期，也没有期限" / "neither a day nor a span of time";
        label: "这个比例不说明什么时候完成" / "this ratio does not say when";
        label: "名称要的是时间" / "the name asks for a time";
        help: "写日期或期限，例如 2026年11月底前、<= 30 天" / "write a day or a span of time, such as by 2026-11 or <= 30 天";
        help: "写日期或期限，例如 2026年11月底前；说的是按时完成的比例，在名称里写明，例如 按期完成率" / "write a day, such as by 2026-11; where it is the share of what is done in time, let the name say so: 按期完成率";
    "P808" PercentageAsQuantity "percentage-as-quantity" Advice Practice
        title: "数量指标“{name}”写的是百分比，看不出是多少" / "“{name}” stands under quantity, but a percentage does not say how much";
        label: "百分比不是数量" / "a percentage is no quantity";
        label: "数量指标写做多少" / "quantity says how much is done";
        help: "写做多少，例如 >= 12 家；说的是做得好不好，放到质量指标" / "write how much, such as >= 12 家; where it says how well, put it under quality";
        help: "说的是及时不及时，放到时效指标" / "where it says whether it is in time, put it under timeliness";
        help: "写做多少，例如 >= 12 家" / "write how much, such as >= 12 家";
    "P809" CountAsQuality "count-as-quality" Advice Practice
        title: "质量指标“{name}”写的是{unit}数，是数量" / "“{name}” stands under quality, but a count of {unit} is a quantity";
        label: "多少{unit}，不说明好不好" / "how many {unit} there are does not say how good";
        label: "质量指标写做得好不好" / "quality says how well it is done";
        help: "放到数量指标；质量写合格率、达标率一类" / "put it under quantity; quality is told by rates, such as 合格率";
    "P810" SatisfactionMisplaced "satisfaction-misplaced" Warning Practice
        title: "满意度“{name}”{problem}" / "the satisfaction “{name}” {problem}";
        label: "满意度不属于{category}" / "satisfaction does not belong to {category}";
        label: "问的是满意度" / "this asks for satisfaction";
        label: "满意度要写成百分比" / "satisfaction is told as a percentage";
        help: "放到满意度指标；{category}写项目带来的变化" / "put it under satisfaction; {category} says what the project changes";
        help: "写成百分比，例如 >= 90%" / "write a percentage, such as >= 90%";
    "P812" TemplateText "template-text" Warning Practice
        title: "{place}里还留着模板的文字“{text}”" / "{place} still holds text of the template: {text}";
        label: "没有填写，或者没有删去" / "not filled in, or not taken away";
        help: "换成实际的内容；不用填的，删去它" / "write what is meant, or delete it";
        help: "名称改成：{right}" / "make the name: {right}";
    "P813" RepeatedDescription "repeated-description" Advice Practice
        title: "“{name}”的描述只是把名称又写了一遍" / "the description of “{name}” only repeats the name";
        label: "描述没有说明算什么、怎样算" / "it does not say what is counted, and how";
        label: "这一条说明了：“{description}”" / "this one does: “{description}”";
        help: "写明统计的范围和算法；没有要说明的，删去描述，表格里照样印名称" / "say what is counted and how; where nothing is to be said, delete the description, and the table prints the name all the same";
    "P814" UnitAgainstName "unit-against-name" Warning Practice
        title: "指标“{name}”应是{said}，单位却是“{unit}”" / "“{name}” asks for {said}, but the target is in {unit}";
        label: "单位是“{unit}”" / "in {unit}";
        label: "名称说的是{said}" / "the name speaks of {said}";
        label: "没有写是多少元" / "it does not say how much money";
        label: "{category}要写金额" / "{category} takes an amount of money";
        help: "改正单位，或者改正名称" / "correct the unit, or the name";
        help: "写上货币单位，例如 470 元/人·天、28.40 元/株、250 万元" / "write the unit of money, as in 470 元/人·天, 28.40 元/株, 250 万元";
    "P815" NumberAgainstName "number-against-name" Warning Practice
        title: "名称里写的是“{said}”，指标值却是“{value}”" / "the name says {said}, but the target is {value}";
        label: "这里是“{value}”" / "{value} here";
        label: "名称里是“{said}”" / "{said} in the name";
        help: "改正其中一个；名称里不必写指标值，改的时候只要改一处" / "correct one of them; where the name leaves the number out, there is only one to change";
    "P816" PastedText "pasted-text" Advice Practice
        title: "{count} 条指标的{what}一字不差" / "{count} indicators have the very same {what}";
        label: "写的都是“{text}”" / "all say “{text}”";
        label: "这里也是" / "this one as well";
        help: "{what}要说这一条的情况；几条都一样的，在项目里写一次" / "let the {what} speak of its own indicator; what holds for all of them is said once, in the project";
    "P817" NearDuplicate "near-duplicate" Warning Practice
        title: "指标“{name}”像是写了两次" / "the indicator “{name}” seems to be there twice";
        label: "与前面的“{other}”说的是同一件事" / "speaks of the same thing as “{other}” before";
        label: "前面的一条" / "the one before";
        help: "只留一条；确实是两件事的，在名称里说清楚差别" / "keep one of them; where they are two things, let their names tell them apart";
        help: "名称和指标值都一样，同一件事只在一个类别里考核" / "name and target are the same: let one category have it";
    "P818" MisfiledIndicator "misfiled-indicator" Warning Practice
        title: "“{name}”像是{right}" / "“{name}” looks like {right}";
        label: "写在{category}下" / "it stands under {category}";
        label: "多半是“{right}”写错了字" / "most likely {right}, misspelt";
        label: "这个分类在这里定义" / "the category is defined here";
        help: "改成 {word}" / "make it {word}";
        help: "改用标准里的“{right}”，删去自己定义的分类" / "use {right} of the standard, and delete the category that is defined here";
        help: "把这个分类移到{right}下，或者改用标准里的分类" / "move the category to {right}, or use that of the standard";
    "P819" CostsAgainstBudget "costs-against-budget" Advice Practice
        title: "按指标值算，成本{outcome}" / "going by the targets, the cost {outcome}";
        label: "每 {each} 的单价" / "the price for each {each}";
        label: "乘以这里的数量" / "times this number";
        label: "预算数 {total}" / "the budget: {total}";
        label: "正好 {total} 也不算完成" / "{total} itself does not meet it";
        label: "另一个单价" / "another price";
        help: "改正单价、数量或者预算数，使它们对得上" / "correct the price, the number or the budget so that they fit";
        help: "在数量一行末尾写“记作 数量”，在单价一行末尾写“每 {unit} 记作 单价”，再加一行：校验 \"费用不超过预算\" 数量 * 单价 <= 预算" / "write `as number` behind the count and `per {unit} as price` behind the price, and add a line: check \"within budget\" number * price <= budget";
        help: "写成 {right}" / "write {right}";
    "P820" VagueDeadline "vague-deadline" Warning Practice
        title: "“{text}”没有说到哪一天为止" / "{text} does not say by which day";
        label: "只有年份" / "a year alone";
        label: "没有写是哪一年" / "of no year";
        help: "写成 {right}，或者写明月份、日期" / "write {right}, or name the month or the day";
    "P821" DominantWeight "dominant-weight" Warning Practice
        title: "一条指标“{name}”就占了 {weight} 分" / "one indicator, “{name}”, carries {weight} points";
        label: "{weight} 分，满分 100 分" / "{weight} of 100 points";
        label: "其他指标再好，也由它决定" / "it decides whatever the others come to";
        help: "把分值分给各条指标；一件事做几步的，分成几条" / "share out the points; where the work has several steps, make an indicator of each";
    "P822" UnusualWeights "unusual-weights" Advice Practice
        title: "{level}定为 {weight} 分，标准 {standard} 规定的是 {usual} 分" / "{level} carries {weight} points; the standard {standard} says {usual}";
        label: "标准是 {usual} 分" / "the standard says {usual}";
        help: "没有特别的理由，就用标准的分值：{list}；有理由的，在项目里写明：备注 \"…\"" / "without a reason use those of the standard: {list}; where there is one, state it in the project: note \"…\"";
    "P823" DegreeWithoutBase "degree-without-base" Advice Practice "off"
        title: "指标“{name}”的值有程度，没有比较的对象" / "the target of “{name}” says how far, but not compared with what";
        label: "与什么比？" / "compared with what?";
        help: "写明与什么比，例如 为 \"较上年明显提升\"，或在花括号里写上年的情况：上年值 为 \"一般\"" / "say what it is compared with, as in: is \"较上年明显提升\", or give last year's value in its block: baseline is \"一般\"";

    // ---- P9: settings ----------------------------------------------------------------------------------------------

    "P901" UnusedAllowance "unused-allowance" Warning Settings
        title: "这里允许的 {code} 没有出现" / "{code} is allowed here, but there is none";
        label: "没有要允许的问题" / "nothing to allow";
        help: "问题已经解决，可以删去这条注释" / "what it was for is mended: delete the comment";
    "P902" UnexplainedAllowance "unexplained-allowance" Warning Settings
        title: "允许 {code}，但没有写原因" / "{code} is allowed without a reason";
        label: "原因写在代码后面" / "the reason goes behind the code";
        help: "写明为什么可以这样，例如：// perfc: 允许 {code} 上级规定如此" / "say why it is all right, as in: // perfc: allow {code} so ruled by the bureau";
    "P903" UnknownRule "unknown-rule" Warning Settings
        title: "没有“{word}”这个代码" / "there is no code `{word}`";
        label: "不认识这个代码" / "unknown code";
        help: "用 perfc explain 列出全部代码" / "`perfc explain` lists all codes";
        help: "是不是 {suggestion}？" / "did you mean {suggestion}?";
    "P904" ErrorAllowed "error-allowed" Warning Settings
        title: "{code} 是错误，不能允许" / "{code} is an error and cannot be allowed";
        label: "只有警告和建议可以允许" / "only warnings and advice can be";
        label: "错误在这里" / "the error is here";
        help: "请改正它；perfc explain {code} 说明怎样改" / "mend it; `perfc explain {code}` tells how";
    "P905" UnknownDirective "unknown-directive" Warning Settings
        title: "注释里的“perfc: {word}”没有意思" / "`perfc: {word}` in a comment means nothing";
        label: "不认识这个词" / "unknown word";
        label: "后面没有写代码" / "no code follows";
        help: "可以写：允许 代码 原因（管下面或同一行的语句），全文允许 代码 原因（管整个文件）" / "there are `allow CODE reason` for the statement below or beside it, and `allow-file CODE reason` for the file";
    "P911" UnknownSetting "unknown-setting" Error Settings
        title: "没有“{word}”这个设置" / "there is no setting `{word}`";
        label: "不认识这个设置" / "unknown setting";
        help: "可以写：{list}" / "there are: {list}";
        help: "是不是 {suggestion}？" / "did you mean {suggestion}?";
    "P912" WrongSetting "wrong-setting" Error Settings
        title: "设置“{word}”的值不对" / "the value of `{word}` is wrong";
        label: "应是{expected}" / "it must be {expected}";
        help: "改成{expected}" / "make it {expected}";
    "P913" SettingsSyntax "settings-syntax" Error Settings
        title: "设置文件的写法有误（{reason}）" / "the settings are no TOML ({reason})";
        label: "从这里起读不懂" / "not understood from here on";
        help: "设置文件用 TOML 写成，一行一个：名称 = 值；文字放在引号里，如 language = \"zh\"" / "settings are written in TOML, one to a line: name = value; texts stand in quotes, as in language = \"zh\"";
        help: "引号、逗号、等号、方括号要用英文（半角）的" / "quotes, commas, signs and brackets are the ASCII ones";
}
