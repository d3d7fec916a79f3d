// Orders publishes with the Java client while a leader dies.
// Run: mvn -q compile exec:java -Dexec.mainClass=PublishToReplicas
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

public class PublishToReplicas {
  private static final int FIRST = 10;
  private static final int ALL = 20;
  private static final int PATIENCE_MS = 60_000;
  private static final int LOOK_MS = 20;

  /** There while pause-followers.ts acts. */
  private static final Path PAUSED =
      Path.of("../guaranteed-delivery/followers-paused");

  public static void main(String[] args) throws Exception {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", Brokers.of(args),
            "acks", "all",
            // Named, so that another acks is an error.
            "enable.idempotence", true);
    var text = new StringSerializer();
    try (var orders = new KafkaProducer<>(settings, text, text)) {
      int sent = 0;
      for (var id : StandardRun.eventIds().subList(0, ALL)) {
        if (sent++ == FIRST) waitWhile(() -> !Files.exists(PAUSED));
        orders.send(toRecord(id)).get();
        System.out.println(id + ": acknowledged");
      }
    }
    waitWhile(() -> Files.exists(PAUSED));
    System.out.println("Orders: every send has ended");
  }

  private static void waitWhile(BooleanSupplier isSo)
      throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (isSo.getAsBoolean()) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("too late");
      }
      Thread.sleep(LOOK_MS);
    }
  }

  private static ProducerRecord<String, String> toRecord(
      String id) {
    var order = id.substring(0, id.indexOf('.'));
    var record = new ProducerRecord<>("order-events", order, id);
    record.headers().add("event-id", id.getBytes(UTF_8));
    return record;
  }
}
