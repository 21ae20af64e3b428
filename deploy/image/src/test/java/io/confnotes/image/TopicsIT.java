package io.confnotes.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.TestServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsIT {
  private static final String DOCUMENTS = "confnotes.documents.v1";
  private static final String DEAD_LETTERS = "confnotes.documents.v1.dlq";

  @Test
  void shouldCreateBothTopicsOnceAndLeaveThemAlone() throws Exception {
    String servers = TestServers.get().bootstrapServers();

    Topics.create(servers);
    Topics.create(servers);

    try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      awaitTopics(admin);
      var topics = admin.describeTopics(List.of(DOCUMENTS, DEAD_LETTERS)).allTopicNames().get();
      assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 12);
      assertThat(setting(admin, DOCUMENTS, "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, DOCUMENTS, "max.message.bytes")).isEqualTo("16777216");
      assertThat(setting(admin, DEAD_LETTERS, "cleanup.policy")).isEqualTo("delete");
      assertThat(setting(admin, DEAD_LETTERS, "max.message.bytes")).isEqualTo("16777216");
    }
  }

  /** A broker knows what was created a moment later. */
  private static void awaitTopics(Admin admin) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!admin.listTopics().names().get().containsAll(List.of(DOCUMENTS, DEAD_LETTERS))) {
      assertThat(System.nanoTime()).as("both topics are there in time").isLessThan(deadline);
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var configs = admin.describeConfigs(List.of(resource)).all().get();
    return requireNonNull(configs.get(resource)).get(name).value();
  }
}
