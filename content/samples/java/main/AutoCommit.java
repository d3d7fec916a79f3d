// The Warehouse reads with the Java client, which commits.
// Run: mvn -q compile exec:java -Dexec.mainClass=AutoCommit
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

public class AutoCommit {
  /** Longer than a session that nobody ended. */
  private static final Duration QUIET = Duration.ofSeconds(12);

  public static void main(String[] args)
      throws IOException, InterruptedException {
    var brokers = Brokers.of(args);
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "group.id", "warehouse",
            "auto.offset.reset", "earliest",
            // After a kill the group waits this long for the
            // member.
            "session.timeout.ms", 6_000);
    var text = new StringDeserializer();
    try (var warehouse =
        new KafkaConsumer<>(settings, text, text)) {
      warehouse.subscribe(List.of("order-events"));
      while (true) {
        var records = warehouse.poll(QUIET);
        if (records.isEmpty()) break;
        for (var record : records) {
          WorkBook.work(eventIdOf(record));
        }
      }
    }
  }

  private static String eventIdOf(ConsumerRecord<?, ?> record) {
    var header = record.headers().lastHeader("event-id");
    return new String(header.value(), UTF_8);
  }
}
