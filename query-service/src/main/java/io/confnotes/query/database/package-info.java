/** Access to PostgreSQL, and whether its schema is one this build can read. */
@NullMarked
package io.confnotes.query.database;

import org.jspecify.annotations.NullMarked;
