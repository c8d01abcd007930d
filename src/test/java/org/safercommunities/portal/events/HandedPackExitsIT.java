package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.library.WhoSeesDocuments;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.PackOpening;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.Suggestion;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What an event hands out follows the booking, at every exit: in with the place, and out again from the next request on. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class HandedPackExitsIT {

    private static final String[] ALL = {
        "pack",
        "document",
        "api pack",
        "api document",
        "api content",
        "zip",
        "search pack",
        "search document",
        "suggestions",
        "notices"
    };

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Bookings bookings;

    private final String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
    private MockMvc http;
    private Somebody somebody;
    private Reader editor;
    private UUID event;
    private UUID pack;
    private UUID document;

    @BeforeEach
    void aPackThatIsHandedOutAndOpenedBeforeAnybodyBooked() throws Exception {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        Reader member = somebody.of(team, Role.EDITOR);
        Groups groups = portal.getBean(Groups.class);
        String group = groups.create(GroupKind.TASK_GROUP, "Speakers " + word, "", Reader.portal())
                .slug();
        groups.add(group, member.personId(), Reader.portal());
        editor = portal.getBean(Readers.class)
                .of(member.personId())
                .orElseThrow()
                .proven();
        event = new PlannedEvents(portal).published(false, Map.of(Mode.IN_PERSON, 2), List.of(), editor);
        Library library = portal.getBean(Library.class);
        document = library.draft(
                portal.getBean(Intake.class)
                        .take(new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8)), "words.txt"),
                new DocumentDescription(
                        "Slides " + word,
                        "",
                        "presentation",
                        Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofGroups(group),
                        null),
                editor);
        library.publish(document, editor);
        PackDesk desk = portal.getBean(PackDesk.class);
        pack = desk.draft(new PackDescription("Papers " + word, "", Audience.ofAgencies(team)), editor);
        portal.getBean(PackFilling.class).add(pack, NewMember.document(document), editor);
        desk.publish(pack, editor);
        portal.getBean(HandedPacks.class).hand(event, pack, editor);
        http.perform(put("/api/v1/collections/%s/delegates".formatted(pack))
                        .with(authentication(TestSignIn.authentication(editor.personId(), editor.roles()))))
                .andExpect(jsonPath("$.documents").value(1));
        isIndexed();
    }

    private void isIndexed() {
        Search search = portal.getBean(Search.class);
        Eventually.holds(() -> assertThat(
                        search.findable("documents", Set.of(document)).size()
                                + search.findable("collections", Set.of(pack)).size())
                .isEqualTo(2));
    }

    private Reader somebodyElsewhere() {
        return somebody.of(somebody.agency("Elsewhere"));
    }

    private UUID booked(Reader person) {
        return bookings.book(event, BookingWish.of(Mode.IN_PERSON), person).id();
    }

    @Test
    void whoBooksLaterIsLetInWithThePlaceAndOutWithoutIt() throws Exception {
        Reader delegate = somebodyElsewhere();
        assertThat(open(delegate)).isEmpty();
        UUID booking = booked(delegate);
        assertThat(open(delegate)).containsExactlyInAnyOrder(ALL);
        assertThat(open(somebodyElsewhere())).isEmpty();
        portal.getBean(Places.class).cancel(booking, delegate);
        assertThat(open(delegate)).isEmpty();
        booked(delegate);
        assertThat(open(delegate)).as("booked again").containsExactlyInAnyOrder(ALL);
        portal.getBean(HandedPacks.class).takeBack(event, editor);
        assertThat(open(delegate)).isEmpty();
    }

    @Test
    void whoseMembershipEndsIsOutWithTheNextRequest() throws Exception {
        Reader delegate = somebodyElsewhere();
        booked(delegate);
        assertThat(open(delegate)).containsExactlyInAnyOrder(ALL);
        portal.getBean(People.class).endMembership(delegate.personId(), "Left", Reader.portal());
        assertThat(portal.getBean(Readers.class).of(delegate.personId())).isEmpty();
        assertThat(open(delegate)).isEmpty();
    }

    @Test
    void whatIsClosedAgainLeavesThePackToThem() throws Exception {
        Reader delegate = somebodyElsewhere();
        booked(delegate);
        portal.getBean(PackOpening.class).close(pack, editor);
        isIndexed();
        assertThat(open(delegate)).containsExactlyInAnyOrder("pack", "api pack", "search pack", "suggestions");
    }

    @Test
    void anEditorWhoComesAsADelegateReadsAndNoMore() throws Exception {
        Reader delegate = somebody.of(somebody.agency("Elsewhere"), Role.EDITOR);
        booked(delegate);
        assertThat(open(delegate)).containsExactlyInAnyOrder(ALL);
        assertThat(portal.getBean(Documents.class)
                        .find(document, delegate)
                        .orElseThrow()
                        .mayChange())
                .isFalse();
        assertThatThrownBy(() -> portal.getBean(DocumentHistory.class).of(document, 0, 9, delegate))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> portal.getBean(DownloadTrail.class).of(document, 0, 9, delegate))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> portal.getBean(WhoSees.class).ask(document, editor.personId(), delegate))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(portal.getBean(Documents.class)
                        .find(document, editor)
                        .orElseThrow()
                        .mayChange())
                .isTrue();
        assertThat(portal.getBean(DownloadTrail.class).of(document, 0, 9, editor))
                .isNotEmpty();
    }

    @Test
    void theEventNamesItsPackToThoseWhoMayOpenItAndToNobodyElse() throws Exception {
        Reader delegate = somebodyElsewhere();
        String address = "/api/v1/events/" + event;
        assertThat(call(delegate, address).getContentAsString())
                .contains(event.toString())
                .doesNotContain(pack.toString())
                .doesNotContain(word);
        booked(delegate);
        String answer = call(delegate, address).getContentAsString();
        assertThat(JsonPath.<Map<String, String>>read(answer, "$.pack"))
                .isEqualTo(Map.of(
                        "id", pack.toString(),
                        "title", "Papers " + word,
                        "marking", "OFFICIAL",
                        "address", "/library/collections/" + pack,
                        "collection", "/api/v1/collections/" + pack));
    }

    /** The exits by which this person, as they stand now, gets at the pack or its document. */
    private Set<String> open(Reader person) throws Exception {
        Set<String> open = new TreeSet<>();
        call(open, person, "api pack", "/api/v1/collections/" + pack);
        call(open, person, "api document", "/api/v1/documents/" + document);
        call(open, person, "api content", "/api/v1/documents/" + document + "/content");
        MockHttpServletResponse zip = call(person, "/api/v1/collections/%s.zip".formatted(pack));
        note(open, "zip", zip.getStatus() == 200 && holdsAFile(zip.getContentAsByteArray()));
        Reader now = portal.getBean(Readers.class)
                .of(person.personId())
                .map(Reader::proven)
                .orElse(null);
        if (now != null) {
            note(open, "pack", portal.getBean(Packs.class).find(pack, now).isPresent());
            note(
                    open,
                    "document",
                    portal.getBean(Documents.class).find(document, now).isPresent());
            Set<UUID> found = found(now);
            note(open, "search pack", found.contains(pack));
            note(open, "search document", found.contains(document));
            List<Suggestion> suggested = portal.getBean(Search.class).suggest("Papers " + word, now, 5);
            note(open, "suggestions", !suggested.isEmpty());
        }
        note(open, "notices", told(person));
        return open;
    }

    private static void note(Set<String> open, String exit, boolean isOpen) {
        if (isOpen) {
            open.add(exit);
        }
    }

    private void call(Set<String> open, Reader person, String exit, String address) throws Exception {
        note(open, exit, call(person, address).getStatus() == 200);
    }

    private MockHttpServletResponse call(Reader person, String address) throws Exception {
        return http.perform(
                        get(address).with(authentication(TestSignIn.authentication(person.personId(), person.roles()))))
                .andReturn()
                .getResponse();
    }

    private static boolean holdsAFile(byte[] zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("01")) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<UUID> found(Reader reader) {
        Set<UUID> found = new java.util.HashSet<>();
        portal.getBean(Search.class).search(SearchQuery.of(word), reader).hits().stream()
                .map(SearchHit::id)
                .forEach(found::add);
        return found;
    }

    /** Whether they are among those who are told of the document. */
    private boolean told(Reader person) {
        return Boolean.TRUE.equals(new TransactionTemplate(portal.getBean(PlatformTransactionManager.class))
                .execute(status -> {
                    portal.getBean(ManyReaders.class)
                            .hold(portal.getBean(Readers.class).ofAll(List.of(person.personId())));
                    return portal.getBean(WhoSeesDocuments.class)
                            .published(List.of(document))
                            .containsKey(person.personId());
                }));
    }
}
