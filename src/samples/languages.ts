/** The languages a block may be in, by the word after the fence, which is also the file extension. */
export const LANGUAGES = [
  "ts",
  "proto",
  "java",
  "sh",
  "json",
  "yaml",
  "xml",
  "properties",
  "text",
] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language with that name, or `undefined`. */
export function findLanguage(name: string): Language | undefined {
  return LANGUAGES.find((language) => language === name);
}

/** The language of a file extension without its dot, or `undefined`. */
export function languageOfExtension(extension: string): Language | undefined {
  return extension === "txt" ? "text" : extension === "yml" ? "yaml" : findLanguage(extension);
}
