import { describe, expect, test } from "vitest";
import { inner, layOutSequence, width } from "../../src/components/authoring/sequence/geometry.ts";
import { placeNotes } from "../../src/components/authoring/sequence/notes.ts";
import { sequenceSchema } from "../../src/components/authoring/sequence/rows.ts";
import type { Row } from "../../src/components/authoring/sequence/rows.ts";
import { describeSequence } from "../../src/components/authoring/sequence/words.ts";

const message = (label = "1", note?: string): Row => ({
  kind: "message",
  from: "left",
  label,
  ...(note && { note }),
});
const rows: Row[] = [
  { kind: "call", from: "right", label: "FollowOrders(after 0)", note: "The client calls." },
  message("1", "Every delivery carries a cursor."),
  { kind: "more", label: "133 more" },
  { kind: "lost", from: "left", label: "137", note: "It breaks." },
  { kind: "local-status", at: "right", label: "14 UNAVAILABLE" },
  { kind: "call", from: "right", label: "FollowOrders(after 136)" },
  { kind: "status", from: "left", label: "0 OK" },
];

describe("a sequence drawing", () => {
  test("has rows 24 px apart, 36 before a status, 48 before a new call", () => {
    expect(layOutSequence(rows).rows.map(({ y }) => y)).toEqual([60, 84, 108, 132, 156, 204, 240]);
  });

  test("ends a row's height below its last row", () => {
    expect(layOutSequence(rows).height).toBe(264);
  });

  test("points arrows at the other lifeline, and lost ones at nobody", () => {
    const { rows: placed } = layOutSequence(rows);
    expect(placed[0]?.head).toEqual({ x: inner.left, direction: -1 });
    expect(placed[1]?.head).toEqual({ x: inner.right, direction: 1 });
    expect(placed[3]?.head).toBeUndefined();
    expect(placed[3]?.segments.at(-1)?.[1]).toBe(width / 2);
  });

  test("interrupts each line around its label, so that no line crosses text", () => {
    for (const { label, segments } of layOutSequence(rows).rows) {
      for (const [from, to] of segments) {
        const [left, right] = from < to ? [from, to] : [to, from];
        expect(right <= label.box.left || left >= label.box.right).toBe(true);
        expect(left).toBeLessThan(right);
      }
    }
  });

  test("keeps labels off the lifelines even in the widest font", () => {
    for (const { label } of layOutSequence(rows).rows) {
      expect(label.box.left).toBeGreaterThan(inner.left);
      expect(label.box.right).toBeLessThan(inner.right);
    }
    // 28 characters of DejaVu Sans Mono at 12 px still fit, 40 do not.
    expect(() => layOutSequence([message("x".repeat(28))])).not.toThrow();
    expect(() => layOutSequence([message("x".repeat(40))])).toThrow(
      /does not fit between the lifelines/,
    );
  });

  test("ends a life at a crash and begins it again at a restart", () => {
    const { lives } = layOutSequence([
      message(),
      { kind: "crash", at: "right", label: "killed" },
      { kind: "restart", at: "right", label: "back" },
      message(),
    ]);
    expect(lives.filter(({ side }) => side === "right")).toEqual([
      { side: "right", from: 42, to: 84 },
      { side: "right", from: 120, to: 168 },
    ]);
    expect(lives.filter(({ side }) => side === "left")).toHaveLength(1);
  });

  test("has at most twelve arrows", () => {
    expect(() => layOutSequence(Array.from({ length: 13 }, () => message()))).toThrow(/at most 12/);
  });
});

describe("explanations", () => {
  test("stand beside their rows, in rows of 12 px", () => {
    const notes = placeNotes(layOutSequence(rows).rows);
    expect(notes.map(({ gridRow }) => gridRow)).toEqual([2, 4, 8]);
  });

  test("may not run into the next one", () => {
    const long =
      "A sentence of which everybody knows that it is too long for a row of twenty-four pixels.";
    expect(() =>
      placeNotes(layOutSequence([message("1", long), message("2", "Next.")]).rows),
    ).toThrow(/Shorten it/);
    expect(() => placeNotes(layOutSequence([message("1", long), message("2")]).rows)).not.toThrow();
  });
});

describe("the words of a drawing", () => {
  test("say every row", () => {
    const props = {
      left: { name: "Orders" },
      right: { name: "Warehouse" },
      system: "wire",
      rows,
      caption: "Drawn. One subscription.",
    } as const;
    expect(describeSequence(props)).toBe(
      "Orders is on the left, Warehouse on the right. Warehouse calls FollowOrders(after 0). Orders sends 1. 133 more. " +
        "Orders sends 137, which is lost. Warehouse sees 14 UNAVAILABLE. Warehouse calls FollowOrders(after 136). Orders ends the call with 0 OK.",
    );
  });

  test("begin by saying whether it is drawn or recorded", () => {
    const props = { left: { name: "a" }, right: { name: "b" }, rows, caption: "One subscription." };
    expect(sequenceSchema.safeParse(props).success).toBe(false);
  });
});
