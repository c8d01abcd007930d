package org.safercommunities.portal.bulletins;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.PictureFacts;
import org.safercommunities.portal.bulletins.drawing.PortalFacts;
import org.springframework.stereotype.Component;

/** Everything that is to be known for drawing blocks for one reader: a handful of statements, however many blocks. */
@Component
class FactsOfBlocks {

    private final PortalFacts facts;
    private final BulletinPictures pictures;

    FactsOfBlocks(PortalFacts facts, BulletinPictures pictures) {
        this.facts = facts;
        this.pictures = pictures;
    }

    BlockFacts of(Blocks blocks, Reader reader) {
        return of(List.of(blocks), reader);
    }

    /** Of several bulletins, in as few statements. */
    BlockFacts of(List<Blocks> bulletins, Reader reader) {
        Set<UUID> wanted = bulletins.stream()
                .flatMap(blocks -> blocks.list().stream())
                .map(block -> block instanceof Block.Image image ? image.picture() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, PictureFacts> known = pictures.all(wanted).stream()
                .collect(Collectors.toMap(
                        BulletinPicture::id,
                        picture -> new PictureFacts("/" + PublicPictures.PATH + picture.id(), picture.width())));
        return facts.of(bulletins, reader, known);
    }
}
