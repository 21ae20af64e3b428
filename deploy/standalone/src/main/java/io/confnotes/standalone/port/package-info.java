@NullMarked
package io.confnotes.standalone.port;

import org.jspecify.annotations.NullMarked;
