package io.confnotes.standalone;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The launcher's command line. */
public final class Confnotes {

  /** All well; or stopped as asked. */
  static final int OK = 0;

  /** Something is not well, or could not be started. */
  static final int NOT_WELL = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** Something was asked of an instance that does not run. */
  static final int NOT_RUNNING = 3;

  private Confnotes() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new StartCommand())
        .setExecutionExceptionHandler(Confnotes::refuse)
        .setParameterExceptionHandler(Confnotes::misuse)
        .setUsageHelpWidth(110);
  }

  private static int refuse(Exception e, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (!(e instanceof Refusal)) {
      throw e;
    }
    command.getErr().println("confnotes: " + e.getMessage());
    return e instanceof NotRunning ? NOT_RUNNING : NOT_WELL;
  }

  private static int misuse(ParameterException e, String[] arguments) {
    e.getCommandLine().getErr().println("confnotes: " + e.getMessage() + ". See confnotes --help");
    return USAGE;
  }
}
