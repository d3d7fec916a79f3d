/** Gives the document styles that a script brings along. The Content-Security-Policy is about styles in HTML, not these. */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
