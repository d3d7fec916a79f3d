/**
 * The folder below `content/samples` for samples that run in browsers. Its tsconfig.json has the DOM's library and no
 * types of Node, and is read by editors, the linter and the check. Inside it are folders of sections, as in
 * `content/samples`. All other samples are for Node and see nothing of the DOM. A fence on a page says
 * `for=browsers`.
 */
export const BROWSERS_FOLDER = "browsers";

/** Whether a sample (path below `content/samples`) runs in browsers. */
export function isForBrowsers(samplePath: string): boolean {
  return samplePath.startsWith(`${BROWSERS_FOLDER}/`);
}
