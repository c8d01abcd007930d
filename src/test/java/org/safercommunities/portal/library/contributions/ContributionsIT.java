package org.safercommunities.portal.library.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentField;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.contributions.ContributionReading.Which;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Offered documents from their draft to the library, or to the reason why not. */
@PortalIT
class ContributionsIT {

    private final ContributionWorld world;

    ContributionsIT(@Autowired ApplicationContext portal) {
        world = new ContributionWorld(portal);
    }

    private static void refused(ThrowingCallable step, String words) {
        assertThatThrownBy(step).isInstanceOf(InvalidDocument.class).hasMessageContaining(words);
    }

    @Test
    void whatIsPublishedIsFromTheAuthorsAgencyAndSaysWhereItCameFrom() {
        UUID offer = world.sent("Notice");
        UUID document = world.publish(offer, "Notice to residents", Audience.ofEveryone(), world.editor);
        DocumentDetails seen = world.documents.find(document, world.elsewhere).orElseThrow();
        assertThat(seen.agency()).isEqualTo(world.north);
        assertThat(seen.owner()).isEqualTo(world.editor.personId());
        assertThat(seen.description().title()).isEqualTo("Notice to residents");
        assertThat(world.bean(DocumentHistory.class).of(document, 0, 20, world.editor))
                .filteredOn(change -> change.what() == DocumentField.ORIGIN)
                .singleElement()
                .satisfies(change -> assertThat(change.after()).startsWith("Offered by Offering north"));
        assertThat(world.bean(Contributors.class).named(document)).contains(world.author.personId());
        assertThat(world.now(offer, world.coordinator).document()).isEqualTo(document);
        assertThat(world.trail(offer)).containsExactly("begun", "file", "sent", "published");
        assertThat(world.mails(offer, world.author)).containsExactly("document-offer-published");
        assertThat(letter(offer)).contains("/library/" + document);
        refused(() -> world.contributions.takeBack(offer, world.author), "in the library already");
    }

    @Test
    void whoeverMayNotSeeTheResultGetsNoLinkToIt() {
        UUID offer = world.sent("Notice");
        UUID document = world.publish(offer, "For the team", Audience.ofPeople(world.editor.personId()), world.editor);
        assertThat(letter(offer)).contains("/library/offers/" + offer).doesNotContain("/library/" + document);
        assertThat(letter(offer)).doesNotContain("For the team");
    }

    private String letter(UUID offer) {
        return world.jdbc
                .sql("SELECT text FROM mail WHERE reference = ?")
                .param("document-offer:" + offer)
                .query(String.class)
                .single();
    }

    @Test
    void isDeclinedWithAReasonOnlyAndMayBeSentAgain() {
        UUID offer = world.sent("Notice");
        refused(() -> world.desk.decline(offer, " ", world.editor), "Say why");
        refused(() -> world.desk.decline(offer, "x".repeat(1_001), world.editor), "Shorten the reason");
        world.desk.decline(offer, "We have one like it.", world.editor);
        assertThat(world.now(offer, world.author).reason()).isEqualTo("We have one like it.");
        assertThat(world.mails(offer, world.author)).containsExactly("document-offer-declined");
        world.contributions.send(offer, world.author);
        assertThat(world.now(offer, world.editor).reason()).isNull();
        world.contributions.takeBack(offer, world.coordinator);
        assertThat(world.reading.find(offer, world.coordinator)).as("a draft").isEmpty();
        assertThat(world.mails(offer, world.author))
                .containsExactly("document-offer-declined", "document-offer-taken-back");
        world.contributions.discard(offer, world.author);
        assertThat(world.reading.find(offer, world.author)).isEmpty();
    }

