import type { APIRoute, GetStaticPaths } from "astro";
import { samples, tools } from "virtual:checked/samples";
import { createPacker } from "../../samples/archive.ts";
import { hasProject, projectFiles, projectName } from "../../samples/project.ts";

/** "Get project": an archive with one folder, which holds the sample and everything it needs, installs and starts. */
export const getStaticPaths = (() =>
  samples
    .filter(hasProject)
    .map((sample) => ({ params: { id: sample.id }, props: { sample } }))) satisfies GetStaticPaths;

const texts = new Map(samples.map(({ path, text }) => [path, text]));
const pack = createPacker();

export const GET: APIRoute<{ sample: (typeof samples)[number] }> = ({
  props: { sample },
  url,
  site = url,
}) => {
  const folder = projectName(sample.id);
  const files = [...projectFiles(sample, texts, { ...tools, site: site.origin })].map(
    ([path, text]) => [`${folder}/${path}`, text] as const,
  );
  return new Response(pack(new Map(files)), { headers: { "Content-Type": "application/zip" } });
};
