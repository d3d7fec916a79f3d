// Opens streams to one host until the next one has to wait.
const MOST = 12;
const PATIENCE_MS = 2_000;

// #region open
/** A stream that has opened; undefined if it has to wait. */
async function open(): Promise<EventSource | undefined> {
  const source = new EventSource("/stream");
  return new Promise((resolve) => {
    source.addEventListener("open", () => resolve(source));
    setTimeout(() => {
      // One that waits is given up, one that is open stays so.
      if (source.readyState !== EventSource.OPEN) source.close();
      resolve(undefined);
    }, PATIENCE_MS);
  });
}

/** How a short request of the same page ends. */
async function ask(): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return String((await fetch("/", { signal })).status);
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
// #endregion open

const streams: EventSource[] = [];
while (streams.length < MOST) {
  const stream = await open();
  if (stream === undefined) break;
  streams.push(stream);
}
console.log(`streams open: ${streams.length}`);
console.log(`a request beside them: ${await ask()}`);
streams.pop()?.close();
console.log(`after one of them is closed: ${await ask()}`);
console.log("done");
