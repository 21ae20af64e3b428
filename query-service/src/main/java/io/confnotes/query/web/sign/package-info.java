/** Sign-in with a token that the browser keeps, and what tells our own forms from others. */
@NullMarked
package io.confnotes.query.web.sign;

import org.jspecify.annotations.NullMarked;
