package io.confnotes.embedded;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the servers when the test session that may have started them ends. */
public final class TestServersListener implements LauncherSessionListener {

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    SharedInfrastructure.stop();
  }
}
