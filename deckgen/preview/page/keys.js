// Keys, wherever the focus is, except where something is written or a menu or a dialogue is open.

const FIELDS = "input, textarea, select, [contenteditable]";

/** Call the action of a key: `actions` has them by the name of the key as browsers give it. */
export function listen(actions) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest?.(FIELDS)) return;
    if (event.target.closest?.("dialog") && !/[?？]/.test(event.key)) return;
    // a button that was reached by key is pressed by the space bar; one that was clicked does not keep it
    if (event.key === " " && event.target.closest?.("button")?.matches(":focus-visible")) return;
    const name = event.key === " " && event.shiftKey ? "Shift " : event.key;
    const action = actions[name];
    if (!action) return;
    if (action() !== false) event.preventDefault();
  });
}
