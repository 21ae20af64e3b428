package io.confnotes.standalone.port;

/** The TCP ports of one running instance, all on 127.0.0.1. {@code web} is query-service's. */
public record Ports(
    int web, int ingest, int summary, int kafka, int kafkaController, int postgresql) {

  public String webAddress() {
    return address(web);
  }

  public String ingestAddress() {
    return address(ingest);
  }

  public String summaryAddress() {
    return address(summary);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + kafka;
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port;
  }
}
