package io.confnotes.standalone.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {

  @Test
  void shouldSendNoControlCharactersToATerminal() {
    assertThat(Text.shown("a\u001b[2Jb\r\nc\u202ed 🏮")).isEqualTo("a�[2Jb��c�d 🏮");
  }

  @Test
  void shouldShowADashForNothing() {
    assertThat(Text.of(JsonNodeFactory.instance.nullNode())).isEqualTo("-");
    assertThat(Text.of(JsonNodeFactory.instance.objectNode().path("id"))).isEqualTo("-");
  }

  @Test
  void shouldAlignColumns() {
    assertThat(Text.columns(List.of(List.of("ID", "REASON"), List.of("1000", "not-json"))).lines())
        .containsExactly("ID    REASON", "1000  not-json");
  }
}
