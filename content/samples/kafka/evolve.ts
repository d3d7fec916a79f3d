// What buf says of six changes to the contract.
// Run: node evolve.ts
// Needs: ../shop/v1/orders.proto, @bufbuild/buf
import { spawnSync } from "node:child_process";
import {
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
/** Only the bytes count: they lie in a topic. */
const RULES = "version: v2\nbreaking:\n  use: [WIRE]\n";
const proto = await readFile(
  new URL(`../${CONTRACT}`, import.meta.url),
  "utf8",
);

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

/** A folder as buf wants it, with this contract. */
async function layOut(contract: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "contract-"));
  const file = path.join(folder, CONTRACT);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, contract);
  await writeFile(path.join(folder, "buf.yaml"), RULES);
  return folder;
}

/** buf's lines about the contract with another line in it. */
async function breaking(instead: string): Promise<string[]> {
  const deployed = await layOut(proto);
  const changed = await layOut(proto.replace(LINE, instead));
  try {
    // #region buf
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BUF, "breaking", "--against", deployed],
      { cwd: changed, encoding: "utf8" },
    );
    // #endregion buf
    if (status !== 0 && status !== BREAKS)
      throw new Error(stderr);
    return stdout.split("\n").filter((line) => line !== "");
  } finally {
    await rm(deployed, { recursive: true });
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
