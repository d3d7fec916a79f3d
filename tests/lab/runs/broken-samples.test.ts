import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRealJava } from "../jvm/real-java.ts";
import { copyProject, type ProjectCopy } from "./project-copy.ts";

const SAMPLES = "content/samples";
const realJava = await findRealJava("tests/lab/runs/broken-samples.test.ts");
const copies: ProjectCopy[] = [];
type Ended = Awaited<ReturnType<ProjectCopy["verify"]>>;
/** Everything begins at once: runs wait more than they compute. */
let begun: {
  readonly broken: Promise<Ended>;
  readonly recorded: Promise<Ended>;
  readonly uncompiled: Promise<Ended>;
  readonly noScenario: Promise<Ended>;
  readonly noImport: Promise<Ended>;
  readonly unknown: Promise<Ended>;
};

/** Breaks samples of a copy of this project, [file below the samples, a piece of it, what stands there instead]. */
function breakSamples(...changes: readonly (readonly [string, string, string])[]): ProjectCopy {
  const copy = copyProject();
  copies.push(copy);
  for (const [file, piece, instead] of changes) copy.change(`${SAMPLES}/${file}`, piece, instead);
  return copy;
}

const FORGOTTEN = [
  "guaranteed-delivery/push-and-resume.ts",
  "yield* window.kept();",
  "window.drop(String(sent));",
] as const;
const STRANGER = `  await pushAndWait();
      const net = await import("node:net");
      const door = net.createServer((it) => it.end("HTTP/1.1 200 OK"));
      await new Promise<void>((opened) => door.listen(50_052, opened));
      const visitor = net.connect(50_052).resume();
      await new Promise((closed) => visitor.once("close", closed));
      door.close();
`;

beforeAll(() => {
  const ids = [
    "streaming-modes/fulfil-orders",
    "streaming-modes/wait-for-drain",
    "streaming-modes/half-close",
    "guaranteed-delivery/push-and-resume",
    "guaranteed-delivery/push-and-forget",
    "guaranteed-delivery/acknowledge-once",
    ...(realJava === undefined ? [] : ["guaranteed-delivery/commit-when-done"]),
  ];
  const broken = breakSamples(
    [
      "streaming-modes/fulfil-orders.ts",
      "await window.untilRoom(over)",
      "void window.untilRoom(over)",
    ],
    [
      "streaming-modes/wait-for-drain.ts",
      "if (call.write(delivery)) continue;",
      "if (call.write(delivery) !== undefined) continue;",
    ],
    ["streaming-modes/half-close.ts", "  await pushAndWait();\n", STRANGER],
    FORGOTTEN,
    [
      "guaranteed-delivery/killed-on-the-wire.scenario-parts.ts",
      "hold: delivery(501),\n  until",
      "hold: delivery(5_010),\n  until",
    ],
    [
      "guaranteed-delivery/acknowledge-once.ts",
      "const book = openWorkBook();",
      'const book = openWorkBook("/nowhere/warehouse.db");',
    ],
    [
      "guaranteed-delivery/commit-when-done.ts",
      "    await work(book, event);\n    await message.commit();",
      "    await message.commit();\n    await work(book, event);",
    ],
  );
  const uncompiled = breakSamples([
    "streaming-modes/half-close.ts",
    "const cursors: string[] =",
    "const cursors: number =",
  ]);
  const noScenario = breakSamples([
    "guaranteed-delivery/commit-first.scenario.ts",
    "export default {",
    "export const scenario = {",
  ]);
  const noImport = breakSamples([
    "guaranteed-delivery/commit-first.scenario.ts",
    "  readBy,\n} from",
    "  readBye,\n} from",
  ]);
  begun = {
    broken: broken.verify(...ids.map((id) => `=${id}`)),
    recorded: breakSamples(FORGOTTEN).verify("=guaranteed-delivery/push-and-resume", "--update"),
    uncompiled: uncompiled.verify("streaming-modes/half-close"),
    noScenario: noScenario.verify("guaranteed-delivery/commit-first"),
    noImport: noImport.verify("guaranteed-delivery/commit-first"),
    unknown: breakSamples().verify("half-cloes"),
  };
});
afterAll(async () => {
  await Promise.allSettled(Object.values(begun));
  for (const copy of copies) copy.remove();
});

