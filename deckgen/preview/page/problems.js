// Problems as cards: what is wrong, what to do, the line as it was written.

import { icon, make } from "./make.js";
import { say } from "./words.js";

const LEAD = 28; // characters shown before the marked ones of a long line
const TAIL = 60; // and after them
const PLACE = /^[\p{L}\p{N}]?$/u; // a single letter is where something is amiss, not what

/** Return the card of a problem; a click opens its line where it stands in the outline itself. */
export function card(problem, file, open) {
  const elsewhere = problem.file && problem.file !== file;
  const opens = problem.line && !elsewhere;
  const place = elsewhere ? say.inFile(problem.file, problem.line) : problem.line ? say.line(problem.line) : "";
  return make(
    opens ? "button" : "div",
    opens
      ? { type: "button", class: "problem", title: say.openLine(problem.line), onclick: () => open(problem) }
      : { class: "problem" },
    icon(problem.severity, problem.severity),
    make(
      "span",
      { class: "words" },
      make("span", { class: "message" }, problem.message),
      problem.hint ? make("span", { class: "hint" }, problem.hint) : null,
      problem.text?.trim() ? excerpt(problem) : null,
      make("span", { class: "origin" }, place ? make("span", { class: "at" }, place) : null, make("code", {}, problem.code)),
    ),
  );
}

/** Return the counts of problems as a sentence. */
export function counted(problems) {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const said = [];
  if (errors) said.push(say.errors(errors));
  if (warnings) said.push(say.warnings(warnings));
  return { errors, warnings, said: said.join(say.and) };
}

/** The server counts characters, JavaScript halves of them: so the line is taken apart first. */
function excerpt({ text, start, end }) {
  const signs = [...text];
  const first = Math.max(0, Math.min(start ?? 0, signs.length));
  const last = Math.max(first, Math.min(end ?? first, signs.length));
  const from = first > LEAD + 8 ? first - LEAD : 0;
  const to = signs.length > last + TAIL + 8 ? last + TAIL : signs.length;
  const before = signs.slice(from, first).join("");
  const marked = signs.slice(first, last).join("");
  return make(
    "span",
    { class: "excerpt" },
    (from ? "…" : "") + (from ? before : before.trimStart()),
    PLACE.test(marked) ? marked : make("mark", {}, marked),
    signs.slice(last, to).join("").trimEnd() + (to < signs.length ? "…" : ""),
  );
}
