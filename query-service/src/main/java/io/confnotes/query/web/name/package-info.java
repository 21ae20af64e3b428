/** Pages of tags, speakers and events, and the lists of them. */
@NullMarked
package io.confnotes.query.web.name;

import org.jspecify.annotations.NullMarked;
