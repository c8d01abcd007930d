package org.safercommunities.portal.library.following;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A topic that no other test knows, people of two agencies, an editor, and documents they put in. */
public final class Shelf {

    public final Somebody somebody;
    public final String north;
    public final String south;
    public final Reader editor;
    public final Reader rowan;
    public final Reader ash;
    public final String topic;
    public final JdbcClient jdbc;
    private final Library library;
    private final Documents documents;

    public Shelf(ApplicationContext portal) {
        somebody = new Somebody(portal);
        north = somebody.agency("Shelf north");
        south = somebody.agency("Shelf south");
        editor = somebody.named("Quill Hart", somebody.agency("Shelf team"), Role.EDITOR);
        rowan = somebody.named("Rowan Weald", north);
        ash = somebody.named("Ash Marsh", south);
        jdbc = portal.getBean(JdbcClient.class);
        library = portal.getBean(Library.class);
        documents = portal.getBean(Documents.class);
        topic = "shelf-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("INSERT INTO topic (slug, name, theme, position, retired) VALUES (?, ?, FALSE, 99, TRUE)")
                .params(topic, "Topic " + topic)
                .update();
    }

    public UUID published(String title, Audience audience, Marking marking) {
        UUID id = draft(title, audience, marking);
        library.publish(id, editor);
        return id;
    }

    public UUID draft(String title, Audience audience, Marking marking) {
        return library.draft(file(), described(title, audience, marking), editor);
    }

    public void publish(UUID document) {
        library.publish(document, editor);
    }

    public void newVersion(UUID document) {
        library.addVersion(document, file(), "Brought up to date", editor);
    }

    public void isFor(UUID document, Audience audience) {
        DocumentDescription said =
                documents.find(document, editor).orElseThrow().description();
        library.describe(document, described(said.title(), audience, said.marking()), editor);
    }

    public void remove(UUID document) {
        library.remove(document, editor);
    }

    /** As if it had been published then. */
    public void publishedAt(UUID document, Instant then) {
        jdbc.sql("UPDATE document SET published_at = ? WHERE id = ?")
                .params(Sql.utc(then), document.toString())
                .update();
    }

    private DocumentDescription described(String title, Audience audience, Marking marking) {
        @Nullable String handling = marking == Marking.OFFICIAL ? null : "Partners only";
        return new DocumentDescription(title, "", "report", Set.of(topic), marking, handling, audience, null);
    }

    private static StoredFile file() {
        return new StoredFile(
                (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                10,
                "paper.pdf",
                "application/pdf");
    }

    /** Subjects and texts of mails to this person, in the order in which they were written. */
    public List<String> mails(Reader to) {
        return jdbc.sql(
                        "SELECT CONCAT(m.subject, '\n', m.text, '\n', m.html) AS mail FROM mail m"
                                + " JOIN person p ON p.email = m.to_address WHERE p.id = ? AND m.kind = 'notices' ORDER BY m.created_at")
                .param(to.personId().toString())
                .query(String.class)
                .list();
    }
}
