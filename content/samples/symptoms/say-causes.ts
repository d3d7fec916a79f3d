// Prints an error of a Kafka client, and those inside it.

/** One line each, the broker's own words innermost. */
export function sayCauses(error: unknown, depth = 0): void {
  if (!(error instanceof Error)) throw error;
  const names = [
    "code" in error ? error.code : undefined,
    "apiId" in error ? error.apiId : undefined,
    // As kafkajs calls it.
    "type" in error ? error.type : undefined,
  ].filter((name) => typeof name === "string");
  const name = names.join(" ") || error.name;
  console.log(`${"  ".repeat(depth)}${name}: ${error.message}`);
  // Attempts fail alike: the last one stands for all.
  const inside: unknown =
    error instanceof AggregateError
      ? error.errors.at(-1)
      : error.cause;
  if (inside !== undefined) sayCauses(inside, depth + 1);
}

/** Says what `work` fails with. */
export async function sayFailure(
  name: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
    console.log(`${name}: no error`);
  } catch (error) {
    console.log(`${name}:`);
    sayCauses(error, 1);
  }
}
