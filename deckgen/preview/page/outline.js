// The lines of one slide as they stand in the outline.

import { make } from "./make.js";
import { say } from "./words.js";

const KEY = /^((?:- +)*)((?:"[^"]*"|'[^']*'|[^\s"'#:[{&*!|>][^:#]*?)\s*[:：])(?=\s|$)(.*)$/u;

/** Return the rows of a slide's lines; a click on one opens it. */
export function rows(slide, problems, open) {
  const shift = Math.min(...slide.source.filter((text) => text.trim()).map(indent));
  const worst = new Map();
  for (const { line, severity } of problems) if (worst.get(line) !== "error") worst.set(line, severity);
  return slide.source.map((text, index) => {
    const line = slide.first + index;
    const code = make("span", { class: "code" }, ...coloured(text.trim()));
    const depth = Math.max(0, indent(text) - (Number.isFinite(shift) ? shift : 0));
    code.style.paddingInlineStart = `${depth + 2}ch`;
    return make(
      "button",
      {
        type: "button",
        class: `row ${worst.get(line) ?? ""}`.trim(),
        "data-line": line,
        title: say.openLine(line),
        onclick: () => open(line),
      },
      make("span", { class: "at" }, String(line)),
      code,
    );
  });
}

/** Mark a line and what belongs to it: the lines below that are set in further. */
export function mark(container, slide, line, reveal) {
  const index = line - slide.first;
  let last = index;
  if (index >= 0 && index < slide.source.length)
    while (last + 1 < slide.source.length && belongs(slide.source[index], slide.source[last + 1])) last += 1;
  for (const row of container.children) {
    const at = Number(row.dataset.line) - slide.first;
    row.classList.toggle("is-marked", at === index);
    row.classList.toggle("is-below", at > index && at <= last);
    if (at === index) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  if (reveal) container.querySelector(".is-marked")?.scrollIntoView({ block: "nearest" });
}

const indent = (text) => text.length - text.trimStart().length;
const belongs = (head, text) => !text.trim() || indent(text) > indent(head);

/** Return a line with its key and its comment set apart. */
function coloured(text) {
  if (text.startsWith("#")) return [make("span", { class: "comment" }, text)];
  const [, dashes, key, rest] = KEY.exec(text) ?? [];
  return key ? [dashes, make("span", { class: "key" }, key), rest] : [text || "\u00a0"];
}
