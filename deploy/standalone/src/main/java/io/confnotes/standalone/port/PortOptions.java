package io.confnotes.standalone.port;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user said about ports; null where nothing was said. */
public final class PortOptions {

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_PORT_BASE}",
      description =
          "web N, ingest N+1, summary N+2, Kafka N+3 and N+4, PostgreSQL N+5"
              + " ($CONFNOTES_PORT_BASE)")
  @Nullable Integer base;

  @Option(
      names = "--web-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_WEB_PORT}",
      description = "web pages and the API for reading: 8080 ($CONFNOTES_WEB_PORT)")
  @Nullable Integer web;

  @Option(
      names = "--ingest-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_INGEST_PORT}",
      description = "ingest-service: 8081 ($CONFNOTES_INGEST_PORT)")
  @Nullable Integer ingest;

  @Option(
      names = "--summary-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_SUMMARY_PORT}",
      description = "summary-service: 8082 ($CONFNOTES_SUMMARY_PORT)")
  @Nullable Integer summary;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_KAFKA_PORT}",
      description = "Kafka: 9092, or the next free one ($CONFNOTES_KAFKA_PORT)")
  @Nullable Integer kafka;

  @Option(
      names = "--kafka-controller-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_KAFKA_CONTROLLER_PORT}",
      description = "Kafka's own: 9093, or the next free one ($CONFNOTES_KAFKA_CONTROLLER_PORT)")
  @Nullable Integer kafkaController;

  @Option(
      names = "--postgresql-port",
      paramLabel = "N",
      defaultValue = "${env:CONFNOTES_POSTGRESQL_PORT}",
      description = "PostgreSQL: 5432, or the next free one ($CONFNOTES_POSTGRESQL_PORT)")
  @Nullable Integer postgresql;
}
