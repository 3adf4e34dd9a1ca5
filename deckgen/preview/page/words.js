// Every word the page says, in both languages.

const RUNS = 3; // runs of slide numbers that are told one by one

const fromTo = ([first, last]) => (first === last ? `${first}` : `${first}–${last}`);
const covered = (runs) => runs.reduce((sum, [first, last]) => sum + last - first + 1, 0);

const zh = {
  allGood: "没有问题",
  unreadable: "大纲读不出来",
  errors: (count) => `${count} 个错误`,
  warnings: (count) => `${count} 个警告`,
  and: " · ",
  comma: "，",
  waiting: "正在画第一遍…",
  lost: "预览已停止",
  lostHint: "，再运行一次 deckgen preview，这一页会自己接上",
  back: "又接上了",
  slides: "幻灯片",
  opening: "开头",
  slide: (number, title) => `第 ${number} 页：${title}`,
  of: (number, count) => `${number} / ${count}`,
  previous: "上一页（←）",
  next: "下一页（→）",
  stale: "有错误，上面是最后一次画好的样子",
  staleAll: "大纲读不出来，上面是最后一次画好的样子",
  unreadableAt: (line) => (line ? `大纲现在读不出来：先改第 ${line} 行` : "大纲现在读不出来"),
  undrawn: "改好这一页的错误，就能看到它。",
  nothing: "还没有能画的页。",
  changedElsewhere: (runs, count) => {
    const said = runs.slice(0, RUNS).map(fromTo).join("、");
    return runs.length > RUNS ? `第 ${said} 等 ${count} 页刚重画` : `第 ${said} 页刚重画`;
  },
  whole: "全屏",
  wholeHint: "全屏（f）",
  problems: "本页问题",
  noProblems: "这一页没有问题",
  allProblems: "全部问题",
  noneAtAll: "整份大纲没有问题。",
  wholeDeck: "整份大纲",
  notes: "备注",
  noNotes: "这一页没有备注",
  outline: "大纲",
  line: (line) => `第 ${line} 行`,
  lines: (first, last) => `第 ${first}–${last} 行`,
  openLine: (line) => `在编辑器中打开第 ${line} 行`,
  inFile: (file, line) => (line ? `${file} 第 ${line} 行` : file),
  opened: (line) => `第 ${line} 行已在编辑器中打开`,
  copied: (line, place) => `没有找到编辑器；已复制「${place}」，在编辑器里跳到第 ${line} 行`,
  noEditor: (line) => `没有找到编辑器；请在编辑器里跳到第 ${line} 行`,
  notOpened: "没能打开编辑器",
  themes: "主题",
  themeHint: "主题（t、T 逐个比较）",
  asWritten: "按大纲",
  download: "下载 .pptx",
  downloading: "正在生成…",
  downloaded: (name) => `已生成 ${name}`,
  notDownloaded: "没能生成",
  errorsFirst: (count) => `先改好 ${count} 个错误，才能下载`,
  readableFirst: "大纲读得出来以后才能下载",
  lostFirst: "预览已停止，暂时不能下载",
  close: "关闭（Esc）",
  help: "按键",
  helpHint: "按键（?）",
  helpClick: "点幻灯片上的文字，会标出并打开它在大纲中的那一行。保存大纲，改过的页立刻重画。",
  keys: [
    [["→", "↓", "PageDown", "空格", "j"], "下一页"],
    [["←", "↑", "PageUp", "Shift 空格", "k"], "上一页"],
    [["Home", "End"], "第一页、最后一页"],
    [["t", "T"], "下一个、上一个主题"],
    [["p"], "全部问题"],
    [["f"], "全屏，Esc 退出"],
    [["?"], "这张表"],
  ],
};

const en = {
  allGood: "No problems",
  unreadable: "Outline cannot be read",
  errors: (count) => (count === 1 ? "1 error" : `${count} errors`),
  warnings: (count) => (count === 1 ? "1 warning" : `${count} warnings`),
  and: " · ",
  comma: ", ",
  waiting: "Drawing for the first time…",
  lost: "The preview has stopped",
  lostHint: ": run deckgen preview again, and this page reconnects",
  back: "Connected again",
  slides: "Slides",
  opening: "Opening",
  slide: (number, title) => `Slide ${number}: ${title}`,
  of: (number, count) => `${number} / ${count}`,
  previous: "Previous slide (←)",
  next: "Next slide (→)",
  stale: "Has an error; shown as it was last drawn",
  staleAll: "The outline cannot be read; shown as it was last drawn",
  unreadableAt: (line) => (line ? `The outline cannot be read now: mend line ${line} first` : "The outline cannot be read now"),
  undrawn: "Mend the errors of this slide to see it.",
  nothing: "No slide can be drawn yet.",
  changedElsewhere: (runs, count) => {
    const said = runs.slice(0, RUNS).map(fromTo).join(", ");
    if (runs.length > RUNS) return `Slides ${said} and ${count - covered(runs.slice(0, RUNS))} more redrawn`;
    return `${count === 1 ? "Slide" : "Slides"} ${said} redrawn`;
  },
  whole: "Full screen",
  wholeHint: "Full screen (f)",
  problems: "Problems here",
  noProblems: "No problems on this slide",
  allProblems: "All problems",
  noneAtAll: "The outline has no problems.",
  wholeDeck: "Whole outline",
  notes: "Notes",
  noNotes: "No notes on this slide",
  outline: "Outline",
  line: (line) => `line ${line}`,
  lines: (first, last) => `lines ${first}–${last}`,
  openLine: (line) => `Open line ${line} in the editor`,
  inFile: (file, line) => (line ? `${file}, line ${line}` : file),
  opened: (line) => `Line ${line} opened in the editor`,
  copied: (line, place) => `No editor found; copied “${place}”, go to line ${line} in yours`,
  noEditor: (line) => `No editor found; go to line ${line} in yours`,
  notOpened: "The editor could not be opened",
  themes: "Themes",
  themeHint: "Theme (t, T to compare)",
  asWritten: "As in the outline",
  download: "Download .pptx",
  downloading: "Building…",
  downloaded: (name) => `Built ${name}`,
  notDownloaded: "The deck could not be built",
  errorsFirst: (count) => `Mend ${count === 1 ? "the error" : `the ${count} errors`} to download`,
  readableFirst: "The outline must be readable to download",
  lostFirst: "The preview has stopped; no download for now",
  close: "Close (Esc)",
  help: "Keys",
  helpHint: "Keys (?)",
  helpClick:
    "Click a text on the slide to mark and open its line of the outline. Save the outline, and the slides you changed are redrawn at once.",
  keys: [
    [["→", "↓", "PageDown", "Space", "j"], "Next slide"],
    [["←", "↑", "PageUp", "Shift Space", "k"], "Previous slide"],
    [["Home", "End"], "First slide, last slide"],
    [["t", "T"], "Next theme, previous theme"],
    [["p"], "All problems"],
    [["f"], "Full screen, Esc leaves it"],
    [["?"], "This table"],
  ],
};

/** The words in the language of the deck; until that is known, in the language of the browser. */
export let say = navigator.language.startsWith("zh") ? zh : en;

/** Speak the language of a deck, everywhere on the page. */
export function speak(lang) {
  say = lang.startsWith("zh") ? zh : en;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-says]")) element.textContent = say[element.dataset.says];
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say[element.dataset.label]);
    if (element.matches("button")) element.title = say[element.dataset.label];
  }
}
