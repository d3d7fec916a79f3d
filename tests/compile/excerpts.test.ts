import { describe, expect, test } from "vitest";
import { cutShown, shown } from "./cut-shown.ts";

const cut = (...lines: readonly string[]) => cutShown("excerpts", lines);

describe("a region", () => {
  test("that holds a part of a statement is refused where the statement starts", async () => {
    const { issues, code } = await cut(
      "export function loop(): void {",
      "  console.log('before');",
      ...shown("  console.log('commit');"),
      "}",
    );
    expect(issues.map(({ slug, file, line }) => [slug, file, line])).toEqual([
      ["split-statement", "content/samples/kafka/loop.ts", 2],
    ]);
    expect(code).toBeUndefined();
  });

  test("that holds another one shows its code without its markers", async () => {
    const { issues, code } = await cut(
      ...shown(
        "export const a = 1;",
        "// #region inner",
        "export const b = 2;",
        "// #endregion inner",
        "export const c = 3;",
      ),
    );
    expect(issues).toEqual([]);
    expect(code).toBe("export const a = 1;\nexport const b = 2;\nexport const c = 3;");
  });

  test("that does not compile without what surrounds it is refused at the file's own line", async () => {
    const { issues } = await cut(
      'const name = process.env["NAME"];',
      'if (name === undefined) throw new Error("NAME is not set");',
      ...shown(
        "// #region inner",
        "export const one = 1;",
        "// #endregion inner",
        "",
        "export const length = name.length;",
      ),
    );
    expect(issues).toMatchObject([
      {
        slug: "broken-excerpt",
        ...{ file: "content/samples/kafka/loop.ts", line: 9, column: 23, code: "TS18048" },
      },
    ]);
  });

  test("keeps its own comments and inner empty lines, and loses those around it", async () => {
    const { code } = await cut(
      "// #region shown",
      "",
      "// Why.",
      "export const a = 1;",
      "",
      "export const b = 2; // here",
      "",
      "// #endregion shown",
    );
    expect(code).toBe("// Why.\nexport const a = 1;\n\nexport const b = 2; // here");
  });
});
