import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export const project = path.join(import.meta.dirname, "..", "..");

/** Path below the site's `content` → text. */
export type Content = Readonly<Record<string, string>>;

/**
 * Lays content, a fixture's folder or texts, out as a site's root below `.cache/sites`, where packages resolve as in the
 * project, with the project's own versions, and its options for samples unless the content has its own. Returns the root's
 * absolute path.
 */
export async function layOutSite(name: string, content: string | Content): Promise<string> {
  const root = path.join(project, ".cache", "sites", name);
  await rm(root, { recursive: true, force: true });
  await mkdir(path.join(root, "content", "docs"), { recursive: true });
  await mkdir(path.join(root, "content", "samples"), { recursive: true });
  const copied = [
    "package.json",
    "content/samples/tsconfig.json",
    "content/samples/browsers/tsconfig.json",
  ];
  for (const file of copied) await cp(path.join(project, file), path.join(root, file));
  if (typeof content === "string") {
    await cp(content, path.join(root, "content"), { recursive: true });
  } else {
    await writeContent(root, content);
  }
  return root;
}

/** Writes or overwrites files of a site that has been laid out. */
export async function writeContent(root: string, content: Content): Promise<void> {
  for (const [file, text] of Object.entries(content)) {
    const target = path.join(root, "content", file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
