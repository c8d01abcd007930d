package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Somebody answers for the documents of who has left, and nobody sees more by it. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class FormerOwnersIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private FormerOwners formerOwners;

    @Autowired
    private OwnedDocuments owned;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String agency;
    private Reader leaver;
    private Reader coordinator;
    private Reader practitioner;

    @BeforeEach
    void anOwnerWhoLeaves() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Owners leave");
        leaver = somebody.named("Ottilie Leaver", agency, Role.EDITOR);
        coordinator = somebody.named("Aspen Coordinates", agency, Role.COORDINATOR);
        practitioner = somebody.named("Moss Heath", agency);
    }

    private UUID document(Audience audience, boolean published) {
        UUID id = library.draft(
                new StoredFile("%064x".formatted(System.nanoTime()), 1000, "file.pdf", "application/pdf"),
                new DocumentDescription(
                        "Paper " + UUID.randomUUID(), "", "report", Set.of(), Marking.OFFICIAL, null, audience, null),
                leaver);
        if (published) {
            library.publish(id, leaver);
        }
        return id;
    }

    private UUID forAgency() {
        return document(Audience.ofAgencies(agency), true);
    }

    private void leaves() {
        people.endMembership(leaver.personId(), "Left", Reader.portal());
    }

    private UUID owner(UUID document) {
        return jdbc.sql("SELECT owner FROM document WHERE id = ?")
                .param(document.toString())
                .query((row, number) -> UUID.fromString(row.getString("owner")))
                .single();
    }

    private List<String> mails(Reader to) {
        return jdbc.sql("SELECT text FROM mail m JOIN person p ON p.email = m.to_address"
                        + " WHERE p.id = ? AND m.kind = 'documents-handed-over'")
                .param(to.personId().toString())
                .query(String.class)
                .list();
    }

    private int lines(UUID document) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_row WHERE action = 'library.document-handed-over' AND subject = ?")
                .param("document:" + document)
                .query(Integer.class)
                .single();
    }

    @Test
    void theyGoToTheCoordinatorOfTheAgencyWhoIsToldOnceHowMany() {
        UUID first = forAgency();
        UUID second = forAgency();
        formerOwners.handOver();
        assertThat(owner(first)).as("still here").isEqualTo(leaver.personId());
        leaves();
        formerOwners.handOver();
        formerOwners.handOver();
        assertThat(List.of(first, second))
                .allSatisfy(id -> assertThat(owner(id)).isEqualTo(coordinator.personId()))
                .allSatisfy(id -> assertThat(lines(id)).isEqualTo(1));
        assertThat(mails(coordinator))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Ottilie Leaver has left", "2 documents", "library/mine"));
        assertThat(owned.mine(coordinator)).extracting(DocumentCard::id).contains(first, second);
    }

    @Test
    void whereNobodyCoordinatesAnEditorAnswers() {
        people.giveRoles(coordinator.personId(), Set.of(), Reader.portal());
        Reader editor = somebody.named("Aaron First", agency, Role.EDITOR);
        UUID id = forAgency();
        leaves();
        formerOwners.handOver();
        assertThat(owner(id)).isEqualTo(editor.personId());
    }

    @Test
    void theyGoOnFromWhoIsErasedAndFromAnAgencyThatEnded() {
        UUID id = forAgency();
        jdbc.sql("UPDATE agency SET ended_at = UTC_TIMESTAMP(6) WHERE slug = ?")
                .param(agency)
                .update();
        formerOwners.handOver();
        assertThat(owner(id)).isNotIn(leaver.personId(), coordinator.personId());
    }

    /** Held against every exit, for everybody of the agency: who sees what is the same before and after. */
    @Test
    void nobodySeesMoreByIt() {
        Groups groups = portal.getBean(Groups.class);
        String group = groups.create(GroupKind.TASK_GROUP, "Closed " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        groups.add(group, leaver.personId(), Reader.portal());
        leaver = somebody.again(leaver.personId());
        Reader otherEditor = somebody.named("Zinnia Last", agency, Role.EDITOR);
        Reader both = somebody.named("Juniper Both", agency, Role.EDITOR, Role.COORDINATOR);
        List<UUID> all = List.of(
                forAgency(),
                document(Audience.ofGroups(group), true),
                document(Audience.ofGroups(group), false),
                document(Audience.ofPeople(leaver.personId()), true),
                document(Audience.ofEveryone(), false));
        List<Reader> readers = List.of(coordinator, practitioner, otherEditor, both);
        leaves();
        Map<String, Boolean> before = seen(all, readers);
        formerOwners.handOver();
        assertThat(seen(all, readers)).isEqualTo(before);
        assertThat(before).containsValues(true, false);
        assertThat(owner(all.get(2)))
                .as("a draft that only its owner saw is nobody’s to see")
                .isEqualTo(leaver.personId());
        assertThat(owner(all.get(1))).as("the group’s, published").isNotEqualTo(leaver.personId());
    }

    private Map<String, Boolean> seen(List<UUID> all, List<Reader> readers) {
        Map<String, Boolean> seen = new TreeMap<>();
        for (UUID id : all) {
            for (Reader reader : readers) {
                seen.put(
                        id + " " + reader.personId(), documents.find(id, reader).isPresent());
                seen.put(
                        id + " changes " + reader.personId(),
                        documents
                                .find(id, reader)
                                .filter(DocumentDetails::mayChange)
                                .isPresent());
            }
        }
        return seen;
    }

    @Test
    void whoMovesLeavesThoseOfTheirFormerAgencyThereAndKeepsOthers() {
        UUID theirs = forAgency();
        UUID onBehalf = forAgency();
        String another = somebody.agency("On behalf of");
        jdbc.sql("UPDATE document SET agency = ? WHERE id = ?")
                .params(another, onBehalf.toString())
                .update();
        people.join(leaver.personId(), somebody.agency("Moved to"), Reader.portal());
        people.giveRoles(leaver.personId(), Set.of(Role.EDITOR), Reader.portal());
        formerOwners.handOver();
        assertThat(owner(theirs)).isEqualTo(coordinator.personId());
        assertThat(owner(onBehalf)).isEqualTo(leaver.personId());
    }

    @Test
    void whoComesBackBeforeTheRunKeepsThem() {
        UUID id = forAgency();
        leaves();
        people.join(leaver.personId(), agency, Reader.portal());
        formerOwners.handOver();
        assertThat(owner(id)).isEqualTo(leaver.personId());
        assertThat(mails(coordinator)).isEmpty();
    }

    @Test
    void aCoordinatorHandsOneOnToAColleagueWhoSeesIt() {
        UUID id = forAgency();
        leaves();
        formerOwners.handOver();
        Reader elsewhere = somebody.of(somebody.agency("Elsewhere"));
        for (String wrong : List.of("nobody@nowhere.example", email(elsewhere), email(leaver))) {
            assertThatThrownBy(() -> owned.handOn(id, wrong, coordinator))
                    .isInstanceOf(InvalidDocument.class)
                    .hasMessage("Choose a colleague of your agency who can see this document");
        }
        assertThatThrownBy(() -> owned.handOn(id, email(practitioner), practitioner))
                .as("not its owner")
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> owned.handOn(id, email(practitioner), elsewhere))
                .isInstanceOf(UnknownDocument.class);
        assertThat(owned.colleagues("", 0, 20, coordinator))
                .extracting(person -> person.id())
                .contains(practitioner.personId())
                .doesNotContain(coordinator.personId(), elsewhere.personId());
        assertThat(owned.colleagues("", 0, 20, practitioner)).isEmpty();
        assertThat(owned.colleagues("", 0, 1, coordinator))
                .as("a page is full although the coordinator, who comes first, is not in it")
                .hasSize(1);
        owned.handOn(id, email(practitioner), coordinator);
        assertThat(owner(id)).isEqualTo(practitioner.personId());
        assertThat(lines(id)).isEqualTo(2);
        assertThatThrownBy(() -> owned.handOn(id, email(coordinator), practitioner))
                .as("who answers for it but coordinates nobody asks an editor")
                .isInstanceOf(AccessDeniedException.class);
    }

    private String email(Reader who) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(who.personId().toString())
                .query(String.class)
                .single();
    }
}
