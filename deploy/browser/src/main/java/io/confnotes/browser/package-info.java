/** Looks at pages as people do, for tests. */
@NullMarked
package io.confnotes.browser;

import org.jspecify.annotations.NullMarked;
