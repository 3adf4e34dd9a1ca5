// The page of `deckgen preview`: one view of the last state the server told, drawn anew after each change.

import { Connection, fetchDeck, openInEditor } from "./connection.js";
import { listen } from "./keys.js";
import { fill, icon, make, part } from "./make.js";
import * as outline from "./outline.js";
import { card, counted } from "./problems.js";
import { Slide } from "./slide.js";
import { Themes } from "./themes.js";
import { Thumbnails } from "./thumbnails.js";
import { say, speak } from "./words.js";

const TOLD = 4000; // milliseconds a message stays
const ELSEWHERE = 8000; // milliseconds the way to slides redrawn elsewhere stays

const view = {
  state: null,
  pictures: new Map(),
  number: numberInAddress() || 1,
  theme: new URLSearchParams(location.search).get("theme") ?? "",
  written: "", // the theme that the outline names
  turned: 0, // how often another slide was turned to: as long as that stays, so does everything beside the slide
  marked: 0, // the line that was clicked
  fresh: [], // the numbers of the slides redrawn last
  connected: true,
  building: false,
};

const thumbnails = new Thumbnails(part("slides"), turnTo);
const slide = new Slide(part("slide"), part("picture"), part("spots"), openLine);
const themes = new Themes(part("theme"), part("themes"), chooseTheme);
const connection = new Connection(receive, hear, () => chooseTheme(""));

// what comes in

function receive(state, pictures) {
  const before = shown();
  const first = !view.state;
  if (state.lang !== view.state?.lang) speak(state.lang);
  const health = view.state && healthOf(view.state);
  const fresh = state.changed.filter((number) => !view.pictures.has(state.slides[number - 1].picture));
  if (fresh.length) view.fresh = fresh;
  Object.assign(view, { state, pictures });
  if (!view.theme) view.written = state.theme;
  if (before) {
    const same = state.slides.find((other) => other.identity === before.identity);
    view.number = same?.number ?? before.number;
  }
  view.number = Math.max(1, Math.min(view.number, state.slides.length));
  if (view.marked) view.marked += (shown()?.first ?? 0) - before.first; // its slide has moved
  draw({ turned: first, redrawn: true });
  if (fresh.length) drawElsewhere();
  if (healthOf(state) !== health) part("heard").textContent = healthOf(state);
}

function hear(connected) {
  if (connected && !view.connected) tell(say.back);
  if (!connected && view.connected) part("heard").textContent = say.lost + say.lostHint;
  view.connected = connected;
  drawConnection();
}

// what the user does

function turnTo(number) {
  const count = view.state?.slides.length ?? 0;
  const target = Math.max(1, Math.min(number, count));
  if (!count || target === view.number) return;
  view.number = target;
  view.turned += 1;
  view.marked = 0;
  forgetElsewhere();
  draw({ turned: true });
}

function chooseTheme(name) {
  view.theme = name;
  remember();
  connection.open(name);
}

async function openLine(line) {
  view.marked = line;
  drawMarks(true);
  try {
    const { editor } = await openInEditor(line);
    if (editor) return tell(say.opened(line));
    const address = `${view.state.file}:${line}`;
    const copied = await navigator.clipboard.writeText(address).then(() => true, () => false);
    return tell(copied ? say.copied(line, address) : say.noEditor(line));
  } catch {
    return tell(`${say.notOpened} · ${say.line(line)}`);
  }
}

function openProblem(problem) {
  if (problem.slide) turnTo(problem.slide);
  void openLine(problem.line);
}

async function download() {
  const reason = inTheWay();
  if (reason) return tell(reason);
  view.building = true;
  drawDownload();
  try {
    const name = view.state.file.replace(/\.ya?ml$/i, "") + ".pptx";
    const address = URL.createObjectURL(await fetchDeck(view.theme));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(say.downloaded(name));
  } catch (error) {
    tell(error.message || say.notDownloaded);
  }
  view.building = false;
  return drawDownload();
}

function toggleProblems(open = part("all-problems").hidden) {
  part("all-problems").hidden = !open;
  document.documentElement.classList.toggle("has-problems-open", open);
  part("health").setAttribute("aria-expanded", String(open));
  if (open) drawAllProblems();
  else if (document.activeElement === document.body) part("health").focus({ preventScroll: true });
}

function toggleWhole() {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void part("slide").requestFullscreen();
}

