import type { Issue } from "../report/issue.ts";

/** A link to another site, and the place where it is written. */
export interface ExternalLink extends Pick<Issue, "file" | "line" | "column"> {
  readonly url: string;
}

/** The outcome of checking external links. */
export interface ExternalLinks {
  readonly issues: readonly Issue[];
  /** How many documents were requested. */
  readonly asked: number;
  /** Why nothing was requested: there is no network. */
  readonly skipped: string | undefined;
}

const PATIENCE_MS = 20_000;
/** How many documents are requested at a time. */
const AT_A_TIME = 8;
/** The error codes that every request gets on a machine without a network. */
const NO_NETWORK = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
]);

/** Requests every linked document once and looks for the linked anchors in it. */
export async function checkExternal(links: readonly ExternalLink[]): Promise<ExternalLinks> {
  const byDocument = Map.groupBy(links, ({ url }) => url.split("#")[0] ?? url);
  const answers = new Map<string, Answer>();
  const queue = byDocument.keys();
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (const url of queue) answers.set(url, await ask(url));
    }),
  );
  const isOffline =
    answers.size > 0 && [...answers.values()].every(({ code }) => NO_NETWORK.has(code ?? ""));
  if (isOffline) {
    const [first] = answers.values();
    return { issues: [], asked: 0, skipped: first?.problem ?? "no answer" };
  }
  const issues = [...byDocument].flatMap(([document, uses]) => {
    const { problem, text = "" } = answers.get(document) ?? {};
    return uses.flatMap(({ url, ...place }): Issue[] => {
      if (problem !== undefined)
        return [{ slug: "dead-link", ...place, message: `${document} answers: ${problem}.` }];
      const anchor = decode(url.split("#")[1] ?? "");
      if (anchor === "" || hasAnchor(text, anchor)) return [];
      return [
        { slug: "dead-anchor", ...place, message: `${document} has no anchor "#${anchor}".` },
      ];
    });
  });
  return { issues, asked: answers.size, skipped: undefined };
}

interface Answer {
  readonly problem?: string;
  /** The operating system's error code. */
  readonly code?: string;
  readonly text?: string;
}

async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    return response.ok ? { text } : { problem: String(response.status) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    return { problem: cause instanceof Error ? cause.message : String(cause), code };
  }
}

/** Decodes an anchor. A `%` that encodes nothing is kept as it is. */
function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/**
 * Whether the document has the anchor. GitHub puts "user-content-" before the anchors of a Markdown file, and the
 * lines of a source file (`#L12`) have none.
 */
function hasAnchor(html: string, anchor: string): boolean {
  if (/^L\d+/.test(anchor)) return true;
  return [anchor, `user-content-${anchor}`].some((id) =>
    new RegExp(`\\b(?:id|name)=["']?${RegExp.escape(id)}(?=["'\\s>])`).test(html),
  );
}
