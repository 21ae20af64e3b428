@NullMarked
package io.confnotes.summary.testing;

import org.jspecify.annotations.NullMarked;
