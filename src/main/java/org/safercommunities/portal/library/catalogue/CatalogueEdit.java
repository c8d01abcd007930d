package org.safercommunities.portal.library.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Service;

/** Takes the catalogue back as somebody has changed it: of each document the cells that differ, and no others. */
@Service
public class CatalogueEdit {

    private final BulkEdit edit;
    private final Audiences audiences;
    private final PersonList people;
    private final Topics topics;

    CatalogueEdit(BulkEdit edit, Audiences audiences, PersonList people, Topics topics) {
        this.edit = edit;
        this.audiences = audiences;
        this.people = people;
        this.topics = topics;
    }

    /** What became of each line, and what to know about the whole table. */
    public record Taken(BulkReport report, List<String> notes) {}

    /** @throws InvalidDocument at {@code file} when it is no such table; nothing is changed then */
    public Taken take(byte[] table, boolean dryRun, BulkEdit.Watch watch, Reader by) {
        Catalogue.unlessEditor(by);
        CatalogueTable read = CatalogueTable.read(table, CatalogueColumn.ID);
        Map<String, String> names = topics.all().stream()
                .collect(Collectors.toMap(
                        topic -> topic.name().toLowerCase(java.util.Locale.ROOT), Topics.Topic::slug, (a, b) -> a));
        List<BulkEdit.Wanted> wanted = new ArrayList<>();
        List<BulkReport.Line> lines = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        for (CatalogueTable.Line line : read.lines()) {
            UUID id = id(line.cell(CatalogueColumn.ID));
            Integer before = id == null ? null : seen.putIfAbsent(id, line.number());
            String fault = !line.fault().isEmpty()
                    ? line.fault()
                    : id == null
                            ? "The id is not one of a document. Leave it as the catalogue has it"
                            : before != null
                                    ? "This document stands in line %d already. Keep one of them".formatted(before)
                                    : "";
            if (id == null || !fault.isEmpty()) {
                lines.add(new BulkReport.Line(
                        line.number(),
                        id,
                        line.cell(CatalogueColumn.TITLE),
                        BulkReport.Outcome.REFUSED,
                        List.of(),
                        fault));
            } else {
                wanted.add(new BulkEdit.Wanted(line.number(), id, change(line, names)));
            }
        }
        lines.addAll(edit.each(wanted, dryRun, watch, by));
        lines.sort(Comparator.comparing(one -> one.line() == null ? 0 : one.line()));
        return new Taken(BulkReport.of(dryRun, read.lines().size(), lines), read.notes());
    }

    private static @Nullable UUID id(String cell) {
        return cell.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(cell) : null;
    }

    private Function<Library.Standing, BulkChange> change(CatalogueTable.Line line, Map<String, String> topicNames) {
        return standing -> {
            Cells cells = new Cells(
                    line.cells(),
                    CatalogueCells.of(
                            standing.description(),
                            standing.term(),
                            standing.state(),
                            owner(standing.term().owner())));
            boolean publish = cells.differs(CatalogueColumn.STATE);
            if (publish
                    && !(standing.state() == DocumentState.DRAFT
                            && cells.get(CatalogueColumn.STATE).equalsIgnoreCase("PUBLISHED"))) {
                throw new InvalidDocument(
                        "state",
                        "In a table a draft becomes PUBLISHED, and nothing else changes its state: to withdraw, give a reason"
                                + " on the document’s page");
            }
            return new BulkChange(
                    said -> described(said, cells, topicNames), term -> term(term, cells), publish, null, false);
        };
    }

