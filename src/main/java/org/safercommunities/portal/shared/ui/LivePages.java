package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells open pages when something has become of what they show, on whatever node. Every node asks for all of its pages together, by
 * one statement each time, and not at all while no such page is open.
 */
public abstract class LivePages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    private final String name;
    private final int everySeconds;
    private final Function<Set<UUID>, Map<UUID, String>> marks;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;

    /**
     * @param name of the thread that looks
     * @param marks of things, each another one whenever something has become of it
     */
    protected LivePages(String name, int everySeconds, Function<Set<UUID>, Map<UUID, String>> marks) {
        this.name = name;
        this.everySeconds = everySeconds;
        this.marks = marks;
    }

    /** A page that is open, and how things stood when it was told last; null when that is not known yet. */
    private static final class Page {

        private final UUID thing;
        private final UI ui;
        private final Command changed;
        private @Nullable String seen;

        private Page(UUID thing, UI ui, Command changed, @Nullable String seen) {
            this.thing = thing;
            this.ui = ui;
            this.changed = changed;
            this.seen = seen;
        }
    }

    /**
     * Runs {@code changed} with the first look and after every change, in the page and as the person who has it open, as long as this
     * stands in it.
     */
    protected final void tell(UUID thing, Component part, Command changed) {
        watch(thing, part, changed, false);
    }

    /** The same, for a page that shows already how things stand: it is told of what comes after. */
    protected final void tellFromNow(UUID thing, Component part, Command changed) {
        watch(thing, part, changed, true);
    }

    private void watch(UUID thing, Component part, Command changed, boolean known) {
        part.addAttachListener(attached -> {
            String now = known ? marks.apply(Set.of(thing)).getOrDefault(thing, "") : null;
            Page page = new Page(thing, attached.getUI(), changed, now);
            pages.add(page);
            part.addDetachListener(gone -> {
                pages.remove(page);
                gone.unregisterListener();
            });
        });
    }

    private void look() {
        if (pages.isEmpty()) {
            return;
        }
        try {
            Map<UUID, String> now =
                    marks.apply(pages.stream().map(page -> page.thing).collect(Collectors.toSet()));
            pages.forEach(page -> tell(page, now.getOrDefault(page.thing, "")));
        } catch (RuntimeException failure) {
            LOG.warn("Open pages hear nothing of {}, which is tried again", name, failure);
        }
    }

    private void tell(Page page, String now) {
        if (now.equals(page.seen)) {
            return;
        }
        page.seen = now;
        try {
            page.ui.access(() -> {
                try {
                    page.changed.execute();
                } catch (RuntimeException refused) {
                    // They were signed out or shut out meanwhile, and see so with whatever they do next
                    LOG.debug("A page could not be brought up to date", refused);
                }
            });
        } catch (UIDetachedException gone) {
            pages.remove(page);
        }
    }

    @Override
    public final synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        clock.scheduleWithFixedDelay(this::look, everySeconds, everySeconds, TimeUnit.SECONDS);
    }

    @Override
    public final synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return clock != null;
    }
}
