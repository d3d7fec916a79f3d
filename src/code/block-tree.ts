import type { CheckedBlock } from "../check/index.ts";
import { highlight, type Token, type TokenLine } from "./highlight.ts";
import { outputTrees } from "./output-tree.ts";
import type { Role } from "./roles.ts";
import { element, text, toHtml, type Content, type Element } from "./tree.ts";
import { count } from "../report/words.ts";
import { GET_PROJECT } from "../samples/project.ts";

const CLASS_OF_ROLE: Readonly<Record<Exclude<Role, "plain">, string>> = {
  comment: "c",
  keyword: "k",
  literal: "s",
  wire: "w",
  log: "l",
};

/** Lines indented deeper than this wrap as if indented this far, because each depth needs a class. */
const DEEPEST_INDENT = 16;

/** Returns the HTML of a block, for `<CodeBlock html="…">`. On other pages a block links to its sample's page. */
export async function renderBlock(
  block: CheckedBlock,
  options: { readonly onOwnPage?: boolean } = {},
): Promise<string> {
  const lines = await highlight(block.code, block.language, block.hues);
  const preface =
    block.preface && (await highlight(block.preface.code, block.language, block.hues));
  const children: Content[] = [
    bar(block, options.onOwnPage ?? false),
    ...(block.preface && preface ? [foldedPreface(block.preface, preface)] : []),
    element("pre", {}, [element("code", { class: "code-lines" }, codeLines(lines, block.notes))]),
    ...block.errors.map((error) =>
      element("p", { class: "code-message" }, [
        element("b", {}, [text(`error ${error.code}: `)]),
        text(error.message),
      ]),
    ),
    ...(block.unproven === undefined
      ? []
      : [element("p", { class: "code-message" }, [text(`Not run: ${block.unproven}`)])]),
    ...(block.receipt === undefined ? [] : outputTrees(block.receipt, block.sample?.path ?? "")),
  ];
  const attributes = {
    ...(block.sample === undefined ? {} : { "data-sample": block.sample.id }),
    // A page that explains a word should rank above the many files that use it.
    ...(options.onOwnPage === true ? { "data-pagefind-weight": "0.1" } : {}),
  };
  const classes = block.receipt === undefined ? "code" : "code ran";
  return toHtml(element("figure", { class: classes, ...attributes }, children));
}

function bar(block: CheckedBlock, onOwnPage: boolean): Element {
  const { sample } = block;
  const actions = twinLinks(block.twins ?? [], onOwnPage);
  if (sample !== undefined && !onOwnPage) {
    actions.push(element("a", { href: `/samples/${sample.id}/` }, [text("whole file")]));
  }
  if (sample !== undefined && onOwnPage) {
    actions.push(element("a", { href: `/samples/${sample.path}` }, [text("raw")]));
  }
  if (sample?.hasProject === true) {
    const page = onOwnPage ? "" : `/samples/${sample.id}/`;
    actions.push(element("a", { href: `${page}#${GET_PROJECT}` }, [text("get project")]));
  }
  if (sample !== undefined && !sample.whole) {
    const label = sample.others === 0 ? "copy file" : `copy file (needs ${sample.others} more)`;
    actions.push(copyButton(label, { src: `/samples/${sample.path}` }));
  }
  actions.push(copyButton("copy", {}));
  return element("figcaption", { class: "code-bar" }, [
    element("span", { class: "code-file" }, fileName(block.title)),
    element("span", { class: "code-actions", "data-pagefind-ignore": "" }, actions),
  ]);
}

/**
 * Links to the twins of a sample. On a content page a script turns them into buttons that switch the block; a
 * sample's own page keeps to one client.
 */
function twinLinks(twins: NonNullable<CheckedBlock["twins"]>, onOwnPage: boolean): Content[] {
  const links = twins.map(({ client, id }) =>
    element("a", { href: `/samples/${id}/` }, [text(client)]),
  );
  return onOwnPage ? links : links.map((link) => element("client-switch", {}, [link]));
}

/** A file name whose folder is an element of its own, so that a content page can hide it. */
function fileName(title: string): Content[] {
  const slash = title.lastIndexOf("/") + 1;
  const folder = title.slice(0, slash);
  return [
    ...(folder === "" ? [] : [element("span", { class: "code-folder" }, [text(folder)])]),
    text(title.slice(slash)),
  ];
}

function copyButton(label: string, attributes: Readonly<Record<string, string>>): Element {
  return element("copy-code", attributes, [element("button", { type: "button" }, [text(label)])]);
}

function foldedPreface(
  preface: NonNullable<CheckedBlock["preface"]>,
  lines: readonly TokenLine[],
): Element {
  const parts = [
    ...(preface.imports > 0 ? [count(preface.imports, "import")] : []),
    ...(preface.declarations > 0 ? [count(preface.declarations, "declaration")] : []),
  ];
  const label = parts.length === 0 ? "header" : parts.join(", ");
  return element("details", { class: "code-imports" }, [
    element("summary", {}, [text(label)]),
    element("pre", {}, [element("code", { class: "code-preface" }, codeLines(lines, []))]),
  ]);
}

function codeLines(lines: readonly TokenLine[], notes: CheckedBlock["notes"]): Element[] {
  return lines.map((line, index) => {
    const note = notes.find((candidate) => candidate.line === index + 1);
    const indent = Math.min(
      /^ */.exec(line.map((token) => token.text).join(""))?.[0].length ?? 0,
      DEEPEST_INDENT,
    );
    const classes = [
      "line",
      ...(indent === 0 ? [] : [`i${indent}`]),
      ...(note === undefined ? [] : ["focus"]),
    ];
    const newline = index < lines.length - 1 ? "\n" : "";
    const aside =
      note === undefined
        ? []
        : [
            element(
              "span",
              { class: "code-note" },
              note.words.map((word) =>
                word.code ? element("code", {}, [text(word.text)]) : text(word.text),
              ),
            ),
          ];
    return element("span", { class: classes.join(" ") }, [
      ...line.map(tokenNode),
      text(newline),
      ...aside,
    ]);
  });
}

function tokenNode({ text: content, role }: Token): Content {
  return role === "plain"
    ? text(content)
    : element("span", { class: CLASS_OF_ROLE[role] }, [text(content)]);
}
