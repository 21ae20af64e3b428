package io.confnotes.standalone;

import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.pipeline.Distribution;
import io.confnotes.standalone.prepare.Caches;
import io.confnotes.standalone.process.Console;
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

  @Override
  public Integer call() {
    var console = new Console(System.out, Instant.now());
    var distribution = Distribution.current(null);
    EmbeddedPostgreSQL.unpack(distribution.home().resolve("programs"));
    if (caches) {
      new Caches(distribution, console).make();
    } else {
      Caches.delete(distribution);
    }
    return Confnotes.OK;
  }
}
