import { CLIENTS, FIRST_CLIENT } from "./clients.ts";
import type { SampleFile } from "./find-samples.ts";

/** The same sample for another client. */
export interface Twin {
  /** The client's name for readers: "KafkaJS". */
  readonly client: string;
  /** The id of the twin. */
  readonly id: string;
}

/** Word in a file's name → the label of its client. */
const LABELS = new Map(CLIENTS.flatMap(({ twin }) => (twin ? [[twin.word, twin.label]] : [])));

/**
 * Finds the twins of all samples, by path. Twins lie beside each other and share a name: `orders-producer.kafkajs.ts`
 * is the KafkaJS twin of `orders-producer.ts`, which is for the first client.
 */
export function findTwins(
  samples: readonly Pick<SampleFile, "id" | "path">[],
): ReadonlyMap<string, readonly Twin[]> {
  const named = samples.flatMap(({ id, path }) => {
    const name = readName(path);
    return name === undefined ? [] : [{ id, path, ...name }];
  });
  return new Map(
    [...Map.groupBy(named, ({ name }) => name).values()].flatMap((group) =>
      group.map((own) => {
        const others = group.filter(({ client }) => client !== own.client);
        return [own.path, others.map(({ client, id }) => ({ client, id }))] as const;
      }),
    ),
  );
}

/** The part of `kafka/orders-producer.kafkajs.ts` that it shares with its twins, and its client. */
function readName(path: string): { readonly name: string; readonly client: string } | undefined {
  const [, name, word] = /^(.+?)(?:\.(\w+))?\.ts$/.exec(path) ?? [];
  const client = word === undefined ? FIRST_CLIENT : LABELS.get(word);
  return name === undefined || client === undefined ? undefined : { name, client };
}
