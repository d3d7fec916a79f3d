import { readFileSync } from "node:fs";
import path from "node:path";

/** A package that the site or its samples use. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As its own `package.json` says: "MIT". */
  readonly licence: string;
}

interface Packages {
  readonly dependencies: readonly Licensed[];
  readonly devDependencies: readonly Licensed[];
}

/** Reads the licences of the packages that `package.json` names, from the packages that are installed. */
export function readLicences(root: string): Packages {
  const read = (file: string): Readonly<Record<string, unknown>> =>
    JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const own = read("package.json");
  const list = (key: string): Licensed[] =>
    Object.keys(own[key] ?? {}).map((name) => {
      const { version, license } = read(`node_modules/${name}/package.json`);
      return {
        name,
        version: typeof version === "string" ? version : "",
        licence: typeof license === "string" ? license : "see the package",
      };
    });
  return { dependencies: list("dependencies"), devDependencies: list("devDependencies") };
}
