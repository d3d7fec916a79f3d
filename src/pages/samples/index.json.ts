import type { APIRoute } from "astro";
import { listSamples } from "./_list-samples.ts";

/** A list of all samples for programs: what each one is, what it needs, where its files are. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(listSamples(), null, 2)}\n`);
