package org.safercommunities.portal.search;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.jspecify.annotations.Nullable;

/**
 * A row of what can be found. Read here to be indexed; written by {@link SearchIndex} in SQL, where an upsert cannot collide
 * with another. {@link IndexedFields} says what of it the index holds.
 */
@Entity
@Table(name = "search_entry")
@Indexed(index = "things")
class IndexedThing {

    @Id
    private UUID id;

    private String source;

    private UUID thingId;

    private String title;

    @Column(columnDefinition = "text")
    private String description;

    @Column(columnDefinition = "mediumtext")
    private String body;

    private String kind;

    @Column(columnDefinition = "text")
    private String topics;

    @Nullable
    private String agency;

    private LocalDate dated;

    private String path;

    @Column(columnDefinition = "text")
    private String facts;

    @Nullable
    private LocalDateTime visibleFrom;

    @Nullable
    private LocalDateTime visibleUntil;

    @Nullable
    private LocalDate staleFrom;

    private int stamp;

    private boolean pending;

    private boolean removed;

    @ElementCollection
    @CollectionTable(name = "search_entry_token", joinColumns = @JoinColumn(name = "entry_id"))
    @Column(name = "token")
    private Set<String> audienceTokens = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected IndexedThing() {}

    /** The id of the row of a thing: always the same, so that nobody has to look it up before writing. */
    static UUID idOf(String source, UUID thingId) {
        return UUID.nameUUIDFromBytes((source + ':' + thingId).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    String source() {
        return source;
    }

    UUID thingId() {
        return thingId;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String body() {
        return body;
    }

    String kind() {
        return kind;
    }

    List<String> topics() {
        return topics.isEmpty() ? List.of() : List.of(topics.split(" "));
    }

    @Nullable
    String agency() {
        return agency;
    }

    LocalDate dated() {
        return dated;
    }

    String path() {
        return path;
    }

    String facts() {
        return facts;
    }

    Validity validity() {
        return new Validity(
                visibleFrom == null ? null : visibleFrom.toInstant(ZoneOffset.UTC),
                visibleUntil == null ? null : visibleUntil.toInstant(ZoneOffset.UTC),
                staleFrom);
    }

    int stamp() {
        return stamp;
    }

    boolean isRemoved() {
        return removed;
    }

    Set<String> audienceTokens() {
        return audienceTokens;
    }
}
