package io.confnotes.standalone.data;

import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of PostgreSQL's roles, made for each data folder and kept in it. */
public record Passwords(String superuser, String owner, String reader) {

  private static final String FILE = "passwords.properties";

  /** Reads a folder's passwords, or makes some for a folder that has no database yet. */
  public static Passwords of(DataFolder folder) {
    var file = folder.path().resolve(FILE);
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      if (Files.exists(folder.postgresql())) {
        throw new Refusal(
            "The file "
                + file
                + " is missing, without which nobody gets at the database: put it back, or choose"
                + " another folder with --data");
      }
      var made = new Passwords(random(), random(), random());
      SmallFile.write(
          file,
          "superuser="
              + made.superuser
              + "\nowner="
              + made.owner
              + "\nreader="
              + made.reader
              + "\n");
      return made;
    } catch (IOException e) {
      throw new Refusal("Can't read or write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads the passwords of a folder that is in use.
   *
   * @throws Refusal if they can't be read
   */
  public static Passwords in(Path folder) {
    var file = folder.resolve(FILE);
    try {
      return read(file);
    } catch (IOException e) {
      throw new Refusal("Can't read " + file + ": run this as the user who started confnotes", e);
    }
  }

  private static Passwords read(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Passwords(
        required(properties, "superuser", file),
        required(properties, "owner", file),
        required(properties, "reader", file));
  }

  private static String required(Properties properties, String name, Path file) {
    var value = properties.getProperty(name);
    if (value == null) {
      throw new Refusal(
          "There is no "
              + name
              + " in "
              + file
              + ": put the file back as it was, or choose another folder with --data");
    }
    return value;
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
