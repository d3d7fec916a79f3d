/** A term of the glossary. The build writes them to `/search/terms.txt`. */
export interface GlossaryTerm {
  /** "/glossary/#consumer-group" */
  readonly url: string;
  readonly name: string;
  readonly sentence: string;
}

/** Reads what `listTerms` wrote. */
export function readTerms(text: string): GlossaryTerm[] {
  return text.split("\n").flatMap((line) => {
    const [url = "", name = "", sentence = ""] = line.split("\t");
    return sentence === "" ? [] : [{ url, name, sentence }];
  });
}
