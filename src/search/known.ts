import { readFacts } from "./facts.ts";
import type { Known } from "./direct-answers.ts";
import { loadText } from "./load-text.ts";
import { readTerms } from "./terms.ts";

let opening: Promise<Known> | undefined;

/** Loads what can be answered directly, at the first call. What does not load is asked for again at the next one. */
export function openKnown(): Promise<Known> {
  opening ??= loadKnown();
  return opening;
}

async function loadKnown(): Promise<Known> {
  const [facts, terms] = await Promise.all([load("facts"), load("terms")]);
  return { facts: readFacts(facts), terms: readTerms(terms) };
}

/** Never rejects: without these files there are results all the same. */
async function load(name: string): Promise<string> {
  try {
    return await loadText(`/search/${name}.txt`);
  } catch {
    // The index is likely to have failed too, and says so.
    opening = undefined;
    return "";
  }
}
