@NullMarked
package io.confnotes.embedded;

import org.jspecify.annotations.NullMarked;
