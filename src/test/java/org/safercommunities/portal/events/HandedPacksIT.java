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
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.library.packs.PackOpening;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

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
        handed.hand(event, pack, editor);
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), delegate);
        assertThat(packs.find(pack, delegate).orElseThrow().contents().members())
                .isZero();
        assertThat(gaps.ofDelegates(pack, editor))
                .extracting(PackGaps.Gap::title)
                .containsExactly("Slides");
        assertThat(portal.getBean(PackOpening.class).open(pack, editor)).isEqualTo(1);
        assertThat(documents.find(document, delegate)).isPresent();
        assertThat(packs.find(pack, delegate).orElseThrow().contents().members())
                .isEqualTo(1);
        assertThat(gaps.ofDelegates(pack, editor)).isEmpty();
        assertThat(documents.find(document, waiting)).isEmpty();
    }
}
