import { readFileSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { fileOf, loadReceipts, wireUrl } from "../../receipts/load.ts";
import { receiptUrl } from "../../receipts/verification.ts";

/** Every receipt as it was recorded, and what crossed the wire in runs that kept it. */
export const getStaticPaths = (async () => {
  const receipts = [...(await loadReceipts()).values()];
  const urls = receipts.flatMap((receipt) => [
    receiptUrl(receipt.sample),
    ...receipt.recorded.runs.flatMap((_, run) => wireUrl(receipt, run) ?? []),
  ]);
  return urls.map((url) => {
    const dot = url.lastIndexOf(".");
    return {
      params: { file: url.slice("/receipts/".length, dot), extension: url.slice(dot + 1) },
      props: { url },
    };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ url: string }> = ({ props }) => {
  const type = props.url.endsWith(".json") ? "application/json" : "text/plain";
  return new Response(readFileSync(fileOf(props.url), "utf8"), {
    headers: { "Content-Type": `${type}; charset=utf-8` },
  });
};
