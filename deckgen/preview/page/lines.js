// Which line of the outline a text on a slide comes from: a list or a table is one thing on the slide, but many lines.

const SHORTEST = 4; // characters that a leading part of a text must have to count as found
const SIGNS = /\[[\^@][^\]]*\]|[①-⑳]|[\s*`"'\\]+/gu; // marks and spaces, which the slide shows in another way
const DIGIT = /\d/;

/** Return the line of each text of one thing on a slide, in their order; a text that is not found has the thing's own. */
export function linesOf(texts, slide, path) {
  const source = slide.source.map(plain);
  const own = Math.max(0, (slide.lines[path] ?? slide.first) - slide.first);
  let last = own; // texts mostly follow one another as their lines do
  return texts.map(plain).map((words) => {
    const index = found(source, words, [last, own]);
    last = index ?? last;
    return slide.first + (index ?? own);
  });
}

/** Return the index of the first line that has the words, or else as many of the first ones as any line has. */
function found(source, words, starts) {
  for (let length = words.length; length >= Math.min(words.length, SHORTEST) && length > 0; length -= 1) {
    const part = words.slice(0, length);
    for (const start of starts) {
      const index = source.findIndex((line, at) => at >= start && has(line, part));
      if (index >= 0) return index;
    }
  }
  return undefined;
}

const plain = (text) => text.replace(SIGNS, "");

/** Say whether a line has the words, and no number only in part. */
function has(line, words) {
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    const [before, after] = [line[at - 1] ?? "", line[at + words.length] ?? ""];
    const parted = (a, b) => DIGIT.test(a) && DIGIT.test(b);
    if (!parted(before, words[0]) && !parted(words.at(-1), after)) return true;
  }
  return false;
}
