import path from "node:path";
import { convertToTsx } from "@astrojs/astro2tsx";
import { openCleanList } from "../../cache/clean-list.ts";
import { hashOf } from "../../cache/closure.ts";
import { openCompiler } from "../../compile/compiler.ts";
import type { Issue } from "../../report/issue.ts";
import { positionAt } from "../../report/source-text.ts";
import { readOwnFiles } from "./own-files.ts";

interface OwnModule {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  /** What is compiled: the text, or the TSX that Astro's compiler makes of it. */
  readonly code: string;
  /** The offset in `text` that a position in the compiled module comes from. */
  readonly originalOffset: (offset: number) => number;
}

/** Scenarios lie among the samples but belong to the lab, so they are checked here. */
const CHECKED =
  /^(?:src\/.*\.(?:ts|astro)|tests\/.*\.ts|content\/navigation\.ts|content\/samples\/.*\.scenario(?:-parts)?\.ts)$/;
const FIXTURES = /\/fixtures\//;
const SCENARIO = /\.scenario\.ts$/;
const SCENARIO_TYPE = "src/lab/scenario.ts";
const TYPES = ".astro/types.d.ts";
const CONFIGURATION = "tsconfig.json";

/**
 * Type-checks the site's own code: every `.ts` file including scenarios, and every `.astro` file as the TSX that
 * Astro's compiler makes of it. The compiler starts only when a file or something it imports has changed since it was
 * clean.
 */
export function checkOwnTypes(root: string): Issue[] {
  const { texts, hashes } = readOwnFiles(root, [CONFIGURATION]);
  const checked = [...texts.keys()].filter((file) => CHECKED.test(file) && !FIXTURES.test(file));
  const clean = openCleanList(root, "own-types", "");
  const everything = hashOf(checked.map((file) => hashes.get(file) ?? ""));
  const unknown = new Set(checked.filter((file) => !clean.has(hashes.get(file))));
  if (unknown.size === 0 && clean.has(everything)) return [];

  const folder = path.join(root, ".cache", "astro");
  const modules = new Map(checked.map((file) => openModule(root, folder, file, texts)));
  const compiler = openCompiler(path.join(root, CONFIGURATION), folder);
  try {
    const sources = [...modules].map(([module, { code }]) => [module, code] as const);
    const types = texts.get(TYPES);
    compiler.update(
      new Map([
        ...sources,
        ...(types === undefined ? [] : [[path.join(root, TYPES), types] as const]),
      ]),
    );
    const asked = [...modules].flatMap(([module, { file }]) => (unknown.has(file) ? [module] : []));
    // The compiler checks the whole program in parallel, but single files one after another.
    const isMost = asked.length > checked.length / 4;
    const issues = [
      ...compiler.diagnoseConfiguration(),
      ...compiler.diagnose(isMost ? undefined : asked),
    ].map(({ file, offset, code, message }): Issue => {
      const known = file === undefined ? undefined : modules.get(file);
      const place =
        known === undefined
          ? { file: CONFIGURATION, line: 1, column: 1 }
          : { file: known.file, ...positionAt(known.text, known.originalOffset(offset)) };
      return { slug: "type-error", ...place, code, message };
    });
    const wrong = new Set(issues.map(({ file }) => file));
    // An error without a place may belong to any file, so then no file counts as clean.
    if (!wrong.has(CONFIGURATION))
      for (const file of checked) if (!wrong.has(file)) clean.add(hashes.get(file));
    if (issues.length === 0) clean.add(everything);
    clean.save();
    return issues;
  } finally {
    compiler.close();
  }
}

function openModule(
  root: string,
  folder: string,
  file: string,
  texts: ReadonlyMap<string, string>,
): [module: string, OwnModule] {
  const text = texts.get(file) ?? "";
  if (SCENARIO.test(file) && texts.has(SCENARIO_TYPE)) return openScenario(root, file, text);
  if (!file.endsWith(".astro"))
    return [path.join(root, file), { file, text, code: text, originalOffset: (offset) => offset }];
  const { code, mappings } = convertToTsx(text, { filename: file, ambientTypes: true });
  const originalOffset = (offset: number): number => {
    const span = mappings.find(([start, length]) => start <= offset && offset <= start + length);
    return span === undefined ? 0 : Math.min(span[2] + (offset - span[0]), span[2] + span[3]);
  };
  return [path.join(folder, `${file}.tsx`), { file, text, code, originalOffset }];
}

/** A scenario, whose default export must be one even if the file does not say so: the lab would fail on it. */
function openScenario(root: string, file: string, text: string): [string, OwnModule] {
  const type = path.posix.relative(path.posix.dirname(file), SCENARIO_TYPE);
  const checked = [
    `import scenarioOfThisFile from "./${path.posix.basename(file)}";`,
    `scenarioOfThisFile satisfies import("${type}").Scenario;`,
  ];
  const exported = Math.max(0, text.search(/^export default\b/m));
  return [
    path.join(root, file),
    {
      file,
      text,
      code: `${text}\n${checked.join("\n")}\n`,
      originalOffset: (offset) => (offset < text.length ? offset : exported),
    },
  ];
}
