// Two members that live at once, one name, with the Java client.
// Run: mvn -q compile exec:java -Dexec.mainClass=FenceMember
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;

public class FenceMember {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String MEMBER_ID =
      "(?<![\\w-])[\\w-]{22}(?![\\w-])";
  /** Longer than a heartbeat's interval: its answer says it. */
  private static final int LOOKS = 50;

  public static void main(String[] args) {
    var brokers = Brokers.of(args);
    for (var protocol : List.of("classic", "consumer")) {
      System.out.println("group.protocol=" + protocol);
      try (var first = openConsumer(brokers, protocol);
          var second = openConsumer(brokers, protocol)) {
        attempt("the first joins", () -> join(first));
        attempt("the second joins", () -> join(second));
        attempt("the first goes on", () -> goOn(first));
        attempt("the second goes on", () -> goOn(second));
      }
    }
  }

  private static KafkaConsumer<String, String> openConsumer(
      String brokers, String protocol) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", brokers,
            "group.id", "warehouse-" + protocol,
            "group.protocol", protocol,
            // A constant, so every process has the same name.
            "group.instance.id", "warehouse-0");
    var text = new StringDeserializer();
    return new KafkaConsumer<>(settings, text, text);
  }

  private static void join(KafkaConsumer<?, ?> member) {
    member.subscribe(List.of("order-events"));
    for (int look = 0; look < LOOKS; look++) {
      member.poll(LOOK);
      if (!member.assignment().isEmpty()) return;
    }
    throw new KafkaException("no partitions");
  }

  private static void goOn(KafkaConsumer<?, ?> member) {
    for (int look = 0; look < LOOKS; look++) member.poll(LOOK);
  }

  private static void attempt(String what, Runnable act) {
    try {
      act.run();
      System.out.println("  " + what + ": done");
    } catch (KafkaException error) {
      var text = error.toString().replaceAll(MEMBER_ID, "…");
      System.out.println("  " + what + ": " + text);
    }
  }
}
