// Runs test files, and prints one line a test, without times:
// node run-tests.ts follow.test.ts
import path from "node:path";
import { run } from "node:test";

const files = process.argv
  .slice(2)
  .map((file) => path.resolve(file));
const tests = run({ files });
let failed = 0;
tests.on("test:pass", ({ name }) => console.log(`ok ${name}`));
tests.on("test:fail", ({ name }) => {
  failed += 1;
  console.log(`not ok ${name}`);
});
// Without a reader the tests would not begin.
for await (const _ of tests);
console.log(`${failed} failed`);
