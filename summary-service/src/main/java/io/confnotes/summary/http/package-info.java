/** What all resources share: problems, and who may ask. */
@NullMarked
package io.confnotes.summary.http;

import org.jspecify.annotations.NullMarked;
