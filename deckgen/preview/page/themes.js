// The menu of themes.

import { make, part } from "./make.js";
import { say } from "./words.js";

export class Themes {
  #choices = [];

  constructor(button, menu, choose) {
    Object.assign(this, { button, menu, choose });
    button.addEventListener("click", () => menu.togglePopover());
    menu.addEventListener("beforetoggle", (event) => event.newState === "open" && this.#place());
    menu.addEventListener("toggle", (event) => this.#toggled(event.newState === "open"));
    menu.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Show the theme of the slides; `chosen` is the one picked here, empty where the outline decides. */
  show(state, chosen, written) {
    this.#choices = state.themes.map((theme) => theme.name);
    this.shown = state.theme;
    this.written = written;
    const labels = new Map(state.themes.map((theme) => [theme.name, theme.label]));
    part("theme-name").textContent = labels.get(state.theme) ?? state.theme;
    const entry = (value, name, said) =>
      make(
        "button",
        {
          type: "button",
          role: "menuitemradio",
          "aria-checked": String(value === chosen),
          onclick: () => {
            this.menu.hidePopover();
            this.choose(value);
          },
        },
        make("span", { class: "name" }, name),
        make("span", { class: "said" }, said),
      );
    const focused = [...this.menu.children].indexOf(document.activeElement);
    this.menu.replaceChildren(
      entry("", say.asWritten, labels.get(written) ?? written),
      ...state.themes.filter((theme) => theme.name).map((theme) => entry(theme.name, theme.label, theme.said)),
    );
    this.menu.children[focused]?.focus();
  }

  /** Choose the theme `by` places further in the list. */
  step(by) {
    const { length } = this.#choices;
    if (!length) return;
    const name = this.#choices[(this.#choices.indexOf(this.shown) + by + length) % length];
    this.choose(name === this.written ? "" : name);
  }

  #place() {
    const { bottom, right } = this.button.getBoundingClientRect();
    this.menu.style.top = `${bottom + 6}px`;
    this.menu.style.right = `${Math.max(8, innerWidth - right)}px`;
  }

  #toggled(open) {
    this.button.setAttribute("aria-expanded", String(open));
    if (open) (this.menu.querySelector("[aria-checked=true]") ?? this.menu.firstElementChild)?.focus();
    else if (this.menu.contains(document.activeElement)) this.button.focus();
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    event.stopPropagation(); // in the menu the keys belong to the menu
    if (!step) return;
    event.preventDefault();
    const entries = [...this.menu.children];
    entries[(entries.indexOf(document.activeElement) + step + entries.length) % entries.length].focus();
  }
}
