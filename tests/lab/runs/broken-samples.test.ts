import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findRealJava } from "../jvm/real-java.ts";
import { copyProject, type ProjectCopy } from "./project-copy.ts";

const samples = "content/samples";
const realJava = await findRealJava("tests/lab/runs/broken-samples.test.ts");
let copy: ProjectCopy;
beforeEach(() => {
  copy = copyProject();
});
afterEach(() => copy.remove());

describe("a sample that compiles and does something else is found, and the difference says why:", () => {
  test("an await is dropped, and the window is no limit any more", async () => {
    const file = "streaming-modes/fulfil-orders";
    copy.change(
      `${samples}/${file}.ts`,
      "await window.untilRoom(over)",
      "void window.untilRoom(over)",
    );
    const { code, output } = await copy.verify(file);
    expect(output).toMatch(/^ +- 100 kept: full, Orders waits$/m);
    expect(output).toMatch(/^ +\+ \d+ kept: full, Orders waits$/m);
    expect(output).toContain(`stale-receipt  content/samples/${file}.ts`);
    expect(code).toBe(1);
  });

  test("a write that returns false is ignored, and everything waits in memory", async () => {
    const file = "streaming-modes/wait-for-drain";
    copy.change(
      `${samples}/${file}.ts`,
      "if (call.write(delivery)) continue;",
      "if (call.write(delivery) !== undefined) continue;",
    );
    const { code, output } = await copy.verify(file);
    expect(output).toMatch(/^DIFFERS/m);
    expect(output).toMatch(/^ +\+ /m);
    expect(code).toBe(1);
  });

  test("what was kept is not sent again: the promise itself is broken", async () => {
    const file = "guaranteed-delivery/push-and-resume";
    copy.change(`${samples}/${file}.ts`, "yield* window.kept();", "window.drop(String(sent));");
    // Its counterfactual takes out the same line, which is not there any more.
    const { code, output } = await copy.verify(file);
    expect(output).toContain("It does not hold that no event is lost");
    expect(output).toContain("lost: 0 → 100");
    expect(output).toContain("no-such-line");
    expect(code).toBe(1);
  });
});

test.skipIf(realJava === undefined)("a commit before the work loses what was in hand", async () => {
  const file = "guaranteed-delivery/commit-when-done";
  copy.change(
    `${samples}/${file}.ts`,
    "    await work(book, event);\n    await message.commit();",
    "    await message.commit();\n    await work(book, event);",
  );
  const { code, output } = await copy.verify(file);
  expect(output).toMatch(/^DIFFERS .* after the commit {2}\(.* 999 handled, 1 lost, 0 twice\)$/m);
  expect(output).toContain("It does not hold that no event is lost");
  expect(output).toContain("lost: 0 → 1");
  expect(code).toBe(1);
});

test("a receipt is not written for a sample whose promise is broken, whatever was asked for", async () => {
  const file = "guaranteed-delivery/push-and-resume";
  copy.change(`${samples}/${file}.ts`, "yield* window.kept();", "window.drop(String(sent));");
  const { code, output } = await copy.verify(file, "--update");
  expect(output).toContain("0 receipts written");
  expect(code).toBe(1);
});

test("a sample that does not compile is not run", async () => {
  copy.change(
    `${samples}/streaming-modes/half-close.ts`,
    "const cursors: string[] =",
    "const cursors: number =",
  );
  const { code, output } = await copy.verify("streaming-modes/half-close");
  expect(output).toMatch(/^type-error {2}content\/samples\/streaming-modes\/half-close\.ts/m);
  expect(output).not.toContain("DIFFERS");
  expect(code).toBe(1);
});

describe("a run that proves nothing is no agreement:", () => {
  test("the event to hold never comes", async () => {
    const file = "guaranteed-delivery/push-and-forget";
    const parts = `${samples}/guaranteed-delivery/killed-on-the-wire.scenario-parts.ts`;
    copy.change(parts, "hold: delivery(501),\n  until", "hold: delivery(5_010),\n  until");
    const { code, output } = await copy.verify(file);
    expect(output).toContain("It is over, and the event to hold never came.");
    expect(code).toBe(1);
  });

  test("a connection that the tap cannot read", async () => {
    copy.change(
      `${samples}/streaming-modes/half-close.ts`,
      "  await pushAndWait();\n",
      `  await pushAndWait();
      const net = await import("node:net");
      const door = net.createServer((it) => it.end("HTTP/1.1 200 OK"));
      await new Promise<void>((opened) => door.listen(50_052, opened));
      const visitor = net.connect(50_052).resume();
      await new Promise((closed) => visitor.once("close", closed));
      door.close();
`,
    );
    const { code, output } = await copy.verify("streaming-modes/half-close");
    expect(output).toContain("The tap could not read a connection: ");
    expect(code).toBe(1);
  });

  test("a program ends before its time", async () => {
    copy.change(
      `${samples}/guaranteed-delivery/acknowledge.ts`,
      "const book = openWorkBook();",
      'const book = openWorkBook("/nowhere/warehouse.db");',
    );
    const { code, output } = await copy.verify("guaranteed-delivery/push-and-forget");
    expect(output).toContain('It ended before it said "Warehouse: ready".');
    expect(code).toBe(1);
  });
});

test("an id that no sample has is said", async () => {
  const { code, output } = await copy.verify("half-cloes");
  expect(output).toContain('no-such-sample  No program\'s id has "half-cloes" in it.');
  expect(code).toBe(1);
});
