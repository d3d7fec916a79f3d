// Says how something went, an error in its own words.

export async function attempt(
  what: string,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
    console.log(`${what}: done`);
  } catch (error) {
    console.log(`${what}:`);
    for (const words of wordsOf(error)) console.log(`  ${words}`);
  }
}

/** Its message, and those of all that caused it, once each. */
function wordsOf(error: unknown): Set<string> {
  if (!(error instanceof Error)) return new Set([String(error)]);
  const inner =
    error instanceof AggregateError
      ? error.errors
      : [error.cause];
  return new Set([
    `${error.name}: ${error.message}`,
    ...inner
      .filter((it) => it !== undefined)
      .flatMap((it: unknown) => [...wordsOf(it)]),
  ]);
}
