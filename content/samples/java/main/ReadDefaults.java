// Kafka's defaults, read from the definitions in its own jars.
// Run: mvn -q compile exec:java -Dexec.mainClass=ReadDefaults
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.streams.StreamsConfig;

/** Given words, it prints only the lines that have them all. */
public class ReadDefaults {
  private static final Map<String, ConfigDef> CLIENTS =
      Map.of(
          "admin", AdminClientConfig.configDef(),
          "consumer", ConsumerConfig.configDef(),
          "producer", ProducerConfig.configDef(),
          "streams", StreamsConfig.configDef());

  /** Classes of the broker's own: nothing compiles with them. */
  private static final String COORDINATOR =
      "org.apache.kafka.coordinator.group";
  private static final String STORAGE =
      "org.apache.kafka.storage.internals.log";
  private static final Map<String, String> SERVER =
      Map.of(
          "broker", "kafka.server.KafkaConfig",
          "group", COORDINATOR + ".GroupConfig",
          "topic", STORAGE + ".LogConfig");

  /** What Streams sets for the clients that it opens. */
  private static final Map<String, String> STREAMS_CLIENTS =
      Map.of(
          "streams-consumer", "CONSUMER_DEFAULT_OVERRIDES",
          "streams-producer", "PRODUCER_DEFAULT_OVERRIDES");

  public static void main(String[] words) throws Exception {
    SortedSet<String> lines = new TreeSet<>();
    for (var client : CLIENTS.entrySet()) {
      describe(client.getKey(), client.getValue(), lines);
    }
    for (var server : SERVER.entrySet()) {
      try {
        Class<?> type = Class.forName(server.getValue());
        describe(server.getKey(), findDefinition(type), lines);
      } catch (ClassNotFoundException error) {
        System.err.println("This Kafka has no " + error.getMessage());
      }
    }
    for (var client : STREAMS_CLIENTS.entrySet()) {
      Field field =
          StreamsConfig.class.getDeclaredField(client.getValue());
      if (valueOf(field) instanceof Map<?, ?> settings) {
        String owner = client.getKey() + " ";
        settings.forEach(
            (name, value) -> lines.add(owner + name + " = " + value));
      }
    }
    for (String line : lines) {
      if (List.of(words).stream().allMatch(line::contains)) {
        System.out.println(line);
      }
    }
  }

  private static void describe(
      String owner,
      ConfigDef definition,
      SortedSet<String> lines) {
    for (ConfigKey key : definition.configKeys().values()) {
      // Some have no default, and some are for Kafka's own tests.
      if (key.hasDefault() && !key.internalConfig) {
        lines.add(owner + " " + key.name + " = " + show(key));
      }
    }
  }

  private static String show(ConfigKey key) {
    String text =
        ConfigDef.convertToString(key.defaultValue, key.type);
    if (key.name.equals(StreamsConfig.STATE_DIR_CONFIG)) {
      // Streams keeps its state below the machine's own folder.
      String folder = System.getProperty("java.io.tmpdir");
      return text.replace(folder, "${java.io.tmpdir}");
    }
    return text == null ? "null" : text.isEmpty() ? "\"\"" : text;
  }

  /** It is a method, or a constant that may be private. */
  private static ConfigDef findDefinition(Class<?> type)
      throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith("configDef")
          && method.invoke(null) instanceof ConfigDef found) {
        return found;
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().startsWith("CONFIG")
          && valueOf(field) instanceof ConfigDef found) {
        return found;
      }
    }
    throw new NoSuchFieldException("no settings in " + type);
  }

  private static Object valueOf(Field constant)
      throws IllegalAccessException {
    constant.setAccessible(true);
    return constant.get(null);
  }
}
