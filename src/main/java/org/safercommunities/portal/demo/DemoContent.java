package org.safercommunities.portal.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills a demonstration at its first start: people before anybody can sign in, documents and events in the background once the portal
 * is ready. A later start goes on where one was cut off, and brings nothing back that was taken out since.
 */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoContent implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);
    private static final int TELL_EVERY = 10;

    private final DemoPeople people;
    private final DemoDocuments documents;
    private final DemoEvents events;
    private final DemoBulletins bulletins;
    private final DemoPacks packs;
    private final DemoContributions contributions;
    private final DemoReading reading;
    private final DemoDirectory directory;
    private final DemoWorld world = DemoWorld.read();
    private volatile boolean running;
    private volatile @Nullable Thread filling;

    DemoContent(
            DemoPeople people,
            DemoDocuments documents,
            DemoEvents events,
            DemoBulletins bulletins,
            DemoPacks packs,
            DemoContributions contributions,
            DemoReading reading,
            DemoDirectory directory) {
        this.people = people;
        this.documents = documents;
        this.events = events;
        this.bulletins = bulletins;
        this.packs = packs;
        this.contributions = contributions;
        this.reading = reading;
        this.directory = directory;
    }

    @Override
    public void start() {
        running = true;
        people.putIn(world);
    }

    @EventListener(ApplicationReadyEvent.class)
    void fillInBackground() {
        filling = Thread.ofPlatform()
                .daemon()
                .name("demo-content")
                .priority(Thread.MIN_PRIORITY)
                .start(this::fill);
    }

    /** Puts in what is missing; what fails is tried again at the next start. */
    void fill() {
        try {
            directory.putIn();
        } catch (RuntimeException failure) {
            LOG.warn("The demo directory could not be put in", failure);
        }
        try {
            events.putIn();
        } catch (RuntimeException failure) {
            LOG.warn("The demo events could not be put in", failure);
        }
        try {
            bulletins.putIn();
        } catch (RuntimeException failure) {
            LOG.warn("The demo bulletins could not be put in", failure);
        }
        try {
            contributions.putIn();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The demo contributions could not be put in", failure);
        }
        List<DemoDocument> missing = documents.missing();
        if (missing.isEmpty()) {
            putTogether();
            return;
        }
        long began = System.nanoTime();
        int done = 0;
        for (DemoDocument document : missing) {
            if (!running) {
                return;
            }
            try {
                documents.putIn(document, world);
                done++;
            } catch (IOException | RuntimeException failure) {
                LOG.warn("Demo document {} could not be put in", document.key(), failure);
            }
            if (done > 0 && done % TELL_EVERY == 0) {
                LOG.info("Demo content: {} of {} documents are in", done, missing.size());
            }
        }
        LOG.info(
                "Demo content: {} documents put in within {} s",
                done,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        putTogether();
    }

    private void putTogether() {
        try {
            packs.putIn();
        } catch (RuntimeException failure) {
            LOG.warn("The demo packs could not be put in", failure);
        }
        try {
            reading.putIn();
        } catch (RuntimeException failure) {
            LOG.warn("The demo reading could not be put in", failure);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = filling;
        if (thread != null) {
            try {
                thread.join(LONGEST_STOP);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server begins, and after it ends. */
    @Override
    public int getPhase() {
        return 0;
    }
}
