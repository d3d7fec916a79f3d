import { expect, test } from "vitest";
import { outputOf, shownRun } from "../../src/receipts/output.ts";
import { makeReceipt } from "./receipts.ts";

const program = (name: string, command: string) => ({ name, command, output: [name], exit: 0 });

test("the run that is shown is the undisturbed one, else the first as written", () => {
  expect(shownRun(makeReceipt([{}]))).toBe(0);
  expect(shownRun(makeReceipt([{ at: "before" }, {}]))).toBe(1);
  expect(shownRun(makeReceipt([{ without: "x" }, { at: "before" }]))).toBe(1);
});

test("of several programs the sample's own lines are shown, each time that it was started", () => {
  const programs = [
    program("warehouse", "node ../shop/warehouse.ts"),
    program("orders", "node push.ts --story killed"),
    program("orders again", "node push.ts"),
    program("other", "node other-push.ts"),
  ];
  const names = (sample: string) =>
    outputOf(makeReceipt([{ programs }]), sample).map(({ name }) => name);
  expect(names("delivery/push.ts")).toEqual(["orders", "orders again"]);
  expect(names("shop/warehouse.ts")).toEqual(["warehouse"]);
  // A file that the others import.
  expect(names("shop/book.ts")).toHaveLength(4);
});

test("a Java program is known by the class that Maven is told to run", () => {
  const programs = [
    program("orders", "node ../shop/orders.ts"),
    program("counts", 'mvn -q compile exec:java -Dexec.mainClass=CountOrders -Dexec.args="a b"'),
    program("test", "mvn -q test -Dtest=CountOrdersTest"),
  ];
  const names = (sample: string) =>
    outputOf(makeReceipt([{ programs }]), sample).map(({ name }) => name);
  expect(names("java/main/CountOrders.java")).toEqual(["counts"]);
  expect(names("java/test/CountOrdersTest.java")).toEqual(["test"]);
});

test("what a page logs belongs to the program that serves it", () => {
  const programs = [
    program("orders", "node sse.ts --hold=50"),
    program("browser", "chromium http://localhost:3000/?leave"),
    program("other", "node other.ts"),
  ];
  const names = outputOf(makeReceipt([{ programs }]), "web/sse.ts").map(({ name }) => name);
  expect(names).toEqual(["orders", "browser"]);
});
