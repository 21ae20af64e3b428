/** Tests of what container images hold beside a service. */
@NullMarked
package io.confnotes.image;

import org.jspecify.annotations.NullMarked;
