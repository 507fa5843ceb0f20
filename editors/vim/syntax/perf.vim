" Highlighting of .perf files. The word lists are the compiler's own: UPDATE_EDITORS=1 cargo test --test it editors
if exists('b:current_syntax')
  finish
endif
scriptencoding utf-8

syntax case match
" Digits are none of a keyword: 不少于12家, 截至2026-12-31.
syntax iskeyword @,_,-,%,192-255
syntax sync minlines=200

" The last item that fits wins, keywords before all others.
syntax match perfMistake /[^[:blank:]　 ﻿]/
" Digits belong to a word unless they are a value that is glued to it: 费用1, but 优100%.
syntax match perfWord /[[:alpha:]_%％‰℃〇一-鿿Ａ-Ｚａ-ｚ]\%([-[:alpha:]_%％‰℃〇一-鿿]\|[0-9]\+[0-9%％.．]\@!\)*/
syntax match perfCategory /\%(^\|[;；{｛}｝]\)\@1<=[[:blank:]　]*\zs[[:alpha:]_一-鿿][-[:alnum:]_一-鿿]*\ze[[:blank:]　]*["“「]/
syntax match perfRow /\%(^\|[;；{｛}｝]\)\@1<=[[:blank:]　]*\zs[[:alpha:]_一-鿿][-[:alnum:]_一-鿿]*\ze[[:blank:]　]*[-−－]\?[0-9０-９]/

syntax match perfOperator /[-+*/＋－＊／×÷−]/
syntax match perfRange /\.\.\|．．\|[～~–]\|——\?\|至\ze[[:blank:]　]*[0-9０-９]/
syntax match perfComparison /[>＞<＜][=＝]\?\|[≤≥≦≧]\|[=＝﹦═]/
syntax keyword perfComparison
      "\ words comparison
      \ 大于等于 小于等于 不低于 不多于 不大于 不小于 不少于 不超过 不高于 低于 多于 大于 小于 少于 等于
      \ 至多 至少 超过 高于
      "\ end
syntax match perfDelimiter /[;；,，、]/
syntax match perfBracket /[{｛}｝(（)）]/

syntax match perfUnit contained /[[:alpha:]%％‰℃°㎡㎥一-鿿]\+\%([/／·•][[:alpha:]%％一-鿿]\+\%([*.、][[:alpha:]一-鿿]\+\)*\)*/
syntax match perfNumber /[0-9０-９]\+\%([.,，．][0-9０-９]\+\)*/ nextgroup=perfAs,perfPer,perfArgument,perfUnit skipwhite
syntax match perfDate /[0-9０-９]\{4}\%([-－][0-9０-９]\{1,2}[0-9０-９]\@!\)\{1,2}/
syntax match perfDate /[0-9０-９]\{4}\%([/／][0-9０-９]\{1,2}\)\{2}[0-9０-９]\@!\|[0-9０-９]\{4}\%([.．][0-9０-９]\{1,2}\)\{2}[0-9０-９]\@!/
syntax match perfDate /[0-9０-９]\{4}\s*年度\?\%(\s*[0-9０-９]\{1,2}\s*月份\?\%(\s*[0-9０-９]\{1,2}\s*[日号]\)\?\)\?\%(\s*\%(底之前\|底以前\|底前\|末前\|之前\|以前\|前\|底\|末\)\)\?/

syntax match perfMistake /["“「][^"“”「」]*$/
syntax match perfText /"[^"]*\%(""[^"]*\)*"/ contains=perfDoubled
syntax match perfDoubled contained /[^"]\zs""\ze[^"]/
syntax match perfText /“[^“”]*\%(“[^“”]*”[^“”]*\)*”/
syntax match perfText /「[^」]*」/

syntax match perfComment /\%(\/\/\|／／\).*$/ contains=perfTodo,perfDirective,@Spell
syntax region perfComment start=+/\*+ end=+\*/+ contains=perfTodo,@Spell fold
syntax keyword perfTodo contained TODO FIXME
syntax match perfDirective contained /perfc: *\%(允许\|全文允许\|allow\%(-file\)\?\)/
syntax region perfBlock start=/[{｛]/ end=/[}｝]/ matchgroup=perfBracket transparent fold

syntax keyword perfArgument
      "\ words argument
      \ 完全不可能 预算执行率 不能完成 全年预计 可能完成 越大越好 越小越好 不晚于 不累计 也写作 全或无 按反比
      \ 按差额 按比例 有可能 确定能 能完成 预算数 个数 分值 分档 印作 及格 反向 合计 待定 得分 恰好
      \ 截至 扣减 扩展 早于 显示 期限 权重 正向 求和 红灯 绿灯 蓝灯 计数 计量 记为 记作 达成 阶梯
      \ 预算 预计 黄灯 为 否 是 每 all-or-nothing proportional impossible
      \ execution achieved deadline forecast measures certain
      \ extends inverse passing reduced before budget graded likely
      \ linear steady weight yellow count exact green score steps
      \ also blue less more show per red sum tbd yes as at by
      \ is no
      "\ end
syntax keyword perfStatement
      "\ words statement
      \ 绩效指标描述 预算执行率 一级指标 二级指标 偏差原因 全年预计 分值方案 各级分值 实施期值 数据来源 绩效目标
      \ 设定依据 资金来源 资金用途 起止时间 项目代码 预算单位 预算年度 上年值 不超百 也写作 可超百 基期值
      \ 小数位 总期值 执行数 挑战值 项目期 预算数 亮灯 依据 分值 前提 力争 单位 印作 原因 备注 套用
      \ 年度 应填 得分 必填 描述 支出 方向 显示 权重 来源 校验 检查 用途 目标 等级 计量 评分 评判
      \ 说明 超额 预算 预计 direction execution judgement overshoot unbounded
      \ baseline category decimals describe expected forecast
      \ measures required bounded premise purpose scoring stretch
      \ weights budget period reason scheme source weight basis
      \ check grade level light score spent total also code fund
      \ goal note show year org use
      "\ end
syntax keyword perfStructure
      "\ words file
      \ 完成情况 实际完成 计量单位 预算单位 预算年度 倍数 单位 实际 导入 年度 引入 标准 模板 量纲 项目
      \ multiplier dimension standard template project actual
      \ import unit year org
      "\ end
syntax match perfLabel /[[:alpha:]_一-鿿][-[:alnum:]_一-鿿]*/ contained
syntax keyword perfPer nextgroup=perfUnit skipwhite
      "\ words per
      \ 每 per
      "\ end
syntax keyword perfAs nextgroup=perfLabel skipwhite
      "\ words as
      \ 记为 记作 as
      "\ end

highlight default link perfStructure Structure
highlight default link perfStatement Statement
highlight default link perfArgument Keyword
highlight default link perfPer Keyword
highlight default link perfAs Keyword
highlight default link perfLabel Tag
highlight default link perfCategory Type
highlight default link perfRow Identifier
highlight default link perfNumber Number
highlight default link perfDate Number
highlight default link perfUnit Special
highlight default link perfText String
highlight default link perfDoubled SpecialChar
highlight default link perfComment Comment
highlight default link perfTodo Todo
highlight default link perfDirective PreProc
highlight default link perfComparison Operator
highlight default link perfOperator Operator
highlight default link perfRange Operator
highlight default link perfDelimiter Delimiter
highlight default link perfBracket Delimiter
highlight default link perfMistake Error

let b:current_syntax = 'perf'
