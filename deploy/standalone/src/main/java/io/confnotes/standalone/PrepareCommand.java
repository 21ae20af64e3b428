package io.confnotes.standalone;

import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.pipeline.Distribution;
import io.confnotes.standalone.prepare.Caches;
import io.confnotes.standalone.process.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "prepare", hidden = true, description = "Completes what the build put together.")
final class PrepareCommand implements Callable<Integer> {

  @Option(
      names = "--caches",
      arity = "1",
      defaultValue = "true",
      description = "whether to make start-up caches")
  private boolean caches;

  @Option(names = "--script", required = true, description = "the script to go with it")
  private Path script = Path.of("confnotes");

  @Override
  public Integer call() {
    var console = new Console(System.out, Instant.now());
    var distribution = Distribution.current(null);
    EmbeddedPostgreSQL.unpack(distribution.home().resolve("programs"));
    copyScript(distribution.home().resolve("bin"));
    if (caches) {
      new Caches(distribution, console).make();
    } else {
      Caches.delete(distribution);
    }
    return Confnotes.OK;
  }

  /** So that the folder is complete in itself. */
  private void copyScript(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.copy(
          script,
          folder.resolve("confnotes"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new Refusal("Can't copy " + script + ": " + e.getMessage(), e);
    }
  }
}
