import { Failure } from "../../../report/failure.mjs";
/** What ts-proto generates of a service, as far as it is used here. */
export type ServiceDefinition = Readonly<Record<string, MethodDefinition>>;

interface MethodDefinition {
  readonly path: string;
  readonly requestDeserialize: (bytes: Buffer) => unknown;
  readonly responseDeserialize: (bytes: Buffer) => unknown;
}

/** `/shop.v1.OrderService/FollowOrders` → its messages. */
export type GrpcMethods = ReadonlyMap<string, GrpcMethod>;

export interface GrpcMethod {
  readonly request: MessageType;
  readonly response: MessageType;
}

export interface MessageType {
  /** As in the contract, `Delivery`. */
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => unknown;
}

/**
 * Joins generated services with the contract that they come from: the code can decode a message but does not know its
 * name, which stands in the contract's `rpc` lines. Throws when a method has no such line.
 */
export function nameMethods(proto: string, services: readonly ServiceDefinition[]): GrpcMethods {
  const names = readRpcLines(proto);
  const methods = new Map<string, GrpcMethod>();
  for (const method of services.flatMap((service) => Object.values(service))) {
    const [request, response] = names.get(method.path) ?? [];
    if (request === undefined || response === undefined)
      throw new Failure(
        "unknown-method",
        `no rpc line of the contract says "${method.path}"\n` +
          `  It says: ${[...names.keys()].join(", ")}. Give the .proto that the service is generated from.`,
      );
    methods.set(method.path, {
      request: { name: request, decode: decodeBy(method.requestDeserialize) },
      response: { name: response, decode: decodeBy(method.responseDeserialize) },
    });
  }
  return methods;
}

function decodeBy(deserialize: (bytes: Buffer) => unknown): (bytes: Uint8Array) => unknown {
  return (bytes) => deserialize(Buffer.from(bytes));
}

function readRpcLines(proto: string): ReadonlyMap<string, readonly [string, string]> {
  const text = proto.replace(/\/\/.*|\/\*[^]*?\*\//g, "");
  const prefix = /^\s*package\s+([\w.]+)\s*;/m.exec(text)?.[1];
  const names = new Map<string, readonly [string, string]>();
  let service = "";
  const words =
    /\bservice\s+(\w+)|\brpc\s+(\w+)\s*\(\s*(?:stream\s+)?([\w.]+)\s*\)\s*returns\s*\(\s*(?:stream\s+)?([\w.]+)/g;
  for (const [, opened, rpc, request = "", response = ""] of text.matchAll(words)) {
    if (opened !== undefined) service = prefix === undefined ? opened : `${prefix}.${opened}`;
    else names.set(`/${service}/${rpc}`, [withoutPackage(request), withoutPackage(response)]);
  }
  return names;
}

function withoutPackage(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}
