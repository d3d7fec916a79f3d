import type { GrpcMethods } from "../tap/http2/grpc-methods.ts";
import { labelOfGrpc } from "./label-grpc.ts";
import { labelOfKafka } from "./label-kafka.ts";
import type { WireEvent } from "../tap/wire-event.ts";

/**
 * Says in a few words what an event carries: `Delivery 500 o-125.3`, `Produce order-events-1 o-125.3`.
 *
 * @param methods the types of gRPC messages
 * @param topicNames topic id → name, as the decoder of Kafka's protocol fills it
 */
export function labelOf(
  event: WireEvent,
  methods: GrpcMethods,
  topicNames: ReadonlyMap<string, string> = new Map(),
): string {
  return "api" in event ? labelOfKafka(event, topicNames) : labelOfGrpc(event, methods);
}
