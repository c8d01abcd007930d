package org.safercommunities.portal.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a portal under test the variables that the launcher would give it. */
public final class ServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> variables = new LinkedHashMap<>(PortalServices.variables());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test services", variables));
    }
}
