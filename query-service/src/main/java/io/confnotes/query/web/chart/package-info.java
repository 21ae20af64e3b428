/** Small plots that need no script, drawn by the server. */
@NullMarked
package io.confnotes.query.web.chart;

import org.jspecify.annotations.NullMarked;
