// Two members of a share group handle 100 records of a partition.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupSplit
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

public class ShareGroupSplit {
  private static final int EVENTS = 100;

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
    }
    split(broker);
  }

  // #region split
  private static void split(String broker) {
    List<String> byFirst = new ArrayList<>();
    List<String> bySecond = new ArrayList<>();
    try (var first = new ShareMember(broker);
        var second = new ShareMember(broker)) {
      while (byFirst.size() + bySecond.size() < EVENTS) {
        var one = first.poll();
        // Asks while the first member holds its records.
        var other = second.poll();
        for (var record : one) {
          first.answer(record, ACCEPT);
          byFirst.add(ShareMember.idOf(record));
        }
        for (var record : other) {
          second.answer(record, ACCEPT);
          bySecond.add(ShareMember.idOf(record));
        }
      }
    }
    System.out.println("first: " + byFirst.size());
    System.out.println("second: " + bySecond.size());
    var distinct = new HashSet<>(byFirst);
    distinct.addAll(bySecond);
    System.out.println("distinct: " + distinct.size());
  }
  // #endregion split
}
