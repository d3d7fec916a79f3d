/** Finds what the compiler accepts in samples and fences but the site does not. */
import { existsSync } from "node:fs";
import path from "node:path";
import { openCleanList } from "../cache/clean-list.ts";
import type { Issue } from "../report/issue.ts";
import type { SampleFile } from "../samples/find-samples.ts";
import { findDeclaredValues } from "./ambient.ts";
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
  /** Absolute path of a unit → a hash of everything it means; absent when that is unknown. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The program of a file. */
  readonly program: (file: string) => Program;
  /** Whether to ask Node too whether it can run the units. That starts a process for whatever has changed. */
  readonly asksNode: boolean;
}

/** Files that the compiler reads as code. */
const CODE = /\.[cm]?[jt]sx?$/i;

/** Finds suppressed checks, CommonJS, imports of what is not checked, code that Node cannot run, and files that would be shown empty. */
export async function checkCode(code: Code): Promise<Issue[]> {
  const { root, units, samples, imports, broken } = code;
  const runnable = units.filter(({ file, expect }) => expect === undefined && !broken.has(file));
  return [
    ...checkSuppressions(units, samples),
    ...findEveryCommonJs(code),
    ...units.flatMap((unit) =>
      crossedImports(root, unit, imports.get(unit.file)?.neighbours ?? []),
    ),
    ...findDeclaredValues(units),
    ...findUnchecked(code),
    ...units.flatMap((unit) => importsOnly(unit, imports.get(unit.file)?.importsEnd ?? 0)),
    ...(code.asksNode ? await checkRunnable(root, runnable) : []),
  ];
}

/** Finds CommonJS. The compiler is not asked about units that had none and are unchanged. */
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

/** Refuses a file with nothing but imports and comments: its imports are folded away, so the frame would be empty. */
function importsOnly({ kind, text, origin }: Unit, importsEnd: number): Issue[] {
  if (kind !== "file" || importsEnd === 0) return [];
  if (/^(?![ \t]*\/\/).*\S/m.test(text.slice(importsEnd))) return [];
  const message =
    "This file has nothing below its imports, which are folded away where it is shown.";
  return [{ slug: "nothing-to-show", ...origin, message }];
}

/** Refuses imports of files that are no samples, since nothing checks or shows them. */
function findUnchecked({ root, units, samples, imports }: Code): Issue[] {
  const checked = new Set(samples.map(({ path: below }) => below));
  return units.flatMap((unit) =>
    (imports.get(unit.file)?.neighbours ?? []).flatMap((file) => {
      const imported = pathBelow(root, file);
      if (!CODE.test(imported) || checked.has(imported) || !existsSync(file)) return [];
      const at = unit.text.indexOf(path.posix.basename(imported));
      const message = `${imported} is no sample, so nothing checks it and no reader gets it. Import a file below content/samples, whose name does not begin with a dot.`;
      return [{ slug: "unchecked-import", ...unit.locateOffset(Math.max(0, at)), message }];
    }),
  );
}

/**
 * Refuses imports between Node samples and browser samples. They are two programs, and either would see the other's
 * file with the wrong globals. Generated stubs belong to both.
 */
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
