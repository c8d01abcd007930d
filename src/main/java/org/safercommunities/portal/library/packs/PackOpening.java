package org.safercommunities.portal.library.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a pack’s documents to the delegates whom an event hands it to: each who cannot see one is named in that document’s own
 * audience, where anybody finds why they can, and takes it back. There is no second rule of who sees a document.
 */
@Service
@NamedInterface("packs")
public class PackOpening {

    private final PackDesk desk;
    private final PackGaps gaps;
    private final Documents documents;
    private final Library library;

    PackOpening(PackDesk desk, PackGaps gaps, Documents documents, Library library) {
        this.desk = desk;
        this.gaps = gaps;
        this.documents = documents;
        this.library = library;
    }

    /** @return how many documents were opened */
    @Transactional
    public int open(UUID pack, Reader by) {
        desk.hold(pack, by);
        List<PackGaps.Shut> shut = gaps.shut(pack, by);
        Set<UUID> people = new HashSet<>();
        for (PackGaps.Shut one : shut) {
            DocumentDetails document = documents.find(one.document(), by).orElseThrow(() -> new UnknownPack(pack));
            library.describe(one.document(), withPeople(document.description(), one.people()), by);
            people.addAll(one.people());
        }
        if (!shut.isEmpty()) {
            desk.tell(
                    pack,
                    "opened",
                    Map.of("count", Integer.toString(shut.size()), "people", Integer.toString(people.size())),
                    by);
        }
        return shut.size();
    }

    private static DocumentDescription withPeople(DocumentDescription said, Set<UUID> more) {
        Audience now = said.audience();
        Set<UUID> people = new HashSet<>(now.people());
        people.addAll(more);
        return new DocumentDescription(
                said.title(),
                said.description(),
                said.kind(),
                said.topics(),
                said.marking(),
                said.handling(),
                new Audience(now.everyone(), now.agencies(), now.groups(), people),
                said.reviewOn());
    }
}
