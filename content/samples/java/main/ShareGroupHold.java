// A member takes a record, and hangs.
// Started before ShareGroupNext, and killed.
public class ShareGroupHold {
  public static void main(String[] arguments) throws Exception {
    var broker = Brokers.of(arguments);
    try (var group = new ShareGroup(broker)) {
      group.rewind();
    }
    try (var first = new ShareMember(broker)) {
      var held = ShareMember.idOf(first.take());
      System.out.println("first holds " + held);
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
