// The ids of the standard run, in its order.
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Of 250 orders 20 are open at a time, their events mixed. */
final class StandardRun {
  private static final int ORDERS = 250;
  private static final int OPEN_ORDERS = 20;
  private static final double STATES = 4_294_967_296.0;

  private int state = 137;

  static List<String> eventIds() {
    return new StandardRun().draw();
  }

  private List<String> draw() {
    var open = new ArrayList<Deque<String>>();
    int order = 0;
    while (order < OPEN_ORDERS) open.add(eventsOf(++order));
    var ids = new ArrayList<String>();
    while (!open.isEmpty()) {
      int place = below(open.size());
      ids.add(open.get(place).remove());
      if (!open.get(place).isEmpty()) continue;
      if (order < ORDERS) open.set(place, eventsOf(++order));
      else open.remove(place);
    }
    return ids;
  }

  private static Deque<String> eventsOf(int order) {
    var events = new ArrayDeque<String>();
    for (int event = 1; event <= 4; event++) {
      events.add("o-%03d.%d".formatted(order, event));
    }
    return events;
  }

  private int below(int bound) {
    state = state * 1_664_525 + 1_013_904_223;
    double part = Integer.toUnsignedLong(state) / STATES;
    return (int) (part * bound);
  }
}
