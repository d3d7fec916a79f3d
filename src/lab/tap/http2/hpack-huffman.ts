import { CODE_LENGTHS } from "./hpack-code-lengths.ts";
import { Failure } from "../../../report/failure.mjs";

const END_OF_STRING = 256;

/** The code as a tree: for each node, where bit 0 and bit 1 lead to, another node or `~symbol`. */
const TREE: readonly (readonly [number, number])[] = growTree();

/** Decodes a Huffman-coded string, one character per byte. Throws on padding that RFC 7541, section 5.2 forbids. */
export function decodeHuffman(bytes: Uint8Array): string {
  let text = "";
  let node = 0;
  /** Number of bits since the last symbol; `onlyOnes` says whether all of them were 1. */
  let bits = 0;
  let onlyOnes = true;
  for (const byte of bytes) {
    for (let shift = 7; shift >= 0; shift -= 1) {
      const bit = (byte >> shift) & 1;
      const next = TREE[node]?.[bit] ?? 0;
      bits += 1;
      onlyOnes &&= bit === 1;
      if (next >= 0) {
        node = next;
        continue;
      }
      if (~next === END_OF_STRING)
        throw new Failure("bad-hpack", "a string with a code for its end");
      text += String.fromCharCode(~next);
      node = 0;
      bits = 0;
      onlyOnes = true;
    }
  }
  if (bits > 7 || !onlyOnes) throw new Failure("bad-hpack", "a string that ends within a code");
  return text;
}

function growTree(): [number, number][] {
  const tree: [number, number][] = [[0, 0]];
  const symbols = CODE_LENGTHS.map((length, symbol) => ({ length, symbol })).sort(
    (a, b) => a.length - b.length || a.symbol - b.symbol,
  );
  let code = 0;
  let width = 0;
  for (const { length, symbol } of symbols) {
    code <<= length - width;
    width = length;
    plant(tree, code, length, symbol);
    code += 1;
  }
  return tree;
}

function plant(tree: [number, number][], code: number, length: number, symbol: number): void {
  let node = tree[0];
  for (let shift = length - 1; shift >= 0 && node; shift -= 1) {
    const bit = ((code >> shift) & 1) as 0 | 1;
    if (shift === 0) node[bit] = ~symbol;
    else if (node[bit] === 0) node[bit] = tree.push([0, 0]) - 1;
    node = tree[node[bit]];
  }
}
