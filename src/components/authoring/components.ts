/**
 * What a page may write without importing it: for each component its props and where it may stand. The check and the
 * components read props by the same schemas, so what the check has passed can be shown.
 */
import { z } from "astro/zod";
import { assignmentSchema } from "./assignment.ts";
import { plateSchema } from "./plate/plate.ts";
import { recordedSchema } from "./recorded/choices.ts";
import { sequenceSchema } from "./sequence/rows.ts";
import { factsSchema } from "./show-facts.ts";
import { runsSchema } from "./show-runs.ts";
import { stripSchema } from "./strip.ts";

const text = z.string().min(1);
const noProps = z.strictObject({});

interface Authored {
  readonly schema: z.ZodType;
  /** On a line of its own, or within a sentence as well. */
  readonly stands: "alone" | "anywhere";
}

export const COMPONENTS = {
  Assignment: { schema: assignmentSchema, stands: "alone" },
  Caption: { schema: noProps, stands: "alone" },
  Choose: { schema: z.strictObject({ title: text, when: z.array(text).min(1) }), stands: "alone" },
  Cite: { schema: z.strictObject({ source: text, section: text.optional() }), stands: "anywhere" },
  Doors: { schema: noProps, stands: "alone" },
  Fact: { schema: z.strictObject({ id: text }), stands: "anywhere" },
  FactFilter: { schema: noProps, stands: "alone" },
  Facts: { schema: factsSchema, stands: "alone" },
  Log: { schema: noProps, stands: "anywhere" },
  Plate: { schema: plateSchema, stands: "alone" },
  Recorded: { schema: recordedSchema, stands: "alone" },
  Runs: { schema: runsSchema, stands: "alone" },
  Said: { schema: z.strictObject({ sample: text }), stands: "anywhere" },
  // Its attributes and its notes have a reader of their own: src/mdx/read-sample-element.ts.
  Sample: { schema: z.unknown(), stands: "alone" },
  Sequence: { schema: sequenceSchema, stands: "alone" },
  Strip: { schema: stripSchema, stands: "alone" },
  Twins: { schema: noProps, stands: "alone" },
  Wire: { schema: noProps, stands: "anywhere" },
} as const satisfies Readonly<Record<string, Authored>>;

export type ComponentName = keyof typeof COMPONENTS;

/** The component of a name, if there is one. */
export function findComponent(name: string): ComponentName | undefined {
  return COMPONENT_NAMES.find((it) => it === name);
}

export const COMPONENT_NAMES = Object.keys(COMPONENTS).filter(
  (name): name is ComponentName => name in COMPONENTS,
);
