// A child of the check: it is given files' texts as JSON, and says which of them Node cannot run. Plain JavaScript, so
// that it starts at once.
import { text } from "node:stream/consumers";
import { stripTypeScriptTypes } from "node:module";
import { SourceTextModule } from "node:vm";

/** @type {string[]} */
const texts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(texts.map(refusal)));

/** What Node says against a text, and the text of the module that it would run; null for a text that it runs. */
function refusal(typed) {
  let code;
  try {
    code = stripTypeScriptTypes(typed, { mode: "strip" });
  } catch (error) {
    // Above the stack stand the line, as ":3", what it reads, and marks below the place.
    return { message: error.message, shown: error.stack };
  }
  try {
    new SourceTextModule(code);
    return null;
  } catch (error) {
    return { message: error.message, code };
  }
}
