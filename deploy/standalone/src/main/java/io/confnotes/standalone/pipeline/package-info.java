/** What runs, in which order it starts and stops. */
@NullMarked
package io.confnotes.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
