"""The mistakes that YAML's own signs lead to, and their wording."""

from __future__ import annotations

from dataclasses import replace

from deckgen.problems import Kind

COLON_IN_TEXT = Kind(
    "colon-in-text",
    "error",
    "文字里有半角冒号加空格，冒号前面会被当成字段名。",
    "The text holds a colon and a space, so what stands before it is read as the name of a field.",
    "请给文字加引号：{fixed}",
    "Put the text in quotes: {fixed}",
)
COLON_IN_CHINESE = replace(
    COLON_IN_TEXT,
    zh_hint="请改用全角冒号：{fixed}",
    en_hint="Use a full-width colon: {fixed}",
)
HASH_IN_TEXT = Kind(
    "hash-in-text",
    "error",
    "YAML 把 # 之后当作注释，这段文字会丢失。",
    "YAML takes what follows the # as a comment, so this text would be lost.",
    "要保留这段文字，请加引号：{fixed}",
    "To keep the text, put it in quotes: {fixed}",
)
HASH_BEHIND_TEXT = replace(
    HASH_IN_TEXT,
    zh_hint="要显示就加引号（只写给自己看的，在 # 后空一格）：{fixed}",
    en_hint="If it is to show, put it in quotes (a note to yourself needs a space after the #): {fixed}",
)
LEADING_SIGN = Kind(
    "leading-sign",
    "error",
    "不加引号的文字不能以 {sign} 开头：在 YAML 里它另有含义。",
    "A text without quotes cannot begin with {sign}, which has a meaning of its own in YAML.",
    "请给文字加引号：{fixed}",
    "Put the text in quotes: {fixed}",
)
NO_ALIAS = Kind(
    "no-alias",
    "error",
    "{sign} 是 YAML 的锚点或别名，大纲不支持。",
    "{sign} is a YAML anchor or alias, which outlines do not have.",
    "请把内容直接写出来；若是文字，加引号。",
    "Write the content out; if it is text, put it in quotes.",
)
NO_MERGE = Kind(
    "no-merge",
    "error",
    "<< 在 YAML 里用来合并字段，大纲不支持。",
    "<< merges mappings in YAML, which outlines do not do.",
    "请把要合并的字段逐个写出来。",
    "Write out the fields that were to be merged.",
)
BRACES_AS_TEXT = Kind(
    "braces-as-text",
    "error",
    "花括号里没有「字段: 内容」，里面的文字会被当成一组空的字段。",
    "The braces hold no “field: value”, so their text is read as fields without values.",
    "请给文字加引号：{fixed}",
    "Put the text in quotes: {fixed}",
)
COMMA_IN_TEXT = Kind(
    "comma-in-text",
    "error",
    "花括号里的半角逗号会把这段文字截断，逗号后面成了另一个字段。",
    "Inside braces the comma ends this text, and what follows is read as another field.",
    "请给这段文字加引号：{fixed}",
    "Put the text in quotes: {fixed}",
)
COMMA_IN_CHINESE = replace(
    COMMA_IN_TEXT,
    zh_hint="请改用全角逗号：{fixed}",
    en_hint="Use a full-width comma: {fixed}",
)
COMMA_IN_NUMBER = Kind(
    "comma-in-text",
    "error",
    "花括号里的逗号把 {written} 分成了两半。",
    "Inside braces the comma takes {written} apart.",
    '请不带逗号写：{joined} 还是 {pointed}？要连逗号一起显示，才加引号："{written}"',
    'Write it without the comma: is it {joined} or {pointed}? Only to show the comma, put it in quotes: "{written}"',
)
COMMA_MISSING = Kind(
    "comma-missing",
    "error",
    "字段「{name}」前面少一个逗号，它和前面的文字连成了一段。",
    "A comma is missing before “{name}”, so it is read as part of the text before it.",
    "请补上逗号：{fixed}",
    "Add the comma: {fixed}",
)
ENTRY_WITHOUT_VALUE = Kind(
    "entry-without-value",
    "error",
    "花括号里的「{entry}」没有写成「字段: 内容」。",
    "“{entry}” inside the braces is not a “field: value”.",
    "请写成「字段: 内容」，或者删去。",
    "Write it as “field: value”, or take it out.",
)
BRACKET_IN_TEXT = Kind(
    "bracket-in-text",
    "error",
    "文字里的半角括号会被当成列表或一组字段的开头。",
    "The text holds a bracket, which is read as a list or a group of fields.",
    "请给文字加引号：{fixed}",
    "Put the text in quotes: {fixed}",
)
TEXT_AFTER_BRACKET = Kind(
    "text-after-bracket",
    "error",
    "以半角括号开头的文字会被当成列表或一组字段，括号后面不能再有文字。",
    "What begins with a bracket is read as a list or a group of fields, and the text after its end would be lost.",
    "请给整段文字加引号：{fixed}",
    "Put the whole text in quotes: {fixed}",
)
FIELD_AFTER_BRACKET = Kind(
    "text-after-bracket",
    "error",
    "这一组字段到 }} 就结束了，后面的内容不属于它。",
    "The group of fields ends at its }}, and what stands behind that is not part of it.",
    "请移到 }} 里面：{fixed}",
    "Move it inside: {fixed}",
)
TEXT_AFTER_QUOTE = Kind(
    "text-after-quote",
    "error",
    "以引号开头的文字到下一个引号就结束了，后面不能再有文字。",
    "A text that begins with a quote ends at the next one; nothing may follow it.",
    "请给整段文字加引号：{fixed}",
    "Put the whole text in quotes: {fixed}",
)
UNCLOSED_QUOTE = Kind(
    "unclosed-quote",
    "error",
    "引号没有结束。",
    "The quote is never closed.",
    "请补上另一个引号：{fixed}",
    "Add the other quote: {fixed}",
)
UNCLOSED_BRACKET = Kind(
    "unclosed-bracket",
    "error",
    "括号没有结束。",
    "The bracket is never closed.",
    "请补上括号：{fixed}",
    "Close the bracket: {fixed}",
)
UNCLOSED_IN_TEXT = replace(
    UNCLOSED_BRACKET,
    zh_hint="请给文字加引号：{fixed}",
    en_hint="Put the text in quotes: {fixed}",
)
TORN_BRACKET = Kind(
    "unclosed-bracket",
    "error",
    "括号没有结束，最后的「{torn}」也没有写完{cut_zh}。",
    "The bracket is never closed, and “{torn}” at its end is not complete{cut_en}.",
    "请把「{torn}」写成「字段: 内容」，再补上括号；若不要它，就写：{fixed}",
    "Complete “{torn}” as “field: value” and close the bracket; if you do not need it, write {fixed}",
)
BAD_ESCAPE = Kind(
    "bad-escape",
    "error",
    "双引号里的反斜杠另有含义，YAML 读不懂这里的写法。",
    "A backslash has a meaning of its own inside double quotes, and YAML does not know this one.",
    "请写两个反斜杠：{fixed}",
    "Write two backslashes: {fixed}",
)
FULLWIDTH_COLON = Kind(
    "fullwidth-colon",
    "error",
    "字段名后面是全角冒号。",
    "The name of the field is followed by a full-width colon.",
    "请改用半角冒号加空格：{fixed}",
    "Use a plain colon and a space: {fixed}",
)
FULLWIDTH_COMMA = Kind(
    "fullwidth-comma",
    "error",
    "两项之间是全角逗号。",
    "The entries are separated by a full-width comma.",
    "请改用半角逗号加空格：{fixed}",
    "Use a plain comma and a space: {fixed}",
)
NO_SPACE_AFTER_COLON = Kind(
    "no-space-after-colon",
    "error",
    "字段名的冒号后面少一个空格。",
    "The colon after the name of a field needs a space.",
    "请加上空格：{fixed}",
    "Add the space: {fixed}",
)
COLON_SWAPPED = Kind(
    "no-space-after-colon",
    "error",
    "冒号和前面的一个字母换了位置。",
    "The colon and the letter before it have changed places.",
    "请换回来：{fixed}",
    "Change them back: {fixed}",
)
NO_SPACE_AFTER_DASH = Kind(
    "no-space-after-dash",
    "error",
    "列表项的 - 后面少一个空格。",
    "The dash of a list item needs a space.",
    "请加上空格：{fixed}",
    "Add the space: {fixed}",
)
TAB_INDENT = Kind(
    "tab-indent",
    "error",
    "缩进里有制表符，YAML 只认空格。",
    "The indentation holds a tab; YAML knows only spaces.",
    "请把制表符换成空格，这一行缩进 {wanted} 格：{fixed}",
    "Replace tabs by spaces; indent this line by {wanted}: {fixed}",
)
WIDE_SPACE_INDENT = Kind(
    "wide-space-indent",
    "error",
    "缩进里有全角空格或不换行空格，YAML 只认半角空格。",
    "The indentation holds a full-width or no-break space; YAML knows only plain ones.",
    "请换成半角空格，这一行缩进 {wanted} 格：{fixed}",
    "Replace them by plain spaces; indent this line by {wanted}: {fixed}",
)
INDENT = Kind(
    "indent",
    "error",
    "这一行缩进 {found} 格，这里的字段或列表项不从这个位置开始。",
    "This line is indented by {found}, which is not where a field or an item begins here.",
    "{how_zh}：{fixed}",
    "{how_en}: {fixed}",
)
TEXT_AND_LIST = Kind(
    "text-and-list",
    "error",
    "上面的字段已经有文字，下面又写了列表，两者会连成一段文字。",
    "The field above already has a text, to which this list would be joined as text.",
    "请删去字段名后面的文字，或者把列表放到另一个字段下。",
    "Take the text after the name of the field away, or put the list under another field.",
)
COLON_IN_PARAGRAPH = Kind(
    "colon-in-paragraph",
    "error",
    "这一行接着上面的文字，但含有半角冒号加空格，冒号前面会被当成字段名。",
    "This line continues the text above, but what stands before its colon is read as the name of a field.",
    "{how_zh}",
    "{how_en}",
)
HASH_IN_PARAGRAPH = Kind(
    "hash-in-paragraph",
    "error",
    "这一行接着上面的文字，但 YAML 把 # 之后当作注释，会丢失。",
    "This line continues the text above, but YAML takes what follows the # as a comment and loses it.",
    "若是注释，在 # 后空一格；若是文字，在字段名的冒号后写 |，正文另起一行、缩进两格。",
    "For a comment leave a space after the #; for text write | after the name of the field and keep the text indented below.",
)
STRAY_LINE = Kind(
    "stray-line",
    "error",
    "这一行既不是「字段: 内容」，也不是这里可以有的列表项或文字。",
    "This line is neither a “field: value” nor a list item or text that can stand here.",
    "{how_zh}",
    "{how_en}",
)
CONTROL_CHARACTER = Kind(
    "control-character",
    "error",
    "这里有看不见的控制字符 {name}。",
    "There is an invisible control character {name} here.",
    "请删掉它；常见于从别的软件粘贴的文字。",
    "Delete it; such characters come along when text is pasted from other programs.",
)

CERTAIN = frozenset(
    (
        COLON_IN_TEXT, COLON_IN_CHINESE, LEADING_SIGN, BRACES_AS_TEXT, COMMA_IN_TEXT, COMMA_IN_CHINESE, BRACKET_IN_TEXT,
        TEXT_AFTER_BRACKET, TEXT_AFTER_QUOTE, UNCLOSED_QUOTE, BAD_ESCAPE, FULLWIDTH_COLON, FULLWIDTH_COMMA,
        NO_SPACE_AFTER_COLON, COLON_SWAPPED, NO_SPACE_AFTER_DASH, TAB_INDENT, WIDE_SPACE_INDENT, INDENT, CONTROL_CHARACTER,
    )
)  # fmt: skip
"""The mistakes that there is one way to mend; what the others were meant to say only their author knows."""
