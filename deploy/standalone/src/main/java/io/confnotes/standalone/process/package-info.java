@NullMarked
package io.confnotes.standalone.process;

import org.jspecify.annotations.NullMarked;
