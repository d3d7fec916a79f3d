import { expect, test } from "vitest";
import { readAddress, toUrl } from "../../src/serve/address.ts";

test("PORT and HOST are honoured; without them it is this machine's 4321", () => {
  expect(readAddress({}, "npm start")).toEqual({ host: "127.0.0.1", port: 4321 });
  expect(readAddress({ PORT: "", HOST: "" }, "npm start")).toEqual(readAddress({}, "npm start"));
  const given = { PORT: "8080", HOST: "0.0.0.0" };
  expect(readAddress(given, "npm start")).toEqual({ host: "0.0.0.0", port: 8080 });
});

test.each(["abc", "-1", "70000", "43.5", "0x10e1", " 4321"])("PORT=%s is refused", (port) => {
  expect(() => readAddress({ PORT: port }, "npm run dev")).toThrow(
    new RegExp(`PORT is "${port}"[^]*PORT=4322.*npm run dev`),
  );
});

test("the printed address works in a browser", () => {
  expect(toUrl({ host: "127.0.0.1", port: 4321 })).toBe("http://localhost:4321");
  expect(toUrl({ host: "0.0.0.0", port: 80 })).toBe("http://localhost:80");
  expect(toUrl({ host: "fe80::1", port: 80 })).toBe("http://[fe80::1]:80");
});
