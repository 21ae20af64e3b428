package io.confnotes.ingest.unpack;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.unpack.Entry.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a file says about what is in it. */
public final class NoteFile {

  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          Map.entry("txt", Format.PLAIN),
          Map.entry("text", Format.PLAIN),
          Map.entry("rst", Format.RESTRUCTURED_TEXT),
          Map.entry("rest", Format.RESTRUCTURED_TEXT),
          Map.entry("org", Format.ORG),
          Map.entry("adoc", Format.ASCIIDOC),
          Map.entry("asciidoc", Format.ASCIIDOC),
          Map.entry("asc", Format.ASCIIDOC),
          Map.entry("md", Format.MARKDOWN),
          Map.entry("markdown", Format.MARKDOWN),
          Map.entry("mdx", Format.MARKDOWN),
          Map.entry("html", Format.HTML),
          Map.entry("htm", Format.HTML),
          Map.entry("xhtml", Format.HTML));

  private static final Set<String> ARCHIVES =
      Set.of("zip", "tar", "gz", "tgz", "bz2", "tbz2", "xz", "txz", "zst", "7z", "rar", "jar");

  /** Those of {@link #ARCHIVES} that {@link Archive} reads. */
  private static final Set<String> UNPACKED = Set.of("zip", "tar", "gz", "tgz");

  private static final Pattern ARCHIVE_EXTENSION =
      Pattern.compile("(\\.tar)?\\.(zip|tar|gz|tgz)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern IGNORED_FOLDER =
      Pattern.compile("(^|/)(\\.[^/]*|node_modules|__MACOSX)(/|$)");
  private static final Pattern NAMED_NOTES =
      Pattern.compile("(^|/)[^./]*(readme|notes)[^./]*$", Pattern.CASE_INSENSITIVE);

  private NoteFile() {}

  /**
   * The format of a file that somebody chose to send.
   *
   * @return plain text where the name has no extension, null where it has one that is not read
   */
  public static @Nullable Format format(String path) {
    String extension = extension(path);
    return extension.isEmpty() ? Format.PLAIN : FORMATS.get(extension);
  }

  /** Whether the name is one of an archive that can be unpacked. */
  public static boolean isArchive(String path) {
    return UNPACKED.contains(extension(path));
  }

  /** The path of an archive without what says that it is one. */
  public static String withoutExtension(String path) {
    return ARCHIVE_EXTENSION.matcher(path).replaceFirst("");
  }

  /** The format of a file in an archive, where much is no notes. */
  static Format archived(String path) throws RefusedEntry {
    if (IGNORED_FOLDER.matcher(path).find()) {
      throw new RefusedEntry(Reason.IGNORED, "Hidden files and folders of tools are not read.");
    }
    if (ARCHIVES.contains(extension(path))) {
      throw new RefusedEntry(
          Reason.NESTED_ARCHIVE,
          "An archive within an archive is not unpacked. Send it by itself.");
    }
    Format format = format(path);
    if (format == null || (extension(path).isEmpty() && !NAMED_NOTES.matcher(path).find())) {
      throw new RefusedEntry(
          Reason.IGNORED,
          "Files of this kind are not read; text, Markdown, HTML, reStructuredText, Org and AsciiDoc are.");
    }
    return format;
  }

  /** In lower case, without the dot; empty where there is none. */
  private static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
