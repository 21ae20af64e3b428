package io.confnotes.standalone;

import io.confnotes.standalone.data.DataFolder;
import io.confnotes.standalone.data.Instance;
import io.confnotes.standalone.server.ServerLog;
import io.confnotes.standalone.status.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Prints one line for each component: whether it is well, and if not, what to do. Exit"
            + " status: 0 all well, 1 something is not, 3 not running.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    var folder = data.folder();
    var instance = Instance.read(folder);
    if (instance.isEmpty() || !DataFolder.isInUse(folder)) {
      System.out.println(
          "confnotes  not running on "
              + folder
              + ": start it with confnotes, or name another folder with --data");
      return Confnotes.NOT_RUNNING;
    }
    ServerLog.silence();
    var lines = StatusReport.of(instance.get(), folder);
    lines.forEach(line -> System.out.println(line.text()));
    return lines.stream().allMatch(StatusReport.Line::well) ? Confnotes.OK : Confnotes.NOT_WELL;
  }
}
