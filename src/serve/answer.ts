import { join } from "node:path";
import { contentType, isCompressible } from "./content-type.ts";
import { chooseEncoding } from "./encoding.ts";
import type { FileCache } from "./file-cache.ts";
import { findFile } from "./find-file.ts";
import { headersFor, parseHeaders } from "./headers-file.ts";

export interface Question {
  readonly method: string;
  /** The path and query of the request line: "/samples/?q=1". */
  readonly url: string;
  readonly acceptEncoding?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

export interface Answer {
  readonly status: number;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const empty = Buffer.alloc(0);

/** Answers one request for the built site in `directory`, as a static host would. */
export async function answer(
  directory: string,
  cache: FileCache,
  question: Question,
): Promise<Answer> {
  if (question.method !== "GET" && question.method !== "HEAD") {
    return inWords(405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  }
  const { path, query } = splitUrl(question.url);
  const found = await findFile(directory, path);
  if (found.kind === "redirect") {
    return inWords(301, `Moved to ${found.to}`, { location: found.to + query });
  }
  const rules = await readRules(directory, cache, path);
  if (found.kind === "file") return sendFile(cache, found.file, question, 200, rules);
  return sendFile(cache, join(directory, "404.html"), question, 404, rules).catch(() =>
    inWords(404, "Not found", {}),
  );
}

async function sendFile(
  cache: FileCache,
  file: string,
  question: Question,
  status: number,
  rules: Readonly<Record<string, string>>,
): Promise<Answer> {
  const type = contentType(file);
  const encoding = isCompressible(type) ? chooseEncoding(question.acceptEncoding) : "identity";
  const body = await cache.read(file, encoding);
  const headers: Record<string, string> = {
    "content-type": type,
    "cache-control": "public, max-age=0, must-revalidate",
    ...(isCompressible(type) ? { vary: "Accept-Encoding" } : {}),
    ...rules,
    etag: body.etag,
  };
  if (status === 200 && matches(question.ifNoneMatch, body.etag)) {
    Reflect.deleteProperty(headers, "content-type");
    return { status: 304, headers, body: empty };
  }
  if (body.encoding !== "identity") headers["content-encoding"] = body.encoding;
  headers["content-length"] = String(body.bytes.length);
  return { status, headers, body: body.bytes };
}

/** Compares weakly, as If-None-Match requires, because a proxy may have marked the tag `W/`. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

async function readRules(
  directory: string,
  cache: FileCache,
  path: string,
): Promise<Record<string, string>> {
  const file = await cache.read(join(directory, "_headers"), "identity").catch(() => undefined);
  return file === undefined ? {} : headersFor(parseHeaders(file.bytes.toString("utf8")), path);
}

function inWords(status: number, text: string, headers: Readonly<Record<string, string>>): Answer {
  const body = Buffer.from(`${text}\n`);
  return {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-length": String(body.length),
      ...headers,
    },
    body,
  };
}

/** Splits path and query. A proxy may send the whole address, of which nothing else matters here. */
function splitUrl(url: string): { path: string; query: string } {
  const local = url.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = local.indexOf("?");
  return mark < 0
    ? { path: local, query: "" }
    : { path: local.slice(0, mark), query: local.slice(mark) };
}
