import path from "node:path";
import { hashClosures, hashOf } from "../../cache/closure.ts";
import { hashTools } from "../../cache/tools.ts";
import { listFiles } from "../../disk/list-files.ts";
import { readTextIfThere } from "../../disk/read-if-there.ts";

/** The folders of our code and of what it imports. */
const FOLDERS = ["src", "tests", "content/samples", ".astro"];
const FILES = ["content/navigation.ts", "astro.config.mjs", "vitest.config.ts", "package.json"];
const CODE = /\.(?:[cm]?[jt]sx?|astro|json)$/;
const FOREIGN = /(?:^|\/)(?:node_modules|target)\//;
/** Declaration files, which count for every file. */
const SHARED = /\.d\.[cm]?ts$/;
const DECLARES = /\bdeclare\s+(?:global|module|namespace)\b/;
const PACKAGE = /\b(?:from|import)\b[\s(]*["']([^."'\s][^"']*)["']/g;

/** Our code and everything it may import, by path from the root. */
export interface OwnFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** A hash of each file's meaning: its text, its imports, the shared declarations and the packages. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Reads our own code.
 *
 * @param configuration files, from `root`, that a tool's answers depend on
 */
export function readOwnFiles(root: string, configuration: readonly string[]): OwnFiles {
  const listed = FOLDERS.flatMap((folder) =>
    listFiles(path.join(root, folder)).map((file) => `${folder}/${file}`),
  ).filter((file) => CODE.test(file) && !FOREIGN.test(file));
  const texts = new Map(
    [...listed, ...FILES].flatMap((file) => {
      const text = readTextIfThere(path.join(root, file));
      return text === undefined ? [] : [[file, text]];
    }),
  );
  const packages = new Set<string>();
  for (const text of texts.values())
    for (const [, name = ""] of text.matchAll(PACKAGE)) packages.add(name);
  const shared = hashOf([
    hashTools(root, ["cache", "compile", "check/own-code"], configuration),
    ...texts.keys(),
    ...[...texts].flatMap(([file, text]) =>
      SHARED.test(file) || DECLARES.test(text) ? [file, text] : [],
    ),
    ...[...packages].sort(),
  ]);
  const closures = hashClosures(texts);
  return {
    texts,
    hashes: new Map([...closures].map(([file, closure]) => [file, hashOf([shared, closure])])),
  };
}
