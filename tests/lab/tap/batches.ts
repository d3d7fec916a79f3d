/** Builds record batches of format 2 by hand. */
export interface BatchParts {
  readonly baseOffset: bigint;
  readonly records: readonly Buffer[];
  readonly attributes?: number;
  readonly magic?: number;
  readonly count?: number;
}

export function batch({
  baseOffset,
  records,
  attributes = 0,
  magic = 2,
  count,
}: BatchParts): Buffer {
  const head = Buffer.alloc(61);
  const body = Buffer.concat(records);
  head.writeBigInt64BE(baseOffset, 0);
  head.writeInt32BE(61 - 12 + body.length, 8);
  head.writeInt8(magic, 16);
  head.writeInt16BE(attributes, 21);
  head.writeInt32BE(count ?? records.length, 57);
  return Buffer.concat([head, body]);
}

export function record(
  offsetDelta: number,
  key: string | null,
  value: string | null,
  headers: Readonly<Record<string, string>>,
): Buffer {
  const fields = Object.entries(headers);
  const body = Buffer.concat([
    Buffer.from([0]),
    zigzag(1000),
    zigzag(offsetDelta),
    text(key),
    text(value),
    zigzag(fields.length),
    ...fields.flatMap(([name, content]) => [text(name), text(content)]),
  ]);
  return Buffer.concat([zigzag(body.length), body]);
}

function text(content: string | null): Buffer {
  return content === null
    ? zigzag(-1)
    : Buffer.concat([zigzag(content.length), Buffer.from(content)]);
}

function zigzag(value: number): Buffer {
  const bytes: number[] = [];
  let left = value < 0 ? -2 * value - 1 : 2 * value;
  for (; left >= 0x80; left = Math.floor(left / 128)) bytes.push((left % 128) | 0x80);
  return Buffer.from([...bytes, left]);
}
