// Four answers to a record, and what each of them leads to.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupAnswer
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

import java.util.List;

public class ShareGroupAnswer {
  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
    }
    answer(broker);
  }

  // #region answer
  private static void answer(String broker) {
    var answers =
        List.of(
            ACCEPT,
            RELEASE, ACCEPT,
            REJECT,
            // This record fails at each delivery.
            RELEASE, RELEASE, RELEASE, RELEASE, RELEASE,
            ACCEPT);
    try (var warehouse = new ShareMember(broker)) {
      for (var answer : answers) {
        var record = warehouse.take();
        warehouse.answer(record, answer);
        int delivery = record.deliveryCount().orElseThrow();
        System.out.printf(
            "%s, delivery %d: %s%n",
            ShareMember.idOf(record), delivery, answer);
      }
    }
  }
  // #endregion answer
}
