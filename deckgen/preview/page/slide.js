// The slide that is shown, and a button over each of its texts and figures that leads to its line.

import { linesOf } from "./lines.js";
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
  show(slide, svg) {
    this.figure.classList.toggle("is-stale", Boolean(svg && slide.stale));
    this.figure.classList.toggle("is-empty", !svg);
    if (!svg) return this.#none(slide);
    if (this.#shown !== svg) {
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      this.picture.replaceChildren(document.importNode(drawing, true));
      this.#shown = svg;
      this.#spots = "";
    }
    const known = JSON.stringify([document.documentElement.lang, slide.first, slide.source, slide.lines]);
    if (this.#spots !== known) this.spots.replaceChildren(...this.#buttons(slide));
    this.#spots = known;
  }

  /** Mark what comes from a line. */
  mark(line) {
    for (const spot of this.spots.children) spot.classList.toggle("is-marked", spot.dataset.at === String(line));
  }

  #none(slide) {
    this.#shown = "";
    this.#spots = "";
    this.spots.replaceChildren();
    const title = slide?.title ? make("strong", {}, slide.title) : null;
    this.picture.replaceChildren(make("p", { class: "empty" }, title, slide ? say.undrawn : say.nothing));
  }

  #buttons(slide) {
    const drawing = this.picture.firstElementChild;
    const { width, height } = drawing.viewBox.baseVal;
    const places = [...drawing.querySelectorAll("[data-path]")].flatMap((group) => placesOf(group, slide));
    places.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height); // small ones lie above those that hold them
    return places.map(({ line, box }) => {
      const { x, y, right, bottom } = within(box, width, height);
      const spot = make("button", {
        type: "button",
        class: right > 0.9 * width ? "spot at-edge" : "spot",
        tabindex: "-1", // the lines beside the slide can be reached by key, in their order
        "data-at": line,
        "data-said": say.line(line),
        onclick: () => this.open(line),
      });
      spot.style.left = `${(x / width) * 100}%`;
      spot.style.top = `${(y / height) * 100}%`;
      spot.style.width = `${((right - x) / width) * 100}%`;
      spot.style.height = `${((bottom - y) / height) * 100}%`;
      return spot;
    });
  }
}

/** Return the lines that a thing on the slide comes from, each with the box of its texts; its own line has all of it. */
function placesOf(group, slide) {
  const whole = { line: slide.lines[group.dataset.path] ?? slide.first, box: group.getBBox() };
  const texts = [...group.querySelectorAll("text")].filter((text) => /[\p{L}\p{N}]/u.test(text.textContent));
  const lines = linesOf(texts.map((text) => text.textContent), slide, group.dataset.path);
  const boxes = new Map();
  texts.forEach((text, index) => boxes.set(lines[index], around(boxes.get(lines[index]), text.getBBox())));
  if (boxes.size === 1) return [{ line: lines[0], box: whole.box }];
  return [whole, ...[...boxes].map(([line, box]) => ({ line, box }))];
}

/** Return the box around two boxes. */
function around(one, other) {
  if (!one) return other;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Return the sides of a box with some room around it, where they do not reach beyond the slide. */
function within({ x, y, width, height }, wide, high) {
  return {
    x: Math.max(0, x - PAD),
    y: Math.max(0, y - PAD),
    right: Math.min(wide, x + width + PAD),
    bottom: Math.min(high, y + height + PAD),
  };
}
