import { readFile } from "node:fs/promises";
import { globSync } from "node:fs";
import path from "node:path";
import { convertToTsx } from "@astrojs/astro2tsx";
import type { Issue } from "../report/issue.ts";
import { openCompiler } from "../compile/compiler.ts";
import { positionAt } from "../report/source-text.ts";

interface OwnFile {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  /** The offset in `text` that a position in the compiled module comes from. */
  readonly originalOffset: (offset: number) => number;
}

/** A scenario stands among the samples, and belongs to the lab. */
const OWN = [
  "src/**/*.{ts,astro}",
  "tests/**/*.ts",
  "content/navigation.ts",
  "content/samples/**/*.scenario*.ts",
];

/** Type-checks the site's own code: every `.ts`, scenarios too, and, as the TSX that Astro's compiler makes of it, every `.astro`. */
export async function checkOwnTypes(root: string): Promise<Issue[]> {
  const sources = globSync(OWN, {
    cwd: root,
    exclude: (name) => name.split(path.sep).includes("fixtures"),
  });
  const modules = path.join(root, ".cache", "astro");
  const texts = new Map<string, string>();
  const own = new Map<string, OwnFile>();
  for (const source of sources.sort()) {
    const text = await readFile(path.join(root, source), "utf8");
    const file = source.replaceAll("\\", "/");
    const isAstro = file.endsWith(".astro");
    const module = isAstro ? path.join(modules, `${source}.tsx`) : path.join(root, source);
    const converted = isAstro
      ? convertToTsx(text, { filename: file, ambientTypes: true })
      : undefined;
    texts.set(module, converted?.code ?? text);
    own.set(module, {
      file,
      text,
      originalOffset: (offset) => {
        if (converted === undefined) return offset;
        const span = converted.mappings.find(
          ([start, length]) => start <= offset && offset <= start + length,
        );
        return span === undefined ? 0 : Math.min(span[2] + (offset - span[0]), span[2] + span[3]);
      },
    });
  }
  const types = path.join(root, ".astro", "types.d.ts");
  texts.set(types, await readFile(types, "utf8"));
  const compiler = openCompiler(path.join(root, "tsconfig.json"), modules);
  try {
    compiler.update(texts);
    return [...compiler.diagnoseConfiguration(), ...compiler.diagnose()].map(
      ({ file, offset, code, message }) => {
        const known = file === undefined ? undefined : own.get(file);
        const place =
          known === undefined
            ? { file: "tsconfig.json", line: 1, column: 1 }
            : { file: known.file, ...positionAt(known.text, known.originalOffset(offset)) };
        return { slug: "type-error", ...place, code, message };
      },
    );
  } finally {
    compiler.close();
  }
}
