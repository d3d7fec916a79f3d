// The 17 codes that a call can end with, as grpc-js has them.
// Run: node status-codes.ts
import { status } from "@grpc/grpc-js";

// An enum of TypeScript has its numbers as names, too.
const names = Object.keys(status).filter((it) => isNaN(+it));

for (const [code, name] of names.entries()) {
  if (status[code] !== name)
    throw new Error(`no ${code}: ${name}`);
  console.log(`${name} = ${code}`);
}
console.log(`codes = ${names.length}`);
