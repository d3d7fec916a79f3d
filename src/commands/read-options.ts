import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { didYouMean } from "../report/nearest.ts";
import { Failure } from "../report/failure.mjs";

/** The options and words that a command takes after `--`. */
export interface Usage<Options extends ParseArgsOptionsConfig> {
  /** The command as it is typed: `npm run build`. */
  readonly command: string;
  readonly options: Options;
  /** A name for its positional arguments, shown in messages: `part of a sample's id …`; absent where it takes none. */
  readonly words?: string;
  /** The largest number of positional arguments. */
  readonly most?: number;
}

type Read<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>;

/**
 * Reads the options of a command. An unknown option is refused, with the nearest known name.
 *
 * @param args the arguments as typed; by default those of this process
 * @throws Failure with the options that the command takes
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  usage: Usage<Options>,
  args: readonly string[] = process.argv.slice(2),
): Read<Options> {
  const { options, words, most = Infinity } = usage;
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const known = Object.keys(options).map((name) => `--${name}`);
      const near = didYouMean(token.rawName, known);
      throw refuse(
        "unknown-option",
        `${usage.command} has no option ${token.rawName}.${near}`,
        usage,
      );
    }
    const isGiven = token.value !== undefined && !token.value.startsWith("-");
    if (isGiven !== (option.type === "string")) {
      const what = isGiven ? "takes no value" : "needs a value";
      throw refuse("bad-option", `${token.rawName} ${what}.`, usage);
    }
  }
  const tooMany = positionals.slice(words === undefined ? 0 : most);
  if (tooMany.length > 0) {
    const near = didYouMean(
      `--${tooMany[0]}`,
      Object.keys(options).map((name) => `--${name}`),
    );
    throw refuse(
      "unknown-option",
      `${usage.command} does not take "${tooMany.join(" ")}".${near}`,
      usage,
    );
  }
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/** Reads the value of an option as a whole number from 1. @throws Failure for any other value */
export function readCount(name: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new Failure(
    "bad-option",
    `--${name} is "${value}". Expected a whole number from 1.\n  Type: --${name} 3`,
  );
}

function refuse(
  slug: "unknown-option" | "bad-option",
  what: string,
  { command, options, words }: Usage<ParseArgsOptionsConfig>,
): Failure {
  const names = Object.entries(options).map(([name, { type }]) =>
    type === "string" ? `[--${name} …]` : `[--${name}]`,
  );
  const takes = [...(words === undefined ? [] : [`[${words}]`]), ...names];
  const usage = takes.length === 0 ? command : `${command} -- ${takes.join(" ")}`;
  return new Failure(slug, `${what}\n  Type: ${usage}`);
}
