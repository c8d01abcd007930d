package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;

class BulletinChecksTest {

    private static final UUID UNKNOWN = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");
    private static final UUID DRAFT = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000a");
    private static final UUID CANCELLED = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000b");
    private static final UUID OVER = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000c");

    private static final BulletinChecks CHECKS = new BulletinChecks(
            new BulletinDrawing(SampleIssues.PORTAL),
            Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC));

    private static final BlockFacts FACTS = new BlockFacts(
            Map.of(
                    SampleIssues.GUIDANCE,
                    SampleIssues.FACTS.documents().get(SampleIssues.GUIDANCE),
                    DRAFT,
                    new DocumentFacts("Notes", "/library/" + DRAFT, "Paper, Word", false, false)),
            Map.of(CANCELLED, event(EventFacts.Step.CANCELLED), OVER, event(EventFacts.Step.OVER)),
            SampleIssues.FACTS.pictures());

    private static EventFacts event(EventFacts.Step step) {
        return new EventFacts("Walk", "/events/x", LocalDate.of(2026, 11, 1), "Sunday", List.of(), step);
    }

    private static List<Finding> found(Block... blocks) {
        return CHECKS.of(new Issue("Subject", "Title", "Team", Blocks.of(blocks)), FACTS)
                .findings();
    }

    @Test
    void aBulletinInOrderHasNothingToPutRight() {
        BulletinReport report = CHECKS.of(SampleIssues.everything(), SampleIssues.FACTS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.canBeSent()).isTrue();
        assertThat(report.links()).isEqualTo(3);
        assertThat(report.kilobytes()).isBetween(20, 60);
        assertThat(report.contrast()).isBetween(4.5, 21.0);
    }

    static Stream<Arguments> whatStops() {
        return Stream.of(
                Arguments.of(new Block.Heading(""), "The heading is empty"),
                Arguments.of(new Block.Text(" \n"), "The text is empty"),
                Arguments.of(new Block.Quote(""), "The quote is empty"),
                Arguments.of(new Block.Image(null, "A street"), "There is no picture"),
                Arguments.of(new Block.Image(UNKNOWN, "A street"), "There is no picture"),
                Arguments.of(new Block.Image(SampleIssues.STREET, ""), "A picture has no description"),
                Arguments.of(
                        new Block.Image("i", SampleIssues.STREET, "", true, "https://example.org"),
                        "A picture that only decorates leads somewhere"),
                Arguments.of(new Block.Document(null), "No document is chosen"),
                Arguments.of(new Block.Document(UNKNOWN), "The document is not in the library any more"),
                Arguments.of(new Block.Document(DRAFT), "“Notes” is a draft that readers cannot open"),
                Arguments.of(new Block.Event(null), "No event is chosen"),
                Arguments.of(new Block.Event(UNKNOWN), "The event is not there any more"),
                Arguments.of(new Block.Event(CANCELLED), "“Walk” is cancelled"),
                Arguments.of(new Block.Link("https://example.org", ""), "The link has no words"),
                Arguments.of(new Block.Link("", "Our report"), "The link “Our report” leads nowhere"),
                Arguments.of(new Block.Button("https://example.org", ""), "The button has no words"),
                Arguments.of(
                        new Block.Button("www.example.org", "Our report"),
                        "“www.example.org” is not an address that a link can have"),
                Arguments.of(
                        new Block.Text("[Our report](javascript:alert(1))"),
                        "“javascript:alert(1)” is not an address that a link can have"),
                Arguments.of(
                        new Block.Text("[Our report](https://kent.example@evil.example/)"),
                        "“https://kent.example@evil.example/” is not an address that a link can have"),
                Arguments.of(
                        new Block.Text("[Our report](/library/" + UNKNOWN + ")"),
                        "A link leads to a document that is not in the library: /library/" + UNKNOWN),
                Arguments.of(
                        new Block.Link(SampleIssues.PORTAL + "/events/" + CANCELLED + "?from=mail", "Our walk"),
                        "A link leads to an event that is cancelled or not there: /events/" + CANCELLED + "?from=mail"),
                Arguments.of(new Block.Link("/libary", "The library"), "The portal has no page /libary"),
                Arguments.of(
                        new Block.SaveTheDate("", LocalDate.of(2027, 1, 1), ""), "It is not said what the date is for"),
                Arguments.of(new Block.SaveTheDate("Seminar", null, ""), "There is no date to save"));
    }

    @ParameterizedTest
    @MethodSource
    void whatStops(Block block, String problem) {
        List<Finding> found = found(new Block.Text("Hello"), block);
        assertThat(found).extracting(Finding::problem).containsExactly(problem);
        Finding finding = found.getFirst();
        assertThat(finding.stops()).isTrue();
        assertThat(finding.number()).isEqualTo(2);
        assertThat(finding.blockId()).isEqualTo(block.id());
        assertThat(finding.remedy()).isNotBlank().doesNotEndWith(".");
    }

    static Stream<Arguments> whatWarns() {
        return Stream.of(
                Arguments.of(new Block.Heading("h", "Small", 3), "A smaller heading stands under no larger one"),
                Arguments.of(new Block.Contents(), "The contents are empty"),
                Arguments.of(new Block.Event(OVER), "“Walk” is over"),
                Arguments.of(
                        new Block.Image(SampleIssues.STREET, "IMG_2041.jpg"),
                        "The description of a picture is the name of a file"),
                Arguments.of(
                        new Block.Text("[Click here!](https://example.org)"),
                        "The link “Click here!” does not say where it leads"),
                Arguments.of(
                        new Block.Text("<https://example.org>"),
                        "The words of a link are its address: “https://example.org”"),
                Arguments.of(
                        new Block.SaveTheDate("Seminar", LocalDate.of(2026, 11, 30), ""), "The date to save is over"));
    }

    @ParameterizedTest
    @MethodSource
    void whatWarns(Block block, String problem) {
        List<Finding> found = found(new Block.Text("Hello"), block);
        assertThat(found).extracting(Finding::problem).containsExactly(problem);
        assertThat(found.getFirst().stops()).isFalse();
        assertThat(found.getFirst().number()).isEqualTo(2);
    }

    @Test
    void linksToWhatIsThereAreFine() {
        assertThat(found(
                        new Block.Link("/library/" + SampleIssues.GUIDANCE, "The guidance"),
                        new Block.Link("/library?q=parks", "Parks in the library"),
                        new Block.Link(SampleIssues.PORTAL, "The portal"),
                        new Block.Text("[the team](mailto:team@kcst.example), [a survey](https://example.org/s?a=1)")))
                .isEmpty();
    }

    @Test
    void theWholeNeedsASubjectATitleAndSomethingInIt() {
        BulletinReport report = CHECKS.of(new Issue(" ", "", "Team", Blocks.NONE), BlockFacts.NONE);
        assertThat(report.findings())
                .extracting(Finding::problem)
                .containsExactly("The subject is empty", "The title is empty", "There is nothing in it");
        assertThat(report.findings()).allMatch(finding -> finding.number() == 0 && finding.blockId() == null);
        assertThat(report.canBeSent()).isFalse();
    }

    @Test
    void lengthIsWarnedOf() {
        Blocks long_ = new Blocks(IntStream.range(0, 60)
                .<Block>mapToObj(each -> new Block.Text("words ".repeat(350)))
                .toList());
        BulletinReport report = CHECKS.of(new Issue("s".repeat(121), "Title", "Team", long_), FACTS);
        assertThat(report.findings())
                .extracting(Finding::problem)
                .containsExactly(
                        "The subject has 121 characters", "The bulletin has %d KB".formatted(report.kilobytes()));
        assertThat(report.kilobytes()).isGreaterThan(102);
        assertThat(report.canBeSent()).isTrue();
    }
}
