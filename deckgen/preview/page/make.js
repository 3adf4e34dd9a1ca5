// Elements made in one line. Texts always become text nodes, so nothing of an outline is ever read as markup.

/** Return a new element with attributes (`on…` are listeners, null is left out) and children (elements or texts). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

/** Return one of the icons that index.html holds. */
export function icon(name, kind = "") {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", `icon ${kind}`.trim());
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/** Return the element of an id. */
export const part = (id) => document.getElementById(id);

const filled = new WeakMap();

/**
 * Fill a container with what `draw` returns, but only when `values` differ from those it was last filled with.
 *
 * Where it scrolls stays as long as `place` does; a new place begins at the top.
 */
export function fill(container, place, values, draw) {
  const before = filled.get(container) ?? {};
  const now = { place, values: JSON.stringify(values) };
  if (before.place === now.place && before.values === now.values) return;
  const top = before.place === now.place ? container.scrollTop : 0;
  container.replaceChildren(...draw());
  container.scrollTop = top;
  filled.set(container, now);
}
