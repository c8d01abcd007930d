package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.ui.BandPart;
import org.safercommunities.portal.shared.ui.Icon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** The bell in the band: how many notices are unread, brought up to date by itself, and the way to them. */
final class NoticeBell implements BandPart {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeBell.class);
    private static final int MOST_SHOWN = 99;

    private final OwnNotices notices;
    private final CurrentReader currentReader;
    private final Anchor bell = new Anchor("notices", Icon.BELL.create());
    private final Span number = new Span();
    private int unread;

    private NoticeBell(OwnNotices notices, CurrentReader currentReader) {
        this.notices = notices;
        this.currentReader = currentReader;
        bell.addClassNames("sc-band-button", "sc-bell");
        number.addClassName("sc-bell-number");
        number.getElement().setAttribute("aria-hidden", "true");
        bell.add(number);
        show(0);
    }

    @Override
    public Component component() {
        return bell;
    }

    @Override
    public void arrived(String path) {
        bell.getElement().setAttribute("aria-current", path.equals("notices") ? "page" : "false");
        refresh(path);
    }

    /** @param path the page that is before the person; empty when nobody went anywhere */
    private void refresh(String path) {
        try {
            Reader reader = currentReader.get();
            int now = notices.unread(reader);
            if (now > 0 && !path.isEmpty() && notices.arrived(path, reader)) {
                now = notices.unread(reader);
            }
            show(now);
        } catch (AccessDeniedException shutOut) {
            show(0);
        } catch (RuntimeException unavailable) {
            LOG.warn("No number of notices", unavailable);
            show(0);
        }
    }

    private void show(int count) {
        unread = count;
        number.setText(count > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(count));
        number.setVisible(count > 0);
        bell.setAriaLabel(inWords());
        bell.setTitle(inWords());
    }

    private String inWords() {
        return unread == 0 ? "Notices" : "Notices, %d unread".formatted(unread);
    }

    /** Puts the bell into every page. */
    @org.springframework.stereotype.Component
    static class Bells implements BandPart.Source {

        private final OwnNotices notices;
        private final LiveNotices live;
        private final CurrentReader currentReader;

        Bells(OwnNotices notices, LiveNotices live, CurrentReader currentReader) {
            this.notices = notices;
            this.live = live;
            this.currentReader = currentReader;
        }

        @Override
        public BandPart create() {
            NoticeBell bell = new NoticeBell(notices, currentReader);
            try {
                live.watch(currentReader.get().personId(), bell.bell, () -> bell.refresh(""));
            } catch (AccessDeniedException shutOut) {
                LOG.debug("Nobody to tell anything", shutOut);
            }
            return bell;
        }
    }
}
