package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentChange;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentField;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.library.WhyMaySee;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.PackOpening;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** An event hands its pack to those who have a place, for as long as they have it, whatever the pack’s own audience is. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class HandedPacksIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private HandedPacks handed;

    @Autowired
    private Packs packs;

    @Autowired
    private PackGaps gaps;

    @Autowired
    private Documents documents;

    @Autowired
    private Bookings bookings;

    private Reader editor;
    private Reader delegate;
    private Reader waiting;
    private UUID event;
    private UUID pack;
    private UUID document;

    @BeforeEach
    void anEventWithOnePlaceAndAPackForTheTeam() throws IOException {
        Somebody somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        editor = somebody.of(team, Role.EDITOR);
        delegate = somebody.of(somebody.agency("Elsewhere"));
        waiting = somebody.of(somebody.agency("Elsewhere"));
        event = new PlannedEvents(portal).published(false, Map.of(Mode.IN_PERSON, 1), List.of(), editor);
        Library library = portal.getBean(Library.class);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        document = library.draft(
                portal.getBean(Intake.class).take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(
                        "Slides",
                        "",
                        "presentation",
                        Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofAgencies(team),
                        null),
                editor);
        library.publish(document, editor);
        PackDesk desk = portal.getBean(PackDesk.class);
        pack = desk.draft(new PackDescription("Papers", "", Audience.ofAgencies(team)), editor);
        portal.getBean(PackFilling.class).add(pack, NewMember.document(document), editor);
        desk.publish(pack, editor);
    }

    @Test
    void whoeverHasAPlaceIsLetInAndNobodyElse() {
        handed.hand(event, pack, editor);
        assertThat(packs.find(pack, delegate)).isEmpty();
        UUID booking =
                bookings.book(event, BookingWish.of(Mode.IN_PERSON), delegate).id();
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), waiting);
        assertThat(packs.find(pack, delegate)).isPresent();
        assertThat(handed.of(event, delegate)).isPresent();
        assertThat(packs.find(pack, waiting)).isEmpty();
        assertThat(handed.of(event, waiting)).isEmpty();
        portal.getBean(Places.class).cancel(booking, delegate);
        assertThat(packs.find(pack, delegate)).isEmpty();
    }

    @Test
    void aPackThatIsTakenBackLetsNobodyInAnyMore() {
        handed.hand(event, pack, editor);
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), delegate);
        handed.takeBack(event, editor);
        assertThat(packs.find(pack, delegate)).isEmpty();
        assertThat(handed.of(event, editor)).isEmpty();
        assertThatThrownBy(() -> handed.hand(event, pack, delegate)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> handed.hand(event, UUID.randomUUID(), editor)).isInstanceOf(InvalidEvent.class);
    }

    @Test
    void itsDocumentsAreOpenedToDelegatesWhenAnEditorSaysSo() {
        assertThat(gaps.ofDelegates(pack, editor)).as("no event hands it out").isEmpty();
        handed.hand(event, pack, editor);
        assertThat(gaps.ofDelegates(pack, editor))
                .extracting(PackGaps.Gap::who)
                .containsExactly("Not everyone who may book could open it");
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), delegate);
        assertThat(packs.find(pack, delegate).orElseThrow().contents().members())
                .isZero();
        assertThat(gaps.ofDelegates(pack, editor))
                .containsExactly(new PackGaps.Gap("Slides", "1 delegate cannot open it"));
        assertThat(opening().open(pack, editor)).isEqualTo(1);
        assertThat(documents.find(document, delegate)).isPresent();
        assertThat(packs.find(pack, delegate).orElseThrow().contents().members())
                .isEqualTo(1);
        assertThat(gaps.ofDelegates(pack, editor)).isEmpty();
        assertThat(gaps.opened(pack, editor)).containsExactly("Slides");
        assertThat(documents.find(document, waiting)).isEmpty();
        assertThat(opening().close(pack, editor)).isEqualTo(1);
        assertThat(documents.find(document, delegate)).isEmpty();
    }

    @Test
    void whatLeavesThePackOrGoesDownWithItIsClosed() {
        handed.hand(event, pack, editor);
        opening().open(pack, editor);
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), delegate);
        PackDesk desk = portal.getBean(PackDesk.class);
        desk.takeDown(pack, editor);
        assertThat(documents.find(document, delegate)).isEmpty();
        desk.publish(pack, editor);
        assertThat(documents.find(document, delegate)).isPresent();
        PackFilling filling = portal.getBean(PackFilling.class);
        UUID member = portal.getBean(PackMembers.class)
                .of(pack, 0, 1, editor)
                .getFirst()
                .id();
        filling.remove(pack, member, editor);
        filling.add(pack, NewMember.document(document), editor);
        assertThat(documents.find(document, delegate)).as("put in anew").isEmpty();
        assertThat(portal.getBean(DocumentHistory.class).of(document, 0, 10, editor))
                .extracting(DocumentChange::what)
                .filteredOn(DocumentField.DELEGATES::equals)
                .hasSize(2);
    }

    @Test
    void anEditorWhoIsADelegateReadsItAndChangesNothing() {
        Somebody somebody = new Somebody(portal);
        Reader attending = somebody.of(somebody.agency("Elsewhere"), Role.EDITOR);
        String group = portal.getBean(Groups.class)
                .create(GroupKind.TASK_GROUP, "Closed " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        portal.getBean(Groups.class).add(group, editor.personId(), Reader.portal());
        Reader inGroup = somebody.again(editor.personId());
        Library library = portal.getBean(Library.class);
        DocumentDescription said =
                documents.find(document, editor).orElseThrow().description();
        DocumentDescription closed = new DocumentDescription(
                said.title(), "", said.kind(), said.topics(), said.marking(), null, Audience.ofGroups(group), null);
        library.describe(document, closed, inGroup);
        handed.hand(event, pack, editor);
        assertThat(opening().open(pack, inGroup)).isEqualTo(1);
        assertThat(documents.find(document, attending)).isEmpty();
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), attending);
        assertThat(documents.find(document, attending)).isPresent();
        assertThatThrownBy(() -> library.describe(document, closed, attending))
                .isInstanceOf(AccessDeniedException.class);
        WhoSees whoSees = portal.getBean(WhoSees.class);
        assertThat(whoSees.ask(document, attending.personId(), inGroup))
                .isEqualTo(new WhoSees.Why(WhoSees.Answer.SEES, WhyMaySee.DELEGATE));
        assertThat(whoSees.ask(document, waiting.personId(), inGroup).answer())
                .isEqualTo(WhoSees.Answer.NOT_IN_AUDIENCE);
    }

    private PackOpening opening() {
        return portal.getBean(PackOpening.class);
    }
}
