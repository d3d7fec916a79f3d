// One record with a bad timestamp, and the four in its batch.
// Run: mvn -q compile exec:java -Dexec.mainClass=BadTimestamp
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

public class BadTimestamp {
  /** A clock that is two hours fast; one hour is allowed. */
  private static final Duration AHEAD = Duration.ofHours(2);

  public static void main(String[] arguments)
      throws InterruptedException {
    var broker = Brokers.of(arguments);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            // Long enough to gather all five into one batch.
            "linger.ms", 1_000);
    var text = new StringSerializer();
    try (var orders =
        new KafkaProducer<>(settings, text, text)) {
      publish(orders);
    }
  }

  // #region publish
  private static void publish(
      KafkaProducer<String, String> orders)
      throws InterruptedException {
    long now = Instant.now().toEpochMilli();
    var sends = new ArrayList<Future<RecordMetadata>>();
    for (int event = 1; event <= 5; event += 1) {
      long at = event == 3 ? now + AHEAD.toMillis() : now;
      sends.add(
          orders.send(
              new ProducerRecord<>(
                  "order-events", 0, at, "o-001", "" + event)));
    }
    for (int event = 1; event <= 5; event += 1) {
      try {
        var written = sends.get(event - 1).get();
        System.out.printf("%d: at %d%n", event, written.offset());
      } catch (ExecutionException failed) {
        var cause = failed.getCause();
        System.out.printf(
            "%d: %s%n", event, cause.getClass().getSimpleName());
      }
    }
  }
  // #endregion publish
}
