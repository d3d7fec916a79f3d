/** A place that answers what somebody asks. */
export interface Asked {
  /** "/kafka/consuming/#consumer-lag-why-it-grows" */
  readonly url: string;
  /** As it was written. */
  readonly asks: string;
}

/** Reads the file that the build writes: `url`, a tab and the words, in each line. */
export function readAsked(text: string): Asked[] {
  return text.split("\n").flatMap((line) => {
    const [url = "", asks = ""] = line.split("\t");
    return asks === "" ? [] : [{ url, asks }];
  });
}
