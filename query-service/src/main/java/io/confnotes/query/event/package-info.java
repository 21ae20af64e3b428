/** Events: conference editions. */
@NullMarked
package io.confnotes.query.event;

import org.jspecify.annotations.NullMarked;
