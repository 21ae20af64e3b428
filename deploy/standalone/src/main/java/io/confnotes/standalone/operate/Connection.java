package io.confnotes.standalone.operate;

import io.confnotes.standalone.DataOption;
import io.confnotes.standalone.NotRunning;
import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.data.DataFolder;
import io.confnotes.standalone.data.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which instance is operated, and with which token. */
final class Connection {

  private static final String TOKEN = "CONFNOTES_TOKEN";
  private static final int MAX_TOKEN_BYTES = 16 << 10;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "a file with a token of the scope operate, where services ask for one; otherwise"
              + " $CONFNOTES_TOKEN")
  private @Nullable Path tokenFile;

  /**
   * The summary-service of what runs on the data folder.
   *
   * @throws NotRunning if nothing does
   * @throws Refusal if there is no token in the file
   */
  SummaryService summaryService() {
    Path folder = data.folder();
    Instance instance =
        Instance.read(folder)
            .filter(found -> DataFolder.isInUse(folder))
            .orElseThrow(() -> new NotRunning(folder));
    return new SummaryService(instance.ports().summaryAddress(), token());
  }

  private @Nullable String token() {
    String token = tokenFile == null ? System.getenv(TOKEN) : read(tokenFile);
    if (token == null || token.isBlank()) {
      return null;
    }
    String stripped = token.strip();
    if (stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new Refusal(
          "what is in %s is no token: it is one word, as confnotes token prints it"
              .formatted(tokenFile == null ? "$" + TOKEN : tokenFile));
    }
    return stripped;
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MAX_TOKEN_BYTES) {
        throw new Refusal("%s is too large for a token".formatted(file));
      }
      String token = Files.readString(file);
      if (token.isBlank()) {
        throw new Refusal("%s is empty: confnotes token makes a token".formatted(file));
      }
      return token;
    } catch (IOException e) {
      throw new Refusal(
          "Can't read the token from %s (%s)".formatted(file, e.getClass().getSimpleName()), e);
    }
  }
}
