import type { APIRoute } from "astro";
import { listSamples } from "../../docs/sample-list.ts";

/** A machine's way to every sample: what it is, what it needs, where the files are. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(listSamples(), null, 2)}\n`);
