import type { APIRoute, GetStaticPaths } from "astro";
import { samples } from "virtual:checked/samples";

/**
 * Every sample's file at its own path, and a `.txt` copy for hosts that take `.ts` for video. The text has no fold
 * markers, like the one that "copy file" copies.
 */
export const getStaticPaths = (() =>
  samples.flatMap(({ path, text }) =>
    [path, `${path}.txt`].map((url) => {
      const dot = url.lastIndexOf(".");
      return {
        params: { file: url.slice(0, dot), extension: url.slice(dot + 1) },
        props: { text },
      };
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
