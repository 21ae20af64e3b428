@NullMarked
package io.confnotes.summary;

import org.jspecify.annotations.NullMarked;
