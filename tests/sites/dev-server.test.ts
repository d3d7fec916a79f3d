import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../commands/run-command.ts";
import { writeContent } from "./lay-out-site.ts";
import { layOutRealSite, writeNavigation } from "./real-site.ts";

const content = path.join(import.meta.dirname, "..", "samples", "fixtures", "accepts", "content");
const PATIENCE_MS = 40_000;
const head = (kind: string) =>
  `---\ntitle: New\nlead: For tests.\nkind: ${kind}\nsystem: both\nversions: []\nchanged: 2026-11-23\n---\n\n`;

test("while somebody edits, a page shows what it can, and says what is wrong and where", async () => {
  const root = await layOutRealSite("dev", content);
  const port = await freePort();
  const dev = runCommand(root, path.join(root, "src", "commands", "dev.ts"), [], {
    PORT: String(port),
    HOST: "127.0.0.1",
  });
  await dev.printed(String(port));
  const ask = async (page: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${page}`);
    return { status: response.status, text: await response.text() };
  };
  /** Asks until the server has seen the edit. */
  const until = async (
    page: string,
    isSeen: (answer: { status: number; text: string }) => boolean,
  ) => {
    const end = performance.now() + PATIENCE_MS;
    for (let answer = await ask(page); ; answer = await ask(page)) {
      if (isSeen(answer)) return answer;
      if (performance.now() > end)
        throw new Error(
          `${page}: ${answer.status}\n${answer.text.slice(0, 2_000)}\n${dev.output()}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const see = (page: string, words: string) => until(page, ({ text }) => text.includes(words));
  /** The words of an error stand in the terminal, and reach the overlay by Vite's socket. */
  const fail = (page: string, words: string) =>
    until(page, ({ status }) => status === 500 && dev.output().includes(words));

  const fresh = await ask("/recorded/runs/");
  expect(fresh.status).toBe(200);
  expect(fresh.text.includes('class="stale-banner"')).toBe(false);

  // A stale record: the page is shown, with a banner.
  const sample = "samples/recorded/commit-first.ts";
  const source = await readFile(path.join(root, "content", sample), "utf8");
  await writeContent(root, { [sample]: `${source}// An afterthought.\n` });
  const stale = await see("/recorded/runs/", 'class="stale-banner"');
  expect(stale.status).toBe(200);
  expect(stale.text.includes("npm run verify -- =recorded/commit-first --update")).toBe(true);

  // A type error in the same file is an error, and not hidden by the record that it makes stale.
  await writeContent(root, { [sample]: `${source}export const five: string = 5;\n` });
  await fail("/recorded/runs/", "content/samples/recorded/commit-first.ts:7:14\n  TS2322");
  await writeContent(root, { [sample]: source });
  await see("/recorded/runs/", "Killed at 500");

  // A new page, wrong at first.
  await writeContent(root, { "docs/new.mdx": `${head("recip")}Words.\n` });
  await writeNavigation(root);
  await fail("/new/", "bad-front-matter  content/docs/new.mdx:4:1");
  await writeContent(root, {
    "docs/new.mdx": `${head("recipe").replace("New", "It: is")}Words.\n`,
  });
  await fail("/new/", "yaml-syntax  content/docs/new.mdx");
  // Saved within 50 ms of the last change: the watcher drops such a change.
  await writeContent(root, { "docs/new.mdx": `${head("recipe")}Words.\n` });
  expect((await see("/new/", "<p>Words.</p>")).status).toBe(200);

  // Its words and its title change where they are shown.
  await writeContent(root, {
    "docs/new.mdx": `${head("recipe").replace("New", "Newer")}Other words.\n`,
  });
  expect((await see("/new/", "<p>Other words.</p>")).text.includes("<h1>Newer</h1>")).toBe(true);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
