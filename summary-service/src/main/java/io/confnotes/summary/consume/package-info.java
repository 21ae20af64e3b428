@NullMarked
package io.confnotes.summary.consume;

import org.jspecify.annotations.NullMarked;
