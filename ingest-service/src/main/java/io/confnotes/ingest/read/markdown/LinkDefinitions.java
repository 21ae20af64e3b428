package io.confnotes.ingest.read.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Link reference definitions on lines of their own, which hold for the whole document (CommonMark
 * 0.31, 4.7), for pieces of it that are parsed by themselves. The first one of a label counts.
 * Keeps lines, and parses those that are asked for.
 */
final class LinkDefinitions {

  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[(?<label>[^\\[\\]^][^\\[\\]]{0,999})]:\\s*+\\S.*+");

  private final DefinitionMap<String> lines = new DefinitionMap<>(String.class);
  private final DefinitionMap<LinkReferenceDefinition> parsed =
      new DefinitionMap<>(LinkReferenceDefinition.class);

  /** Takes a line that is not code. */
  void add(String line) {
    if (line.indexOf("]:") > 0) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        lines.putIfAbsent(definition.group("label"), line);
      }
    }
  }

  /** A piece's context that also knows the definitions of the other pieces. */
  InlineParserContext around(InlineParserContext piece) {
    return new Context(piece);
  }

  private @Nullable LinkReferenceDefinition find(String label) {
    LinkReferenceDefinition known = parsed.get(label);
    String line = known == null ? lines.get(label) : null;
    if (line != null && PARSER.parse(line).getFirstChild() instanceof LinkReferenceDefinition one) {
      parsed.putIfAbsent(label, one);
      return one;
    }
    return known;
  }

  private final class Context implements InlineParserContext {

    private final InlineParserContext piece;

    private Context(InlineParserContext piece) {
      this.piece = piece;
    }

    @Override
    public <D> @Nullable D getDefinition(Class<D> type, String label) {
      D own = piece.getDefinition(type, label);
      return own == null && type == LinkReferenceDefinition.class ? type.cast(find(label)) : own;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
      return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
      return piece.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
      return piece.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
      return piece.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
      return piece.getCustomLinkMarkers();
    }
  }
}
