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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.shared.Dates;

/** A document of the library: what is said of it, who may see it, and which of its versions is current. */
@Entity
class Document {

    /** Long enough to find out that it was a mistake. */
    private static final int REMOVED_IS_KEPT_DAYS = 30;

    /** How the reason begins for which a document is kept that nobody has said more about. */
    static final String BY_ITS_KIND = "As every document of the kind";

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

    @Nullable
    private Instant visibleFrom;

    @Nullable
    private Instant visibleUntil;

    @Nullable
    private Instant announcedAt;

    @Nullable
    private Instant withdrawnAt;

    @Nullable
    private String withdrawnReason;

    @Nullable
    private UUID replacedBy;

    @Nullable
    private LocalDate reviewAskedOn;

    @Nullable
    private LocalDate disposeOn;

    @Nullable
    private String retentionBasis;

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
        if (!Objects.equals(reviewOn, said.reviewOn())) {
            reviewOn = said.reviewOn();
            reviewAskedOn = null;
        }
        topics.retainAll(said.topics());
        topics.addAll(said.topics());
        Set<String> tokens = said.audience().tokens();
        audience.retainAll(tokens);
        audience.addAll(tokens);
    }

    void publish(Instant now) {
        if (state != DocumentState.DRAFT) {
            throw new IllegalStateException("document %s is not a draft but %s".formatted(id, state));
        }
        state = DocumentState.PUBLISHED;
        publishedAt = visibleFrom != null && visibleFrom.isAfter(now) ? visibleFrom : now;
    }

    void term(DocumentTerm term, Instant now) {
        owner = term.owner();
        visibleFrom = term.visibleFrom();
        visibleUntil = term.visibleUntil();
        disposeOn = term.disposeOn();
        retentionBasis = term.retentionBasis();
        if (publishedAt != null && announcedAt == null) {
            // Nobody has seen it yet: it is as new as the moment from which it can be seen
            publishedAt = visibleFrom != null && visibleFrom.isAfter(now) ? visibleFrom : now;
        }
    }

    /** Its new owner is asked about it as the one before was, and no sooner. */
    void answeredForBy(UUID person) {
        owner = person;
    }

    /** Whether its audience has been told of it, which is done once. */
    boolean announced() {
        return announcedAt != null;
    }

    void announce(Instant now) {
        announcedAt = now;
    }

    void withdraw(String reason, @Nullable UUID instead, Instant now) {
        if (state != DocumentState.PUBLISHED) {
            throw new IllegalStateException("document %s is not published but %s".formatted(id, state));
        }
        state = DocumentState.WITHDRAWN;
        withdrawnAt = now;
        withdrawnReason = reason;
        replacedBy = instead;
    }

    void reinstate() {
        if (state != DocumentState.WITHDRAWN) {
            throw new IllegalStateException("document %s is not withdrawn but %s".formatted(id, state));
        }
        state = DocumentState.PUBLISHED;
        withdrawnAt = null;
        withdrawnReason = null;
        replacedBy = null;
    }

    void reviewed(@Nullable LocalDate next) {
        reviewOn = next;
        reviewAskedOn = null;
    }

    /** Two weeks before the day, on the day, and each month after. */
    boolean isToBeAskedFor(LocalDate today) {
        if (reviewOn == null || reviewOn.isAfter(today.plusDays(ReviewReminders.DAYS_BEFORE))) {
            return false;
        }
        return reviewAskedOn == null
                || (reviewAskedOn.isBefore(reviewOn) && !reviewOn.isAfter(today))
                || !reviewAskedOn.isAfter(today.minusDays(ReviewReminders.DAYS_BETWEEN));
    }

    void askedForReview(LocalDate day) {
        reviewAskedOn = day;
    }

    void keepUntil(@Nullable LocalDate day, @Nullable String basis) {
        disposeOn = day;
        retentionBasis = basis;
    }

    /** What is left to say of it is its record. */
    void dispose() {
        state = DocumentState.DISPOSED;
        description = "";
        handling = null;
    }

    DocumentTerm term() {
        return new DocumentTerm(owner, visibleFrom, visibleUntil, disposeOn, retentionBasis);
    }

    @Nullable
    Withdrawal withdrawal() {
        return withdrawnAt == null || withdrawnReason == null
                ? null
                : new Withdrawal(withdrawnAt, withdrawnReason, replacedBy);
    }

    /** For the demonstration only. */
    void dateBack(Instant created, @Nullable Instant published) {
        createdAt = created;
        publishedAt = published;
        announcedAt = published;
    }

    /** @param today from which it is kept a while longer, when nothing says until when */
    void remove(LocalDate today) {
        state = DocumentState.REMOVED;
        if (disposeOn == null) {
            keepUntil(today.plusDays(REMOVED_IS_KEPT_DAYS), "Removed by an editor");
        }
    }

    /** Unless somebody has said until when it is kept. */
    void keepAsItsKind(Topics.Keeping keeping, Instant now) {
        if (disposeOn == null) {
            keepUntil(
                    LocalDate.ofInstant(now, Dates.KENT).plusMonths(keeping.months()),
                    (BY_ITS_KIND + " “%s”").formatted(keeping.kind()));
        }
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
