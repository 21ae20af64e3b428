package io.confnotes.image;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import java.util.List;

/**
 * What every container goes without: root, capabilities, further privileges, a file system to write
 * to.
 */
record Confinement(String user, int mebibytes) {

  void confine(CreateContainerCmd command) {
    command.withUser(user);
    var host = command.getHostConfig();
    if (host == null) {
      throw new IllegalStateException("no settings of the host to confine it with");
    }
    host.withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory((long) mebibytes << 20);
  }
}
