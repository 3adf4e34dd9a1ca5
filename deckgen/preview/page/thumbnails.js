// The list of slides. Each picture is set only when it comes near what is seen, so that a hundred scroll smoothly.

import { icon, make } from "./make.js";
import { say } from "./words.js";

const FLASH = 1800; // milliseconds a redrawn slide stays highlighted

export class Thumbnails {
  #items = new Map(); // by identity
  #pictures = new Map();
  #near;

  constructor(list, turnTo) {
    this.list = list;
    this.turnTo = turnTo;
    this.#near = new IntersectionObserver((entries) => this.#seen(entries), {
      root: list.parentElement,
      rootMargin: "800px",
    });
  }

  /** Show the slides; elements of slides that stay are kept, so that the list keeps its place. */
  show(state, pictures) {
    this.#pictures = pictures;
    const taken = this.#taken(state.slides);
    this.#items = new Map();
    const rows = [];
    const headings = [...this.list.querySelectorAll(".section")];
    let section = "";
    for (const slide of state.slides) {
      if (slide.section !== section) {
        section = slide.section;
        if (section) rows.push({ item: heading(headings.shift(), section) });
      }
      const row = taken.get(slide) ?? this.#row();
      this.#items.set(slide.identity, row);
      this.#update(row, slide, state);
      rows.push(row);
    }
    this.#arrange(rows.map((row) => row.item));
    for (const number of state.changed) this.#flash(this.#items.get(state.slides[number - 1]?.identity));
  }

  /** Return which row each slide takes over: that of its identity, else that of its number if nobody else wants it. */
  #taken(slides) {
    const free = new Map(this.#items);
    const taken = new Map();
    for (const slide of slides) {
      const row = free.get(slide.identity);
      if (row) taken.set(slide, row);
      free.delete(slide.identity);
    }
    const byNumber = new Map([...free.values()].map((row) => [row.slide.number, row]));
    for (const slide of slides) {
      const row = byNumber.get(slide.number);
      if (!row || taken.has(slide)) continue;
      taken.set(slide, row);
      byNumber.delete(slide.number);
    }
    for (const row of byNumber.values()) this.#near.unobserve(row.item);
    return taken;
  }

  /** Mark the slide that is shown; when the user turned to it, bring it into sight. */
  select(slide, turned) {
    for (const [identity, row] of this.#items) {
      const current = identity === slide?.identity;
      if (current) row.button.setAttribute("aria-current", "true");
      else row.button.removeAttribute("aria-current");
      row.button.tabIndex = current ? 0 : -1;
      if (current && turned) this.#reveal(row);
    }
  }

  #reveal(row) {
    const hadFocus = this.list.contains(document.activeElement);
    row.item.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (hadFocus) row.button.focus({ preventScroll: true });
  }

  #row() {
    const row = { slide: null, shown: "", near: false };
    row.number = make("span", { class: "number" });
    row.marks = make("span", { class: "marks" });
    row.image = make("img", { alt: "", decoding: "async", draggable: "false" });
    row.button = make(
      "button",
      { type: "button", class: "thumbnail", onclick: () => this.turnTo(row.slide.number) },
      make("span", { class: "gutter" }, row.number, row.marks),
      make("span", { class: "miniature" }, row.image),
    );
    row.item = make("li", {}, row.button);
    row.item.row = row;
    this.#near.observe(row.item);
    return row;
  }

  #update(row, slide, state) {
    row.slide = slide;
    const own = state.problems.filter((problem) => problem.slide === slide.number);
    const errors = own.filter((problem) => problem.severity === "error").length;
    const warnings = own.length - errors;
    const known = JSON.stringify([state.lang, slide.number, slide.title, slide.picture, slide.stale, errors, warnings]);
    if (row.known === known) return; // most rows stay as they are after a save
    row.known = known;
    const said = [say.slide(slide.number, slide.title)];
    if (errors) said.push(say.errors(errors));
    if (warnings) said.push(say.warnings(warnings));
    row.button.setAttribute("aria-label", said.join(say.comma));
    row.button.title = said.join("\n");
    row.number.textContent = slide.number;
    row.marks.replaceChildren(...(errors ? [icon("error", "error")] : []), ...(warnings ? [icon("warning", "warning")] : []));
    row.button.classList.toggle("is-stale", slide.stale && slide.picture !== "");
    row.button.classList.toggle("is-undrawn", !slide.picture);
    this.#draw(row);
  }

  #draw(row) {
    if (!row.near || row.shown === row.slide.picture) return;
    const svg = this.#pictures.get(row.slide.picture);
    row.shown = row.slide.picture;
    if (svg) row.image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    else row.image.removeAttribute("src");
  }

  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      target.row.near = isIntersecting;
      this.#draw(target.row);
    }
  }

  /** Bring the rows into order, touching only those out of place. */
  #arrange(rows) {
    const kept = new Set(rows);
    for (const child of [...this.list.children]) if (!kept.has(child)) child.remove();
    rows.forEach((row, index) => {
      if (this.list.children[index] !== row) this.list.insertBefore(row, this.list.children[index] ?? null);
    });
  }

  #flash(row) {
    if (!row) return;
    clearTimeout(row.flash);
    row.button.classList.add("is-new");
    row.flash = setTimeout(() => row.button.classList.remove("is-new"), FLASH);
  }
}

/** Return the heading of a section, the one that was there where there is one. */
function heading(before, section) {
  const item = before ?? make("li", { class: "section" }, make("h2", {}));
  if (item.firstElementChild.textContent !== section) item.firstElementChild.textContent = section;
  return item;
}
