package io.confnotes.image;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the services' images, which take {@link Servers} as an argument. They run where {@code
 * confnotes.test.image.services} is the images' tag.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("containers")
@EnabledIfSystemProperty(named = "confnotes.test.image.services", matches = ".+")
@ExtendWith(ServersExtension.class)
@interface InContainers {}
