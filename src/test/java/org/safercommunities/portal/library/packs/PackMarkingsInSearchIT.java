package org.safercommunities.portal.library.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.Suggestion;
import org.safercommunities.portal.shared.HighlightedText;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A found pack carries the highest marking of what whoever found it sees in it, and of nothing else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PackMarkingsInSearchIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Search search;

    @Test
    void aSensitiveMemberMarksThePackForThoseWhoSeeIt() throws IOException {
        Somebody somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        Reader editor = somebody.of(team, Role.EDITOR);
        Reader colleague = somebody.of(team);
        Reader elsewhere = somebody.of(somebody.agency("Elsewhere"));
        String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
        PackDesk desk = portal.getBean(PackDesk.class);
        UUID pack = desk.draft(new PackDescription("Papers " + word, "", Audience.ofEveryone()), editor);
        PackFilling filling = portal.getBean(PackFilling.class);
        filling.add(pack, NewMember.document(document(Marking.OFFICIAL, Audience.ofEveryone(), editor)), editor);
        filling.add(
                pack,
                NewMember.document(document(Marking.OFFICIAL_SENSITIVE, Audience.ofAgencies(team), editor)),
                editor);
        desk.publish(pack, editor);
        Eventually.holds(
                () -> assertThat(search.search(SearchQuery.of(word), elsewhere).hits())
                        .hasSize(1));
        shows("OFFICIAL-SENSITIVE", word, colleague);
        shows("OFFICIAL", word, elsewhere);
    }

    private UUID document(Marking marking, Audience audience, Reader editor) throws IOException {
        Library library = portal.getBean(Library.class);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID id = library.draft(
                portal.getBean(Intake.class).take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription("Paper", "", "report", Set.of(), marking, null, audience, null),
                editor);
        library.publish(id, editor);
        return id;
    }

    private void shows(String marking, String word, Reader reader) {
        List<Suggestion> suggested = search.suggest("Papers " + word, reader, 5);
        assertThat(suggested)
                .extracting(suggestion -> suggestion.facts().get(SearchEntry.MARKING))
                .containsExactly(marking);
        SearchHit hit = search.search(SearchQuery.of(word), reader).hits().getFirst();
        assertThat(hit.facts())
                .containsEntry(SearchEntry.MARKING, marking)
                .as("what the index holds stays")
                .containsKey(SearchEntry.PUBLISHED);
        FoundRows rows = portal.getBeansOfType(FoundRows.class).values().stream()
                .filter(each -> each.source().equals(hit.source()))
                .findFirst()
                .orElseThrow();
        HighlightedText nothing = new HighlightedText(List.of());
        String row = rows.row(new FoundRows.Found(
                        hit.id(), nothing, nothing, hit.kind(), "", hit.date(), hit.path(), hit.facts()))
                .getElement()
                .getTextRecursively();
        assertThat(row.contains("OFFICIAL-SENSITIVE")).isEqualTo(marking.equals("OFFICIAL-SENSITIVE"));
        assertThat(row).contains("OFFICIAL");
    }
}
