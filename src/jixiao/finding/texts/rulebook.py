"""What is wrong with a rulebook: names, numbers and keys of the file go into the slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "rulebook.as-documented": ("按《指标体系文件格式》改正", "see docs/rulebook-format.md"),
    "rulebook.block.kind": (
        '自设指标不能用 kind = "{kind}"',
        "free rows cannot be scored by kind {kind!r}",
    ),
    "rulebook.block.kind.remedy": (
        '改用 "target"、"item" 或 "judged"',
        'use "target", "item" or "judged"',
    ),
    "rulebook.block.role": (
        '自设指标“{block}”要用到 role = "{role}" 的栏目',
        "block {block} needs a column with the role {role}",
    ),
    "rulebook.block.role.remedy": (
        '补上 role = "{role}" 的栏目',
        'add a column with role = "{role}"',
    ),
    "rulebook.block.weight-missing": ("自设指标“{block}”没有分值", "block {block} has no weight"),
    "rulebook.block.weight-missing.remedy": ("补上 weight = …", "add weight = …"),
    "rulebook.cases.too-few": (
        "“{name}”至少要有{fewest}个算例",
        "{name} needs at least {fewest} cases",
    ),
    "rulebook.cases.too-few.remedy": (
        "补上 cases，至少一个取在分档或满分的端点上",
        "add cases, one of them at a boundary",
    ),
    "rulebook.cases.unknown": (
        "算例中的“{name}”不是基础数据项，也不是重复表的列",
        "{name!r} in the case is no input and no column",
    ),
    "rulebook.cases.unknown.near": ("改为“{near}”", "did you mean {near!r}?"),
    "rulebook.cases.unknown.remedy": ("改为已有的 id", "name an id that exists"),
    "rulebook.cases.value": (
        "“{label}”写成了“{written}”，不是数字，也不是可选项",
        "{written!r} is neither a number nor an option of {label}",
    ),
    "rulebook.cases.value.remedy": ("改写成数字", "write a number"),
    "rulebook.cases.row": ("自设指标的算例写法不对", "this case is no free row"),
    "rulebook.cases.row.remedy": (
        'inputs 写成 {{ operator = "≥", target = 90, actual = 81, weight = 10 }}',
        'write inputs = {{ operator = "≥", target = 90, actual = 81, weight = 10 }}',
    ),
    "rulebook.cases.score": ("算例写的得分是{score}，{why}", "the case says {score}, {why}"),
    "rulebook.cases.score.remedy": (
        "改算例的 score 或 inputs，或改评分规则",
        "change the case or the rule",
    ),
    "rulebook.cases.excel-length": (
        "“{name}”的表格公式超过8192个字符",
        "the Excel formula of {name} exceeds 8,192 characters",
    ),
    "rulebook.cases.excel-length.remedy": (
        "减少档数，或把一部分移到重复表的计算列",
        "use fewer steps or a computed column of a table",
    ),
    "rulebook.cases.value.choices": ("可选项：{choices}", "options: {choices}"),
    "rulebook.cases.out-of-range": ("应在0至{weight}之间", "not within 0 and {weight}"),
    "rulebook.cases.outside-interval": (
        "不在按显示位数推算的范围之内",
        "outside the range that the digits shown leave open",
    ),
    "rulebook.cases.missing": ("按规则缺少数据", "the rule lacks figures"),
    "rulebook.cases.ask": ("按规则需人工判定", "the rule leaves it to a person"),
    "rulebook.cases.no-score": ("按规则没有得分", "the rule gives no score"),
    "rulebook.cases.lacking": ("{why}：{missing}", "{why}: {missing}"),
    "rulebook.cases.trace": ("按规则计算：{trace}", "the rule gives: {trace}"),
    "rulebook.checklist.weights": (
        "各要点分值合计{summed}，不是{weight}",
        "the items weigh {summed}, not {weight}",
    ),
    "rulebook.checklist.weights.remedy": (
        "改各要点的 points 或该行的 weight",
        "change the points or the weight",
    ),
    "rulebook.choice.options": (
        "选项“{option}”只在 choices 和 scores 之一中出现",
        "option {option!r} is in only one of choices and scores",
    ),
    "rulebook.choice.options.remedy": ("两处写成同样的选项", "write the same options in both"),
    "rulebook.clause.missing": ("“{name}”没有依据条款", "{name} names no clause"),
    "rulebook.clause.missing.remedy": ('补上 clause = "…"', 'add clause = "…"'),
    "rulebook.clause.of-change": (
        "“{identifier}”改动了所依据体系的内容，没有写依据条款",
        "{identifier} changes what it inherits but names no clause",
    ),
    "rulebook.clause.of-change.remedy": ('补上 clause = "…"', 'add clause = "…"'),
    "rulebook.extends.circle": ("extends 绕成了圈：{circle}", "extends goes in a circle: {circle}"),
    "rulebook.extends.circle.remedy": ("去掉其中一个 extends", "remove one of them"),
    "rulebook.file.encoding": ("文件不是UTF-8编码", "the file is not UTF-8"),
    "rulebook.file.encoding.remedy": ("用记事本另存为UTF-8编码", "save it as UTF-8"),
    "rulebook.file.missing": ("没有名为“{name}”的指标体系", "there is no rulebook {name!r}"),
    "rulebook.file.missing.remedy": (
        "检查编号或路径；jixiao rulebook list 列出全部指标体系",
        "check the id or the path; jixiao rulebook list shows what there is",
    ),
    "rulebook.file.unopened": ("文件打不开", "the file cannot be opened"),
    "rulebook.file.unopened.remedy": (
        "检查路径和读取权限",
        "check the path and the right to read it",
    ),
    "rulebook.file.format": ("文件格式有误（{what}）", "not valid TOML: {what}"),
    "rulebook.file.format.remedy": (
        "检查这一行及上一行的引号、括号和等号是否成对、完整",
        "check quotes, brackets and equals signs on this line and the one above",
    ),
    "rulebook.formula.no-condition": ("“{text}”不是条件", "{text!r} is no condition"),
    "rulebook.formula.no-condition.remedy": (
        "写成比较，例如 a <= b",
        "write a comparison such as a <= b",
    ),
    "rulebook.formula.wrong": (
        "公式“{text}”有误（第{column}个字符）：{what}",
        "formula {text!r}, column {column}: {what}",
    ),
    "rulebook.formula.unknown": (
        "公式中的“{name}”没有定义",
        "{name!r} in the formula is not defined",
    ),
    "rulebook.formula.unknown.near": (
        "改为“{near}”，或在 inputs 中补上",
        "did you mean {near!r}? otherwise define it",
    ),
    "rulebook.formula.unknown.remedy": (
        "在 inputs（或表的 columns）中补上",
        "define it in inputs or columns",
    ),
    "rulebook.formula.denominator": (
        "“{text}”有分母，没有说明分母为零怎么办",
        "{text!r} has a denominator but no if_zero",
    ),
    "rulebook.formula.denominator.remedy": (
        '补上 if_zero = "ask"（由人工判定）、"full"、"zero" 或 "na"',
        'add if_zero = "ask", "full", "zero" or "na"',
    ),
    "rulebook.formula.no-answer": (
        '“{name}”不是 kind = "{kind}" 的基础数据项',
        "{name!r} is no input of kind {kind!r}",
    ),
    "rulebook.formula.no-answer.near": (
        "改为“{near}”，或在 inputs 中补上",
        "did you mean {near!r}? otherwise define it in inputs",
    ),
    "rulebook.formula.no-answer.remedy": ("在 inputs 中补上", "define it in inputs"),
    "rulebook.grades.order": ("档次应从高到低排列", "grades must be listed from best to worst"),
    "rulebook.grades.order.remedy": ("改 min 或调整次序", "change min or the order"),
    "rulebook.id.twice": ("id“{identifier}”用了两次", "id {identifier!r} is used twice"),
    "rulebook.id.twice.remedy": ("换一个没有用过的 id", "choose another id"),
    "rulebook.id.shipped": (
        "id“{identifier}”是程序自带的指标体系的编号，内容却不同",
        "id {identifier!r} is that of a rulebook that comes with the program and says otherwise",
    ),
    "rulebook.id.shipped.remedy": (
        '换一个自己的 id，如"{identifier}-own"；只改几处的，可以写 extends = "{identifier}"',
        'choose an id of your own, such as "{identifier}-own"; where only a few values differ, '
        'write extends = "{identifier}"',
    ),
    "rulebook.id.other-file": (
        "id“{identifier}”在“{file}”里已经用了",
        "id {identifier!r} is used in {file} already",
    ),
    "rulebook.id.other-file.remedy": (
        "两个文件各用各的 id；留着旧稿的，把旧稿移到别的文件夹",
        "give each file an id of its own; move an old draft to another folder",
    ),
    "rulebook.id.form": ("id“{identifier}”写法不对", "id {identifier!r} is not well formed"),
    "rulebook.id.form.remedy": (
        "只用小写英文字母、数字和{separator}，以字母开头；x 和 weight 另有含义",
        "use lower-case letters, digits and {separator}; x and weight are taken",
    ),
    "rulebook.id.unknown": (
        "没有 id 为“{written}”的条目",
        "there is nothing with the id {written!r}",
    ),
    "rulebook.id.unknown.near": ("改为“{near}”", "did you mean {near!r}?"),
    "rulebook.id.unknown.remedy": ("改为已有的 id", "name an id that exists"),
    "rulebook.id.hyphen": ("连字符 -", "hyphens"),
    "rulebook.id.underscore": ("下划线 _", "underscores"),
    "rulebook.identity.no-comparison": ("勾稽关系应是一个比较", "an identity must be a comparison"),
    "rulebook.identity.no-comparison.remedy": (
        "写成 a = b + c 或 a <= b",
        "write a = b + c or a <= b",
    ),
    "rulebook.key.unknown": ("没有“{key}”这个键", "unknown key {key!r}"),
    "rulebook.key.unknown.near": ("改为“{near}”", "did you mean {near!r}?"),
    "rulebook.key.unknown.remedy": ("可用的键：{known}", "known keys: {known}"),
    "rulebook.key.missing": ("缺少“{key}”", "{key!r} is missing"),
    "rulebook.key.missing.remedy": ("补上 {key} = …", "add {key} = …"),
    "rulebook.label.blank": (
        "“{identifier}”的指标名称或层级里有空白的，或前后多了空格",
        "a level or the name of {identifier!r} is blank or has blanks around it",
    ),
    "rulebook.label.blank.remedy": (
        '去掉空格；没有这一级的就不写，如 path = ["过程"]',
        'take the blanks away; leave out a level that is not there: path = ["过程"]',
    ),
    "rulebook.grades.above": (
        "档次的最低分{min}超过总分{total}，谁也达不到",
        "the grade begins at {min}, beyond the total of {total}",
    ),
    "rulebook.grades.above.remedy": ("改档次的 min，或改 total", "change its min or the total"),
    "rulebook.veto.takes": (
        "一票否决要写明否决什么，且只写一种",
        "a veto says what it takes, one thing only",
    ),
    "rulebook.veto.takes.remedy": (
        'grade = "差"（档次最高为差）、total = 59（总分最高59分）、'
        'section = ["过程"]、row = "指标的id" 中写一个',
        'write one of grade = "差", total = 59, section = ["过程"], row = "id of a row"',
    ),
    "rulebook.veto.total": (
        "否决后的总分应在0至{total}之间",
        "the total that a veto leaves must lie within 0 and {total}",
    ),
    "rulebook.veto.total.remedy": ("改 veto 的 total", "change total"),
    "rulebook.veto.free-rows": (
        "“{where}”里有部门自设的指标，不能整节否决",
        "{where!r} has rows that departments name themselves and cannot be vetoed as a whole",
    ),
    "rulebook.veto.free-rows.remedy": (
        "改用 total 或 row",
        "use total or row instead",
    ),
    "rulebook.survey.share": (
        "“{label}”的 share 应在0至1之间：1为全部计入满意度，0为不计入",
        "the share of {label!r} must lie within 0 and 1: 1 counts wholly, 0 not at all",
    ),
    "rulebook.survey.share.remedy": (
        '改 share，如 share = 1、share = "80%"',
        'change share, for example share = 1 or share = "80%"',
    ),
    "rulebook.hint.unused": (
        "基础数据“{label}”没有用到",
        "the input {label} is used nowhere",
    ),
    "rulebook.hint.unused.remedy": (
        "不需要的删去；需要的写进 rate、score 或勾稽关系",
        "leave it out, or use it in a rate, a rule or an identity",
    ),
    "rulebook.hint.no-actual": (
        "评分表没有“实际值”栏，算出的比率在表上看不到",
        "the form has no column for actual values: computed rates are not seen",
    ),
    "rulebook.hint.no-actual.remedy": (
        '补上 [[columns]] role = "actual"',
        'add [[columns]] role = "actual"',
    ),
    "rulebook.hint.no-reason": (
        "评分表没有“扣分原因”栏，扣分没有地方说明",
        "the form has no column for the reason of points lost",
    ),
    "rulebook.hint.no-reason.remedy": (
        '补上 [[columns]] role = "reason"',
        'add [[columns]] role = "reason"',
    ),
    "rulebook.hint.end": (
        "“{name}”没有正好取在端点（如{end}）上的算例，端点含不含没有验过",
        "no case of {name} is exactly at an end such as {end}",
    ),
    "rulebook.hint.end.remedy": (
        "补一个正好等于端点的算例",
        "add a case that is exactly at the end",
    ),
    "rulebook.file.quotes": (
        "这一行用了中文引号{found}",
        "this line has Chinese quotation marks {found}",
    ),
    "rulebook.file.quotes.remedy": (
        '改为英文双引号，如 name = "预算完成率"',
        'use straight double quotes: name = "预算完成率"',
    ),
    "rulebook.file.signs": (
        "这一行用了全角符号{found}",
        "this line has full-width signs {found}",
    ),
    "rulebook.file.signs.remedy": (
        "等号、逗号、括号改为英文半角：= , [ ] {{ }}",
        "use half-width = , [ ] {{ }}",
    ),
    "rulebook.file.no-value": (
        "“{key}”的等号后面没有值",
        "{key!r} has no value after the equals sign",
    ),
    "rulebook.file.no-value.remedy": (
        '补上值，如 {key} = "文字" 或 {key} = 6；不需要的整行删去',
        'add the value, {key} = "text" or {key} = 6, or take the line away',
    ),
    "rulebook.file.bare": (
        "“{key}”的值“{value}”没有加引号",
        "the value {value} of {key!r} is not quoted",
    ),
    "rulebook.file.bare.remedy": (
        '文字和百分数放在英文双引号里：{key} = "{value}"',
        'put text and percentages in double quotes: {key} = "{value}"',
    ),
    "rulebook.value.truth.remedy": (
        "是写 true，否写 false，不加引号",
        "write true or false without quotes",
    ),
    "rulebook.value.number.remedy": (
        "直接写数字，不加引号、单位，如 {key} = 6",
        "write the bare number without quotes or units: {key} = 6",
    ),
    "rulebook.cases.value.flag": ("是写 true，否写 false，不加引号", "write true or false"),
    "rulebook.overlay.unknown": (
        "底本里没有 id 为“{written}”的条目，{key} 不起作用",
        "nothing in the rulebook extended has the id {written!r}: {key} has no effect",
    ),
    "rulebook.overlay.unknown.remedy": ("改为底本里有的 id", "name an id that it has"),
    "rulebook.severity.unknown": ("没有“{code}”这个问题代码", "there is no finding code {code!r}"),
    "rulebook.severity.unknown.remedy": (
        "问题代码是一个大写字母加三位数字，如 R102；含义见 docs/findings",
        "a code is a capital letter and three digits, such as R102",
    ),
    "rulebook.label.twice": (
        "名称“{word}”同时指“{other}”和“{identifier}”",
        "the label {word!r} names both {other} and {identifier}",
    ),
    "rulebook.label.twice.remedy": (
        "改其中一个的名称或 aliases",
        "change the label or the aliases of one",
    ),
    "rulebook.ladder.gaps": ("各档没有覆盖：{gaps}", "the steps leave out {gaps}"),
    "rulebook.ladder.gaps.remedy": (
        '补上缺的档，或写明 elsewhere = "ask"、"zero" 或 "full"',
        'add the step, or say elsewhere = "ask", "zero" or "full"',
    ),
    "rulebook.ladder.elsewhere": (
        "各档已覆盖全部数值，elsewhere 用不到",
        "the steps cover everything, elsewhere is never reached",
    ),
    "rulebook.ladder.elsewhere.remedy": ("删去 elsewhere", "remove elsewhere"),
    "rulebook.ladder.dead-step": (
        "第{later}档“{later_span}”永远用不到，已包含在第{earlier}档“{earlier_span}”",
        "step {later} ({later_span}) is never reached behind step {earlier} ({earlier_span})",
    ),
    "rulebook.ladder.overlap": (
        "第{later}档“{later_span}”重叠于第{earlier}档“{earlier_span}”",
        "step {later} ({later_span}) overlaps step {earlier} ({earlier_span})",
    ),
    "rulebook.ladder.one-step": (
        "改两档的端点，让每个数值只属于一档",
        "change the ends so that every value belongs to one step",
    ),
    "rulebook.loss.open-range": (
        "得满分的范围“{full}”要包括端点",
        "the range of full marks {full!r} must include its ends",
    ),
    "rulebook.loss.open-range.remedy": ("用 >= 或 <=", "use >= or <="),
    "rulebook.loss.not-above-zero": (
        "step 和 points 都要大于零",
        "step and points must be above zero",
    ),
    "rulebook.loss.not-above-zero.remedy": (
        "扣分写成正数",
        "write points lost as a positive number",
    ),
    "rulebook.names": ("、", ", "),
    "rulebook.not-applicable.missing": (
        'if_zero = "na" 要说明不适用时怎么办',
        "if_zero 'na' needs a policy",
    ),
    "rulebook.not-applicable.missing.remedy": (
        '补上 not_applicable = {{ then = "full" }} 或 {{ then = "drop" }}',
        'add not_applicable = {{ then = "full" }} or {{ then = "drop" }}',
    ),
    "rulebook.parts.not-applicable": (
        "分部分评分的指标不能只有一部分不适用",
        "one part of an indicator cannot be not applicable",
    ),
    "rulebook.parts.not-applicable.remedy": (
        '改为 "ask"、"full" 或 "zero"',
        'use "ask", "full" or "zero"',
    ),
    "rulebook.parts.weights": (
        "“{name}”各部分分值合计{summed}，不是{weight}",
        "the parts of {name} weigh {summed}, not {weight}",
    ),
    "rulebook.parts.weights.remedy": ("改各部分的 weight", "change the weights of the parts"),
    "rulebook.parts.best-weights": (
        "“{name}”择优取一，每一部分的分值都应为{weight}",
        "each alternative of {name} must weigh {weight}",
    ),
    "rulebook.parts.best-weights.remedy": ("改各部分的 weight", "change the weights of the parts"),
    "rulebook.points.out-of-range": (
        "得分{points}不在0至{most}之间",
        "{points} points are not within 0 and {most}",
    ),
    "rulebook.points.out-of-range.remedy": ("改 score 或 weight", "change score or weight"),
    "rulebook.problem.line": ("第{line}行 ", "line {line} "),
    "rulebook.problem": ("{place}{key}：{message}。{remedy}", "{place}{key}: {message}. {remedy}"),
    "rulebook.provenance.missing": ("“{name}”没有来源", "{name} has no provenance"),
    "rulebook.provenance.missing.remedy": (
        '补上 provenance = {{ status = "confirmed", source = "…" }}',
        'add provenance = {{ status = "confirmed", source = "…" }}',
    ),
    "rulebook.rate.missing": (
        'kind = "{kind}" 按比率评分，却没有 rate',
        "kind {kind!r} scores a rate, but there is no rate",
    ),
    "rulebook.rate.missing.remedy": ('补上 rate = "…"', 'add rate = "…"'),
    "rulebook.role.twice": ("role“{role}”用了两次", "role {role} is used twice"),
    "rulebook.role.twice.remedy": ("每种栏目只能有一列", "one column for each role"),
    "rulebook.role.missing": ('评分表缺少 role = "{role}" 的栏目', "no column has the role {role}"),
    "rulebook.role.missing.remedy": (
        '补上 [[columns]] role = "{role}"',
        'add [[columns]] role = "{role}"',
    ),
    "rulebook.score.missing": ("“{name}”没有评分规则", "{name} has no scoring rule"),
    "rulebook.score.missing.remedy": (
        "补上 score = {{ kind = … }} 或 [[indicators.parts]]",
        "add score = {{ kind = … }} or [[indicators.parts]]",
    ),
    "rulebook.score.and-parts": (
        "“{name}”既有 score 又有 parts",
        "{name} has both score and parts",
    ),
    "rulebook.score.and-parts.remedy": ("二者留一", "keep one of them"),
    "rulebook.section.weights": (
        "“{where}”各行分值合计{summed}，不是{weight}",
        "rows below {where} weigh {summed}, not {weight}",
    ),
    "rulebook.section.weights.remedy": (
        "改各行的 weight，或改这里的合计",
        "change the weights of the rows or this sum",
    ),
    "rulebook.target.fixed-row": (
        'kind = "target" 只用于自设指标（blocks）',
        "kind 'target' is for blocks of free rows",
    ),
    "rulebook.target.fixed-row.remedy": ("改用 linear 或 deduct", "use linear or deduct"),
    "rulebook.total.weights": (
        "全部分值合计{summed}，不是{weight}",
        "all weights add up to {summed}, not {weight}",
    ),
    "rulebook.total.weights.remedy": (
        "改各行的 weight，或改 total",
        "change the weights of the rows or total",
    ),
    "rulebook.interpolation.order": (
        "插值的各点至少两个，at 从小到大、不能重复",
        "interpolation needs at least two points, their rates rising",
    ),
    "rulebook.interpolation.order.remedy": (
        'points 写成 [{{ at = "60%", score = 0 }}, {{ at = "100%", score = 10 }}]',
        'write points = [{{ at = "60%", score = 0 }}, {{ at = "100%", score = 10 }}]',
    ),
    "rulebook.value.no-text": (
        "“{key}”应为文字，用英文双引号括起来",
        "{key!r} must be text in double quotes",
    ),
    "rulebook.value.no-number": ("“{key}”应为数字", "{key!r} must be a number"),
    "rulebook.value.not-whole": ("“{key}”应为整数", "{key!r} must be a whole number"),
    "rulebook.value.no-truth": ("“{key}”应为 true 或 false", "{key!r} must be true or false"),
    "rulebook.value.no-list": (
        "“{key}”应为列表，用方括号括起来",
        "{key!r} must be a list in square brackets",
    ),
    "rulebook.value.no-table": (
        "“{key}”应为一组键和值",
        "{key!r} must be a table of keys and values",
    ),
    "rulebook.value.wrong": ("“{key}”写法不对（{what}）", "{key!r} is not well formed ({what})"),
    "rulebook.value.no-range": (
        "“{written}”不是范围，应写成“>= 90%”“< 60%”“= 0”或“[80%, 90%)”",
        '{written!r} is no range; write ">= 90%", "< 60%", "= 0" or "[80%, 90%)"',
    ),
    "rulebook.value.no-amount": (
        '“{written}”不是数字，应写成 0.5 或 "95%"',
        '{written!r} is no number; write 0.5 or "95%"',
    ),
    "rulebook.value.not-among": (
        "“{written}”不在可选值之内",
        "{written!r} is not one of the values allowed",
    ),
    "rulebook.value.not-among.near": (
        "改为“{near}”；可选值：{choices}",
        "did you mean {near!r}? allowed: {choices}",
    ),
    "rulebook.value.not-among.remedy": ("可选值：{choices}", "allowed: {choices}"),
    "rulebook.weight.missing": ("“{name}”没有分值", "{name} has no weight"),
    "rulebook.weight.missing.remedy": ("补上 weight = …", "add weight = …"),
    "rulebook.weight-given.no-condition": (
        "分值并入其他指标的，要写明条件 when",
        "giving the weight away needs a condition",
    ),
    "rulebook.weight-given.no-condition.remedy": ('补上 when = "…"', 'add when = "…"'),
}
