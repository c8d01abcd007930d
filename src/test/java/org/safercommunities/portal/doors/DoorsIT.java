package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.scan.PagesOfPortal;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/**
 * Knocks at every door of the running portal as everybody, and compares what happens with what is meant to. A door without a row, and a
 * row that is not so, fail.
 */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DoorsIT {

    @Autowired
    private WebApplicationContext portal;

    private DoorsWorld world;

    @BeforeAll
    void things() throws IOException {
        world = new DoorsWorld(portal);
    }

    @Test
    void everyCallIsAnsweredToWhomItIsMeantFor() {
        HttpDoors http = new HttpDoors(portal, world);
        Map<String, List<String>> real = new TreeMap<>();
        for (HttpDoors.Door door : http.all()) {
            List<String> answers = new ArrayList<>();
            for (@Nullable Reader person : world.people.values()) {
                answers.add(http.asked(door, person));
            }
            real.put(door.name(), answers);
        }
        assertThat(new IntendedDoors("calls.csv").differences(real)).isEmpty();
    }

    @Test
    void everyPageOpensForThoseItIsMeantFor() {
        PagesOfPortal pages = new PagesOfPortal(portal);
        Map<String, List<String>> real = new TreeMap<>();
        world.people.forEach((who, person) -> pages.shown(person, world.parameters())
                .forEach((page, shown) -> real.computeIfAbsent("/" + page, none -> new ArrayList<>())
                        .add(shown)));
        assertThat(new IntendedDoors("pages.csv").differences(real)).isEmpty();
    }

    /** What stands in front of all that, and what would answer beside it. */
    @Test
    void theServerHasNoServletFilterOrMappingThatNobodyMeant() {
        Map<String, List<String>> real = new TreeMap<>();
        ServletContext server = Objects.requireNonNull(portal.getServletContext());
        server.getServletRegistrations()
                .forEach((name, servlet) -> real.put("servlet " + name, patterns(servlet.getMappings())));
        server.getFilterRegistrations()
                .forEach((name, filter) -> real.put("filter " + name, patterns(filter.getUrlPatternMappings())));
        portal.getBeansOfType(HandlerMapping.class)
                .forEach((name, mapping) -> real.put(
                        "mapping " + name,
                        patterns(
                                mapping instanceof AbstractUrlHandlerMapping urls
                                        ? urls.getHandlerMap().keySet()
                                        : List.of())));
        assertThat(new IntendedDoors("server.csv").differences(real)).isEmpty();
    }

    private static List<String> patterns(Iterable<String> patterns) {
        TreeSet<String> sorted = new TreeSet<>();
        patterns.forEach(sorted::add);
        return List.of(String.join(" ", sorted));
    }
}
