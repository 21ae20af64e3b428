@NullMarked
package io.confnotes.query;

import org.jspecify.annotations.NullMarked;
