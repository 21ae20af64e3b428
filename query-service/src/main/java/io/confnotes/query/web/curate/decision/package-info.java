/** Decisions of curators: what one would do, what it did, and how it is taken back. */
@NullMarked
package io.confnotes.query.web.curate.decision;

import org.jspecify.annotations.NullMarked;
