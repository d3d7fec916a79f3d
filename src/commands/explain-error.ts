/**
 * An error of a build as a person reads it: message, hint and place. The stack only where nothing
 * says which file is wrong, since it then is our own mistake.
 */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Its message is every issue with its place already.
  if (error.name === "ContentError") return error.message;

  const place = readPlace(error);
  // The bundler gathers plugins' errors into one, whose message names the files.
  const isPlaced = place !== undefined || Reflect.has(error, "errors");
  const lines = [isPlaced ? withoutStack(error.message) : (error.stack ?? error.message)];
  const hint = readText(error, "hint");
  if (hint !== undefined && !error.message.includes(hint)) lines.push(`  ${hint}`);
  if (place !== undefined && !error.message.includes(place)) lines.push(`  at ${place}`);
  return lines.join("\n");
}

function withoutStack(message: string): string {
  return message
    .split("\n")
    .filter((line) => !/^ {4}at /.test(line))
    .join("\n");
}

/** Astro and Vite say where in `loc`: file, and line and column from 1. */
function readPlace(error: Error): string | undefined {
  const loc: unknown = Reflect.get(error, "loc");
  if (typeof loc !== "object" || loc === null) return undefined;
  const file = readText(loc, "file") ?? readText(error, "id");
  if (file === undefined) return undefined;
  return `${file}:${readNumber(loc, "line")}:${readNumber(loc, "column")}`;
}

function readText(from: object, name: string): string | undefined {
  const value: unknown = Reflect.get(from, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function readNumber(from: object, name: string): number {
  const value: unknown = Reflect.get(from, name);
  return typeof value === "number" ? value : 1;
}