function toggleHelp() {
  const help = part("help");
  if (help.open) return help.close();
  part("help-keys").replaceChildren(
    ...say.keys.flatMap(([keys, does]) => [
      make("dt", {}, ...keys.map((key) => make("kbd", {}, key))),
      make("dd", {}, does),
    ]),
  );
  return help.showModal();
}

// what is shown

function shown() {
  return view.state?.slides[view.number - 1];
}

function draw({ turned = false, redrawn = false } = {}) {
  const { state } = view;
  const current = shown();
  part("file").textContent = state.file;
  part("deck-title").textContent = state.title;
  document.body.classList.toggle("is-broken", !state.current);
  slide.show(current, view.pictures.get(current?.picture));
  if (redrawn) {
    thumbnails.show(state, view.pictures);
    themes.show(state, view.theme, view.written);
    drawAllProblems();
  }
  thumbnails.select(current, turned);
  part("place").textContent = say.of(current ? current.number : 0, state.slides.length);
  part("previous").disabled = !current || current.number === 1;
  part("next").disabled = !current || current.number === state.slides.length;
  const named = current && current.layout_name !== current.layout;
  part("layout").replaceChildren(named ? current.layout_name : "", make("code", {}, current?.layout ?? ""));
  drawStale(current);
  drawDetails(current);
  drawBanner();
  drawHealth();
  drawDownload();
  drawConnection();
  remember();
}

/** Say why the slide is not as it is written, where it is not. */
function drawStale(current) {
  const { state } = view;
  part("stale").hidden = !current?.picture || (state.current && !current.stale);
  part("stale-why").textContent = state.current ? say.stale : say.staleAll;
}

/** Return what is said of a slide without problems, which is no good news while nothing can be read. */
function nothingAmiss() {
  const { state } = view;
  if (state.current) return make("p", { class: "none good" }, icon("check"), say.noProblems);
  const problem = blocking(state);
  const line = problem?.file === state.file ? problem.line : 0;
  const said = [icon("error", "error"), say.unreadableAt(line)];
  if (!line) return make("p", { class: "none" }, ...said);
  return make("button", { type: "button", class: "none", title: say.openLine(line), onclick: () => openProblem(problem) }, ...said);
}

/** Return the first problem that keeps the outline from being read. */
function blocking(state) {
  return state.problems.find((other) => other.severity === "error");
}

function drawDetails(current) {
  const { state } = view;
  const own = state.problems.filter((problem) => current && problem.slide === current.number);
  part("problems-count").textContent = own.length || "";
  const line = state.current || blocking(state)?.line;
  fill(part("problems"), view.turned, [state.lang, own, line], () =>
    own.length ? own.map((problem) => card(problem, state.file, openProblem)) : [nothingAmiss()],
  );
  fill(part("notes"), view.turned, [state.lang, current?.notes], () =>
    current?.notes ? [make("p", { class: "said" }, current.notes)] : [make("p", { class: "none" }, say.noNotes)],
  );
  const last = current ? current.first + current.source.length - 1 : 0;
  part("outline-lines").textContent = current?.source.length ? say.lines(current.first, last) : "";
  fill(part("outline"), view.turned, [state.lang, current?.first, current?.source, own], () =>
    current ? outline.rows(current, own, openLine) : [],
  );
  drawMarks(false);
}

function drawMarks(reveal) {
  const current = shown();
  if (!current) return;
  outline.mark(part("outline"), current, view.marked, reveal);
  slide.mark(view.marked);
}

let leading = 0;

function drawElsewhere() {
  const { fresh, number, state } = view;
  const button = part("elsewhere");
  button.hidden = fresh.includes(number) || fresh.length === state.slides.length;
  button.textContent = button.hidden ? "" : say.changedElsewhere(runsOf(fresh), fresh.length);
  clearTimeout(leading);
  leading = setTimeout(forgetElsewhere, ELSEWHERE);
}

function forgetElsewhere() {
  part("elsewhere").hidden = true;
}

