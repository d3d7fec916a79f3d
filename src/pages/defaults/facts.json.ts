/** `/defaults/facts.json`: every fact, for programs, and whether it is executed, cited or ours. */
import type { APIRoute } from "astro";
import { facts } from "virtual:checked/facts";

export const GET: APIRoute = () => {
  const rungs = Map.groupBy(facts, ({ rung }) => rung);
  const listed = (["executed", "cited", "opinion"] as const).map((rung) => [
    rung,
    (rungs.get(rung) ?? []).map(
      ({ id, of, holds, setting, says, value, since, citation, proof }) => ({
        id,
        of,
        holds,
        ...(setting === undefined ? {} : { setting }),
        says,
        ...(value === "" ? {} : { value }),
        ...(since === undefined ? {} : { since }),
        ...(citation === undefined ? {} : { source: citation.url }),
        ...(proof === undefined ? {} : { sample: proof.sample, prints: proof.key }),
      }),
    ),
  ]);
  return Response.json(Object.fromEntries(listed));
};
