@NullMarked
package io.confnotes.endtoend.monitoring;

import org.jspecify.annotations.NullMarked;
