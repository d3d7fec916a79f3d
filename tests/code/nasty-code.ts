/** Code that goes wrong where text is taken for markup, for Markdown or for a template. */
export const nastyCode = [
  "const template = `a ${`b ${c} \\``} {not} \\${d}`;",
  'const html = "<script>alert(1)</script> &amp; &lt; &#123; \'\\"";',
  "if (a < b && c > d) { e(`}`); }",
  "",
  "",
  "const emoji = '👩‍💻 é ñ'; // a `comment` {with} <Tags /> *and* _more_",
  "\tconst tabs =\t1;",
  "const trailing = 1;   ",
  "/* Server in a comment */ const text = 'Server';",
  "  ",
  "const regex = /[`{}$<>&]/g;",
].join("\n");
