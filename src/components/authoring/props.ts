import type { z } from "astro/zod";

/**
 * Reads the props that a page gave to a component. MDX checks nothing, so an unknown or missing prop is an error here.
 *
 * @throws Error that names the page and every prop that is wrong.
 */
export function readProps<Schema extends z.ZodType>(
  component: string,
  schema: Schema,
  props: unknown,
  page: string,
): z.output<Schema> {
  const result = schema.safeParse(props);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.map(String).join(".") || "props"}: ${issue.message}`,
  );
  throw new Error(`<${component}> on ${page} has wrong props.\n${problems.join("\n")}`);
}
