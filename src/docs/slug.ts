/** The id of a heading: letters and digits of any script in lower case, dashes between words. */
export function headingSlug(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") ?? "section"
  );
}
