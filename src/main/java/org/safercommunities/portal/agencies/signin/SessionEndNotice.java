package org.safercommunities.portal.agencies.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.safercommunities.portal.shared.SignedOutNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the open pages of a session that it has ended, and then ends it. */
@Component
class SessionEndNotice {

    /** Long enough for the notice to reach the pages; requests are nobody's already. */
    private static final long SECONDS_FOR_NOTICE = 2;

    private final ObjectProvider<SignedOutNotice> notices;

    SessionEndNotice(ObjectProvider<SignedOutNotice> notices) {
        this.notices = notices;
    }

    void tell(HttpSession session, boolean signedOut) {
        for (VaadinSession pages : VaadinSession.getAllSessions(session)) {
            pages.access(() -> List.copyOf(pages.getUIs()).forEach(page -> cover(page, signedOut)));
        }
        CompletableFuture.delayedExecutor(SECONDS_FOR_NOTICE, TimeUnit.SECONDS).execute(() -> {
            try {
                session.invalidate();
            } catch (IllegalStateException alreadyInvalid) {
                // The person left meanwhile
            }
        });
    }

    private void cover(UI page, boolean signedOut) {
        notices.ifAvailable(notice -> notice.cover(page, signedOut));
        if (page.getPushConfiguration().getPushMode().isEnabled()) {
            page.push();
        }
    }
}
