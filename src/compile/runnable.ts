/**
 * Checks whether Node can run what compiles. Node removes the types and changes nothing else, so a decorator, which
 * compiles, is a syntax error there. The compiler's `erasableSyntaxOnly` covers enums and namespaces, but not
 * everything.
 */
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "astro/zod";
import { readTextIfThere } from "../disk/read-if-there.ts";
import type { Issue } from "../report/issue.ts";
import type { Position } from "../report/source-text.ts";
import type { Unit } from "./units.ts";

const ANSWERS = z.array(
  z
    .object({ message: z.string(), shown: z.string().optional(), code: z.string().optional() })
    .nullable(),
);
type Refusal = NonNullable<z.infer<typeof ANSWERS>[number]>;

const CHILD = fileURLToPath(new URL("./ask-node.mjs", import.meta.url));
const QUIET = "--disable-warning=ExperimentalWarning";

/** Asks Node about each text that it has not accepted before. Its answers are kept below `.cache`. */
export async function checkRunnable(root: string, units: readonly Unit[]): Promise<Issue[]> {
  const cache = path.join(root, ".cache", "runnable.json");
  const known = new Set((readTextIfThere(cache) ?? "").split("\n"));
  const hashed = units.map((unit) => ({ unit, hash: hashOf(unit.text) }));
  const asked = hashed.filter(({ hash }) => !known.has(hash));
  if (asked.length === 0) return [];
  const answers = await askNode(asked.map(({ unit }) => unit.text));
  const refused = new Set(asked.filter((_, index) => answers[index]).map(({ hash }) => hash));
  mkdirSync(path.dirname(cache), { recursive: true });
  const runnable = hashed.map(({ hash }) => hash).filter((hash) => !refused.has(hash));
  writeFileSync(cache, [...new Set(runnable)].join("\n"));
  return asked.flatMap(({ unit }, index) => {
    const refusal = answers[index];
    return refusal ? [toIssue(unit, refusal)] : [];
  });
}

function askNode(texts: readonly string[]): Promise<z.infer<typeof ANSWERS>> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ["--experimental-vm-modules", QUIET, CHILD],
      { maxBuffer: 1 << 28 },
      (error, stdout) => {
        if (error === null) resolve(ANSWERS.parse(JSON.parse(stdout)));
        else reject(error);
      },
    );
    child.stdin?.end(JSON.stringify(texts));
  });
}

function toIssue(unit: Unit, refusal: Refusal): Issue {
  const place = placeOf(refusal);
  const written = unit.text.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "";
  return {
    slug: "not-runnable",
    ...unit.locate(place.line, place.column),
    message: `This compiles, and Node cannot run it: ${refusal.message}.\n${adviseOn(written)}`,
  };
}

function adviseOn(written: string): string {
  if (written.startsWith("@"))
    return "It has no decorators. Call the function that decorates: `const run = logged(…)`.";
  if (/^(?:accessor|\w+\s*[=:])/.test(written))
    return "It has no `accessor`. Write a private field, `get` and `set`.";
  return "Node takes types out of a file and changes nothing else: write this as JavaScript has it.";
}

/** The place that Node points at. Above a stack stand `name:line`, that line, and marks below the place. */
function placeOf({ shown, code }: Refusal): Position {
  const text = shown ?? showError(code ?? "");
  const [, line, before] = /^[^\n]*:(\d+)\n[^\n]*\n([ \t]*)\^/.exec(text) ?? [];
  return { line: Number(line ?? 1), column: (before ?? "").length + 1 };
}

/**
 * Node's error with its place. Node names a place only when it checks a module in a process of its own, so this runs
 * only for refused modules.
 */
function showError(code: string): string {
  try {
    const args = ["--check", "--input-type=module", QUIET, "-"];
    execFileSync(process.execPath, args, { input: code, stdio: ["pipe", "ignore", "pipe"] });
    return "";
  } catch (error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  }
}

/** The key includes Node's version, because another Node may run other things. */
function hashOf(text: string): string {
  return createHash("sha256").update(process.version).update(text).digest("hex");
}
