@NullMarked
package io.confnotes.standalone.data;

import org.jspecify.annotations.NullMarked;
