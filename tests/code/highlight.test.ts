import { describe, expect, test } from "vitest";
import { highlight, type TokenLine } from "../../src/code/highlight.ts";
import type { Role } from "../../src/code/roles.ts";
import { LANGUAGES } from "../../src/check/index.ts";
import { nastyCode } from "./nasty-code.ts";

const textOf = (lines: readonly TokenLine[]): string =>
  lines.map((line) => line.map((token) => token.text).join("")).join("\n");

/** The pieces of text that have a role, without the space around them. */
function textsOf(lines: readonly TokenLine[], role: Role): string[] {
  return lines
    .flat()
    .filter((token) => token.role === role)
    .map((token) => token.text.trim());
}

describe("tokens, joined, are the code character by character", () => {
  test.each(LANGUAGES)("in %s", async (language) => {
    expect(textOf(await highlight(nastyCode, language))).toBe(nastyCode);
    expect(textOf(await highlight(nastyCode, language, { Server: "grpc", a: "kafka" }))).toBe(
      nastyCode,
    );
  });

  test.each([["nothing"], ["\n"], [" "], ["\n\n  x\n\n"]])("for %j", async (code) => {
    expect(textOf(await highlight(code, "ts"))).toBe(code);
  });
});

describe("a token's role", () => {
  test("is a keyword, a comment, a literal, or nothing", async () => {
    const lines = await highlight(
      "export const limit: number = 1_000 + x; // per *second*\nreturn `a${b}`;",
      "ts",
    );
    expect(textsOf(lines, "keyword")).toEqual(["export const", "return"]);
    expect(textsOf(lines, "comment")).toEqual(["// per *second*"]);
    expect(textsOf(lines, "literal")).toEqual(["1_000", "`a", "`"]);
    expect(textsOf(lines, "plain").join(" ")).toContain("${b}");
  });

  test("is a keyword for words, not for operators and arrows", async () => {
    const lines = await highlight("const f = (a: A) => a as B satisfies C; new D();", "ts");
    expect(textsOf(lines, "keyword")).toEqual(["const", "as", "satisfies", "new"]);
  });

  test("is the hue of the system that a name was imported from", async () => {
    const code = 'import { Server } from "@grpc/grpc-js";\nconst server: Server = new Server();';
    const lines = await highlight(code, "ts", { Server: "grpc" });
    expect(textsOf(lines, "wire")).toEqual(["Server", "Server", "Server"]);
    expect(textsOf(lines, "log")).toEqual([]);
    expect(textsOf(await highlight(code, "ts", { Server: "kafka" }), "log")).toHaveLength(3);
  });

  test("has no hue in a comment, in a string, or as part of another word", async () => {
    const code = "// Server\nconst MyServer = 'Server', Servers = `Server ${Server}`, $Server = 1;";
    const lines = await highlight(code, "ts", { Server: "grpc" });
    // The one inside `${…}` is code.
    expect(textsOf(lines, "wire")).toEqual(["Server"]);
  });

  test("has no hue for names that every object has", async () => {
    const lines = await highlight("constructor; toString(); __proto__;", "ts", { a: "grpc" });
    expect(lines.flat().map(({ role }) => role)).toEqual(["plain"]);
  });

  test("never needs two tokens where one will do", async () => {
    for (const line of await highlight(nastyCode, "ts", { Server: "grpc" })) {
      for (const [index, token] of line.entries()) {
        expect(token.text).not.toBe("");
        expect(line[index + 1]?.role).not.toBe(token.role);
      }
    }
  });
});
