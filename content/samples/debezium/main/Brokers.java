// Where a program finds its brokers.
final class Brokers {
  private static final String LOCAL = "localhost:9092";

  /** An argument, else the environment, else this machine. */
  static String of(String[] arguments) {
    if (arguments.length > 0) return arguments[0];
    return System.getenv().getOrDefault("KAFKA_BROKERS", LOCAL);
  }

  private Brokers() {}
}
