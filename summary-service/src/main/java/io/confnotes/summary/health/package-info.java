@NullMarked
package io.confnotes.summary.health;

import org.jspecify.annotations.NullMarked;
