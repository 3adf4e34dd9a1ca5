// The slide that is shown, and a button over each of its texts and figures that leads to its line.

import { make } from "./make.js";
import { say } from "./words.js";

const PAD = 5; // units of the slide that a button reaches beyond what it covers

export class Slide {
  #shown = "";
  #spots = "";

  constructor(figure, picture, spots, open) {
    Object.assign(this, { figure, picture, spots, open });
  }

  /** Show a slide; its picture is replaced only when it is another. */
  show(slide, svg, stale) {
    this.figure.classList.toggle("is-stale", stale);
    if (!svg) return this.#none(slide ? say.undrawn : say.nothing);
    if (this.#shown !== svg) {
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      this.picture.replaceChildren(document.importNode(drawing, true));
      this.#shown = svg;
      this.#spots = "";
    }
    const said = JSON.stringify([document.documentElement.lang, slide.lines]);
    if (this.#spots !== said) this.spots.replaceChildren(...this.#buttons(slide));
    this.#spots = said;
  }

  /** Mark the button of a path, or none. */
  mark(path) {
    for (const spot of this.spots.children) spot.classList.toggle("is-marked", spot.dataset.path === path);
  }

  #none(why) {
    this.#shown = "";
    this.#spots = "";
    this.spots.replaceChildren();
    this.picture.replaceChildren(make("p", { class: "empty" }, why));
  }

  #buttons(slide) {
    const drawing = this.picture.firstElementChild;
    const { width, height } = drawing.viewBox.baseVal;
    const groups = [...drawing.querySelectorAll("[data-path]")].map((group) => ({ group, box: within(group.getBBox(), width, height) }));
    const bySize = groups.map(({ box }) => box.width * box.height).sort((a, b) => b - a);
    return groups.map(({ group, box }) => {
      const path = group.dataset.path;
      const line = slide.lines[path] ?? Number(group.dataset.line);
      const spot = make("button", {
        type: "button",
        class: box.y < 24 ? "spot at-top" : "spot",
        "data-path": path,
        "data-line": line ? say.line(line) : "",
        "aria-label": say.lineOf(line, textOf(group)),
        onclick: () => this.open(path),
      });
      spot.style.left = `${(box.x / width) * 100}%`;
      spot.style.top = `${(box.y / height) * 100}%`;
      spot.style.width = `${(box.width / width) * 100}%`;
      spot.style.height = `${(box.height / height) * 100}%`;
      spot.style.zIndex = bySize.indexOf(box.width * box.height); // small ones lie above those that hold them
      return spot;
    });
  }
}

/** Return a box with some room around it that does not reach beyond the slide. */
function within(box, width, height) {
  const [left, top] = [Math.max(0, box.x - PAD), Math.max(0, box.y - PAD)];
  const [right, bottom] = [Math.min(width, box.x + box.width + PAD), Math.min(height, box.y + box.height + PAD)];
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function textOf(group) {
  const text = [...group.querySelectorAll("text")].map((line) => line.textContent).join(" ");
  return (text || group.getAttribute("aria-label") || "").slice(0, 90);
}
