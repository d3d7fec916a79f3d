import path from "node:path";
import { shownRun } from "./output.ts";
import type { Receipt } from "./receipt.ts";

/** A program that was started beside a sample's own. */
export interface PartnerRun {
  /** Path below `content/samples`; for Java the name alone, since Maven's command names only the class. */
  readonly file: string;
  /** What is typed after the file, such as `200` or `--size=100`; for Java, Maven's options after the class. */
  readonly arguments: string;
  /** Whether it was started before the sample's own program. */
  readonly isFirst: boolean;
}

/** Gives a program a member's name, as a deployment does, and then starts it. A reader sets the name himself. */
const START_AS = /^node \S*\bstart-as\.ts (\S+) /;

/**
 * Lists the other programs that ran beside a sample in the run that its page shows, in the order of their start.
 *
 * @param sample path of the sample below `content/samples`; recorded commands are relative to its folder
 */
export function partnersOf(receipt: Receipt, sample: string): readonly PartnerRun[] {
  const programs = receipt.compared.runs[shownRun(receipt)]?.programs ?? [];
  const started = programs.map(({ command }) => readCommand(command, path.posix.dirname(sample)));
  const self = sample.endsWith(".java") ? path.posix.basename(sample) : sample;
  const own = started.findIndex((it) => it?.file === self);
  const partners = started.flatMap((it, index) =>
    it === undefined || it.file === self ? [] : [{ ...it, isFirst: index < own }],
  );
  return [...new Map(partners.map((it) => [`${it.file} ${it.arguments}`, it])).values()];
}

/** The name under which a sample's own program ran, in `WAREHOUSE`; absent for one that needs none. */
export function nameOfMember(receipt: Receipt, sample: string): string | undefined {
  const file = path.posix.basename(sample);
  const own = receipt.compared.runs[shownRun(receipt)]?.programs.find(({ command }) =>
    command.includes(` ${file}`),
  );
  return own === undefined ? undefined : START_AS.exec(own.command)?.[1];
}

function readCommand(
  command: string,
  folder: string,
): Pick<PartnerRun, "file" | "arguments"> | undefined {
  const [, file = "", rest = ""] =
    /^node (\S+) ?(.*)$/.exec(command.replace(START_AS, "node ")) ?? [];
  if (file !== "") return { file: path.posix.join(folder, file), arguments: rest };
  const [, name = "", options = ""] = /-Dexec\.mainClass=(\w+) ?(.*)$/.exec(command) ?? [];
  return name === "" ? undefined : { file: `${name}.java`, arguments: options };
}
