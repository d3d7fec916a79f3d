// A Kafka broker with Java alone, and its topics, until Ctrl+C.
// Run: mvn -q compile exec:java -Dexec.mainClass=StartBroker
// not run: it goes on until Ctrl+C; a test of its project does
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

public class StartBroker {
  private static final int READY_MS = 60_000;
  private static final int LOOK_MS = 50;
  /** One node: nothing can be replicated. */
  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      listeners=PLAINTEXT://localhost:%1$d,\
      CONTROLLER://127.0.0.1:%2$d
      controller.listener.names=CONTROLLER
      controller.quorum.voters=1@127.0.0.1:%2$d
      log.dirs=%3$s
      auto.create.topics.enable=false
      offsets.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.replication.factor=1
      """;

  /**
   * Each argument is a topic to create, name:partitions, as in
   * -Dexec.args="order-events:3". Most need none.
   */
  public static void main(String[] topics) throws Exception {
    var address = Brokers.of(new String[0]);
    var number = address.substring(address.indexOf(':') + 1);
    var port = Integer.parseInt(number);
    if (!isFree(port)) {
      System.err.println("port-taken  " + port + " is in use");
      System.exit(1);
    }
    // A new one for each start: every start is the first.
    var folder = Files.createTempDirectory("kafka-");
    // A backslash of Windows means something in properties.
    var data = (folder + "/data").replace('\\', '/');
    var file = folder.resolve("server.properties");
    var text = SETTINGS.formatted(port, freePort(), data);
    Files.writeString(file, text);
    format(file.toString());
    var broker = new Thread(() -> run(file.toString()));
    broker.start();
    waitFor(port);
    create(address, topics);
    System.out.println("Kafka is ready at localhost:" + port);
    broker.join();
  }

  private static void format(String file) throws Exception {
    String[] arguments = {
      "format", "-c", file, "-t", Uuid.randomUuid().toString()
    };
    Class.forName("kafka.tools.StorageTool")
        .getMethod("execute", String[].class, PrintStream.class)
        .invoke(
            null,
            arguments,
            new PrintStream(OutputStream.nullOutputStream()));
  }

  /** The broker's jar is there to run, not to compile with. */
  private static void run(String file) {
    try {
      Class.forName("kafka.Kafka")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {file});
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  private static void create(String address, String[] topics)
      throws Exception {
    var asked =
        Arrays.stream(topics).map(StartBroker::toTopic).toList();
    var settings =
        Map.<String, Object>of("bootstrap.servers", address);
    try (var admin = Admin.create(settings)) {
      admin.createTopics(asked).all().get();
    }
  }

  private static NewTopic toTopic(String argument) {
    var parts = argument.split(":");
    var partitions = Integer.parseInt(parts[1]);
    return new NewTopic(parts[0], partitions, (short) 1);
  }

  private static void waitFor(int port)
      throws IOException, InterruptedException {
    for (int waited = 0; ; waited += LOOK_MS) {
      try {
        new Socket("localhost", port).close();
        return;
      } catch (IOException error) {
        if (waited > READY_MS) throw error;
      }
      Thread.sleep(LOOK_MS);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException error) {
      return false;
    }
  }
}
