// Two-phase commit: a setting of the producer, without its calls.
// Run: mvn -q compile exec:java -Dexec.mainClass=TwoPhaseCommit
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

public class TwoPhaseCommit {
  public static void main(String[] args) throws Exception {
    var brokers = Brokers.of(args);
    // #region calls
    System.out.println("calls of a producer for transactions:");
    Arrays.stream(Producer.class.getMethods())
        .map(Method::getName)
        .filter(name -> name.matches(".*(Trans|trans|Prep|prep).*"))
        .distinct()
        .sorted()
        .forEach(name -> System.out.println("  " + name));
    // #endregion calls
    // #region setting
    attempt("plain", brokers, Map.of());
    attempt(
        "two-phase",
        brokers,
        Map.of("transaction.two.phase.commit.enable", true));
    attempt(
        "both-settings",
        brokers,
        Map.of(
            "transaction.two.phase.commit.enable", true,
            "transaction.timeout.ms", 60_000));
    // #endregion setting
  }

  /** Opens a producer, and prints the time-out that the broker holds for it. */
  private static void attempt(
      String id, String brokers, Map<String, Object> more)
      throws InterruptedException {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", brokers);
    settings.put("transactional.id", id);
    var text = new StringSerializer();
    try (var admin = Admin.create(settings);
        var orders = new KafkaProducer<>(settings, text, text)) {
      orders.initTransactions();
      long timeoutMs =
          admin
              .describeTransactions(List.of(id))
              .description(id)
              .get()
              .transactionTimeoutMs();
      System.out.printf(
          "%s: ready, time-out %d ms%n", id, timeoutMs);
    } catch (ExecutionException failed) {
      System.out.printf("%s: %s%n", id, failed.getCause());
    } catch (KafkaException failed) {
      System.out.printf("%s: %s%n", id, failed);
    }
  }
}
