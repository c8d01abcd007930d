package org.safercommunities.portal.library.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every person at every pack by every exit, against the rule said once more: who sees the pack, and what of it. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PacksAccessIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Packs packs;

    @Autowired
    private PackMembers members;

    @Autowired
    private PackGaps gaps;

    @Autowired
    private PackDownloads downloads;

    @Autowired
    private Groups groups;

    /** One for all: making it takes longer than asking it. */
    private static @Nullable PacksWorld made;

    private PacksWorld world;

    @BeforeEach
    void aWorld() throws IOException {
        if (made == null) {
            made = new PacksWorld(20_261_126, portal);
        }
        world = made;
    }

    @Test
    void nobodyGetsAMemberOrATraceOfItUnlessBothRulesSaySo() throws IOException {
        List<String> faults = faults(UnaryOperator.identity());
        assertThat(faults).isEmpty();
        long seen = world.people.stream()
                .flatMap(person -> world.packs.stream().filter(pack -> world.sees(person, pack)))
                .count();
        assertThat(seen)
                .as("pairs in which the pack is theirs to see")
                .isBetween(10L, (long) world.people.size() * world.packs.size() - 10);
        assertThat(world.people.stream()
                        .filter(person ->
                                world.documents.stream().anyMatch(document -> world.openedTo(person, document))))
                .as("delegates to whom something was opened")
                .isNotEmpty();
    }

    @Test
    void aRuleWithOneKeyTooManyIsNoticed() throws IOException {
        assertThat(faults(reader -> {
                    Set<String> more = new HashSet<>();
                    groups.all().forEach(group -> more.add(group.slug()));
                    return new Reader(reader.personId(), reader.agencyId(), reader.agencyIds(), more, reader.roles());
                }))
                .isNotEmpty();
    }

    private List<String> faults(UnaryOperator<Reader> rule) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Reader person : world.people) {
            Reader reader = rule.apply(person);
            Set<String> listed = new HashSet<>();
            for (boolean published : List.of(true, false)) {
                packs.all(published, 0, 10_000, reader).forEach(card -> listed.add(card.title()));
            }
            for (PacksWorld.Pack pack : world.packs) {
                boolean sees = world.sees(person, pack);
                hold(faults, person, pack, "list", sees, listed.contains("Pack " + pack.word()));
                hold(
                        faults,
                        person,
                        pack,
                        "page",
                        sees,
                        packs.find(pack.id(), reader).isPresent());
                Set<String> expected = expected(person, pack, sees);
                hold(faults, person, pack, "members", expected, words(pack, String.join(" ", titles(pack, reader))));
                counts(faults, person, reader, pack, sees);
                zip(faults, person, reader, pack, sees);
                for (PacksWorld.Thing document : pack.documents()) {
                    hold(
                            faults,
                            person,
                            pack,
                            "a document’s packs",
                            sees && pack.published(),
                            packs.with(document.id(), reader).containsKey(pack.id()));
                }
                if (packs.find(pack.id(), reader).filter(PackDetails::mayChange).isPresent()) {
                    editorExits(faults, person, reader, pack, expected);
                }
            }
        }
        return faults;
    }

    private List<String> titles(PacksWorld.Pack pack, Reader reader) {
        return members.of(pack.id(), 0, 100, reader).stream()
                .map(PackMember::title)
                .toList();
    }

    private void counts(List<String> faults, Reader person, Reader reader, PacksWorld.Pack pack, boolean sees) {
        List<PacksWorld.Thing> documents = pack.documents().stream()
                .filter(one -> sees && world.sees(person, one))
                .toList();
        long events = pack.events().stream()
                .filter(one -> sees && world.seesEvent(person, one))
                .count();
        PackContents expected = new PackContents(
                documents.size() + (int) events + (sees ? pack.links() : 0),
                documents.size(),
                documents.stream().mapToLong(PacksWorld.Thing::size).sum(),
                documents.stream().anyMatch(PacksWorld.Thing::sensitive)
                        ? org.safercommunities.portal.library.Marking.OFFICIAL_SENSITIVE
                        : org.safercommunities.portal.library.Marking.OFFICIAL);
        PackContents does = members.contents(List.of(pack.id()), reader).getOrDefault(pack.id(), PackContents.NOTHING);
        hold(faults, person, pack, "counts", expected, does);
        hold(
                faults,
                person,
                pack,
                "marking",
                expected.marking(),
                members.markings(List.of(pack.id()), reader)
                        .getOrDefault(pack.id(), org.safercommunities.portal.library.Marking.OFFICIAL));
    }

    private void zip(List<String> faults, Reader person, Reader reader, PacksWorld.Pack pack, boolean sees)
            throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        try {
            downloads.answer(pack.id(), "zip", reader, new MockHttpServletRequest("GET", "/"), answer);
        } catch (UnknownPack none) {
            hold(faults, person, pack, "zip", sees, false);
            return;
        }
        StringBuilder names = new StringBuilder();
        StringBuilder contents = new StringBuilder();
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                if (entry.getName().startsWith("Contents")) {
                    contents.append(bytes.toString(StandardCharsets.UTF_8));
                } else {
                    // Numbered without a gap, whatever is hidden between
                    hold(
                            faults,
                            person,
                            pack,
                            "number",
                            "%02d".formatted(++files),
                            entry.getName().substring(0, 2));
                    names.append(entry.getName()).append(' ');
                }
            }
        }
        Set<String> all = expected(person, pack, sees);
        Set<String> expectedFiles = new TreeSet<>(all);
        pack.events().forEach(event -> expectedFiles.remove(event.word()));
        hold(faults, person, pack, "files in the zip", expectedFiles, words(pack, names.toString()));
        hold(faults, person, pack, "contents in the zip", all, words(pack, contents.toString()));
    }

    /** What warns an editor names nothing that the editor may not see, nor does the view as somebody else. */
    private void editorExits(
            List<String> faults, Reader person, Reader reader, PacksWorld.Pack pack, Set<String> expected) {
        String told = Stream.concat(
                        gaps.ofAudience(pack.id(), reader).stream(), gaps.ofDelegates(pack.id(), reader).stream())
                .map(PackGaps.Gap::title)
                .reduce("", (one, other) -> one + " " + other);
        Set<String> named = words(pack, told);
        named.removeAll(expected);
        hold(faults, person, pack, "warnings", Set.of(), named);
        for (String agency :
                world.people.stream().map(Reader::agencyId).distinct().toList()) {
            Reader plain = new Reader(new java.util.UUID(0, 0), agency, Set.of(agency), Set.of(), Set.of());
            boolean theirs = audienceAdmits(pack.audience(), agency);
            Set<String> both = expected(plain, pack, theirs);
            both.retainAll(expected);
            Set<String> shown = words(pack, String.join(" ", gaps.seenBy(agency, pack.id(), reader)));
            hold(faults, person, pack, "seen as " + agency, both, shown);
        }
    }

    private static boolean audienceAdmits(Audience audience, String agency) {
        return audience.everyone() || audience.agencies().contains(agency);
    }

    private Set<String> expected(Reader person, PacksWorld.Pack pack, boolean sees) {
        Set<String> words = new TreeSet<>();
        if (sees) {
            pack.documents().stream().filter(one -> world.sees(person, one)).forEach(one -> words.add(one.word()));
            pack.events().stream().filter(one -> world.seesEvent(person, one)).forEach(one -> words.add(one.word()));
        }
        return words;
    }

    private static Set<String> words(PacksWorld.Pack pack, String text) {
        Set<String> words = new TreeSet<>();
        Stream.concat(pack.documents().stream(), pack.events().stream())
                .map(PacksWorld.Thing::word)
                .filter(text::contains)
                .forEach(words::add);
        return words;
    }

    private static void hold(
            List<String> faults, Reader person, PacksWorld.Pack pack, String exit, Object should, Object does) {
        if (!should.equals(does)) {
            faults.add("%s of %s for %s: should be %s, is %s".formatted(exit, pack, person, should, does));
        }
    }
}
