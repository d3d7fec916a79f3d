// The Warehouse's book: a line each time an event was worked on.
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

final class WorkBook {
  private static final int WORK_MS = 5;
  private static final Path FILE = Path.of("warehouse.txt");

  /** The pause stands for the work, the line for its effect. */
  static void work(String eventId)
      throws IOException, InterruptedException {
    Thread.sleep(WORK_MS);
    Files.writeString(
        FILE,
        eventId + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