/** Return numbers in rising order as runs: 3, 4, 5, 9 as [3, 5] and [9, 9]. */
function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    if (runs.at(-1)?.[1] === number - 1) runs.at(-1)[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function drawBanner() {
  const { state } = view;
  const banner = part("banner");
  const problem = state.current ? null : blocking(state);
  banner.hidden = state.current;
  fill(banner, "", [state.lang, state.current, problem], () =>
    problem ? [card(problem, state.file, openProblem)] : state.current ? [] : [say.unreadable],
  );
}

/** Return how the deck is, in a few words. */
function healthOf(state) {
  const { said } = counted(state.problems);
  return state.current ? said || say.allGood : [say.unreadable, said].filter(Boolean).join(say.and);
}

function drawHealth() {
  const { errors, warnings } = counted(view.state.problems);
  const kind = errors || !view.state.current ? "error" : warnings ? "warning" : "good";
  part("health").className = `health ${kind}`;
  part("health").replaceChildren(icon(kind === "good" ? "check" : kind, kind), make("span", {}, healthOf(view.state)));
  part("health").title = `${say.allProblems}（p）`;
  const name = view.state.file;
  document.title = errors ? `(${errors}) ${name}` : name;
}

function drawAllProblems() {
  const { problems, file, lang } = view.state;
  if (part("all-problems").hidden) return;
  part("all-count").textContent = problems.length || "";
  fill(part("all-list"), "", [lang, problems], () => {
    if (!problems.length) return [make("p", { class: "none good" }, icon("check"), say.noneAtAll)];
    const bySlide = new Map();
    for (const problem of problems) bySlide.set(problem.slide, [...(bySlide.get(problem.slide) ?? []), problem]);
    return [...bySlide].map(([number, found]) => {
      const title = view.state.slides[number - 1]?.title ?? "";
      return make(
        "section",
        {},
        make("h3", {}, number ? say.slide(number, title) : say.wholeDeck),
        ...found.map((problem) => card(problem, file, openProblem)),
      );
    });
  });
}

/** Return what is in the way of a download, or nothing. */
function inTheWay() {
  if (!view.connected) return say.lostFirst;
  if (!view.state?.current) return say.readableFirst;
  const { errors } = counted(view.state.problems);
  return errors ? say.errorsFirst(errors) : "";
}

function drawDownload() {
  const reason = inTheWay();
  const button = part("download");
  button.setAttribute("aria-disabled", String(Boolean(reason) || view.building));
  const said = view.building ? say.downloading : say.download;
  button.querySelector("span").textContent = said;
  button.setAttribute("aria-label", said); // a narrow window shows the icon only
  part("download-reason").textContent = reason;
}

function drawConnection() {
  const note = part("connection");
  note.hidden = view.connected;
  note.replaceChildren(make("span", {}, say.lost, make("span", { class: "hint" }, say.lostHint)));
  note.title = say.lost + say.lostHint;
  document.body.classList.toggle("is-lost", !view.connected);
  if (view.state) drawDownload();
}

let telling = 0;

function tell(text) {
  clearTimeout(telling);
  part("told").textContent = text;
  telling = setTimeout(() => (part("told").textContent = ""), TOLD);
}

// the address keeps the slide and the theme, so that a reload stays

function numberInAddress() {
  return Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 0);
}

function remember() {
  const query = view.theme ? `?theme=${encodeURIComponent(view.theme)}` : "";
  const address = `${location.pathname}${query}#${view.number}`;
  const { pathname, search, hash } = location;
  if (address !== pathname + search + hash) history.replaceState(null, "", address); // it takes browsers many milliseconds
}

const next = () => turnTo(view.number + 1);
const previous = () => turnTo(view.number - 1);

listen({
  ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, j: next,
  ArrowLeft: previous, ArrowUp: previous, PageUp: previous, "Shift ": previous, k: previous,
  Home: () => turnTo(1),
  End: () => turnTo(view.state?.slides.length ?? 1),
  t: () => themes.step(1),
  T: () => themes.step(-1),
  p: () => toggleProblems(),
  f: toggleWhole,
  "?": toggleHelp, "？": toggleHelp,
  Escape: () => !part("all-problems").hidden && !part("help").open && toggleProblems(false),
});
addEventListener("hashchange", () => turnTo(numberInAddress()));
part("previous").addEventListener("click", previous);
part("next").addEventListener("click", next);
part("elsewhere").addEventListener("click", () => turnTo(view.fresh[0]));
part("whole").addEventListener("click", toggleWhole);
part("health").addEventListener("click", () => toggleProblems());
part("all-close").addEventListener("click", () => toggleProblems(false));
part("help-button").addEventListener("click", toggleHelp);
part("help-close").addEventListener("click", () => part("help").close());
part("download").addEventListener("click", () => void download());

speak(navigator.language);
part("picture").replaceChildren(make("p", { class: "empty" }, say.waiting));
connection.open(view.theme);
