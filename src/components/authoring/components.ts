/**
 * The components that pages use without an import: the props of each and where it may stand. The check and the
 * components share these schemas, so whatever passes the check can be rendered.
 */
import { z } from "astro/zod";
import { assignmentSchema } from "./assignment.ts";
import { plateSchema } from "./plate/plate.ts";
import { plotSchema } from "./plot/plot.ts";
import { recordedSchema } from "./recorded/choices.ts";
import { sequenceSchema } from "./sequence/rows.ts";
import { factsSchema } from "./show-facts.ts";
import { runsSchema } from "./show-runs.ts";
import { stripSchema } from "./strip.ts";

const text = z.string().min(1);
const noProps = z.strictObject({});

interface Authored {
  readonly schema: z.ZodType;
  /** Whether it must stand on a line of its own, or may also stand within a sentence. */
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
  Plot: { schema: plotSchema, stands: "alone" },
  Recorded: { schema: recordedSchema, stands: "alone" },
  Runs: { schema: runsSchema, stands: "alone" },
  Said: { schema: z.strictObject({ sample: text }), stands: "anywhere" },
  // `src/mdx/read-sample-element.ts` reads and checks its attributes and notes.
  Sample: { schema: z.unknown(), stands: "alone" },
  Sequence: { schema: sequenceSchema, stands: "alone" },
  Strip: { schema: stripSchema, stands: "alone" },
  Twins: { schema: noProps, stands: "alone" },
  Wire: { schema: noProps, stands: "anywhere" },
} as const satisfies Readonly<Record<string, Authored>>;

export type ComponentName = keyof typeof COMPONENTS;

/** The component with that name, if there is one. */
export function findComponent(name: string): ComponentName | undefined {
  return COMPONENT_NAMES.find((it) => it === name);
}

export const COMPONENT_NAMES = Object.keys(COMPONENTS).filter(
  (name): name is ComponentName => name in COMPONENTS,
);
