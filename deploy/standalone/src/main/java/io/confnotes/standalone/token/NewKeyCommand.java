package io.confnotes.standalone.token;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes what tokens are signed and checked with. */
@Command(
    name = "new-key",
    mixinStandardHelpOptions = true,
    description =
        "Makes a key pair for tokens: "
            + KeyFiles.PRIVATE
            + ", which signs tokens and is to be kept secret, and "
            + KeyFiles.PUBLIC
            + ", which services check tokens with.")
public final class NewKeyCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Parameters(paramLabel = "FOLDER", description = "where the two files are written")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    KeyFiles.create(folder);
    command
        .commandLine()
        .getOut()
        .printf(
            "Start the services with CONFNOTES_ACCESS_KEYS=%s%n",
            folder.resolve(KeyFiles.PUBLIC).toAbsolutePath().normalize());
    return 0;
  }
}
