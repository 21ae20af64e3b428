@NullMarked
package io.confnotes.standalone.server;

import org.jspecify.annotations.NullMarked;
