package io.confnotes.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Both servers in containers. */
final class ContainerInfrastructure implements TestInfrastructure {

  private final AtomicInteger numbers = new AtomicInteger();

  private final KafkaContainer kafka;
  private final PostgreSQLContainer postgreSQL;

  ContainerInfrastructure() {
    var size = Integer.toString(EmbeddedKafka.MAX_MESSAGE_BYTES);
    kafka =
        new KafkaContainer(image("kafka", "apache/kafka", "4.1.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", size)
            .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", size);
    postgreSQL = new PostgreSQLContainer(image("postgresql", "postgres", "18"));
    // A port of our choice, because one of the engine's choice changes with a restart
    postgreSQL.setPortBindings(
        List.of("127.0.0.1:" + FreePort.find() + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
    Startables.deepStart(Stream.of(kafka, postgreSQL)).join();
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public String address() {
    return "jdbc:postgresql://"
        + postgreSQL.getHost()
        + ":"
        + postgreSQL.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
        + "/";
  }

  @Override
  public int nextNumber() {
    return numbers.incrementAndGet();
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url(postgreSQL.getDatabaseName()), postgreSQL.getUsername(), postgreSQL.getPassword());
  }

  @Override
  public void stopPostgreSQL() {
    postgreSQL.getDockerClient().stopContainerCmd(postgreSQL.getContainerId()).exec();
  }

  @Override
  public void startPostgreSQL() {
    postgreSQL.getDockerClient().startContainerCmd(postgreSQL.getContainerId()).exec();
  }

  @Override
  public void close() {
    postgreSQL.stop();
    kafka.stop();
  }

  private static DockerImageName image(String server, String name, String tag) {
    var wanted = System.getProperty("confnotes.test.image." + server, name + ":" + tag);
    return DockerImageName.parse(wanted).asCompatibleSubstituteFor(name);
  }
}
