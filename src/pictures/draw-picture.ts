import { textWidth } from "../components/authoring/sequence/text-width.ts";
import type { PageData } from "../docs/page-model.ts";

/** What applications show without cutting it, in px. */
export const PICTURE = { width: 1200, height: 630 } as const;

const LEFT = 80;
const WIDTH = PICTURE.width - 2 * LEFT;
const TITLE = { size: 68, leading: 78, lines: 3 } as const;
const LEAD = { size: 30, leading: 42, lines: 4 } as const;
/** `src/styles/tokens.css`, light, for a renderer that knows no oklch(). */
const INK = { paper: "#fbfcfd", ink: "#181c22", soft: "#5b6068", wire: "#0d5493", log: "#7b5110" };
const STROKE = { wire: "#2173b8", log: "#a5741b" };

/** The picture of a page as SVG: section, title, answer, and the shape of its system. */
export function drawPicture({
  title,
  lead,
  section,
}: Pick<PageData, "title" | "lead" | "section">): string {
  const hue = section.system === "both" ? INK.soft : INK[section.system];
  const titleLines = breakLines(title, TITLE);
  const leadTop = 190 + titleLines.length * TITLE.leading;
  const leadLines = breakLines(lead, LEAD);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}">`,
    `<rect width="100%" height="100%" fill="${INK.paper}"/>`,
    text(section.title, { x: LEFT, y: 110, size: 30, fill: hue, face: "sans", weight: 700 }),
    ...titleLines.map((line, index) =>
      text(line, {
        x: LEFT,
        y: 200 + index * TITLE.leading,
        size: TITLE.size,
        fill: INK.ink,
        face: "serif",
      }),
    ),
    ...leadLines.map((line, index) =>
      text(line, {
        x: LEFT,
        y: leadTop + index * LEAD.leading,
        size: LEAD.size,
        fill: INK.soft,
        face: "sans",
      }),
    ),
    text("Wire &amp; Log", { x: LEFT, y: 575, size: 40, fill: INK.ink, face: "serif" }),
    ...(section.system === "log" ? [] : [wire(section.system === "both" ? 760 : 480)]),
    ...(section.system === "wire" ? [] : [log(section.system === "both" ? 820 : 480)]),
    "</svg>",
  ].join("");
}

/** A line with an open head, to the right of the site's name. */
function wire(end: number): string {
  return `<path d="M340 562H${end}M${end - 16} 553l15 9l-15 9" fill="none" stroke="${STROKE.wire}" stroke-width="4"/>`;
}

/** A row of cells with the log's end. */
function log(from: number): string {
  const start = from === 480 ? 340 : from;
  const cells = Math.floor((PICTURE.width - LEFT - start) / 36);
  const end = start + cells * 36;
  const edges = Array.from({ length: cells }, (_, cell) => `M${start + cell * 36} 544v36`).join("");
  return `<path d="M${start} 544H${end}M${start} 580H${end}${edges}" fill="none" stroke="${STROKE.log}" stroke-width="3"/><path d="M${end} 538v48" stroke="${STROKE.log}" stroke-width="8"/>`;
}

/** Cuts a text into lines that fit in any font; what is left over ends with an ellipsis. */
export function breakLines(
  words: string,
  { size, lines: most }: { readonly size: number; readonly lines: number },
): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, "sans", size) <= WIDTH)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.replace(/\W*\s\S+$/, "") ?? ""} …`];
}

function text(
  words: string,
  {
    x,
    y,
    size,
    fill,
    face,
    weight = 400,
  }: Readonly<{
    x: number;
    y: number;
    size: number;
    fill: string;
    face: "sans" | "serif";
    weight?: number;
  }>,
): string {
  const family = face === "serif" ? "Charter, Charis SIL, Noto Serif, serif" : "Roboto, sans-serif";
  const escaped = words.replaceAll(/&(?!amp;)/g, "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" font-family="${family}" fill="${fill}">${escaped}</text>`;
}
