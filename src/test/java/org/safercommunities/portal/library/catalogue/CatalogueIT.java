package org.safercommunities.portal.library.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.shared.CsvLines;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** The catalogue goes out and comes back, many documents change together, and what is brought twice is there once. */
@PortalIT
class CatalogueIT {

    private static final Audience EVERYONE = Audience.ofEveryone();

    private final Shelf shelf;
    private final Catalogue catalogue;
    private final CatalogueEdit back;
    private final BulkEdit edit;
    private final DocumentReferences references;
    private final Documents documents;
    private final Library library;
    private final Groups groups;

    CatalogueIT(@Autowired ApplicationContext portal) {
        shelf = new Shelf(portal);
        catalogue = portal.getBean(Catalogue.class);
        back = portal.getBean(CatalogueEdit.class);
        edit = portal.getBean(BulkEdit.class);
        references = portal.getBean(DocumentReferences.class);
        documents = portal.getBean(Documents.class);
        library = portal.getBean(Library.class);
        groups = portal.getBean(Groups.class);
    }

    private String table(Reader reader) throws IOException {
        StringBuilder out = new StringBuilder();
        catalogue.write(out, reader);
        return out.toString();
    }

    private static List<CsvLines.Record> rows(String table) {
        return CsvLines.readByHeading(table.substring(1), 500);
    }

    private DocumentDetails now(UUID id) {
        return documents.find(id, shelf.editor).orElseThrow();
    }

