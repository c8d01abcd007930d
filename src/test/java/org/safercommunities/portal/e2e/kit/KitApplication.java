package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.PortalShell;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.CurrentPerson;
import org.safercommunities.portal.shared.SearchSuggestions;
import org.safercommunities.portal.shared.SearchSuggestions.Suggestion;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The shell and the parts of pages with sample content, and nothing else: no database, no sign-in. No stereotype of Spring
 * stands on it, so that the portal itself never picks it up; its pages are closed there, for they admit no role.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SpringBootAutoConfiguration.class,
    VaadinScopesConfig.class
})
@AutoConfigurationPackage(basePackages = "org.safercommunities.portal") // where Vaadin looks for routes and layouts
@Import({Contact.class, KitPages.class, HastyPush.class})
@ComponentScan("org.safercommunities.portal.shared.ui")
@ComponentScan(
        basePackageClasses = PortalShell.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.safercommunities\\.portal\\.(Shell\\w+|WaitingCounts|PageSetup|PromptPolls)"))
public class KitApplication {

    /** Starts on this port, or on a free one when it is 0. */
    public static ConfigurableApplicationContext start(int port, String... settings) {
        SpringApplication application = new SpringApplication(KitApplication.class);
        application.setDefaultProperties(Map.of("logging.level.root", "WARN"));
        return application.run(
                Stream.concat(Stream.of("--server.port=" + port, "--spring.main.banner-mode=off"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** To look at the kit in a browser while working on it. */
    public static void main(String[] arguments) {
        start(arguments.length == 0 ? 8090 : Integer.parseInt(arguments[0]));
    }

    @Bean
    CurrentPerson person() {
        SignedInPerson rowan = new SignedInPerson(
                UUID.fromString("7d1f5f0e-2c9b-4b57-9a54-0c5f5d0c7a11"),
                "Rowan Weald",
                "rowan.weald@dover.example",
                "Dover District Council",
                Set.of());
        return () -> Optional.of(rowan);
    }

    @Bean
    SearchSuggestions suggestions() {
        List<Suggestion> all = List.of(
                new Suggestion(
                        "Anti-social behaviour case review: template letters",
                        "Template, Swale Borough Council",
                        "kit/library?case=review",
                        "file-text"),
                new Suggestion(
                        "Early steps with ASB: who writes, who visits, who waits",
                        "Guidance, Kent Community Safety Team",
                        "kit/library",
                        "file-text"),
                new Suggestion("Anti-social behaviour", "34 documents", "kit/library", "search"));
        return typed -> all.stream()
                .filter(each -> Stream.of(typed.toLowerCase(Locale.UK).split("\\s+"))
                        .allMatch(word -> each.title().toLowerCase(Locale.UK).contains(word)))
                .toList();
    }

    @Bean
    WaitingCount requests() {
        return new WaitingCount() {
            @Override
            public String path() {
                return "kit/parts";
            }

            @Override
            public int count() {
                return 3;
            }

            @Override
            public String inWords(int count) {
                return count + " requests to answer";
            }
        };
    }
}
