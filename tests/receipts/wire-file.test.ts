import { expect, test } from "vitest";
import { parseWireFile } from "../../src/receipts/wire-file.ts";

test("a wire file is read line by line, whatever its line ends are", () => {
  const text = "0\torders\t\tstarted\t\n512.5\torders\twarehouse\tDelivery 500 o-125.3\theld\n";
  const lines = [
    { ms: 0, from: "orders", to: "", label: "started", note: "" },
    { ms: 512.5, from: "orders", to: "warehouse", label: "Delivery 500 o-125.3", note: "held" },
  ];
  expect(parseWireFile(text)).toEqual(lines);
  expect(parseWireFile(text.replaceAll("\n", "\r\n"))).toEqual(lines);
  expect(parseWireFile("")).toEqual([]);
});

test.each(["1\ta\tb\tc", "1\ta\tb\tc\td\te", "soon\ta\tb\tc\t", "\ta\tb\tc\t", ""])(
  "a line that is not one is refused, with its number: %j",
  (line) => {
    expect(() => parseWireFile(`0\ta\tb\tc\t\n${line}\n`)).toThrow("Line 2 of a wire file");
  },
);
