package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.safercommunities.portal.shared.SignedOutNotice;
import org.safercommunities.portal.shared.ui.Notices;

/** The open pages of the kit, to be reached from outside any request, so that nothing but push can bring what is said. */
public class KitPages implements VaadinServiceInitListener {

    private final List<UI> open = new CopyOnWriteArrayList<>();
    private final SignedOutNotice signedOut;

    KitPages(SignedOutNotice signedOut) {
        this.signedOut = signedOut;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(begun -> open.add(begun.getUI()));
    }

    /** Shows a notice on every open page. */
    public void say(String words) {
        onEach(page -> Notices.on(page).good(words));
    }

    /** Covers every open page, as when somebody signed out elsewhere. */
    public void signOut() {
        onEach(page -> signedOut.cover(page, true));
    }

    private void onEach(Consumer<UI> deed) {
        // Not by a detach listener: a page that was sent again as a whole has been detached for a moment
        open.removeIf(page -> page.getSession() == null);
        open.forEach(page -> page.access(() -> deed.accept(page)));
    }
}
