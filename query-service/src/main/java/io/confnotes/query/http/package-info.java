/**
 * What every resource shares: problems, pages and cursors, entity tags, and who may talk to the
 * service.
 */
@NullMarked
package io.confnotes.query.http;

import org.jspecify.annotations.NullMarked;
