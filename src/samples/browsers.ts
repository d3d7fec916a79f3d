/**
 * Samples that run in browsers lie in a folder of their own below `content/samples`, with its own tsconfig.json: the
 * library of the DOM, and no types of Node. Inside it are the folders of sections, as beside it. An editor, the linter and the check read it; all other samples are for Node,
 * and see nothing of the DOM. A fence on a page says `for=browsers`.
 */
export const BROWSERS_FOLDER = "browsers";

/** Whether a sample (path below `content/samples`) is for browsers. */
export function isForBrowsers(samplePath: string): boolean {
  return samplePath.startsWith(`${BROWSERS_FOLDER}/`);
}
