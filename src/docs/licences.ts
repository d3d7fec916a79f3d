import path from "node:path";
import { readTextIfThere } from "../disk/read-if-there.ts";

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
  const own = readPackage(root, "package.json");
  const list = (key: string): Licensed[] =>
    Object.keys(own[key] ?? {}).map((name) => {
      const { version, license } = readPackage(root, `node_modules/${name}/package.json`);
      return {
        name,
        version: typeof version === "string" ? version : "",
        licence: typeof license === "string" ? license : "see the package",
      };
    });
  return { dependencies: list("dependencies"), devDependencies: list("devDependencies") };
}

/** Reads a `package.json` as Node finds packages: in the folder, or in one around it. Without one it says nothing. */
function readPackage(folder: string, file: string): Readonly<Record<string, unknown>> {
  const text = readTextIfThere(path.join(folder, file));
  if (text !== undefined) return JSON.parse(text);
  const around = path.dirname(folder);
  return around === folder ? {} : readPackage(around, file);
}
