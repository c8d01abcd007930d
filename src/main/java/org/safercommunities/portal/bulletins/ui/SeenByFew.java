package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.shared.ui.LiveText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which blocks not every reader may see. With tens of thousands of readers it takes seconds, so nothing waits for it. */
final class SeenByFew extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(SeenByFew.class);

    private final ComposerServices services;
    private final BulletinDetails bulletin;
    private final LiveText state = new LiveText("Looking who may see each block …");
    private boolean asked;

    SeenByFew(ComposerServices services, BulletinDetails bulletin) {
        this.services = services;
        this.bulletin = bulletin;
        state.addClassName("sc-muted");
        setVisible(!bulletin.plan().blocks().documents().isEmpty()
                || !bulletin.plan().blocks().events().isEmpty());
        add(state);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (isVisible() && !asked) {
            asked = true;
            UI ui = event.getUI();
            Reader reader = services.reader().get();
            Thread.ofVirtual().name("seen-by-few").start(() -> look(ui, reader));
        }
    }

    private void look(UI ui, Reader reader) {
        List<String> words = null;
        try {
            words = services.readyToSend().seenByFew(bulletin, reader);
        } catch (RuntimeException failure) {
            LOG.warn("Who may see the blocks of bulletin {} could not be counted", bulletin.id(), failure);
        }
        List<String> found = words;
        try {
            ui.access(() -> show(found));
        } catch (UIDetachedException closed) {
            LOG.debug("Nobody waits for it any more", closed);
        }
    }

    /** @param words null when it could not be found out */
    private void show(@Nullable List<String> words) {
        if (words == null) {
            state.setText("Who may see each block could not be found out just now. Nobody gets what they may not see.");
        } else if (words.isEmpty()) {
            state.setText("Every reader may see every block.");
        } else {
            state.setText("Not every reader may see every block:");
            UnorderedList list = new UnorderedList();
            words.forEach(each -> list.add(new ListItem(each)));
            add(list);
        }
    }
}
