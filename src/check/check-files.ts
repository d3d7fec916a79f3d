/** What is wrong with files of content as files, before anything reads them as pages, samples or facts. */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { keepByText } from "../cache/keep.ts";
import { isMissing } from "../disk/read-if-there.ts";
import { slugOfPage } from "../mdx/page.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import type { Issue } from "../report/issue.ts";
import type { Position } from "../report/source-text.ts";

const CONTENT = "content";
/** Folders that npm, Maven and the generator of stubs fill. */
const FOREIGN = /(?:^|\/)(?:node_modules|target)\/|^samples\/gen\//;
const PAGE_NAME = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
const SAMPLE_NAME = /^[\w.-]+(?:\/[\w.-]+)*$/;
/** Addresses of the site that are built without a file of content. */
const TAKEN = /^(?:404|search(?:\/.*)?|samples\/.*|receipts\/.*|_astro\/.*)$/;

/** Finds files that are no text, links to other files, and names that make no address. */
export function checkFiles(root: string): Issue[] {
  const folder = path.join(root, CONTENT);
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ({
      isLink: entry.isSymbolicLink(),
      file: path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    }))
    .filter(({ file }) => !FOREIGN.test(file) && !/(?:^|\/)\./.test(file))
    .flatMap(({ file, isLink }) => (isLink ? [linkIssue(file)] : checkFile(folder, file)));
}

function checkFile(folder: string, file: string): Issue[] {
  const { mtimeMs, size, ino } = statSync(path.join(folder, file));
  return [
    ...checkTextKept(path.join(folder, file), JSON.stringify([mtimeMs, size, ino])).map((at) =>
      toIssue(
        file,
        "unreadable-file",
        "This is no UTF-8 text: here stands a byte that UTF-8 cannot have. Save the file as UTF-8.",
        at,
      ),
    ),
    ...checkName(file),
  ];
}

/** The first place of a file that is no text; nothing for a text, and for a file that has gone meanwhile. */
const checkTextKept = keepByText((file): Position[] => {
  try {
    return findNoText(readFileSync(file));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
});

function findNoText(bytes: Buffer): Position[] {
  if (isUtf8(bytes) && !bytes.includes(0)) return [];
  const isText = (part: Buffer): boolean => isUtf8(part) && !part.includes(0);
  for (let [line, from] = [1, 0]; from <= bytes.length; line++) {
    const found = bytes.indexOf(0x0a, from);
    const end = found === -1 ? bytes.length : found;
    const written = bytes.subarray(from, end);
    if (!isText(written)) {
      let length = written.length;
      while (!isText(written.subarray(0, length))) length--;
      return [{ line, column: written.toString("utf8", 0, length).length + 1 }];
    }
    from = end + 1;
  }
  return [];
}

function checkName(file: string): Issue[] {
  const isPage = file.startsWith("docs/") && file.endsWith(".mdx");
  if (isPage) {
    const slug = slugOfPage(`${CONTENT}/${file}`);
    if (!PAGE_NAME.test(slug))
      return [
        toIssue(
          file,
          "bad-name",
          `"${slug}" makes no address. A page's name has small letters, digits and "-", its folders too.`,
        ),
      ];
    if (TAKEN.test(slug))
      return [
        toIssue(
          file,
          "bad-name",
          `The address /${slug}/ belongs to the site itself. Give the page another name.`,
        ),
      ];
    return [];
  }
  const sample = `${CONTENT}/${file}`.slice(SAMPLES_FOLDER.length + 1);
  if (!file.startsWith("samples/") || SAMPLE_NAME.test(sample)) return [];
  return [
    toIssue(
      file,
      "bad-name",
      `"${sample}" makes no address. A sample's name has letters, digits, "-", "_" and ".", its folders too.`,
    ),
  ];
}

function linkIssue(file: string): Issue {
  return toIssue(
    file,
    "unreadable-file",
    "This is a link to another file or folder, which the check does not follow. Put the file itself here.",
  );
}

function toIssue(
  file: string,
  slug: "unreadable-file" | "bad-name",
  message: string,
  at: Position = { line: 1, column: 1 },
): Issue {
  return { slug, file: `${CONTENT}/${file}`, line: at.line, column: at.column, message };
}
