// A member holds a record for longer than its lock.
// Run: mvn -q compile exec:java -Dexec.mainClass=ShareGroupLock
import static org.apache.kafka.clients.consumer.AcknowledgeType.*;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InvalidRecordStateException;

public class ShareGroupLock {
  private static final String LOCK =
      "share.record.lock.duration.ms";
  /** 30 s by default; the broker allows no less than this. */
  private static final String LOCK_MS = "15000";

  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
      group.set(LOCK, LOCK_MS);
      try {
        outlast(broker);
      } finally {
        group.unset(LOCK);
      }
    }
  }

  // #region outlast
  private static void outlast(String broker) {
    try (var first = new ShareMember(broker);
        var third = new ShareMember(broker);
        var second = new ShareMember(broker)) {
      var held = first.take();
      var other = third.take();
      System.out.println("first holds " + ShareMember.idOf(held));
      System.out.println("third holds " + ShareMember.idOf(other));
      // While the second has it in hand, and after that.
      var record = takeAgain(second, held);
      accept("first", first, held);
      accept("second", second, record);
      accept("second", second, takeAgain(second, other));
      accept("third", third, other);
    }
  }

  private static void accept(
      String name,
      ShareMember member,
      ConsumerRecord<String, byte[]> record) {
    var id = ShareMember.idOf(record);
    try {
      member.answer(record, ACCEPT);
      System.out.printf("%s accepts %s: no error%n", name, id);
    } catch (InvalidRecordStateException error) {
      System.out.printf("%s accepts %s: too late%n", name, id);
    }
  }
  // #endregion outlast

  /** Handles all others meanwhile. */
  private static ConsumerRecord<String, byte[]> takeAgain(
      ShareMember member, ConsumerRecord<String, byte[]> held) {
    var record = member.take();
    while (record.offset() != held.offset()) {
      member.answer(record, ACCEPT);
      record = member.take();
    }
    int delivery = record.deliveryCount().orElseThrow();
    System.out.printf(
        "second has %s, delivery %d%n",
        ShareMember.idOf(record), delivery);
    return record;
  }
}
