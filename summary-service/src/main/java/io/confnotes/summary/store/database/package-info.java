/** The database itself: its migrations and schemas, and what guards transactions in it. */
@NullMarked
package io.confnotes.summary.store.database;

import org.jspecify.annotations.NullMarked;