    private DocumentDescription described(DocumentDescription said, Cells cells, Map<String, String> topicNames) {
        return new DocumentDescription(
                cells.or(CatalogueColumn.TITLE, said.title(), cell -> cell),
                cells.or(CatalogueColumn.DESCRIPTION, said.description(), cell -> cell),
                cells.or(CatalogueColumn.KIND, said.kind(), cell -> cell),
                cells.or(
                        CatalogueColumn.TOPICS,
                        said.topics(),
                        cell -> CatalogueValues.several(cell).stream()
                                .map(each -> topicNames.getOrDefault(each.toLowerCase(java.util.Locale.ROOT), each))
                                .collect(Collectors.toSet())),
                cells.or(CatalogueColumn.MARKING, said.marking(), Marking::of),
                cells.differs(CatalogueColumn.HANDLING) ? cells.get(CatalogueColumn.HANDLING) : said.handling(),
                audience(said.audience(), cells),
                cells.differs(CatalogueColumn.REVIEW_ON)
                        ? CatalogueValues.day("reviewOn", cells.get(CatalogueColumn.REVIEW_ON))
                        : said.reviewOn());
    }

    /** People named one by one stay: the table says only how many they are. */
    private Audience audience(Audience before, Cells cells) {
        if (!cells.differs(CatalogueColumn.EVERYONE)
                && !cells.differs(CatalogueColumn.AGENCIES)
                && !cells.differs(CatalogueColumn.GROUPS)) {
            return before;
        }
        boolean everyone =
                cells.or(CatalogueColumn.EVERYONE, before.everyone(), cell -> CatalogueValues.yes("everyone", cell));
        Set<String> agencies = cells.or(
                CatalogueColumn.AGENCIES, before.agencies(), cell -> Set.copyOf(CatalogueValues.several(cell)));
        Set<String> groups =
                cells.or(CatalogueColumn.GROUPS, before.groups(), cell -> Set.copyOf(CatalogueValues.several(cell)));
        boolean onlyPeople = !everyone
                && agencies.isEmpty()
                && groups.isEmpty()
                && !before.people().isEmpty();
        if (!onlyPeople) {
            try {
                audiences.of(new Audiences.Written(everyone, List.copyOf(agencies), List.copyOf(groups), List.of()));
            } catch (InvalidEntry invalid) {
                throw new InvalidDocument(invalid.field(), invalid.getMessage());
            }
        }
        return new Audience(everyone, agencies, groups, before.people());
    }

    private DocumentTerm term(DocumentTerm term, Cells cells) {
        return new DocumentTerm(
                cells.or(CatalogueColumn.OWNER, term.owner(), this::person),
                moment(cells, CatalogueColumn.VISIBLE_FROM, term.visibleFrom()),
                moment(cells, CatalogueColumn.VISIBLE_UNTIL, term.visibleUntil()),
                cells.differs(CatalogueColumn.DISPOSE_ON)
                        ? CatalogueValues.day("disposeOn", cells.get(CatalogueColumn.DISPOSE_ON))
                        : term.disposeOn(),
                cells.differs(CatalogueColumn.BASIS) ? cells.get(CatalogueColumn.BASIS) : term.retentionBasis());
    }

    private static @Nullable Instant moment(Cells cells, CatalogueColumn column, @Nullable Instant before) {
        return cells.differs(column) ? CatalogueValues.moment(column.heading(), cells.get(column)) : before;
    }

    private UUID person(String email) {
        return people.findByEmail(email)
                .filter(PersonSummary::active)
                .map(PersonSummary::id)
                .orElseThrow(() -> new InvalidDocument("owner", "Nobody here has the address “%s”".formatted(email)));
    }

    private String owner(UUID id) {
        return people.emails(List.of(id)).getOrDefault(id, "");
    }

    /** A line beside what the catalogue would write now. */
    private record Cells(Map<CatalogueColumn, String> written, Map<CatalogueColumn, String> now) {

        boolean differs(CatalogueColumn column) {
            String cell = written.get(column);
            return cell != null && !cell.equals(plain(now.getOrDefault(column, "")));
        }

        String get(CatalogueColumn column) {
            return written.getOrDefault(column, "");
        }

        <T> T or(CatalogueColumn column, T before, Function<String, T> read) {
            return differs(column) ? read.apply(get(column)) : before;
        }

        private static String plain(String text) {
            return text.replace("\r\n", "\n").replace('\r', '\n').strip();
        }
    }
}
