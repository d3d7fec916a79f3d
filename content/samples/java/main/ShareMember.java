// A member of the share group "warehouse".
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.Serdes;

class ShareMember implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final KafkaShareConsumer<String, byte[]> consumer;

  // #region settings
  ShareMember(String broker) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "group.id", "warehouse",
            // By default the next poll() accepts all records.
            "share.acknowledgement.mode", "explicit",
            "max.poll.records", 1,
            // Take one record, and not the whole batch it is in.
            "share.acquire.mode", "record_limit");
    consumer =
        new KafkaShareConsumer<>(
            settings,
            Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer());
    consumer.subscribe(List.of("order-events"));
  }
  // #endregion settings

  // #region take
  /** None if nothing can be had for 10 s. */
  ConsumerRecords<String, byte[]> poll() {
    return consumer.poll(WAIT);
  }

  /** Waits until there is one. */
  ConsumerRecord<String, byte[]> take() {
    while (true) {
      for (var record : poll()) return record;
    }
  }

  /** Returns when the broker has the answer; throws if not. */
  void answer(
      ConsumerRecord<String, byte[]> record,
      AcknowledgeType type) {
    consumer.acknowledge(record, type);
    for (var error : consumer.commitSync().values()) {
      if (error.isPresent()) throw error.get();
    }
  }
  // #endregion take

  /** "o-137.3", from the record's header. */
  static String idOf(ConsumerRecord<?, ?> record) {
    var header = record.headers().lastHeader("event-id");
    return new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
