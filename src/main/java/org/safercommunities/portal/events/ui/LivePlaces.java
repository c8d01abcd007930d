package org.safercommunities.portal.events.ui;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.PlaceNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells open pages when something has become of the places of their event, on whatever node. Every node asks for all of its
 * pages together, by one statement each time, and not at all while no such page is open.
 */
@org.springframework.stereotype.Component
class LivePlaces implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlaces.class);
    private static final int EVERY_SECONDS = 10;

    private final PlaceNews news;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;

    LivePlaces(PlaceNews news) {
        this.news = news;
    }

    /** A page that is open, and how things stood when it was told last. */
    private static final class Page {

        private final UUID event;
        private final UI ui;
        private final Command changed;
        private String seen;

        private Page(UUID event, UI ui, Command changed, String seen) {
            this.event = event;
            this.ui = ui;
            this.changed = changed;
            this.seen = seen;
        }
    }

    /** Runs {@code changed} after every change, in the page and as the person who has it open, as long as this stands in it. */
    void watch(UUID event, Component part, Command changed) {
        part.addAttachListener(attached -> {
            String now = news.marks(Set.of(event)).getOrDefault(event, "");
            Page page = new Page(event, attached.getUI(), changed, now);
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
            Map<UUID, String> marks =
                    news.marks(pages.stream().map(page -> page.event).collect(Collectors.toSet()));
            pages.forEach(page -> tell(page, marks.getOrDefault(page.event, "")));
        } catch (RuntimeException failure) {
            LOG.warn("Open pages do not hear how places stand, which is tried again", failure);
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
    public synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("live-places").factory());
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
