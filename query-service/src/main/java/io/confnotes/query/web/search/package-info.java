/** Pages of talks that were searched for. */
@NullMarked
package io.confnotes.query.web.search;

import org.jspecify.annotations.NullMarked;
