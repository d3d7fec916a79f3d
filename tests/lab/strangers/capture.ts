import { Buffer } from "node:buffer";
import type { Chunk } from "../tap/recording.ts";

/** A packet of IPv4 and TCP has two bytes for its length. */
const MOST_BYTES = 60_000;
const HEADERS = 40;
const CLIENT_PORT = 40_000;
const LOOPBACK = Buffer.from([127, 0, 0, 1]);
const TCP = 6;
const PUSH_AND_ACK = 0x50_18;

/**
 * Makes a capture, a file of libpcap, of what passed on a connection to `port`: packets of IP and TCP without an Ethernet
 * around them.
 */
export function makeCapture(chunks: readonly Chunk[], port: number): Buffer {
  const file = Buffer.alloc(24);
  file.writeUInt32LE(0xa1b2_c3d4, 0);
  file.writeUInt16LE(2, 4);
  file.writeUInt16LE(4, 6);
  file.writeUInt32LE(0xff_ff, 16);
  // LINKTYPE_RAW.
  file.writeUInt32LE(101, 20);
  const sent = { out: 1, in: 1 };
  const packets: Buffer[] = [file];
  for (const { direction, bytes } of chunks) {
    for (let at = 0; at < bytes.length; at += MOST_BYTES) {
      const part = bytes.subarray(at, at + MOST_BYTES);
      const seen = direction === "out" ? sent.in : sent.out;
      const ports = direction === "out" ? [CLIENT_PORT, port] : [port, CLIENT_PORT];
      packets.push(makePacket(packets.length, part, ports, sent[direction], seen));
      sent[direction] += part.length;
    }
  }
  return Buffer.concat(packets);
}

function makePacket(
  second: number,
  bytes: Uint8Array,
  [from = 0, to = 0]: readonly number[],
  sequence: number,
  seen: number,
): Buffer {
  const length = HEADERS + bytes.length;
  const record = Buffer.alloc(16);
  record.writeUInt32LE(second, 0);
  record.writeUInt32LE(length, 8);
  record.writeUInt32LE(length, 12);
  const headers = Buffer.alloc(HEADERS);
  // IPv4, five words of headers.
  headers.writeUInt8(0x45, 0);
  headers.writeUInt16BE(length, 2);
  headers.writeUInt8(64, 8);
  headers.writeUInt8(TCP, 9);
  LOOPBACK.copy(headers, 12);
  LOOPBACK.copy(headers, 16);
  headers.writeUInt16BE(from, 20);
  headers.writeUInt16BE(to, 22);
  headers.writeUInt32BE(sequence, 24);
  headers.writeUInt32BE(seen, 28);
  headers.writeUInt16BE(PUSH_AND_ACK, 32);
  headers.writeUInt16BE(0xff_ff, 34);
  return Buffer.concat([record, headers, bytes]);
}
