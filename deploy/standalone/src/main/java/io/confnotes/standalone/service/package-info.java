/**
 * What a service's JVM gets from us: kept apart, because the launcher's own libraries are none of a
 * service's business.
 */
@NullMarked
package io.confnotes.standalone.service;

import org.jspecify.annotations.NullMarked;