/** What `verify` said of the runs of one sample. */
async function saidOf(id: string): Promise<string> {
  const { output } = await begun.broken;
  const runs = output.split(/^(?=agrees |DIFFERS )/m);
  return runs.filter((run) => run.split("\n")[0]?.includes(` ${id}`)).join("");
}

describe("a sample that compiles and does something else is found, and the difference says why:", () => {
  test("an await is dropped, and the window is no limit any more", async () => {
    const id = "streaming-modes/fulfil-orders";
    const said = await saidOf(id);
    expect(said).toMatch(/^ +- 100 kept: full, Orders waits$/m);
    expect(said).toMatch(/^ +\+ \d+ kept: full, Orders waits$/m);
    const { output, code } = await begun.broken;
    expect(output).toContain(`stale-receipt  content/samples/${id}.ts`);
    expect(code).toBe(1);
  });

  test("a write that returns false is ignored, and everything waits in memory", async () => {
    const said = await saidOf("streaming-modes/wait-for-drain");
    expect(said).toMatch(/^DIFFERS/m);
    expect(said).toMatch(/^ +\+ /m);
  });

  test("what was kept is not sent again: the promise itself is broken", async () => {
    const said = await saidOf("guaranteed-delivery/push-and-resume");
    expect(said).toContain("It does not hold that no event is lost");
    expect(said).toContain("lost: 0 → 100");
    // Its counterfactual takes out the same line, which is not there any more.
    expect(said).toContain("no-such-line");
  });

  test.skipIf(realJava === undefined)(
    "a commit before the work loses what was in hand",
    async () => {
      const said = await saidOf("guaranteed-delivery/commit-when-done");
      expect(said).toMatch(/^DIFFERS .* after the commit {2}\(.* 999 handled, 1 lost, 0 twice\)$/m);
      expect(said).toContain("It does not hold that no event is lost");
      expect(said).toContain("lost: 0 → 1");
    },
  );
});

describe("a run that proves nothing is no agreement:", () => {
  test("the event to hold never comes", async () => {
    const said = await saidOf("guaranteed-delivery/push-and-forget");
    expect(said).toMatch(/never came/);
  });

  test("a connection that the tap cannot read", async () => {
    const said = await saidOf("streaming-modes/half-close");
    expect(said).toContain("The tap could not read a connection: ");
  });

  test("a program ends before its time", async () => {
    const said = await saidOf("guaranteed-delivery/acknowledge-once");
    expect(said).toContain('ended before it said "Warehouse: ready"');
  });
});

test("a receipt is not written for a sample whose promise is broken, whatever was asked for", async () => {
  const { code, output } = await begun.recorded;
  expect(output).toContain("0 receipts written");
  expect(code).toBe(1);
});

test("a sample that does not compile is not run", async () => {
  const { code, output } = await begun.uncompiled;
  expect(output).toMatch(/^type-error {2}content\/samples\/streaming-modes\/half-close\.ts/m);
  expect(output).not.toContain("DIFFERS");
  expect(code).toBe(1);
});

test("a scenario that exports none is said in our words, without a stack", async () => {
  const { code, output } = await begun.noScenario;
  expect(output).toMatch(
    /^empty-scenario {2}content\/samples\/guaranteed-delivery\/commit-first\.scenario\.ts:1:1\n.*Type "export default /,
  );
  expect(output).not.toContain("    at ");
  expect(code).toBe(1);
});

test("so is one that cannot be loaded", async () => {
  const { code, output } = await begun.noImport;
  expect(output).toMatch(
    /^bad-scenario {2}content\/samples\/guaranteed-delivery\/commit-first\.scenario\.ts cannot be loaded: .*readBye/,
  );
  expect(output).not.toContain("    at ");
  expect(code).toBe(1);
});

test("an id that no sample has is said, with the nearest", async () => {
  const { code, output } = await begun.unknown;
  const expected = path.join(import.meta.dirname, "no-such-sample.txt");
  expect(output).toContain(readFileSync(expected, "utf8"));
  expect(code).toBe(1);
});
