import type { APIRoute, GetStaticPaths } from "astro";
import { strToU8, zipSync } from "fflate";
import { samples, tools } from "virtual:checked/samples";
import { hasProject, projectFiles, projectName } from "../../samples/project.ts";

/** "Get project": an archive with one folder, which holds the sample and everything it needs, installs and starts. */
export const getStaticPaths = (() =>
  samples
    .filter(hasProject)
    .map((sample) => ({ params: { id: sample.id }, props: { sample } }))) satisfies GetStaticPaths;

/**
 * A fixed date in local time, like the times in the archive format, so that every build in every time zone gives the
 * same bytes.
 */
const SOME_DAY = new Date(2026, 0, 1);

export const GET: APIRoute<{ sample: (typeof samples)[number] }> = ({ props: { sample } }) => {
  const texts = new Map(samples.map(({ path, text }) => [path, text]));
  const folder = projectName(sample.id);
  const entries = [...projectFiles(sample, texts, tools)].map(
    ([path, text]) => [`${folder}/${path}`, strToU8(text)] as const,
  );
  const archive = zipSync(Object.fromEntries(entries), { mtime: SOME_DAY, level: 9 });
  return new Response(new Uint8Array(archive), { headers: { "Content-Type": "application/zip" } });
};
