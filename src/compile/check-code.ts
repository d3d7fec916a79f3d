/** What the compiler lets pass in the code of samples and fences, and what must not: one list of issues. */
import path from "node:path";
import { openCleanList } from "../cache/clean-list.ts";
import type { Issue } from "../report/issue.ts";
import type { SampleFile } from "../samples/find-samples.ts";
import { checkSuppressions } from "./check-suppressions.ts";
import { findCommonJs } from "./commonjs.ts";
import type { Program } from "./compiler.ts";
import type { ModuleImports } from "./modules.ts";
import { checkRunnable } from "./runnable.ts";
import { isOfBrowsers, pathBelow, type Unit } from "./units.ts";

interface Code {
  readonly root: string;
  /** Files and fences. */
  readonly units: readonly Unit[];
  readonly samples: readonly SampleFile[];
  readonly imports: ReadonlyMap<string, ModuleImports>;
  /** Absolute paths of the units that do not compile. */
  readonly broken: ReadonlySet<string>;
  /** Absolute path of a unit → a hash of everything that it means; none where that is not known. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The program of a file. */
  readonly program: (file: string) => Program;
  /** Also ask Node whether it can run them: a process, for what has changed. */
  readonly asksNode: boolean;
}

/** Suppressed checks, CommonJS, code that Node cannot run, and files that would be shown empty. */
export async function checkCode(code: Code): Promise<Issue[]> {
  const { root, units, samples, imports, broken } = code;
  const runnable = units.filter(({ file, expect }) => expect === undefined && !broken.has(file));
  return [
    ...checkSuppressions(units, samples),
    ...findEveryCommonJs(code),
    ...units.flatMap((unit) =>
      crossedImports(root, unit, imports.get(unit.file)?.neighbours ?? []),
    ),
    ...units.flatMap((unit) => importsOnly(unit, imports.get(unit.file)?.importsEnd ?? 0)),
    ...(code.asksNode ? await checkRunnable(root, runnable) : []),
  ];
}

/** The compiler is asked of units that mean something else than when they used nothing of it. */
function findEveryCommonJs({ root, units, hashes, program }: Code): Issue[] {
  const clean = openCleanList(root, "no-commonjs", "");
  const issues = units.flatMap((unit) => {
    const hash = hashes.get(unit.file);
    if (clean.has(hash)) return [];
    const found = commonJsIssues(program, unit);
    if (found.length === 0) clean.add(hash);
    return found;
  });
  clean.save();
  return issues;
}

function commonJsIssues(program: Code["program"], unit: Unit): Issue[] {
  return findCommonJs(program, unit).map(({ start, name, instead }) => ({
    slug: "commonjs",
    ...unit.locateOffset(start),
    message: `A module has no "${name}": the types of Node know it, and running this ends in a ReferenceError. Type \`${instead}\`.`,
  }));
}

/** The imports of a file are folded away, so that one with nothing else but comments is an empty frame. */
function importsOnly({ kind, text, origin }: Unit, importsEnd: number): Issue[] {
  if (kind !== "file" || importsEnd === 0) return [];
  if (/^(?![ \t]*\/\/).*\S/m.test(text.slice(importsEnd))) return [];
  const message =
    "This file has nothing below its imports, which are folded away where it is shown.";
  return [{ slug: "nothing-to-show", ...origin, message }];
}

/** Two programs: what one of them imports of the other would be seen with the wrong globals. Stubs belong to both. */
function crossedImports(root: string, unit: Unit, neighbours: readonly string[]): Issue[] {
  const own = isOfBrowsers(root, unit.file);
  return neighbours.flatMap((file) => {
    const imported = pathBelow(root, file);
    if (imported.startsWith("gen/") || isOfBrowsers(root, file) === own) return [];
    const at = unit.text.indexOf(path.posix.basename(imported));
    const [here, there] = own ? ["browsers", "Node"] : ["Node", "browsers"];
    const message = `This is for ${here}, and ${imported} for ${there}. Only what is generated, below "gen/", can be imported by both.`;
    return [{ slug: "crossed-import", ...unit.locateOffset(Math.max(0, at)), message }];
  });
}
