const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text that a browser shows of HTML, for HTML in which only text and tags occur. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
      (whole: string, hex?: string, decimal?: string, name = "") => {
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        return NAMED[name] ?? whole;
      },
    );
}

/** The code of a rendered block, or of several: shown lines, or what is folded above them. Notes are no code. */
export function codeTexts(html: string, part: "code-lines" | "code-preface"): string[] {
  const parts = html.matchAll(new RegExp(`<code class="${part}">([\\s\\S]*?)</code></pre>`, "g"));
  return [...parts].map(([, inner = ""]) =>
    textOfHtml(inner.replace(/<span class="code-note">.*?<\/span>/g, "")),
  );
}
