// What Kafka Streams makes of the topology.
// Run: mvn -q compile exec:java -Dexec.mainClass=DescribeTopology
public class DescribeTopology {
  public static void main(String[] arguments) {
    var description = CountPerWarehouse.topology().describe();
    System.out.println(description.toString().strip());
  }
}