    @Test
    void isSentOnlyWithAFileWordsAndBothConfirmations() {
        UUID offer = world.contributions.begin(ContributionContent.titled(""), null, null, world.author);
        refused(() -> world.contributions.send(offer, world.author), "Choose the file");
        world.contributions.file(offer, world.file("Words"), world.author);
        refused(() -> world.contributions.send(offer, world.author), "Enter a title");
        assertThat(world.now(offer, world.author).content().missing(false, true))
                .extracting(InvalidDocument::field)
                .containsExactly("title", "description", "mayShare", "noPersonalData");
        int version = world.now(offer, world.author).version();
        world.contributions.change(offer, version, ContributionWorld.says("Notice"), world.author);
        world.contributions.send(offer, world.author);
        assertThat(world.now(offer, world.editor).state()).isEqualTo(ContributionState.WAITING);
    }

    @Test
    void ofTwoEditorsOneWinsAndTheOtherIsTold() throws Exception {
        UUID offer = world.sent("Notice");
        List<Callable<Object>> both =
                List.of(() -> world.publish(offer, "By one", Audience.ofEveryone(), world.editor), () -> {
                    world.desk.decline(offer, "By the other", world.other);
                    return "declined";
                });
        int won = 0;
        try (ExecutorService editors = Executors.newFixedThreadPool(2)) {
            for (Future<Object> each : editors.invokeAll(both)) {
                try {
                    each.get();
                    won++;
                } catch (ExecutionException late) {
                    assertThat(late.getCause())
                            .isInstanceOf(ContributionChangedMeanwhile.class)
                            .hasMessageContaining("meanwhile");
                }
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(world.mails(offer, world.author)).hasSize(1);
    }

    @Test
    void whatItsAuthorChangedMeanwhileIsNotPublishedUnseen() {
        UUID offer = world.sent("Notice");
        int read = world.now(offer, world.editor).version();
        world.contributions.change(offer, read, ContributionWorld.says("Other notice"), world.author);
        assertThatThrownBy(() -> world.desk.publish(
                        offer,
                        read,
                        ContributionWorld.described("Notice", Audience.ofEveryone()),
                        org.safercommunities.portal.library.DocumentTerm.of(world.editor.personId()),
                        world.editor))
                .isInstanceOf(ContributionChangedMeanwhile.class);
        assertThat(world.now(offer, world.author).state()).isEqualTo(ContributionState.WAITING);
    }

    @Test
    void aNewerVersionComesFromWhomTheDocumentCameFrom() {
        UUID document = world.document(world.published("Notice"));
        assertThatThrownBy(() -> world.contributions.begin(
                        ContributionWorld.changed("Mine", "All"), null, document, world.elsewhere))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> world.contributions.begin(
                        ContributionWorld.changed("Mine", "All"), null, UUID.randomUUID(), world.author))
                .isInstanceOf(UnknownDocument.class);
        UUID newer = world.newerVersion(document);
        int version = world.now(newer, world.editor).version();
        assertThat(world.desk.accept(newer, version, "New telephone number", world.editor))
                .isEqualTo(2);
        assertThat(world.documents.find(document, world.elsewhere).orElseThrow().current())
                .extracting(VersionSummary::number, VersionSummary::note)
                .containsExactly(2, "New telephone number");
        assertThat(world.mails(newer, world.author)).containsExactly("document-offer-accepted");
    }

    @Test
    void nobodyFillsTheDisk() {
        ContributionSettings small = new ContributionSettings(1, DataSize.ofBytes(10), 90);
        ContributionIntake intake = new ContributionIntake(world.bean(Intake.class), small, world.bean(Clock.class));
        refused(
                () -> intake.take(new ByteArrayInputStream(new byte[11]), "a.txt", world.author),
                "may have 10 bytes at most");
        Contributions limited = new Contributions(
                world.bean(ContributionTable.class),
                world.bean(Contributors.class),
                world.documents,
                world.bean(Topics.class),
                small,
                world.portal);
        world.sent("First");
        UUID second = world.draft("Second");
        TransactionTemplate one = new TransactionTemplate(world.bean(PlatformTransactionManager.class));
        refused(
                () -> one.executeWithoutResult(status -> limited.send(second, world.author)),
                "wait for the team already");
        refused(
                () -> one.executeWithoutResult(
                        status -> limited.begin(ContributionWorld.says("Third"), null, null, world.author)),
                "drafts already");
    }

    @Test
    void theFilesOfWhatNobodyWaitsForGoAfterAWhile() {
        OfferedFilesKept kept = world.bean(OfferedFilesKept.class);
        UUID waiting = world.sent("Waiting");
        UUID draft = world.draft("Draft");
        UUID fresh = world.draft("Fresh");
        String sha256 = java.util.Objects.requireNonNull(
                        world.now(draft, world.author).file())
                .sha256();
        String waits = java.util.Objects.requireNonNull(
                        world.now(waiting, world.author).file())
                .sha256();
        List.of(waiting, draft).forEach(offer -> world.lastTouched(offer, 91));
        assertThat(kept.refersTo(sha256)).isTrue();
        kept.letGo();
        assertThat(kept.refersTo(sha256)).isFalse();
        assertThat(kept.refersTo(waits)).isTrue();
        assertThat(world.now(draft, world.author).fileGoneAt()).isNotNull();
        assertThat(world.now(fresh, world.author).file()).isNotNull();
        refused(() -> world.contributions.send(draft, world.author), "Choose the file");
        assertThat(world.trail(draft)).endsWith("file-gone");
    }

    @Test
    void itsFileIsReadAndTheTeamLearnsOfMarkingsAndOfTheSameFileInTheLibrary() {
        String words = "TOP SECRET\n\nA notice " + UUID.randomUUID();
        UUID offer = world.contributions.begin(ContributionWorld.says("Notice"), world.file(words), null, world.author);
        world.contributions.send(offer, world.author);
        Eventually.holds(() -> {
            VersionSummary file = world.now(offer, world.editor).file();
            assertThat(file == null ? List.of() : file.higherMarkings()).contains("TOP SECRET");
        });
        assertThat(world.reading.text(offer, world.editor))
                .hasValueSatisfying(text -> assertThat(text).contains("A notice"));
        assertThat(world.desk.sameBytes(offer, world.editor)).isEmpty();
        UUID again = world.contributions.begin(ContributionWorld.says("Notice"), world.file(words), null, world.author);
        world.contributions.send(again, world.author);
        world.publish(offer, "For one", Audience.ofPeople(world.editor.personId()), world.editor);
        assertThat(world.desk.sameBytes(again, world.editor)).hasSize(1);
        assertThatThrownBy(() -> world.desk.sameBytes(again, world.author)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aListTakesTheSameStatementsHoweverLongItIs() {
        world.sent("One");
        long few = statements();
        List<UUID> more = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            more.add(world.sent("Another"));
        }
        assertThat(world.reading.list(Which.OWN, 0, 50, world.author)).hasSizeGreaterThan(more.size());
        assertThat(statements()).isEqualTo(few);
    }

    private long statements() {
        Long asked = new TransactionTemplate(world.bean(PlatformTransactionManager.class)).execute(status -> {
            long before = questions();
            for (Which which : Which.values()) {
                world.reading.list(which, 0, 50, world.author);
                world.reading.count(which, world.author);
            }
            return questions() - before;
        });
        return asked == null ? 0 : asked;
    }

    private long questions() {
        return world.jdbc
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    @Test
    void onesCopyOfWhatIsHeldHasOnesOffers() {
        UUID offer = world.sent("Notice of mine");
        assertThat(world.bean(OwnContributionData.class)
                        .of(world.author.personId())
                        .toString())
                .contains("Notice of mine", offer.toString(), "sent");
        Reader nobody = world.somebody.of(world.south);
        assertThat(world.bean(OwnContributionData.class).of(nobody.personId()))
                .isEqualTo(Map.of("offers", List.of(), "steps", List.of()));
    }
}
