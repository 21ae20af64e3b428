/** Query parameters that several lists share, and how their values are read. */
@NullMarked
package io.confnotes.query.parameter;

import org.jspecify.annotations.NullMarked;
