package org.safercommunities.portal.library.packs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.OpenedDocuments;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a pack’s documents to the delegates whom an event hands it to: to whoever has a place at the moment they ask, also when they
 * booked it later. Who gives their place up has them no more.
 */
@Service
@NamedInterface("packs")
public class PackOpening {

    private final PackDesk desk;
    private final DelegatesOfPack delegates;
    private final OpenedDocuments opened;

    PackOpening(PackDesk desk, DelegatesOfPack delegates, OpenedDocuments opened) {
        this.desk = desk;
        this.delegates = delegates;
        this.opened = opened;
    }

    /**
     * Opens those of its documents that some delegates could not see, as far as this editor may change them.
     *
     * @return how many
     */
    @Transactional
    public int open(UUID pack, Reader by) {
        desk.hold(pack, by);
        List<DelegatesOfPack.Shut> shut = delegates.shut(pack, by);
        shut.forEach(one -> opened.open(one.document(), pack, by));
        tell(pack, "opened", shut.size(), by);
        return shut.size();
    }

    /**
     * Closes them again, as far as this editor sees them: each has its own audience and no more.
     *
     * @return how many
     */
    @Transactional
    public int close(UUID pack, Reader by) {
        desk.hold(pack, by);
        List<DelegatesOfPack.Opened> open = delegates.opened(pack, by);
        open.forEach(one -> opened.close(one.document(), pack, by));
        tell(pack, "closed", open.size(), by);
        return open.size();
    }

    private void tell(UUID pack, String what, int documents, Reader by) {
        if (documents > 0) {
            desk.tell(pack, what, Map.of("count", Integer.toString(documents)), by);
        }
    }
}
