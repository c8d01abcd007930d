package org.safercommunities.portal.library;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;

/** A document of the library: what is said of it, who may see it, and which of its versions is current. */
@Entity
class Document {

    @Id
    private UUID id;

    private String title;

    private String description;

    private String kind;

    @Enumerated(EnumType.STRING)
    private Marking marking;

    @Nullable
    private String handling;

    private String agency;

    private UUID owner;

    @Nullable
    private LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    @Nullable
    private Instant publishedAt;

    private Instant createdAt;

    private int currentNumber;

    @ElementCollection
    @CollectionTable(name = "document_topic", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "topic")
    private Set<String> topics = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "document_audience", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "token")
    private Set<String> audience = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(UUID id, DocumentDescription description, String agency, UUID owner, Instant now) {
        this.id = id;
        this.agency = agency;
        this.owner = owner;
        this.createdAt = now;
        this.state = DocumentState.DRAFT;
        this.currentNumber = 0;
        this.title = description.title();
        this.description = description.description();
        this.kind = description.kind();
        this.marking = description.marking();
        describe(description);
    }

    final void describe(DocumentDescription said) {
        title = said.title();
        description = said.description();
        kind = said.kind();
        marking = said.marking();
        handling = said.handling();
        reviewOn = said.reviewOn();
        topics.retainAll(said.topics());
        topics.addAll(said.topics());
        Set<String> tokens = said.audience().tokens();
        audience.retainAll(tokens);
        audience.addAll(tokens);
    }

    void publish(Instant now) {
        if (state == DocumentState.REMOVED) {
            throw new IllegalStateException("document %s was removed".formatted(id));
        }
        if (state == DocumentState.DRAFT) {
            state = DocumentState.PUBLISHED;
            publishedAt = now;
        }
    }

    /** For the demonstration only. */
    void dateBack(Instant created, @Nullable Instant published) {
        createdAt = created;
        publishedAt = published;
    }

    void remove() {
        state = DocumentState.REMOVED;
    }

    int nextNumber() {
        return ++currentNumber;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    DocumentState state() {
        return state;
    }

    int currentNumber() {
        return currentNumber;
    }

    UUID owner() {
        return owner;
    }

    String agency() {
        return agency;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    DocumentDescription description() {
        return new DocumentDescription(
                title,
                description,
                kind,
                Set.copyOf(topics),
                marking,
                handling,
                Audience.fromTokens(audience),
                reviewOn);
    }
}
