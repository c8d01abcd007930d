package org.safercommunities.portal.devtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.catalogue.CatalogueColumn;
import org.safercommunities.portal.library.catalogue.CatalogueTable;
import org.safercommunities.portal.library.catalogue.CatalogueValues;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API is told of a file, from its row; the same row makes the same words each time. */
final class ImportMetadata {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<CatalogueColumn> AS_THEY_ARE = List.of(
            CatalogueColumn.DESCRIPTION,
            CatalogueColumn.KIND,
            CatalogueColumn.MARKING,
            CatalogueColumn.HANDLING,
            CatalogueColumn.OWNER,
            CatalogueColumn.BASIS);

    private ImportMetadata() {}

    /** @throws InvalidDocument when a cell is not what its column has */
    static String of(String path, CatalogueTable.@Nullable Line row) {
        ObjectNode said = JSON.createObjectNode();
        String title = row == null ? "" : row.cell(CatalogueColumn.TITLE);
        said.put("title", title.isEmpty() ? title(path) : title);
        if (row == null) {
            return said.toString();
        }
        for (CatalogueColumn column : AS_THEY_ARE) {
            if (!row.cell(column).isEmpty()) {
                said.put(column.heading(), row.cell(column));
            }
        }
        put(said, "topics", CatalogueValues.several(row.cell(CatalogueColumn.TOPICS)));
        for (CatalogueColumn column : List.of(CatalogueColumn.REVIEW_ON, CatalogueColumn.DISPOSE_ON)) {
            var day = CatalogueValues.day(column.heading(), row.cell(column));
            if (day != null) {
                said.put(column.heading(), day.toString());
            }
        }
        for (CatalogueColumn column : List.of(CatalogueColumn.VISIBLE_FROM, CatalogueColumn.VISIBLE_UNTIL)) {
            Instant moment = CatalogueValues.moment(column.heading(), row.cell(column));
            if (moment != null) {
                said.put(column.heading(), moment.toString());
            }
        }
        audience(said, row);
        state(said, row.cell(CatalogueColumn.STATE));
        return said.toString();
    }

    private static void audience(ObjectNode said, CatalogueTable.Line row) {
        ObjectNode audience = JSON.createObjectNode();
        if (CatalogueValues.yes("everyone", row.cell(CatalogueColumn.EVERYONE))) {
            audience.put("everyone", true);
        }
        put(audience, "agencies", CatalogueValues.several(row.cell(CatalogueColumn.AGENCIES)));
        put(audience, "groups", CatalogueValues.several(row.cell(CatalogueColumn.GROUPS)));
        // The catalogue has a number here
        put(
                audience,
                "people",
                CatalogueValues.several(row.cell(CatalogueColumn.PEOPLE)).stream()
                        .filter(each -> each.contains("@"))
                        .toList());
        boolean narrowed = !row.cell(CatalogueColumn.EVERYONE).isEmpty();
        if (!audience.isEmpty()) {
            said.set("audience", audience);
        } else if (narrowed) {
            throw new InvalidDocument(
                    "everyone", "Nobody may see it: name agencies, groups or e-mail addresses of people, or everyone");
        }
    }

    private static void state(ObjectNode said, String state) {
        if (state.equalsIgnoreCase("DRAFT") || state.equalsIgnoreCase("PUBLISHED")) {
            said.put("draft", state.equalsIgnoreCase("DRAFT"));
        } else if (!state.isEmpty()) {
            throw new InvalidDocument("state", "The state is DRAFT or PUBLISHED");
        }
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    /** From the name of the file. */
    private static String title(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String plain = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
                .replace('_', ' ')
                .replaceAll("[\\p{Cc}\\p{Cf}]+", "")
                .strip();
        String whole = plain.isEmpty() ? "Document" : plain;
        return whole.length() <= 250 ? whole : whole.substring(0, 249) + "…";
    }
}
