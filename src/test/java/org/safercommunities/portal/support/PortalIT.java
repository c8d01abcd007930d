package org.safercommunities.portal.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.safercommunities.portal.PortalApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole portal, listening on {@link PortalServices#portalUrl()}, with a real database and mail sink. All tests
 * that carry it share one portal: leave nothing behind that another could stumble over, and add no beans or properties.
 * Add {@link WithKeycloak} where people sign in or tokens are checked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = PortalApplication.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = ServicesInitializer.class)
public @interface PortalIT {}
