@NullMarked
package io.confnotes.summary.store;

import org.jspecify.annotations.NullMarked;
