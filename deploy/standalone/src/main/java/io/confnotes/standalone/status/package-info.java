@NullMarked
package io.confnotes.standalone.status;

import org.jspecify.annotations.NullMarked;
