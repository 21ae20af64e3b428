@NullMarked
package io.confnotes.summary.decode;

import org.jspecify.annotations.NullMarked;
