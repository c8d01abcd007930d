package org.safercommunities.portal.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keycloak runs, with the realms of {@code keycloak/}, before the first test of the class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WithKeycloak.Starter.class)
public @interface WithKeycloak {

    /** Starts it once per run. */
    final class Starter implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            PortalServices.keycloak();
        }
    }
}
