/** Makes keys and tokens for installations without an identity provider. */
@NullMarked
package io.confnotes.standalone.token;

import org.jspecify.annotations.NullMarked;
