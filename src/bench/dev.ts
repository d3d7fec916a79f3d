import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "./measure.ts";

const MADE_OF = [
  ...["src", "public", "content"],
  ...["astro.config.mjs", "package.json", "tsconfig.json"],
];
/** The section that holds only the pages and samples made for this measurement. */
const SECTION = "kafka";
const PAGE = `content/docs/${SECTION}/measured.mdx`;
const SAMPLE = `content/samples/${SECTION}/measured.ts`;
const DEPENDANTS = [1, 2, 3, 4, 5].map(
  (number) => `content/samples/${SECTION}/measured-${number}.ts`,
);
const GIVE_UP_MS = 120_000;

/**
 * Measures the dev server on a copy of the site: the time from saving a file to the last byte of its page. The edits
 * alternate between a page and a sample on it that five other samples import.
 *
 * @param root the checkout to measure, this one or another
 */
export async function benchDev(root: string, edits: number): Promise<void> {
  // The copy lies outside `.cache`, because the dev server ignores changes below a folder of that name.
  const site = await mkdtemp(path.join(tmpdir(), "bench-dev-"));
  await layOut(root, site);
  const port = await findFreePort();
  const server = spawn(process.execPath, ["src/commands/dev.ts"], {
    cwd: site,
    env: { ...process.env, PORT: String(port), ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: "ignore",
  });
  try {
    const url = `http://127.0.0.1:${port}/${SECTION}/measured/`;
    await untilServed(url, "Measured 0.", server);
    const page: number[] = [];
    const sample: number[] = [];
    for (let edit = 1; edit <= edits; edit++) {
      page.push(
        await timeEdit(path.join(site, PAGE), /Measured \d+\./, `Measured ${edit}.`, url, server),
      );
      sample.push(
        await timeEdit(
          path.join(site, SAMPLE),
          /MEASURED = \d+/,
          `MEASURED = ${edit}`,
          url,
          server,
        ),
      );
    }
    console.log("edited\tedits\tmedian ms\tleast\tmost");
    console.log(["page", ...figures(page)].join("\t"));
    console.log(["sample", ...figures(sample)].join("\t"));
  } finally {
    server.kill();
    await rm(site, { recursive: true, force: true });
  }
}

function figures(values: readonly number[]): (number | string)[] {
  return [
    values.length,
    ...[median(values), Math.min(...values), Math.max(...values)].map((ms) => ms.toFixed()),
  ];
}

async function layOut(root: string, site: string): Promise<void> {
  await symlink(path.join(root, "node_modules"), path.join(site, "node_modules"), "junction");
  for (const part of MADE_OF) {
    // Links are copied as files, because an edit through a link would change the checkout.
    await cp(path.join(root, part), path.join(site, part), { recursive: true, dereference: true });
  }
  const navigation = path.join(site, "content", "navigation.ts");
  const order = await readFile(navigation, "utf8");
  await writeFile(
    navigation,
    order.replace(`"${SECTION}/the-log"`, `"${SECTION}/the-log", "${SECTION}/measured"`),
  );
  await writeFile(path.join(site, PAGE), PAGE_TEXT);
  await writeFile(path.join(site, SAMPLE), SAMPLE_TEXT);
  for (const file of DEPENDANTS) await writeFile(path.join(site, file), DEPENDANT_TEXT);
}

const PAGE_TEXT = `---
title: Measured
lead: A page that is edited again and again.
kind: mechanism
system: log
versions: []
changed: 2026-11-29
---

## What is measured

Measured 0. It takes the time from a saved file to the last byte.

<Sample file="measured.ts" region="measured" />

\`\`\`ts
import { limitOf } from "./measured.ts";

console.log(limitOf("orders"));
\`\`\`
`;
const SAMPLE_TEXT = `// A limit that others import.
import { Admin } from "@platformatic/kafka";

// #region measured
export const MEASURED = 0;

export function limitOf(topic: string): number {
  return topic.length + MEASURED;
}
// #endregion measured

export async function topics(admin: Admin): Promise<string[]> {
  return admin.listTopics();
}
`;
const DEPENDANT_TEXT = `// Imports a limit.
import { limitOf } from "./measured.ts";

export const limit: number = limitOf("orders");
`;

async function timeEdit(
  file: string,
  pattern: RegExp,
  words: string,
  url: string,
  server: ChildProcess,
): Promise<number> {
  const text = await readFile(file, "utf8");
  // A pause between edits, since an editor does not save at the moment a page arrives.
  await sleep(300);
  const saved = performance.now();
  await writeFile(file, text.replace(pattern, words));
  await untilServed(url, words, server);
  return performance.now() - saved;
}

/** Requests a page until it contains `words`. Tags are ignored, because the highlighter puts some between words. */
async function untilServed(url: string, words: string, server: ChildProcess): Promise<void> {
  const started = performance.now();
  while (performance.now() - started < GIVE_UP_MS) {
    if (server.exitCode !== null) throw new Error("The dev server has ended.");
    try {
      const html = await (await fetch(url)).text();
      if (html.replaceAll(/<[^>]+>/g, "").includes(words)) return;
    } catch {
      // The server is not listening yet.
    }
    await sleep(10);
  }
  throw new Error(`${url} did not show "${words}" in ${GIVE_UP_MS / 1_000} s.`);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
