/** Programs of the container images, which have neither a shell nor curl to rely on. */
@NullMarked
package io.confnotes.image;

import org.jspecify.annotations.NullMarked;
