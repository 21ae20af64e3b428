/** Commands that operate what runs, over summary-service's HTTP API. */
@NullMarked
package io.confnotes.standalone.operate;

import org.jspecify.annotations.NullMarked;
