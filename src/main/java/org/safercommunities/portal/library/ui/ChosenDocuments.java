package org.safercommunities.portal.library.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.library.catalogue.BulkEdit;

/**
 * The documents that an editor has chosen to do something with together. They stay chosen while more are looked for, also on other
 * pages, until they sign out.
 */
@SpringComponent
@VaadinSessionScope
class ChosenDocuments {

    private final Set<UUID> ids = new LinkedHashSet<>();
    private final int most;

    ChosenDocuments(BulkEdit edit) {
        most = edit.most();
    }

    /** How many may be chosen together. */
    int most() {
        return most;
    }

    /** In the order they were chosen. */
    List<UUID> ids() {
        return List.copyOf(ids);
    }

    int count() {
        return ids.size();
    }

    boolean has(UUID id) {
        return ids.contains(id);
    }

    /** Whether it is chosen now: not when there are {@link #most} already. */
    boolean add(UUID id) {
        if (ids.size() < most) {
            ids.add(id);
        }
        return ids.contains(id);
    }

    void takeOut(UUID id) {
        ids.remove(id);
    }

    void takeOut(Collection<UUID> some) {
        ids.removeAll(Set.copyOf(some));
    }

    void clear() {
        ids.clear();
    }
}
