import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RECEIPTS_FOLDER } from "../receipts/read-receipts.ts";
import type { Receipt, WireLine } from "../receipts/receipt.ts";
import type { Subject } from "./find-scenarios.ts";
import { filesOf } from "./proxies/fill-config.ts";
import type { RunResult } from "./run/run-scenario.ts";

/** Makes the receipt of a subject from its runs, which stand in the order of `planRuns`. */
export function makeReceipt(
  { sample, scenario, folder }: Subject,
  inputs: string,
  runs: readonly RunResult[],
  versions: Readonly<Record<string, string>>,
): Receipt {
  const kafka = runs.find(({ kafkaVersion }) => kafkaVersion !== undefined)?.kafkaVersion;
  return {
    sample: sample.id,
    inputs,
    ...(scenario.story === "" ? {} : { story: scenario.story }),
    compared: { runs: runs.map(({ compared }) => compared) },
    recorded: {
      date: new Date().toISOString().slice(0, 10),
      versions: { ...versions, ...(kafka === undefined ? {} : { Kafka: kafka }) },
      settings: [...new Set(runs.flatMap(({ settings }) => settings))],
      ...(scenario.long === true ? { long: true } : {}),
      ...besideOf({ scenario, folder }),
      runs: runs.map(({ recorded, wire }, index) => ({
        ...recorded,
        ...(wire === undefined
          ? {}
          : { wire: { file: nameWireFile(sample.id, index), lines: wire.length } }),
      })),
    },
  };
}

/** Returns what a scenario asks for besides programs, as a receipt's `recorded` holds it. */
export function besideOf({
  scenario: { brokers, topics = [], database, proxies = {} },
  folder,
}: Pick<Subject, "scenario" | "folder">): Pick<Receipt["recorded"], "beside"> {
  const configs = Object.values(proxies).flatMap((proxy) =>
    filesOf(proxy).map((file) => path.posix.join(folder, file)),
  );
  const beside = {
    ...(brokers === undefined ? {} : { brokers }),
    ...(topics.length === 0
      ? {}
      : { topics: topics.map(({ name, partitions }) => ({ name, partitions })) }),
    ...(database === undefined ? {} : { database }),
    ...(configs.length === 0 ? {} : { proxies: [...new Set(configs)] }),
  };
  return Object.keys(beside).length === 0 ? {} : { beside };
}

/**
 * Writes a receipt and its wire files, and deletes the wire files of an earlier receipt. Each file is written below
 * `.cache` first and then renamed, so that it is never half written.
 */
export function writeReceipt(root: string, receipt: Receipt, runs: readonly RunResult[]): void {
  const folder = path.join(root, RECEIPTS_FOLDER, path.dirname(receipt.sample));
  const name = path.basename(receipt.sample);
  mkdirSync(folder, { recursive: true });
  const written = new Set<string>();
  for (const [index, { wire }] of runs.entries()) {
    if (wire === undefined) continue;
    const file = nameWireFile(receipt.sample, index);
    replaceFile(root, path.join(folder, file), wire.map(toLine).join(""));
    written.add(file);
  }
  replaceFile(root, path.join(folder, `${name}.json`), `${JSON.stringify(receipt, null, 2)}\n`);
  for (const file of readdirSync(folder)) {
    if (isWireFileOf(file, name) && !written.has(file)) rmSync(path.join(folder, file));
  }
}

function isWireFileOf(file: string, name: string): boolean {
  return file.startsWith(`${name}.`) && /^\d+\.wire\.txt$/.test(file.slice(name.length + 1));
}

function nameWireFile(id: string, index: number): string {
  return `${path.basename(id)}.${index}.wire.txt`;
}

function toLine({ ms, from, to, label, note }: WireLine): string {
  return `${[ms, from, to, label, note].join("\t")}\n`;
}

function replaceFile(root: string, file: string, text: string): void {
  const beside = path.join(root, ".cache", "receipts", `${process.pid}-${path.basename(file)}`);
  mkdirSync(path.dirname(beside), { recursive: true });
  writeFileSync(beside, text);
  renameSync(beside, file);
}
