package org.safercommunities.portal.bulletins.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.safercommunities.portal.bulletins.BulletinFeed;
import org.safercommunities.portal.shared.AtomFeed;

/** Bulletins as a feed. */
final class AtomOfBulletins {

    private final String portal;
    private final String self;

    /**
     * @param portal its address, with a slash at the end
     * @param self the address of the feed
     */
    AtomOfBulletins(String portal, String self) {
        this.portal = portal;
        this.self = self;
    }

    byte[] write(UUID owner, List<BulletinFeed.Entry> entries) {
        Instant updated = entries.stream()
                .map(BulletinFeed.Entry::sent)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return AtomFeed.written(
                new AtomFeed.Head(
                        "bulletins of " + owner, "Safer Communities bulletins", self, portal + "bulletins", updated),
                feed -> {
                    for (BulletinFeed.Entry entry : entries) {
                        String address = portal + "bulletins/" + entry.id();
                        feed.entry(entry.id(), entry.title(), entry.sent(), address, in -> rest(in, entry, address));
                    }
                });
    }

    private static void rest(AtomFeed feed, BulletinFeed.Entry entry, String address) throws XMLStreamException {
        feed.category(entry.kind().word(), null);
        if (!entry.summary().isEmpty()) {
            feed.summary(entry.summary());
        }
        feed.html(
                address,
                entry.html().isEmpty()
                        ? "<p><a href=\"%s\">Read it in the portal</a></p>".formatted(address)
                        : entry.html());
    }
}
