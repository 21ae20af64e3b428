package io.confnotes.standalone;

import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {

  /** As the jar's manifest has it. */
  static String current() {
    var version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"confnotes " + current() + ", Java " + Runtime.version()};
  }
}
