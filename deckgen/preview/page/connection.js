// The line to the server: states come in, and a lost line is taken up again.

const AGAIN = 1000; // milliseconds until the next try

/** Receives states as long as the page is open, and knows the pictures that came with them. */
export class Connection {
  #source = null;
  #timer = 0;
  #theme = "";
  #slides = []; // as they last came; the server leaves out those that stayed
  #pictures = new Map();

  /** `receive` gets every state and the pictures by their keys, `tell` hears whether the server is there, `refuse` that it has no such theme. */
  constructor(receive, tell, refuse) {
    Object.assign(this, { receive, tell, refuse });
  }

  /** Ask for the states of one theme; without a name, of the theme the outline names. */
  open(theme) {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#theme = theme;
    this.#slides = [];
    const source = new EventSource(theme ? `/events?theme=${encodeURIComponent(theme)}` : "/events");
    source.addEventListener("open", () => this.tell(true));
    source.addEventListener("state", (event) => this.#take(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      const refused = theme && source.readyState === EventSource.CLOSED; // a server that is gone would be asked again
      source.close();
      if (refused) return this.refuse();
      this.tell(false);
      this.#timer = setTimeout(() => this.open(theme), AGAIN);
    });
    this.#source = source;
  }

  #take({ slides, ...told }) {
    const state = { ...told, slides: slides.map((slide, index) => slide ?? this.#slides[index]) };
    const pictures = new Map();
    for (const slide of state.slides) {
      const svg = slide.svg ?? this.#pictures.get(slide.picture);
      if (svg) pictures.set(slide.picture, svg);
      else if (slide.picture) return this.open(this.#theme); // a new line brings every picture
    }
    this.#slides = state.slides;
    this.#pictures = pictures;
    this.receive(state, pictures);
  }
}

/** Ask the server to open a line of the outline in the editor; its answer names the editor, if there is one. */
export async function openInEditor(line) {
  const answer = await fetch("/open", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ line }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Return the deck as a file, or throw what the server says is in its way. */
export async function fetchDeck(theme) {
  const answer = await fetch(theme ? `/deck.pptx?theme=${encodeURIComponent(theme)}` : "/deck.pptx");
  if (answer.ok) return answer.blob();
  const said = await answer.json().catch(() => ({}));
  throw new Error(said.message ?? "");
}
