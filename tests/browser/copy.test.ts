import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useSite } from "./open-site.ts";

const { visit, url } = useSite();
const PAGE = "/streaming-modes/server-streaming/";
const permissions = ["clipboard-read", "clipboard-write"];

type Block = ReturnType<Page["locator"]>;
/** A block with folded imports, and one with notes. */
const excerptOf = (page: Page): Block => page.locator("figure.code:has(.code-imports)").first();
const notedOf = (page: Page): Block => page.locator("figure.code:has(.code-note)").first();
const buttonOf = (block: Block, name: "copy" | "copy file") =>
  block.getByRole("button", { name: name === "copy" ? /^copy (?!file)/ : /^copy file / });
const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** What a reader sees of a block without the notes: its lines, and the folded part above them when `part` is "all". */
async function shownCode(block: Block, part: "all" | "lines" = "all"): Promise<string> {
  const parts = part === "all" ? "pre:has(.code-lines, .code-preface)" : "pre:has(.code-lines)";
  const texts = await block.locator(parts).evaluateAll((blocks) =>
    blocks.map((pre) => {
      const copy = pre.cloneNode(true);
      if (copy instanceof Element)
        for (const note of copy.querySelectorAll(".code-note")) note.remove();
      return copy.textContent;
    }),
  );
  return `${texts.join("\n\n")}\n`;
}

describe("copy", () => {
  test("gives what is shown, and the imports folded above it", async () => {
    const page = await visit(PAGE, { permissions });
    const block = excerptOf(page);
    await buttonOf(block, "copy").click();
    await block.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
    const text = await clipboard(page);
    expect(text).toBe(await shownCode(block));
    expect(text).toMatch(/^import [\s\S]*\n\nconst [\s\S]*[^\n]\n$/);
  });

  test("is named with its file, and a copy of the file with what else it needs", async () => {
    const block = excerptOf(await visit(PAGE));
    const file = (await block.locator(".code-file").innerText()).split("/").at(-1);
    expect(await buttonOf(block, "copy").getAttribute("aria-label")).toBe(`copy ${file}`);
    expect(await buttonOf(block, "copy file").getAttribute("aria-label")).toMatch(
      new RegExp(`^copy file ${file} \\(needs \\d+ more\\)$`),
    );
  });

  test("of commands gives what is to be typed", async () => {
    const page = await visit("/samples/kafka/read-twice/", { permissions });
    const block = page.locator("#get-project ~ figure.code").first();
    await block.getByRole("button", { name: "copy commands" }).click();
    await block.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
    expect(await clipboard(page)).toMatch(
      /^curl -o (kafka-read-twice)\.zip http\S+\nunzip \1\.zip && cd \1\nnpm install && npm start\n$/,
    );
  });

  test("gives no notes", async () => {
    const page = await visit(PAGE, { permissions });
    const block = notedOf(page);
    const note = await block.locator(".code-note").first().innerText();
    await buttonOf(block, "copy").click();
    await block.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
    expect(note.length).toBeGreaterThan(10);
    expect(await clipboard(page)).not.toContain(note.slice(0, 20));
    expect(await clipboard(page)).toBe(await shownCode(block));
  });

  test("works from the keyboard, says so, and is ready again", async () => {
    const page = await visit(PAGE, { permissions });
    const button = buttonOf(excerptOf(page), "copy");
    await button.focus();
    await page.keyboard.press("Enter");
    const status = excerptOf(page).getByRole("status");
    await status.filter({ hasText: "copied" }).waitFor({ state: "attached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("copied");
    expect(await clipboard(page)).toBe(await shownCode(excerptOf(page)));
    await button.waitFor();
    await page.waitForFunction(
      (element) => element?.textContent === "",
      await status.elementHandle(),
    );
  });

  test("of the file gives the file as it is served", async () => {
    const page = await visit(PAGE, { permissions });
    const block = excerptOf(page);
    await buttonOf(block, "copy file").click();
    await block.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
    const sample = (await block.getAttribute("data-sample")) ?? "";
    const raw = await (await fetch(`${url()}/samples/${sample}.ts`)).text();
    expect(raw).toContain("import ");
    expect(await clipboard(page)).toBe(raw);
  });

  test("says what to press when the browser refuses, and has selected the code", async () => {
    const page = await visit(PAGE);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("refused"));
    });
    const block = excerptOf(page);
    await buttonOf(block, "copy").click();
    await block.getByRole("status").filter({ hasText: "Ctrl+C" }).waitFor({ state: "attached" });
    const selected = await page.evaluate(() => getSelection()?.toString().trim());
    expect(selected).toBe((await block.locator(".code-lines").textContent())?.trim());
  });

  test("is not offered without JavaScript", async () => {
    const page = await visit(PAGE, { javaScriptEnabled: false });
    expect(await page.locator("copy-code").count()).toBeGreaterThan(0);
    expect(await page.locator("copy-code:visible").count()).toBe(0);
  });
});

describe("code selected by hand", () => {
  test("is copied without the notes beside its lines, line by line", async () => {
    const page = await visit(PAGE, { permissions });
    const block = notedOf(page);
    await block.locator(".code-lines").evaluate((code) => {
      getSelection()?.selectAllChildren(code);
    });
    await page.keyboard.press("ControlOrMeta+c");
    expect(`${(await clipboard(page)).trimEnd()}\n`).toBe(await shownCode(block, "lines"));
  });

  test("with the mouse, from the first line to the last, is the code too", async () => {
    const page = await visit(PAGE, { permissions, height: 2000 });
    const block = notedOf(page);
    const lines = block.locator(".code-lines .line");
    await block.scrollIntoViewIfNeeded();
    const first = await lines.first().boundingBox();
    const last = await lines.last().boundingBox();
    if (first === null || last === null) throw new Error("The block has no lines.");
    await page.mouse.move(first.x + 1, first.y + first.height / 2);
    await page.mouse.down();
    await page.mouse.move(last.x + last.width - 2, last.y + last.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.press("ControlOrMeta+c");
    expect(`${(await clipboard(page)).trimEnd()}\n`).toBe(await shownCode(block, "lines"));
  });
});
