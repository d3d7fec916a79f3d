/** Adds a script's own styles to the document. The Content-Security-Policy restricts styles in HTML, not these. */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
