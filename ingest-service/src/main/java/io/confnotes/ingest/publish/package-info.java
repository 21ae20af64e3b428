@NullMarked
package io.confnotes.ingest.publish;

import org.jspecify.annotations.NullMarked;
