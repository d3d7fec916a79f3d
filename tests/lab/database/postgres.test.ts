import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { findPostgres } from "../../../src/lab/database/find-postgres.ts";
import { startPostgres } from "../../../src/lab/database/postgres.ts";
import { openGuard } from "../../../src/lab/processes/guard.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";

const source = findPostgres();

test.runIf(source.kind === "postgres")(
  "a database of a run is empty, is queried, and leaves no process and no folder",
  async () => {
    if (source.kind === "none") throw new Error(source.why);
    const guard = openGuard();
    const folders: string[] = [];
    const made = {
      ...guard,
      makeFolder(name: string) {
        const folder = guard.makeFolder(name);
        folders.push(folder);
        return folder;
      },
    };
    const database = await startPostgres(source, made);
    const [folder = ""] = folders;
    expect(database.rows("select 1 + 1 as two, 'o-1' as id")).toEqual([{ two: 2, id: "o-1" }]);
    expect(database.rows("select 1 as found")).toEqual([{ found: 1 }]);
    expect(database.rows("select id from orders")).toEqual([]);
    expect(database.rows("select setting from pg_settings where name = 'wal_level'")).toEqual([
      { setting: "logical" },
    ]);
    expect(() => database.rows("select 1 as")).toThrow(/^bad-query {2}.*\n {4}select 1 as\n/);
    const listening = [...database.upstreams].map(([address, { program }]) => [address, program]);
    expect(listening).toEqual([["localhost:5432", "postgres"]]);
    await database.close();
    expect(existsSync(folder)).toBe(false);
    const left = spawnSync("pgrep", ["-f", folder], { encoding: "utf8" });
    expect(left.stdout).toBe("");
    guard.close();
  },
);

test("a machine without PostgreSQL is told what to install", () => {
  const found = findPostgres({ PATH: makeFolder({}) }, []);
  expect(found).toEqual({ kind: "none", why: expect.stringMatching(/apt-get install postgresql/) });
});
