package io.confnotes.standalone.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.port.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who runs on a data folder, and on which ports. */
public record Instance(long pid, Ports ports) {

  private static final String FILE = "instance.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the folder says; nothing where it says nothing that can be read. */
  public static Optional<Instance> read(Path folder) {
    try {
      return Optional.of(JSON.readValue(Files.readString(folder.resolve(FILE)), Instance.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public void write(DataFolder folder) {
    try {
      SmallFile.write(folder.path().resolve(FILE), JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new Refusal("Can't write to the folder " + folder.path() + ": " + e.getMessage(), e);
    }
  }

  static void forget(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      // The next instance writes its own
    }
  }
}
