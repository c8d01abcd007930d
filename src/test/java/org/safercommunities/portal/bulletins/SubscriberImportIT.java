package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists as people keep them: what is good in them is taken, and of the rest they are told what to mend. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SubscriberImportIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    SubscriberImport imports;

    @Autowired
    SubscriberRows rows;

    private final String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
    private Somebody somebody;
    private Reader editor;

    @BeforeEach
    void begin() {
        somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Lists"), Role.EDITOR);
        portal.getBean(SubscriberDomains.class).allow(domain, editor);
    }

    private ImportReport take(String text) throws IOException {
        return take(text.replace("@D", "@" + domain).getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport take(byte[] bytes) throws IOException {
        return imports.take(new ByteArrayInputStream(bytes), EnumSet.allOf(BulletinKind.class), "Ticked a box", editor);
    }

    private Map<Integer, String> told(ImportReport report) {
        return report.rows().stream()
                .collect(Collectors.toMap(ImportReport.Row::line, row -> row.outcome() + ": " + row.message()));
    }

    private SubscriberRows.Kept kept(String name) {
        return rows.ofAddress(name + "@" + domain).orElseThrow();
    }

    @Test
    void whatIsGoodIsTakenAndTheSameListOnceMoreChangesNothing() throws IOException {
        String agency = somebody.agency("Sender");
        String name = portal.getBean(Agencies.class).find(agency).orElseThrow().name();
        String list = """
                email,name,agency,topics
                a@D,Aster Quarry,%s,road-safety|Domestic Abuse
                b@D,"Bracken, Sue",%s,"Early Intervention, Prevention and Education"
                C@D,,,
                """.formatted(agency, name.toUpperCase(java.util.Locale.ROOT));

        ImportReport report = take(list);

        assertThat(report.rows()).extracting(ImportReport.Row::outcome).containsOnly("accepted");
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(kept("a").choice().topics()).containsExactlyInAnyOrder("road-safety", "domestic-abuse");
        assertThat(kept("b").name()).isEqualTo("Bracken, Sue");
        assertThat(kept("b").agency()).isEqualTo(agency);
        assertThat(kept("b").choice().topics()).containsExactly("early-intervention-prevention-and-education");
        assertThat(kept("c").choice()).isEqualTo(SubscriptionChoice.everything());
        assertThat(take(list).unchanged()).isEqualTo(3);
        assertThat(told(take("email,name\na@D,Aster Chalk\n"))).containsEntry(2, "changed: ");
        assertThat(kept("a").choice().topics())
                .as("what a list does not say stays")
                .hasSize(2);
    }

    @Test
    void brokenLinesAreReportedEachWithItsNumberAndHowToMendIt() throws IOException {
        ImportReport report = take("""
                email,name,agency,topics
                good@D,Good,,
                nobody,No Address,,
                ,Only a name,,
                "two
                lines@D",Newline,,
                x@D,X,no-such-agency,
                y@D,Y,,no-such-topic
                z@elsewhere-D,Z,,
                good@D,Twice,,
                email,name,agency,topics
                "open@D,Open,,
                =cmd|' /C calc'!A0,Formula,,
                last@D,Last,,
                """.replace("elsewhere-D", "elsewhere.example"));

        Map<Integer, String> told = told(report);
        assertThat(told.get(2)).isEqualTo("accepted: ");
        assertThat(told.get(3)).contains("refused", "like name@example.org");
        assertThat(told.get(4)).contains("There is no email address");
        assertThat(told.get(5)).contains("without a line break");
        assertThat(told.get(7)).contains("There is no agency “no-such-agency”");
        assertThat(told.get(8)).contains("There is no topic “no-such-topic”");
        assertThat(told.get(9)).contains("elsewhere.example is not a domain");
        assertThat(told.get(10)).contains("stands in line 2 already");
        assertThat(told.get(11)).contains("second heading");
        assertThat(told.get(12)).contains("quotation mark");
        assertThat(told.get(13)).contains("refused");
        assertThat(told.get(14)).isEqualTo("accepted: ");
        assertThat(report.refused()).isEqualTo(10);
        StringBuilder table = new StringBuilder();
        report.export(table);
        assertThat(table.toString()).contains("'=cmd").doesNotContain("\n=", ",=", "\"=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyWayOfWritingIsRead(String charset) throws IOException {
        String mark = charset.startsWith("windows") ? "" : "\uFEFF";
        String text = mark + "Name;E-mail;Topics\r\nZoë Öland;zoe@%s;road-safety,domestic-abuse\r\n".formatted(domain);
        ImportReport report = take(text.getBytes(Charset.forName(charset)));
        assertThat(report.accepted()).isOne();
        assertThat(kept("zoe").name()).isEqualTo("Zoë Öland");
        assertThat(kept("zoe").choice().topics()).hasSize(2);
    }

    @Test
    void aListWithoutAHeadingIsReadAsDocumented() throws IOException {
        assertThat(take("plain@D,Plain Weald\n\n").accepted()).isOne();
        assertThat(kept("plain").name()).isEqualTo("Plain Weald");
        assertThatThrownBy(() -> take("nothing,to,be,found\n1,2,3,4\n")).hasMessageContaining("Name the columns");
    }

    @Test
    void whoHasUnsubscribedOrLeftIsNotBroughtBackAndAnOwnChoiceStays() throws IOException {
        take("email\ngone@D\nown@D\n");
        OwnSubscription own = portal.getBean(OwnSubscription.class);
        own.stop(new SecretLink(kept("gone").id(), kept("gone").secret()).text());
        SubscriptionChoice choice = new SubscriptionChoice(Set.of(BulletinKind.NEWSLETTER), Set.of("road-safety"));
        own.choose(new SecretLink(kept("own").id(), kept("own").secret()).text(), choice);
        People people = portal.getBean(People.class);
        UUID left = people.name("left@" + domain, "Left", somebody.agency("Left"), null, Reader.portal());
        people.endMembership(left, "Retired", Reader.portal());
        Reader member =
                somebody.again(people.name("member@" + domain, "Member", somebody.agency("In"), null, Reader.portal()));

        Map<Integer, String> told =
                told(take("email,topics\ngone@D,\nown@D,domestic-abuse\nleft@D,\nmember@D,road-safety\n"));

        assertThat(told.get(2)).contains("refused", "They have unsubscribed");
        assertThat(told.get(3)).contains("unchanged", "chosen themselves");
        assertThat(told.get(4)).contains("refused", "have left their agency");
        assertThat(told.get(5)).contains("accepted", "They have an account");
        assertThat(kept("own").choice()).isEqualTo(choice);
        assertThat(own.of(member).topics()).containsExactly("road-safety");
    }

    @Test
    void tooLongAListIsRefusedBeforeAnythingIsTaken() {
        String many = IntStream.range(0, SubscriberImport.MOST_LINES + 1)
                .mapToObj(line -> "m%d@%s".formatted(line, domain))
                .collect(Collectors.joining("\n", "email\n", "\n"));
        assertThatThrownBy(() -> take(many)).hasMessageContaining("at most 20,000 lines");
        assertThat(rows.ofAddress("m0@" + domain)).isEmpty();
    }

    @Test
    void aMillionLinesAreNotEvenRead(@TempDir Path folder) throws IOException {
        Path million = folder.resolve("million.csv");
        try (BufferedWriter out = Files.newBufferedWriter(million)) {
            for (int line = 0; line < 1_000_000; line++) {
                out.write("m" + line + "@" + domain + ",Somebody,,\n");
            }
        }
        try (FileChannel file = FileChannel.open(million);
                InputStream lines = Channels.newInputStream(file)) {
            assertThatThrownBy(() -> imports.take(lines, EnumSet.allOf(BulletinKind.class), "Ticked", editor))
                    .hasMessageContaining("split the file");
            assertThat(file.position()).isLessThan(5_000_000);
        }
        assertThat(rows.ofAddress("m0@" + domain)).isEmpty();
    }

    @Test
    void millionsOfBlankLinesDoNotFillTheMemory() {
        assertThatThrownBy(() -> take("email\nb@D\n" + "\n".repeat(3_900_000))).hasMessageContaining("split the file");
        assertThat(rows.ofAddress("b@" + domain)).isEmpty();
    }

    @Test
    void staffSayHowTheyAgreed() {
        assertThatThrownBy(() ->
                        imports.take(InputStream.nullInputStream(), EnumSet.allOf(BulletinKind.class), " ", editor))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("how they agreed");
    }
}
