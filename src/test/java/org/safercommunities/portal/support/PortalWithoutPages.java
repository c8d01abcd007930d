package org.safercommunities.portal.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safercommunities.portal.PortalApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The portal's services without its pages, each made when first asked for: what a second process or a benchmark needs, after a
 * few seconds. The schema must be there.
 */
public final class PortalWithoutPages {

    private PortalWithoutPages() {}

    /** @param variables of docs/operations.md */
    public static ConfigurableApplicationContext start(Map<String, ?> variables) {
        Map<String, Object> properties = new LinkedHashMap<>(variables);
        properties.put("spring.flyway.enabled", "false");
        properties.put("spring.jpa.hibernate.ddl-auto", "none");
        properties.put(
                "spring.autoconfigure.exclude",
                "com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setDefaultProperties(properties);
        return application.run();
    }
}
