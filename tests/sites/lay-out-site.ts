import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";

const project = path.join(import.meta.dirname, "..", "..");

/**
 * Lays a fixture's `content` out as a site's root below `.cache/sites`, where packages resolve as in the project, with
 * the project's own options for samples. Returns the root's absolute path.
 */
export async function layOutSite(name: string, content: string): Promise<string> {
  const root = path.join(project, ".cache", "sites", name);
  await rm(root, { recursive: true, force: true });
  await mkdir(path.join(root, "content", "samples"), { recursive: true });
  await cp(content, path.join(root, "content"), { recursive: true });
  await cp(
    path.join(project, "content", "samples", "tsconfig.json"),
    path.join(root, "content", "samples", "tsconfig.json"),
  );
  return root;
}
