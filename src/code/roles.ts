import type { ThemeRegistration } from "shiki";

/** What a token is to a reader: four inks and two hues, see `src/styles/code.css`. */
export type Role = "plain" | "comment" | "keyword" | "literal" | "wire" | "log";

/**
 * A sentinel colour stands for each role. Shiki then colours tokens in one pass for both themes, and the HTML holds
 * short class names instead of colours.
 */
const SENTINELS = {
  plain: "#000001",
  comment: "#000002",
  keyword: "#000003",
  literal: "#000004",
} as const;

export const rolesTheme: ThemeRegistration = {
  name: "roles",
  type: "light",
  fg: SENTINELS.plain,
  bg: "#ffffff",
  settings: [
    { settings: { foreground: SENTINELS.plain } },
    {
      scope: ["comment", "punctuation.definition.comment"],
      settings: { foreground: SENTINELS.comment },
    },
    {
      scope: ["keyword", "storage", "variable.language", "constant.language"],
      settings: { foreground: SENTINELS.keyword },
    },
    // Operators and arrows are set like punctuation, not like words.
    {
      scope: ["keyword.operator", "storage.type.function.arrow"],
      settings: { foreground: SENTINELS.plain },
    },
    {
      scope: [
        "keyword.operator.new",
        "keyword.operator.expression",
        "keyword.operator.instanceof",
        "keyword.operator.satisfies",
        "keyword.operator.as",
      ],
      settings: { foreground: SENTINELS.keyword },
    },
    // The Java grammar gives every class name the scope of storage types, like `int`.
    {
      scope: [
        "storage.type.java",
        "storage.type.generic.java",
        "storage.type.object.array.java",
        "storage.type.annotation.java",
        "storage.modifier.import.java",
        "storage.modifier.package.java",
      ],
      settings: { foreground: SENTINELS.plain },
    },
    { scope: ["string", "constant.numeric"], settings: { foreground: SENTINELS.literal } },
    // The inside of `${…}` in a template is code again.
    { scope: ["meta.template.expression"], settings: { foreground: SENTINELS.plain } },
  ],
};

/** The role that a sentinel colour stands for. */
export function roleOfColour(colour: string | undefined): Role {
  const wanted = colour?.toLowerCase();
  for (const [role, sentinel] of Object.entries(SENTINELS)) {
    if (sentinel === wanted) return role as keyof typeof SENTINELS;
  }
  return "plain";
}
