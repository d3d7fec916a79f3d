// A static member that was killed, and is back at once.
// Run: mvn -q compile exec:java -Dexec.mainClass=StaticMemberBack -Dexec.args="localhost:9092 consumer"
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.apache.kafka.common.serialization.StringDeserializer;

public class StaticMemberBack {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static volatile boolean isStopping;

  public static void main(String[] args) throws Exception {
    var brokers = Brokers.of(args);
    var protocol = args.length > 1 ? args[1] : "consumer";
    stopOnSignal();
    var begun = Instant.now();
    boolean isRefused = false;
    while (!isStopping) {
      try (var member = openMember(brokers, protocol)) {
        join(member);
        var took = Duration.between(begun, Instant.now());
        System.out.printf(
            "has its partitions, %s%n",
            took.compareTo(LONG) < 0
                ? "at once"
                : "after 30 s or more");
        while (!isStopping) member.poll(LOOK);
      } catch (UnreleasedInstanceIdException error) {
        if (!isRefused) {
          var name = error.getClass().getSimpleName();
          System.out.println("is refused: " + name);
        }
        isRefused = true;
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  // #region member
  private static KafkaConsumer<String, String> openMember(
      String brokers, String protocol) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "group.id", "warehouse-" + protocol,
            "group.protocol", protocol,
            // From the platform, the same after a restart.
            "group.instance.id", "warehouse-0");
    var text = new StringDeserializer();
    return new KafkaConsumer<>(settings, text, text);
  }
  // #endregion member

  private static void join(KafkaConsumer<?, ?> member) {
    member.subscribe(List.of("order-events"));
    while (!isStopping && member.assignment().isEmpty()) {
      member.poll(LOOK);
    }
  }

  /** SIGTERM ends it with exit status 0: stopped, not failed. */
  private static void stopOnSignal() {
    var main = Thread.currentThread();
    var stop =
        new Thread(
            () -> {
              isStopping = true;
              try {
                main.join();
              } catch (InterruptedException error) {
                return;
              }
              Runtime.getRuntime().halt(0);
            });
    Runtime.getRuntime().addShutdownHook(stop);
  }
}
