package org.safercommunities.portal.library;

import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.AccessWorld.Something;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents that are not for administrators. */
final class EmergencyWorld {

    private final Library library;
    private final Groups groups;
    private final JdbcClient jdbc;
    private final Reader owner;

    EmergencyWorld(ApplicationContext portal) {
        library = portal.getBean(Library.class);
        groups = portal.getBean(Groups.class);
        jdbc = portal.getBean(JdbcClient.class);
        Somebody somebody = new Somebody(portal);
        owner = somebody.of(somebody.agency("Owners"), Role.EDITOR);
    }

    Reader owner() {
        return owner;
    }

    /** A group whose members are the owner of the documents and nobody else. */
    String closedGroup() {
        String group = groups.create(GroupKind.TASK_GROUP, "Closed " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        groups.add(group, owner.personId(), Reader.portal());
        return group;
    }

    /** Published, for one agency, and found by words of its own. */
    Something document(String agency, Marking marking) {
        return document(agency, Audience.ofAgencies(agency), marking);
    }

    /** Published, for a group. */
    Something ofGroup(String agency, String group) {
        return document(agency, Audience.ofGroups(group), Marking.OFFICIAL);
    }

    private Something document(String agency, Audience audience, Marking marking) {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = drafted(word, audience, marking);
        library.publish(id, owner);
        // Whose it is, so that its coordinators are told
        jdbc.sql("UPDATE document SET agency = ? WHERE id = ?")
                .params(agency, id.toString())
                .update();
        return new Something(
                id,
                DocumentState.PUBLISHED,
                audience,
                owner.personId(),
                word,
                word + "body",
                sha(word),
                null,
                null,
                marking == Marking.OFFICIAL_SENSITIVE);
    }

    UUID draft() {
        return drafted("w" + UUID.randomUUID().toString().substring(0, 8), Audience.ofEveryone(), Marking.OFFICIAL);
    }

    private UUID drafted(String word, Audience audience, Marking marking) {
        UUID id = library.draft(
                new StoredFile(sha(word), 1000, "file.pdf", "application/pdf"),
                new DocumentDescription("Paper " + word, "", "report", Set.of(), marking, null, audience, null),
                owner);
        jdbc.sql(
                        "INSERT INTO document_text (version_id, text) SELECT id, ? FROM document_version WHERE document_id = ?")
                .params("These pages speak of " + word + "body and nothing else.", id.toString())
                .update();
        return id;
    }

    private static String sha(String word) {
        return "%064x".formatted(new java.math.BigInteger(1, word.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    String email(Reader reader) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(reader.personId().toString())
                .query(String.class)
                .single();
    }
}
