/**
 * What the log says, applied to the tables. The packages below this one are what it is applied
 * with: the rows of documents, those of talks, and the database that has them.
 */
@NullMarked
package io.confnotes.summary.store;

import org.jspecify.annotations.NullMarked;
