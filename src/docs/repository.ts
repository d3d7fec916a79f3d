import path from "node:path";
import { readTextIfThere } from "../disk/read-if-there.ts";

/** Where a reader can change a page, and say what is wrong with it. */
export interface Repository {
  /** The address of the form that edits a file of the main branch; absent for a host whose form we do not know. */
  readonly edit: (file: string) => string | undefined;
  /** The address of the form for a new report. */
  readonly report: (title: string) => string;
}

/**
 * Reads the key `repository` of `package.json`: `"github:owner/name"`, an URL, or `{ "url": "git+https://….git" }`.
 * Without it there is nothing to link to.
 */
export function readRepository(root: string): Repository | undefined {
  const { repository }: { readonly repository?: unknown } = JSON.parse(
    readTextIfThere(path.join(root, "package.json")) ?? "{}",
  );
  return repositoryOf(repository);
}

/** The same, from the key's value. */
export function repositoryOf(value: unknown): Repository | undefined {
  const given = typeof value === "object" && value !== null && "url" in value ? value.url : value;
  if (typeof given !== "string") return undefined;
  const short = /^(?:(github|gitlab):)?([\w.-]+\/[\w.-]+)$/.exec(given);
  const address =
    short === null
      ? given.replace(/^git\+/, "").replace(/\.git$/, "")
      : `https://${short[1] ?? "github"}.com/${short[2]}`;
  if (!URL.canParse(address) || !address.startsWith("https://")) return undefined;
  const isGitlab = /^https:\/\/gitlab\./.test(address);
  const isGithub = /^https:\/\/github\./.test(address);
  return {
    edit: (file) =>
      isGithub
        ? `${address}/edit/main/${file}`
        : isGitlab
          ? `${address}/-/edit/main/${file}`
          : undefined,
    report: (title) =>
      isGitlab
        ? `${address}/-/issues/new?issue[title]=${encodeURIComponent(title)}`
        : `${address}/issues/new?title=${encodeURIComponent(title)}`,
  };
}