    @Test
    void itHasWhatThisEditorMaySeeAndNoFormula() throws IOException {
        UUID open = shelf.published("=HYPERLINK(\"x\")", EVERYONE, Marking.OFFICIAL);
        GroupSummary group = groups.create(GroupKind.TASK_GROUP, "Catalogue " + UUID.randomUUID(), "", Reader.portal());
        UUID hidden = shelf.draft("Not for this editor", Audience.ofGroups(group.slug()), Marking.OFFICIAL);
        library.publish(hidden, shelf.editor);
        UUID removed = shelf.published("Removed", EVERYONE, Marking.OFFICIAL);
        shelf.remove(removed);
        String table = table(shelf.editor);
        assertThat(table).startsWith("\uFEFFid,title,description,kind,");
        assertThat(table).contains(open.toString()).doesNotContain(hidden.toString(), removed.toString());
        CsvLines.Record row = rows(table).stream()
                .filter(each -> each.first().equals(open.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.cell(1)).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(row.cells()).hasSize(CatalogueColumn.values().length - 1);
        assertThatThrownBy(() -> table(shelf.rowan)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPageTakesFourStatementsHoweverManyDocumentsItHas() throws IOException {
        long few = statements();
        for (int i = 0; i < 40; i++) {
            shelf.draft("One of many " + i, EVERYONE, Marking.OFFICIAL);
        }
        int documentsOfEverybody = rows(table(shelf.editor)).size();
        long pages = documentsOfEverybody / Catalogue.PAGE + 1;
        assertThat(few).isPositive();
        assertThat(statements()).isLessThanOrEqualTo(4 * pages + 1);
    }

    /** Selects on this thread’s connection: all of them run in one transaction here, so that others’ are not counted. */
    private long statements() {
        return java.util.Objects.requireNonNull(
                new org.springframework.transaction.support.TransactionTemplate(transactions).execute(status -> {
                    long before = selects();
                    try {
                        table(shelf.editor);
                    } catch (IOException never) {
                        throw new java.io.UncheckedIOException(never);
                    }
                    return selects() - before;
                }));
    }

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private org.springframework.transaction.PlatformTransactionManager transactions;

    private long selects() {
        return shelf.jdbc
                        .sql(
                                "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'COM_SELECT'")
                        .query(Long.class)
                        .single()
                - 1;
    }

    @Test
    void theTableComesBackAndOnlyWhatDiffersIsChanged() throws IOException {
        UUID one = shelf.published("+44 first", EVERYONE, Marking.OFFICIAL);
        UUID other = shelf.draft("Second", EVERYONE, Marking.OFFICIAL_SENSITIVE);
        library.describe(other, said("Second", "Line one\n\n\n\n\n\n\n\n“quoted”, and more", "report"), shelf.editor);
        Set<UUID> mine = Set.of(one, other);
        String table = table(shelf.editor);
        assertThat(mine(back.take(bytes(table), true, BulkEdit.Watch.NOBODY, shelf.editor), mine))
                .extracting(BulkReport.Line::outcome)
                .containsOnly(BulkReport.Outcome.UNCHANGED);
        String changed =
                "id;kind;reviewOn;topics;state;agencies\n%s;guidance;31/03/2031;%s;PUBLISHED;\n%s;report;;;DRAFT;no-such\n"
                        .formatted(one, "Topic " + shelf.topic, other);
        CatalogueEdit.Taken tried = back.take(bytes(changed), true, BulkEdit.Watch.NOBODY, shelf.editor);
        assertThat(tried.report().items().getFirst().fields()).containsExactly("kind", "reviewOn");
        assertThat(now(one).description().kind()).as("only tried").isEqualTo("report");
        CatalogueEdit.Taken taken = back.take(bytes(changed), false, BulkEdit.Watch.NOBODY, shelf.editor);
        assertThat(now(one).description().reviewOn()).isEqualTo(LocalDate.of(2031, 3, 31));
        assertThat(taken.report().items().getLast().message()).contains("no-such");
        assertThat(now(other).description().topics())
                .as("nothing of a refused line")
                .containsExactly(shelf.topic);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsLine() {
        String table = "id,reviewOn,extra\nnonsense,,\n%s,tomorrow,\n".formatted(UUID.randomUUID());
        CatalogueEdit.Taken taken = back.take(bytes(table), false, BulkEdit.Watch.NOBODY, shelf.editor);
        assertThat(taken.notes()).anyMatch(note -> note.contains("extra"));
        assertThat(taken.report().items())
                .extracting(BulkReport.Line::line, BulkReport.Line::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, BulkReport.Outcome.REFUSED),
                        org.assertj.core.groups.Tuple.tuple(3, BulkReport.Outcome.REFUSED));
        assertThatThrownBy(() -> back.take(bytes("a,b\n1,2\n"), true, BulkEdit.Watch.NOBODY, shelf.editor))
                .isInstanceOf(InvalidDocument.class);
    }

    @Test
    void oneThatVanishesIsReportedAndTheRestIsDone() {
        UUID one = shelf.published("Stays", EVERYONE, Marking.OFFICIAL);
        UUID vanishing = shelf.published("Vanishes meanwhile", EVERYONE, Marking.OFFICIAL);
        UUID draft = shelf.draft("Draft", EVERYONE, Marking.OFFICIAL);
        BulkChange withdraw = new BulkChange(said -> said, term -> term, false, "It is out of date", false);
        BulkReport tried =
                edit.change(List.of(one, vanishing, draft), withdraw, true, BulkEdit.Watch.NOBODY, shelf.editor);
        assertThat(List.of(tried.changed(), tried.refused())).containsExactly(2, 1);
        assertThat(now(one).state()).isEqualTo(DocumentState.PUBLISHED);
        BulkReport report = edit.change(
                List.of(one, vanishing, draft),
                withdraw,
                false,
                new BulkEdit.Watch(() -> false, done -> {
                    if (done == 1) {
                        shelf.remove(vanishing);
                    }
                }),
                shelf.editor);
        assertThat(report.items())
                .extracting(BulkReport.Line::outcome)
                .containsExactly(BulkReport.Outcome.CHANGED, BulkReport.Outcome.REFUSED, BulkReport.Outcome.REFUSED);
        assertThat(now(one).state()).isEqualTo(DocumentState.WITHDRAWN);
        assertThat(changes(one)).contains("STATE");
        assertThatThrownBy(() -> edit.change(List.of(one), withdraw, false, BulkEdit.Watch.NOBODY, shelf.rowan))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoeverStopsItKeepsWhatWasDone() {
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> shelf.draft("To stop " + i, EVERYONE, Marking.OFFICIAL))
                .toList();
        List<Integer> told = new ArrayList<>();
        BulkReport report = edit.change(
                ids,
                BulkChange.of(said -> said("Changed", "", "guidance"), term -> term),
                false,
                new BulkEdit.Watch(() -> told.size() == 2, told::add),
                shelf.editor);
        assertThat(List.of(report.changed(), report.left())).containsExactly(2, 2);
        assertThat(now(ids.getLast()).description().title()).startsWith("To stop");
    }

    private List<String> changes(UUID id) {
        return shelf.jdbc
                .sql("SELECT what FROM document_change WHERE document_id = ?")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    @Test
    void whatIsBroughtTwiceIsThereOnceAndHandsStayUnlessItChanges() {
        String reference = "a folder/" + UUID.randomUUID();
        StoredFile first = file();
        assertThat(references.wantsFile(reference, first.sha256(), shelf.editor))
                .isTrue();
        DocumentReferences.Kept kept = references.keep(sent(reference, first, "1", "As brought"), first, shelf.editor);
        assertThat(kept.outcome()).isEqualTo(DocumentReferences.Outcome.ADDED);
        UUID id = java.util.Objects.requireNonNull(kept.document());
        assertThat(now(id).state()).as("killed before it was published").isEqualTo(DocumentState.DRAFT);
        assertThat(again(reference, first, "1")).isEqualTo(DocumentReferences.Outcome.UNCHANGED);
        references.publishIfWanted(reference, shelf.editor);
        assertThat(now(id).state()).isEqualTo(DocumentState.PUBLISHED);
        library.describe(id, said("By hand", "", "report"), shelf.editor);
        assertThat(again(reference, first, "1")).isEqualTo(DocumentReferences.Outcome.UNCHANGED);
        assertThat(now(id).description().title()).isEqualTo("By hand");
        assertThat(again(reference, first, "2")).isEqualTo(DocumentReferences.Outcome.CHANGED);
        assertThat(now(id).description().title()).isEqualTo("Brought again");
        StoredFile second = file();
        assertThatThrownBy(() -> references.keep(sent(reference, second, "2", ""), first, shelf.editor))
                .as("bytes of another file")
                .isInstanceOf(InvalidDocument.class);
        assertThat(again(reference, second, "2")).isEqualTo(DocumentReferences.Outcome.NEW_VERSION);
        assertThat(now(id).versions()).hasSize(2);
        shelf.remove(id);
        assertThat(again(reference, second, "2"))
                .as("what was removed does not come back")
                .isEqualTo(DocumentReferences.Outcome.UNCHANGED);
        assertThatThrownBy(() -> again(reference, file(), "2")).hasMessageContaining("removed");
    }

    @Test
    void twoImportsAtOnceAddEachFileOnce() {
        String folder = "at once/" + UUID.randomUUID() + "/";
        List<StoredFile> files = IntStream.range(0, 12).mapToObj(i -> file()).toList();
        List<DocumentReferences.Outcome> outcomes;
        try (ExecutorService both = Executors.newFixedThreadPool(6)) {
            outcomes = IntStream.range(0, 48)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> references
                                    .keep(
                                            sent(folder + i % 12, files.get(i % 12), "1", "Once " + i % 12),
                                            files.get(i % 12),
                                            shelf.editor)
                                    .outcome(),
                            both))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(outcomes.stream().filter(one -> one == DocumentReferences.Outcome.ADDED))
                .hasSize(12);
        assertThat(shelf.jdbc
                        .sql("SELECT COUNT(*) FROM document d JOIN document_version v ON v.document_id = d.id"
                                + " WHERE v.sha256 IN (:files)")
                        .param("files", files.stream().map(StoredFile::sha256).collect(Collectors.toList()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    private DocumentReferences.Outcome again(String reference, StoredFile file, String said) {
        return references
                .keep(sent(reference, file, said, "Not used"), file, shelf.editor)
                .outcome();
    }

    private DocumentReferences.Sent sent(String reference, StoredFile file, String words, String title) {
        return new DocumentReferences.Sent(
                reference,
                file.sha256(),
                words,
                null,
                said(title.isEmpty() ? "Empty" : title, "", "report"),
                DocumentTerm.of(shelf.editor.personId()),
                BulkChange.of(before -> said("Brought again", "", "report"), term -> term));
    }

    private DocumentDescription said(String title, String description, @Nullable String kind) {
        return new DocumentDescription(
                title,
                description,
                kind == null ? "report" : kind,
                Set.of(shelf.topic),
                Marking.OFFICIAL,
                null,
                EVERYONE,
                null);
    }

    private static List<BulkReport.Line> mine(CatalogueEdit.Taken taken, Set<UUID> ids) {
        return taken.report().items().stream()
                .filter(line -> ids.contains(line.id()))
                .toList();
    }

    private static StoredFile file() {
        return new StoredFile(
                (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                10,
                "paper.pdf",
                "application/pdf");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
