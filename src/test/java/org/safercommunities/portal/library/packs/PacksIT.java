package org.safercommunities.portal.library.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs are filled, put in order, covered, published and taken down, by editors and by nobody else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PacksIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Packs packs;

    @Autowired
    private PackMembers members;

    @Autowired
    private PackDesk desk;

    @Autowired
    private PackFilling filling;

    @Autowired
    private PackOrder order;

    @Autowired
    private PackCovers covers;

    @Autowired
    private AuditTrail trail;

    private Somebody somebody;
    private StoredFile file;
    private Reader editor;
    private Reader reader;
    private UUID pack;

    @BeforeEach
    void aDraft() throws IOException {
        somebody = new Somebody(portal);
        String agency = somebody.agency("Packers");
        editor = somebody.of(agency, Role.EDITOR);
        reader = somebody.of(agency);
        file = portal.getBean(Intake.class)
                .take(new ByteArrayInputStream("Words.".getBytes(StandardCharsets.UTF_8)), "words.txt");
        pack = desk.draft(new PackDescription("Kit", "Words.", Audience.ofEveryone()), editor);
    }

    private UUID document(String title, Audience audience) {
        UUID id = library.draft(
                file,
                new DocumentDescription(title, "", "other", Set.of(), Marking.OFFICIAL, null, audience, null),
                editor);
        library.publish(id, editor);
        return id;
    }

    private List<String> titles(Reader of) {
        return members.of(pack, 0, 100, of).stream().map(PackMember::title).toList();
    }

    private List<UUID> filled(String... titles) {
        List<UUID> ids = new ArrayList<>();
        for (String title : titles) {
            ids.add(filling.add(pack, NewMember.document(document(title, Audience.ofEveryone())), editor));
        }
        return ids;
    }

    @Test
    void membersAreMovedAmongThoseThatTheirEditorSees() {
        List<UUID> ids = filled("A", "B", "C", "D");
        order.move(pack, ids.get(0), 1, editor);
        assertThat(titles(editor)).containsExactly("B", "A", "C", "D");
        order.move(pack, ids.get(3), -1, editor);
        assertThat(titles(editor)).containsExactly("B", "A", "D", "C");
        order.move(pack, ids.get(1), -1, editor);
        order.move(pack, ids.get(2), 5, editor);
        assertThat(titles(editor)).containsExactly("B", "A", "D", "C");
        order.putBefore(pack, ids.get(2), ids.get(1), editor);
        assertThat(titles(editor)).containsExactly("C", "B", "A", "D");
        order.putBefore(pack, ids.get(2), null, editor);
        assertThat(titles(editor)).containsExactly("B", "A", "D", "C");
        List<UUID> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        order.put(pack, reversed, editor);
        assertThat(titles(editor)).containsExactly("D", "C", "B", "A");
        assertThatThrownBy(() -> order.put(pack, ids.subList(0, 3), editor)).isInstanceOf(InvalidPack.class);
    }

    @Test
    void anEditorMovesPastWhatTheyCannotSeeWithoutLearningOfIt() {
        List<UUID> ids = filled("A", "B");
        Reader other = somebody.of(somebody.agency("Others"), Role.EDITOR);
        // A draft of another editor’s, whose audience does not name this one
        UUID hidden = document("Hidden", Audience.ofEveryone());
        UUID between = filling.add(pack, NewMember.document(hidden), editor);
        order.putBefore(pack, between, ids.get(1), editor);
        portal.getBean(JdbcClient.class)
                .sql("UPDATE document_audience SET token = 'group:none' WHERE document_id = ? AND token = 'everyone'")
                .param(hidden.toString())
                .update();
        portal.getBean(JdbcClient.class)
                .sql("DELETE FROM document_audience WHERE document_id = ? AND token = 'editors'")
                .param(hidden.toString())
                .update();
        assertThat(titles(other)).containsExactly("A", "B");
        order.move(pack, ids.get(1), -1, other);
        assertThat(titles(other)).containsExactly("B", "A");
        order.put(pack, ids, other);
        assertThat(titles(other)).containsExactly("A", "B");
        assertThatThrownBy(() -> filling.remove(pack, between, other)).isInstanceOf(UnknownPack.class);
    }

    @Test
    void onlyEditorsChangeAndOthersLearnOnlyOfWhatTheySee() {
        assertThatThrownBy(() -> desk.publish(pack, reader)).isInstanceOf(UnknownPack.class);
        desk.publish(pack, editor);
        assertThat(packs.find(pack, reader)).isPresent();
        assertThatThrownBy(() -> desk.takeDown(pack, reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> filling.add(pack, NewMember.link("A", "https://a.example"), reader))
                .isInstanceOf(AccessDeniedException.class);
        desk.takeDown(pack, editor);
        assertThat(packs.find(pack, reader)).isEmpty();
        assertThat(packs.find(pack, editor).orElseThrow().state()).isEqualTo(PackState.TAKEN_DOWN);
        assertThat(trail.of("pack:" + pack, 10))
                .extracting(line -> line.action())
                .containsExactly("library.pack-taken-down", "library.pack-published", "library.pack-drafted");
    }

    @Test
    void linksLeadOutOverHttpsAndNothingStandsInAPackTwice() {
        for (String address : List.of(
                "http://a.example", "javascript:alert(1)", "https:", "ftp://a", "https://me@a.example", "//a", "")) {
            assertThatThrownBy(() -> NewMember.link("A", address)).isInstanceOf(InvalidPack.class);
        }
        UUID document = document("A", Audience.ofEveryone());
        filling.add(pack, NewMember.document(document), editor);
        assertThatThrownBy(() -> filling.add(pack, NewMember.document(document), editor))
                .isInstanceOf(InvalidPack.class);
        assertThatThrownBy(() -> filling.add(pack, NewMember.document(UUID.randomUUID()), editor))
                .isInstanceOf(InvalidPack.class);
    }

    @Test
    void aCoverIsDrawnAnewAndSeenByThoseWhoSeeThePack() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB), "png", png);
        covers.keep(pack, new ByteArrayInputStream(png.toByteArray()), "cover.png", editor);
        assertThat(packs.find(pack, editor).orElseThrow().hasCover()).isTrue();
        assertThat(covers.open(pack, 600, editor)).isPresent();
        assertThat(covers.open(pack, 600, reader)).isEmpty();
        byte[] page = "<html><script>1</script>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> covers.keep(pack, new ByteArrayInputStream(page), "cover.png", editor))
                .isInstanceOf(InvalidPack.class);
        covers.leaveOut(pack, editor);
        assertThat(covers.open(pack, 600, editor)).isEmpty();
    }

    /** However many packs and members there are. */
    @Test
    void listsAskTheDatabaseAFixedNumberOfTimes() {
        TransactionTemplate transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
        filled("A");
        desk.publish(pack, editor);
        long few = statements(transaction);
        filled("B", "C", "D", "E");
        UUID another = desk.draft(new PackDescription("Another", "", Audience.ofEveryone()), editor);
        desk.publish(another, editor);
        assertThat(statements(transaction)).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    private long statements(TransactionTemplate transaction) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long before = questions();
            packs.all(true, 0, 200, reader);
            packs.count(true, reader);
            packs.find(pack, reader);
            members.of(pack, 0, 50, reader);
            return questions() - before;
        }));
    }

    private long questions() {
        return portal.getBean(JdbcClient.class)
                .sql("SHOW SESSION STATUS LIKE 'Questions'")
                .query((row, number) -> row.getLong(2))
                .single();
    }
}
