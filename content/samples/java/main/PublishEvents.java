// Orders publishes with the Java client, by its defaults.
// Run: mvn -q compile exec:java -Dexec.mainClass=PublishEvents
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

public class PublishEvents {
  private static final int EVENTS = 300;
  private static final int INTERVAL_MS = 10;

  public static void main(String[] args)
      throws InterruptedException {
    var brokers = Brokers.of(args);
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            // 30 s by default.
            "request.timeout.ms", 2_000);
    var acknowledged = new AtomicInteger();
    var failed = new AtomicInteger();
    var text = new StringSerializer();
    try (var orders = new KafkaProducer<>(settings, text, text)) {
      for (var id : StandardRun.eventIds().subList(0, EVENTS)) {
        orders.send(
            toRecord(id),
            (metadata, error) ->
                (error == null ? acknowledged : failed)
                    .incrementAndGet());
        // Sends overlap, as in a web server.
        Thread.sleep(INTERVAL_MS);
      }
    }
    System.out.println(acknowledged + " acknowledged");
    System.out.println(failed + " failed");
    System.out.println("Orders: every send has ended");
  }

  private static ProducerRecord<String, String> toRecord(
      String id) {
    var order = id.substring(0, id.indexOf('.'));
    var record = new ProducerRecord<>("order-events", order, id);
    record.headers().add("event-id", id.getBytes(UTF_8));
    return record;
  }
}
