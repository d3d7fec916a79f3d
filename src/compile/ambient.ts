import type { Issue } from "../report/issue.ts";
import { blankTexts } from "../samples/comments.ts";
import type { Program } from "./compiler.ts";
import type { Unit } from "./units.ts";

/** The words that `declare global` and `declare module` need, whatever comments stand between them. */
const MAY_BE_AMBIENT = [/\bdeclare\b/, /\b(?:global|module)\b/];
const AMBIENT = /^[ \t]*declare\s+(?:global|module)\b/m;

/**
 * Finds modules that declare globals or other modules, because they would change the meaning of every other sample.
 * The compiler is asked only about texts that contain the words.
 */
export function findAmbient(units: readonly Unit[], program: (file: string) => Program): Issue[] {
  return units.flatMap((unit) => {
    if (!MAY_BE_AMBIENT.every((words) => words.test(unit.text))) return [];
    const source = program(unit.file).program.getSourceFile(unit.file);
    if (source === undefined) throw new Error(`${unit.file} is not part of the program.`);
    if (source.moduleAugmentations.length === 0 && source.ambientModuleNames.length === 0)
      return [];
    const found = AMBIENT.exec(unit.text);
    const offset = found === null ? 0 : found.index + found[0].search(/\S/);
    return [
      {
        slug: "ambient-declaration",
        ...unit.locateOffset(offset),
        message:
          "`declare global` and `declare module` reach every other sample. Declare a local type or function instead.",
      },
    ];
  });
}

/** `declare` before a value. Before a type it says nothing. */
const DECLARED_VALUE =
  /(?<![\w$.])declare\s+(?:abstract\s+class|async|class|const|enum|function|let|namespace|using|var)\b/g;

/**
 * Finds values that a file declares and nothing makes: the compiler believes in them, and running the file ends in a
 * ReferenceError. In a fence they stand for what its few lines are taken out of.
 */
export function findDeclaredValues(units: readonly Unit[]): Issue[] {
  return units.flatMap(({ kind, text, locateOffset }) => {
    if (kind !== "file" || !text.includes("declare")) return [];
    return [...blankTexts(text, "ts").matchAll(DECLARED_VALUE)].map(({ index }) => ({
      slug: "ambient-declaration",
      ...locateOffset(index),
      message:
        "Nothing makes a value that is only declared, and running the file ends in a ReferenceError. Import it, or write it.",
    }));
  });
}
