/**
 * Fact → other names of its setting, for a search that asks for a default: "default retention". The name of the setting
 * needs none, nor does that name without its unit.
 */
export const FACT_NAMES: Readonly<Record<string, readonly string[]>> = {
  "topic.retention.ms": [
    "retention",
    "retention period",
    "retention time",
    "topic retention",
    "log retention",
    "message retention",
  ],
  "broker.num.partitions": ["partitions", "number of partitions", "partition count"],
  "broker.default.replication.factor": ["replication factor"],
  "broker.message.max.bytes": ["max message size", "maximum message size", "message size"],
  "broker.offsets.retention.minutes": ["offset retention", "offsets retention"],
  "consumer.session.timeout.ms": ["consumer session timeout"],
  "consumer.auto.commit.interval.ms": ["commit interval"],
  "consumer.heartbeat.interval.ms": ["consumer heartbeat interval"],
  "producer.batch.size": ["producer batch size"],
  "producer.compression.type": ["compression", "producer compression"],
  "producer.retries": ["producer retries"],
  "producer.acks": ["producer acks"],
  "producer.delivery.timeout.ms": ["producer timeout"],
  "streams.processing.guarantee": ["streams processing guarantee", "delivery guarantee"],
  "streams.commit.interval.ms": ["streams commit interval"],
  "grpc-options.max_receive_message_length": [
    "max message size",
    "maximum message size",
    "message size",
    "max receive message size",
  ],
  "grpc-options.max_send_message_length": ["max send message size"],
  "grpc-options.keepalive_time_ms": ["keepalive", "keepalive interval"],
  "grpc-options.max_concurrent_streams": ["concurrent streams"],
  "grpc-options.client_idle_timeout_ms": ["idle timeout"],
};
