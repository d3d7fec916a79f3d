// What buf says of six changes to the contract.
// Needs @bufbuild/buf, and one folder up your contract: buf.yaml
// and shop/v1/orders.proto.
// Run: node evolve.ts
import { spawnSync } from "node:child_process";
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const CONTRACT = "shop/v1/orders.proto";
/** buf's exit status when something breaks. */
const BREAKS = 100;
const BUF = fileURLToPath(
  import.meta.resolve("@bufbuild/buf/bin/buf"),
);
/** The folder with buf.yaml, and with the contract as it is. */
const root = fileURLToPath(new URL("..", import.meta.url));

// #region changes
const LINE = "string warehouse_id = 3;";
const changes = {
  "add a field": `${LINE} string carrier = 9;`,
  "rename the field": "string depot_id = 3;",
  "change its type": "int64 warehouse_id = 3;",
  "change its number": "string warehouse_id = 9;",
  "remove it": "",
  "remove it, reserve 3": "reserved 3;",
};
// #endregion changes

/** buf's lines about the contract with another line in it. */
async function breaking(instead: string): Promise<string[]> {
  const changed = await mkdtemp(path.join(tmpdir(), "contract-"));
  try {
    const proto = await readFile(
      path.join(root, CONTRACT),
      "utf8",
    );
    const target = path.join(changed, CONTRACT);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, proto.replace(LINE, instead));
    const config = "buf.yaml";
    await cp(path.join(root, config), path.join(changed, config));
    // #region buf
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BUF, "breaking", "--against", root],
      { cwd: changed, encoding: "utf8" },
    );
    // #endregion buf
    if (status !== 0 && status !== BREAKS)
      throw new Error(stderr);
    return stdout.split("\n").filter((line) => line !== "");
  } finally {
    await rm(changed, { recursive: true });
  }
}

for (const [says, instead] of Object.entries(changes)) {
  const lines = await breaking(instead);
  console.log(
    `${says}: ${lines.length === 0 ? "fine" : "breaks"}`,
  );
  for (const line of lines) console.log(`  ${line}`);
}
