package io.confnotes.query.web.curate.decision;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What will happen if it is decided so.
 *
 * @param question what is to be decided
 * @param consequence what follows from it
 * @param verb what the button says
 * @param curator who decides, as far as that is known
 * @param back where to go if it is not
 */
record DecisionPreviewPage(
    DecisionPreview preview,
    List<Action.Field> fields,
    String question,
    String consequence,
    String verb,
    String curator,
    String back)
    implements TemplateInstance {}
