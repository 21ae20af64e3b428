package io.confnotes.standalone;

import io.confnotes.standalone.data.DataFolder;
import io.confnotes.standalone.data.Instance;
import io.confnotes.standalone.operate.DeadLettersCommand;
import io.confnotes.standalone.operate.ReanalyseCommand;
import io.confnotes.standalone.operate.RebuildCommand;
import io.confnotes.standalone.pipeline.Distribution;
import io.confnotes.standalone.pipeline.Pipeline;
import io.confnotes.standalone.port.PortChoice;
import io.confnotes.standalone.port.PortOptions;
import io.confnotes.standalone.process.Ancestors;
import io.confnotes.standalone.process.Console;
import io.confnotes.standalone.server.ServerLog;
import io.confnotes.standalone.token.NewKeyCommand;
import io.confnotes.standalone.token.TokenCommand;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "confnotes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      StatusCommand.class,
      DeadLettersCommand.class,
      ReanalyseCommand.class,
      RebuildCommand.class,
      TokenCommand.class,
      NewKeyCommand.class,
      PrepareCommand.class
    },
    description = {
      "Starts the whole of Confnotes on this machine: PostgreSQL, Kafka and the three services.",
      "All of it listens on 127.0.0.1 only, and stops with Ctrl-C or SIGTERM; the data stay.",
      ""
    },
    footer = {
      "",
      "The ports of Kafka and PostgreSQL are the next free ones where the usual ones are taken.",
      "What is given for one port goes before --port-base, an option before its environment"
          + " variable.",
      "Exit status: 0 stopped, 1 could not start or go on, 2 wrong option; of status: 0 all well,",
      "1 something is not well, 3 not running. Logs are in the data folder's logs.",
      "Java is looked for in $JAVA_HOME, on the path and in the usual places; it has to be 25 or"
          + " newer."
    })
final class StartCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--stop-with-parent",
      hidden = true,
      description = "stop when the build that started this is gone")
  private boolean stopWithParent;

  @Option(
      names = "--training",
      hidden = true,
      description = "write start-up caches to a folder when stopping")
  private @Nullable Path training;

  @Override
  public Integer call() {
    var console =
        new Console(
            System.out, ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
    var distribution = Distribution.current(training);
    var folder = DataFolder.open(data.folder());
    var chosen = PortChoice.among(ports);
    ServerLog.writeTo(folder.log("kafka"));
    new Instance(ProcessHandle.current().pid(), chosen).write(folder);
    console.step("data in " + folder.path());
    var pipeline = new Pipeline(distribution, folder, chosen, console);
    stopAtExit(pipeline, folder, console);
    if (stopWithParent) {
      Ancestors.whenGone(() -> System.exit(Confnotes.OK));
    }
    try {
      pipeline.start();
      console.print(Greeting.of(chosen, folder.path(), console.elapsed()));
      throw pipeline.failure().join();
    } catch (Refusal refusal) {
      pipeline.awaitStop();
      throw refusal;
    }
  }

  /**
   * A stop that was asked for has status 0. While training, the JVM has still to write its cache.
   */
  private void stopAtExit(Pipeline pipeline, DataFolder folder, Console console) {
    Runnable stop =
        () -> {
          int status = pipeline.failure().isDone() ? Confnotes.NOT_WELL : Confnotes.OK;
          console.step("stopping");
          pipeline.close();
          folder.close();
          console.step("stopped");
          if (training == null) {
            Runtime.getRuntime().halt(status);
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }
}
