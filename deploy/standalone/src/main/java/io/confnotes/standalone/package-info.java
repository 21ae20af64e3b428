@NullMarked
package io.confnotes.standalone;

import org.jspecify.annotations.NullMarked;
