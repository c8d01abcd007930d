package org.safercommunities.portal.library.contributions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two agencies with people in each, two editors, and documents that are offered. */
final class ContributionWorld {

    final Somebody somebody;
    final String north;
    final String south;
    final Reader editor;
    final Reader other;
    final Reader author;
    final Reader coordinator;
    final Reader elsewhere;
    final Contributions contributions;
    final ContributionDesk desk;
    final ContributionReading reading;
    final Documents documents;
    final JdbcClient jdbc;
    final ApplicationContext portal;

    ContributionWorld(ApplicationContext portal) {
        this.portal = portal;
        somebody = new Somebody(portal);
        north = somebody.agency("Offering north");
        south = somebody.agency("Offering south");
        String team = somebody.agency("Offering team");
        editor = somebody.named("Quill Hart", team, Role.EDITOR);
        other = somebody.named("Quince Hart", team, Role.EDITOR);
        author = somebody.named("Rowan Weald", north);
        coordinator = somebody.named("Ash Marsh", north, Role.COORDINATOR);
        elsewhere = somebody.named("Hazel Else", south);
        contributions = portal.getBean(Contributions.class);
        desk = portal.getBean(ContributionDesk.class);
        reading = portal.getBean(ContributionReading.class);
        documents = portal.getBean(Documents.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    static ContributionContent says(String title) {
        return new ContributionContent(
                title,
                "A notice to fill in, for wardens.",
                "template",
                Set.of("road-safety"),
                Marking.OFFICIAL,
                "",
                "",
                "",
                true,
                true,
                true);
    }

    /** What has changed, said of a newer version. */
    static ContributionContent changed(String title, String note) {
        return new ContributionContent(
                title, "", "template", Set.of(), Marking.OFFICIAL, "", "", note, false, true, true);
    }

    StoredFile file(String words) {
        try {
            return portal.getBean(ContributionIntake.class)
                    .take(
                            new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)),
                            "notice.txt",
                            // Somebody else each time, for nobody puts in so many within an hour
                            new Reader(UUID.randomUUID(), north, Set.of(), Set.of(), Set.of()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    UUID draft(String title) {
        return contributions.begin(says(title), file("Words of " + UUID.randomUUID()), null, author);
    }

    UUID sent(String title) {
        UUID id = draft(title);
        contributions.send(id, author);
        return id;
    }

    UUID published(String title) {
        UUID id = sent(title);
        publish(id, title, Audience.ofEveryone(), editor);
        return id;
    }

    UUID publish(UUID id, String title, Audience audience, Reader by) {
        return desk.publish(id, now(id, by).version(), described(title, audience), DocumentTerm.of(by.personId()), by);
    }

    static DocumentDescription described(String title, Audience audience) {
        return new DocumentDescription(
                title, "As the team says", "template", Set.of(), Marking.OFFICIAL, null, audience, null);
    }

    UUID newerVersion(UUID document) {
        UUID id = contributions.begin(
                changed("Notice", "New telephone number"), file("Newer " + UUID.randomUUID()), document, author);
        contributions.send(id, author);
        return id;
    }

    ContributionDetails now(UUID offer, Reader reader) {
        return reading.find(offer, reader).orElseThrow();
    }

    UUID document(UUID offer) {
        UUID document = now(offer, author).document();
        return java.util.Objects.requireNonNull(document);
    }

    void lastTouched(UUID offer, int daysAgo) {
        jdbc.sql("UPDATE document_offer SET changed_at = changed_at - INTERVAL ? DAY WHERE id = ?")
                .param(daysAgo)
                .param(offer.toString())
                .update();
    }

    /** What the audit trail says was done to it, the first first. */
    List<String> trail(UUID offer) {
        return portal.getBean(AuditTrail.class).of("document-offer:" + offer, 100).stream()
                .map(AuditLine::action)
                .map(action -> action.replace("library.offer-", ""))
                .toList()
                .reversed();
    }

    /** The kinds of mails about it, in the order in which they were written. */
    List<String> mails(UUID offer, Reader to) {
        return jdbc.sql("SELECT m.kind FROM mail m JOIN person p ON p.email = m.to_address"
                        + " WHERE m.reference = ? AND p.id = ? ORDER BY m.created_at, m.kind")
                .param("document-offer:" + offer)
                .param(to.personId().toString())
                .query(String.class)
                .list();
    }

    <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }
}
