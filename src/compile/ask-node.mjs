// A child process of the check: it receives files' texts as JSON and reports which of them Node cannot run. It is
// plain JavaScript so that it starts at once.
import { text } from "node:stream/consumers";
import { stripTypeScriptTypes } from "node:module";
import { SourceTextModule } from "node:vm";

/** @type {string[]} */
const texts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(texts.map(refusal)));

/** Node's error for a text, and the text that it refuses, or null when Node can run it. */
function refusal(typed) {
  let code;
  try {
    code = stripTypeScriptTypes(typed, { mode: "strip" });
  } catch (error) {
    // Above the stack stand the line number (":3"), that line, and marks below the place.
    return { message: error.message, shown: error.stack };
  }
  try {
    new SourceTextModule(code);
    return null;
  } catch (error) {
    return { message: error.message, code };
  }
}
