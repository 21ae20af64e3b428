@NullMarked
package io.confnotes.endtoend;

import org.jspecify.annotations.NullMarked;
