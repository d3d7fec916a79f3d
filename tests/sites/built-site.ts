import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { startServer } from "../../src/serve/serve.ts";
import { project } from "./lay-out-site.ts";

/** One entry of `/samples/index.json`: what a reader's program knows of a sample. */
export interface ListedSample {
  readonly id: string;
  readonly path: string;
  /** The command that runs it, in its own folder. */
  readonly run?: string;
  readonly packages: Readonly<Record<string, string>>;
  /** An archive with everything that it needs. */
  readonly project?: string;
  readonly files: readonly { readonly path: string; readonly url: string }[];
}

/** The folder of the site that `npm test` built, or of the one named by WL_SITE. */
export const builtSite = path.resolve(project, process.env["WL_SITE"] ?? ".cache/test-site");

if (!existsSync(path.join(builtSite, "index.html"))) {
  throw new Error(
    `There is no built site in ${builtSite}.\n  Type: npm run build -- .cache/test-site`,
  );
}

export const listedSamples = JSON.parse(
  readFileSync(path.join(builtSite, "samples/index.json"), "utf8"),
) as readonly ListedSample[];

/** The paths of all pages that the sitemap lists: "/", "/samples/". */
export const sitemapPaths = [
  ...readFileSync(path.join(builtSite, "sitemap.xml"), "utf8").matchAll(/<loc>([^<]+)<\/loc>/g),
].map(([, url = ""]) => new URL(url).pathname);

/** The paths of all pages that were built: of samples, search and the 404 page too. */
export const builtPaths = readdirSync(builtSite, { recursive: true, encoding: "utf8" })
  .map((file) => `/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\/index\.html$/, "/"))
  .sort();

/** Serves it as `npm start` does, on a free port. `url` ends without a slash. */
export async function serveBuiltSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await startServer({ directory: builtSite, host: "127.0.0.1", port: 0 });
  return { url: `http://127.0.0.1:${server.port}`, close: server.close };
}
