package org.safercommunities.portal.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Keycloak runs, with the realms of {@code keycloak/}, before each test of the class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WithKeycloak.Starter.class)
public @interface WithKeycloak {

    /** Starts it once per run, and says so when a test failed because it had ended. */
    final class Starter implements BeforeAllCallback, BeforeEachCallback, TestExecutionExceptionHandler {

        @Override
        public void beforeAll(ExtensionContext context) {
            PortalServices.keycloak();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            PortalServices.keycloak();
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            String ended = PortalServices.keycloakEnded().orElse(null);
            throw ended == null ? failure : new IllegalStateException(ended, failure);
        }
    }
}
