// Starts a program under a member's name, as a deployment does:
// node start-as.ts warehouse-0 commit-when-done.ts
import path from "node:path";
import { pathToFileURL } from "node:url";

const [name, program] = process.argv.slice(2);
if (name === undefined || program === undefined) {
  throw new Error("node start-as.ts <name> <program>");
}
process.env["WAREHOUSE"] = name;
// The program sees its own arguments alone.
process.argv.splice(1, 2);
await import(pathToFileURL(path.resolve(program)).href);
