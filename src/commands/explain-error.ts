/**
 * Formats an error of a build for people: message, hint and place. The stack is shown only when the
 * error names no file, since it is then a mistake in this project's code.
 */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The message of a ContentError already lists every issue with its place.
  if (error.name === "ContentError") return error.message;

  const place = readPlace(error);
  // The bundler collects the errors of plugins in one error, whose message names the files.
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

/** Reads the place from `loc`, where Astro and Vite put the file, and line and column counted from 1. */
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
