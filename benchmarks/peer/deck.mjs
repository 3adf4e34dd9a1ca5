// Writes the slides of a JSON file as a deflated .pptx, without notes: `node deck.mjs SLIDES.json DECK.pptx`.
import { readFileSync, writeFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [, , source, target] = process.argv;
const { slides } = JSON.parse(readFileSync(source, "utf8"));

const text = { fontFace: "Arial", color: "333333" };
const body = { x: 0.67, y: 1.75, w: 12, h: 4.75 };

const pptx = new PptxGenJS();
pptx.layout = "LAYOUT_WIDE";
pptx.defineSlideMaster({
  title: "CONTENT",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.67, y: 0.6, w: 12, h: 0.9, fontSize: 24, bold: true, ...text }, text: "" } },
    { placeholder: { options: { name: "body", type: "body", ...body, fontSize: 18, ...text }, text: "" } },
  ],
  slideNumber: { x: 12.2, y: 7.0, fontSize: 10, ...text },
});
pptx.defineSlideMaster({
  title: "TITLE_ONLY",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.67, y: 0.6, w: 12, h: 0.9, fontSize: 24, bold: true, ...text }, text: "" } },
  ],
  slideNumber: { x: 12.2, y: 7.0, fontSize: 10, ...text },
});

const draw = {
  bullets(slide, { items }) {
    slide.addText(
      items.map((item) => ({ text: item, options: { bullet: true, breakLine: true } })),
      { placeholder: "body" },
    );
  },
  "chart-takeaway"(slide, { subtitle, chart, takeaways }) {
    slide.addText(subtitle, { x: 0.67, y: 1.6, w: 8.4, h: 0.3, fontSize: 14, ...text });
    slide.addChart(
      pptx.ChartType.bar,
      [{ name: chart.name, labels: Object.keys(chart.data), values: Object.values(chart.data).map(Number) }],
      { x: 0.67, y: 2, w: 8.4, h: 4.5, barDir: "bar", showValue: true, chartColors: ["2F5597"], valAxisHidden: true },
    );
    slide.addText(
      takeaways.flatMap(({ head, text: line }) => [
        { text: head, options: { bold: true, breakLine: true } },
        { text: line, options: { breakLine: true } },
      ]),
      { x: 9.3, y: 1.75, w: 3.4, h: 4.75, fontSize: 16, valign: "top", ...text },
    );
  },
  table(slide, { columns, rows }) {
    const head = columns.map((name) => ({ text: name, options: { bold: true, fill: { color: "E8ECF3" } } }));
    slide.addTable([head, ...rows.map((row) => row.map((cell) => ({ text: cell })))], {
      ...body, fontSize: 14, border: { type: "solid", pt: 0.75, color: "CCCCCC" }, ...text,
    });
  },
};

for (const content of slides) {
  const slide = pptx.addSlide({ masterName: content.layout === "bullets" ? "CONTENT" : "TITLE_ONLY" });
  slide.addText(content.title, { placeholder: "title" });
  draw[content.layout](slide, content);
  slide.addText(`来源：${content.source}`, { x: 0.67, y: 6.7, w: 12, h: 0.3, fontSize: 10, ...text });
}
writeFileSync(target, await pptx.stream({ compression: true }));
