/** Lists as a whole, for spreadsheets and programs: CSV (RFC 4180) and newline-delimited JSON. */
@NullMarked
package io.confnotes.query.export;

import org.jspecify.annotations.NullMarked;
