// Debezium's settings for the outbox of Orders.
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

final class OutboxSettings {
  private static final String LOCAL =
      "postgres://postgres@localhost:5432/postgres";
  private static final String DATABASE =
      System.getenv().getOrDefault("DATABASE_URL", LOCAL);
  /** Small for the sake of a run: the default is 2048. */
  private static final String BATCH = "10";

  /** In production a file that outlives the machine. */
  private static final Path OFFSETS =
      Path.of(System.getProperty("java.io.tmpdir"), "offsets");

  // #region settings
  private static final Map<String, String> CONNECTOR =
      Map.of(
          "name", "outbox",
          "connector.class",
              "io.debezium.connector.postgresql"
                  + ".PostgresConnector",
          "topic.prefix", "shop",
          "table.include.list", "public.outbox",
          "plugin.name", "pgoutput",
          // Both are made beside the table, by a migration.
          "slot.name", "outbox",
          "publication.name", "outbox",
          "publication.autocreate.mode", "disabled",
          // Else the rows that are there are sent at first.
          "snapshot.mode", "no_data",
          // The position is written after each batch.
          "offset.flush.interval.ms", "0");

  private static final Map<String, String> ROUTER =
      Map.of(
          "type", "io.debezium.transforms.outbox.EventRouter",
          // The columns of our table, and one topic for all.
          "table.field.event.id", "event_id",
          "table.field.event.key", "key",
          "table.field.event.payload", "value",
          "route.by.field", "key",
          "route.topic.replacement", "order-events");

  // #endregion settings

  /** With another interval, if the second argument says one. */
  static Properties with(String[] args) {
    var all = new Properties();
    all.putAll(CONNECTOR);
    if (args.length > 1) {
      all.put("offset.flush.interval.ms", args[1]);
    }
    all.put("transforms", "outbox");
    ROUTER.forEach(
        (name, value) ->
            all.put("transforms.outbox." + name, value));
    all.put("max.batch.size", BATCH);
    all.putAll(placesOf(DATABASE));
    return all;
  }

  /** What has to be said, and all else by default. */
  static Properties byDefault() {
    var all = new Properties();
    for (var name : List.of("name", "connector.class")) {
      all.put(name, CONNECTOR.get(name));
    }
    all.put("topic.prefix", "shop");
    all.put("plugin.name", "pgoutput");
    all.put("table.include.list", "public.outbox");
    all.put("transforms", "outbox");
    all.put("transforms.outbox.type", ROUTER.get("type"));
    all.putAll(placesOf(DATABASE));
    return all;
  }

  private static Map<String, String> placesOf(String address) {
    var url = URI.create(address);
    var user = url.getUserInfo().split(":", 2);
    return Map.of(
        "offset.storage.file.filename", OFFSETS.toString(),
        "database.hostname", url.getHost(),
        "database.port", String.valueOf(url.getPort()),
        "database.dbname", url.getPath().substring(1),
        "database.user", user[0],
        "database.password", user.length > 1 ? user[1] : "");
  }

  private OutboxSettings() {}
}
