package org.safercommunities.portal.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a demonstration under test a database of its own, which goes with it. */
final class DemoServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> variables = OwnDatabase.variables("demo");
        variables.put("PORTAL_DEMO", "true");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo services", variables));
    }
}
