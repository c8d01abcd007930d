package org.safercommunities.portal.library.packs;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.OpenedDocuments;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts members into packs and takes them out. An editor puts in what they may see themselves. */
@Service
@NamedInterface("packs")
public class PackFilling {

    private static final int MOST_EVENTS = 200;

    private final JdbcClient jdbc;
    private final PackDesk desk;
    private final PackOrder order;
    private final PackMembers members;
    private final Documents documents;
    private final OpenedDocuments opened;
    private final ObjectProvider<PackEvents> packEvents;

    PackFilling(
            JdbcClient jdbc,
            PackDesk desk,
            PackOrder order,
            PackMembers members,
            Documents documents,
            OpenedDocuments opened,
            ObjectProvider<PackEvents> packEvents) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.order = order;
        this.members = members;
        this.documents = documents;
        this.opened = opened;
        this.packEvents = packEvents;
    }

    /** Adds a member at the end. Returns its id. */
    @Transactional
    public UUID add(UUID pack, NewMember member, Reader by) {
        desk.hold(pack, by);
        unlessThere(pack, member, by);
        UUID id = UUID.randomUUID();
        String thing = Sql.textOrNull(member.thing());
        try {
            jdbc.sql("""
                    INSERT INTO pack_member (id, pack_id, position, kind, document_id, event_id, title, address, note, section)
                    VALUES (:id, :pack, :position, :kind, :document, :event, :title, :address, :note, :section)
                    """)
                    .param("id", id.toString())
                    .param("pack", pack.toString())
                    .param("position", order.end(pack))
                    .param("kind", member.kind().name())
                    .param("document", member.kind() == MemberKind.DOCUMENT ? thing : null)
                    .param("event", member.kind() == MemberKind.EVENT ? thing : null)
                    .param("title", member.title())
                    .param("address", member.address())
                    .param("note", member.note())
                    .param("section", member.section())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new InvalidPack("document", "It is in the pack already");
        }
        desk.changed(pack);
        desk.tell(pack, named(member.kind()) + "-added", facts(member.kind(), thing), by);
        return id;
    }

    /** Changes what the pack says of a member; what is null stays. */
    @Transactional
    public void change(
            UUID pack, UUID id, @Nullable String title, @Nullable String note, @Nullable String section, Reader by) {
        desk.hold(pack, by);
        PackMember now = members.find(pack, id, by).orElseThrow(() -> new UnknownPack(id));
        String words = note == null ? now.note() : note.strip();
        String part = section == null ? now.section() : NewMember.line(section);
        NewMember.unlessFit(words, part);
        String name = now.kind() != MemberKind.LINK
                ? ""
                : NewMember.link(title == null ? now.title() : title, now.address())
                        .title();
        jdbc.sql("UPDATE pack_member SET title = ?, note = ?, section = ? WHERE id = ?")
                .param(name)
                .param(words)
                .param(part)
                .param(id.toString())
                .update();
        desk.changed(pack);
        desk.tell(pack, "member-changed", Map.of(), by);
    }

    @Transactional
    public void remove(UUID pack, UUID id, Reader by) {
        desk.hold(pack, by);
        PackMember member = members.find(pack, id, by).orElseThrow(() -> new UnknownPack(id));
        PackMember.Document document = member.document();
        if (document != null) {
            opened.close(document.id(), pack, by);
        }
        jdbc.sql("DELETE FROM pack_member WHERE id = ?").param(id.toString()).update();
        desk.changed(pack);
        UUID thing = document != null
                ? document.id()
                : member.event() != null ? member.event().id() : null;
        desk.tell(pack, named(member.kind()) + "-left-out", facts(member.kind(), Sql.textOrNull(thing)), by);
    }

    private void unlessThere(UUID pack, NewMember member, Reader by) {
        UUID thing = member.thing();
        switch (member.kind()) {
            case DOCUMENT ->
                InvalidPack.unless(
                        thing != null && documents.find(thing, by).isPresent(),
                        "document",
                        "Choose a document that is in the library");
            case EVENT -> {
                PackEvents events = packEvents.getIfAvailable();
                InvalidPack.unless(
                        thing != null
                                && events != null
                                && events.seen(Set.of(thing), by).containsKey(thing),
                        "event",
                        "Choose an event that is in the portal");
                InvalidPack.unless(
                        jdbc.sql("SELECT COUNT(*) FROM pack_member WHERE pack_id = ? AND kind = 'EVENT'")
                                        .param(pack.toString())
                                        .query(Integer.class)
                                        .single()
                                < MOST_EVENTS,
                        "event",
                        "A pack holds at most %d events".formatted(MOST_EVENTS));
            }
            case LINK -> {}
        }
    }

    private static String named(MemberKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> facts(MemberKind kind, @Nullable String thing) {
        return thing == null ? Map.of() : Map.of(named(kind), thing);
    }
}
