// Another member, and the record that the first one holds.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupNext
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

import java.time.Duration;
import java.time.Instant;

public class ShareGroupNext {
  /** So long it would be locked, if its holder only hung. */
  private static final Duration LOCK = Duration.ofSeconds(30);

  public static void main(String[] arguments) {
    var broker = Brokers.of(arguments);
    try (var second = new ShareMember(broker)) {
      var asked = Instant.now();
      var record = second.take();
      // The first record of the topic is the one that is held.
      while (record.offset() > 0) {
        second.answer(record, ACCEPT);
        record = second.take();
      }
      var waited = Duration.between(asked, Instant.now());
      second.answer(record, ACCEPT);
      var id = ShareMember.idOf(record);
      int delivery = record.deliveryCount().orElseThrow();
      System.out.printf(
          "second has handled %s, delivery %d%n", id, delivery);
      if (waited.compareTo(LOCK) < 0) {
        System.out.println("before its lock has ended");
      }
    }
  }
}
