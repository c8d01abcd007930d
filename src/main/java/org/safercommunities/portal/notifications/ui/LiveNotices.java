package org.safercommunities.portal.notifications.ui;

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
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells open pages when their person has something new, on whatever node. Every node asks for all of its pages together, by one
 * statement each time, and not at all while no page is open.
 */
@org.springframework.stereotype.Component
class LiveNotices implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNotices.class);
    private static final int EVERY_SECONDS = 5;

    private final OwnNotices notices;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;

    LiveNotices(OwnNotices notices) {
        this.notices = notices;
    }

    /** A page that is open, and how things stood when it was told last; null when that is not known yet. */
    private static final class Page {

        private final UUID person;
        private final UI ui;
        private final Command changed;
        private @Nullable String seen;

        private Page(UUID person, UI ui, Command changed) {
            this.person = person;
            this.ui = ui;
            this.changed = changed;
        }
    }

    /** Runs {@code changed} after every change, in the page and as the person who has it open, as long as this stands in it. */
    void watch(UUID person, Component part, Command changed) {
        part.addAttachListener(attached -> {
            Page page = new Page(person, attached.getUI(), changed);
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
                    notices.marks(pages.stream().map(page -> page.person).collect(Collectors.toSet()));
            pages.forEach(page -> tell(page, marks.getOrDefault(page.person, "")));
        } catch (RuntimeException failure) {
            LOG.warn("Open pages do not hear of notices, which is tried again", failure);
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
                Thread.ofPlatform().daemon().name("live-notices").factory());
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
