import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colour = readonly [lightness: number, chroma: number, hue: number];

const source = readFileSync(new URL("../../src/styles/tokens.css", import.meta.url), "utf8");

/** `--name: light-dark(oklch(…), oklch(…));` */
const tokens = new Map(
  [...source.matchAll(/--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light: parse(light), dark: parse(dark) }],
  ),
);

function parse(text: string): Colour {
  const [lightness = NaN, chroma = NaN, hue = NaN] = text.split(" ").map(Number);
  return [lightness, chroma, hue];
}

/** oklch → linear sRGB, clipped to the gamut as a screen clips it (CSS Color 4, sample code). */
function linearSrgb([lightness, chroma, hue]: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linearSrgb(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function token(name: string, theme: "light" | "dark"): Colour {
  const values = tokens.get(name);
  if (values === undefined) throw new Error(`tokens.css has no --${name}.`);
  return values[theme];
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const onPaper = (name: string): number => contrast(token(name, theme), token("paper", theme));

  test.each(["ink", "soft", "wire-text", "log-text"])("%s can be read on paper: 4.5", (name) => {
    expect(onPaper(name)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["wire-stroke", "log-stroke", "wire-cell", "log-cell"])(
    "%s can be seen on paper: 3",
    (name) => {
      expect(onPaper(name)).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(["wire", "log"])("ink can be read on the %s fill: 4.5", (system) => {
    expect(contrast(token("ink", theme), token(`${system}-fill`, theme))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  test("ink is the strongest contrast of all: loss has no hue", () => {
    const others = [...tokens.keys()].filter((name) => name !== "ink" && name !== "paper");
    expect(onPaper("ink")).toBeGreaterThan(Math.max(...others.map(onPaper)));
  });
});
