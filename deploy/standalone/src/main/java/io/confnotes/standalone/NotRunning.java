package io.confnotes.standalone;

import java.nio.file.Path;

/** Something was asked of an instance that does not run. */
public final class NotRunning extends Refusal {

  private static final long serialVersionUID = 1;

  public NotRunning(Path folder) {
    super(
        "not running on "
            + folder
            + ": start it with confnotes, or name another folder with --data");
  }
}
