import type { APIRoute, GetStaticPaths } from "astro";
import { files } from "virtual:checked/receipts";

/** Every receipt as recorded, and the wire files of the runs that kept them. */
export const getStaticPaths = (() =>
  files.map(({ url, text }) => {
    const dot = url.lastIndexOf(".");
    return {
      params: { file: url.slice("/receipts/".length, dot), extension: url.slice(dot + 1) },
      props: { url, text },
    };
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ url: string; text: string }> = ({ props: { url, text } }) => {
  const type = url.endsWith(".json") ? "application/json" : "text/plain";
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
};
