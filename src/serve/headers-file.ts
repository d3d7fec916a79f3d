/** One block of a `_headers` file: its paths, and the headers that it sets or removes. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly set: readonly (readonly [name: string, value: string])[];
  /** Names marked `! Name`, which remove headers that earlier rules set. */
  readonly unset: readonly string[];
}

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do.
 *
 * @example parseHeaders("/samples/*\n  Content-Type: text/plain\n")
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; set: [string, string][]; unset: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: toPattern(trimmed), set: [], unset: [] });
      continue;
    }
    const rule = rules.at(-1);
    const colon = trimmed.indexOf(":");
    if (trimmed.startsWith("!")) rule?.unset.push(trimmed.slice(1).trim().toLowerCase());
    else if (colon > 0) {
      const name = trimmed.slice(0, colon).trim().toLowerCase();
      rule?.set.push([name, trimmed.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * The headers for a path, names in lower case. As on both hosts, all matching rules apply, and a name that is set
 * twice has both values, joined by a comma.
 */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    if (!rule.pattern.test(path)) continue;
    for (const name of rule.unset) Reflect.deleteProperty(headers, name);
    for (const [name, value] of rule.set) {
      const before = headers[name];
      headers[name] = before === undefined ? value : `${before}, ${value}`;
    }
  }
  return headers;
}

/** Converts a rule's path to a pattern: `*` is any text, `:name` is one path segment. A host in the rule is ignored. */
function toPattern(rule: string): RegExp {
  const path = rule.replace(/^https:\/\/[^/]+/, "");
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/:[A-Za-z]\w*/g, "[^/]+").replaceAll("*", ".*")}$`);
}
