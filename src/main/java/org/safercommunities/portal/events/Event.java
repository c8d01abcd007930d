package org.safercommunities.portal.events;

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;

/** A community event: what is said of it, who may see it, and the rules of its places. */
@Entity
class Event {

    @Id
    private UUID id;

    private String title;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private String description;

    @Enumerated(EnumType.STRING)
    private EventState state = EventState.DRAFT;

    private boolean template;

    private String agency;

    private UUID createdBy;

    private Instant createdAt;

    @Nullable
    private Instant publishAt;

    @Nullable
    private Instant publishedAt;

    @Nullable
    private Instant cancelledAt;

    @Nullable
    private String cancelReason;

    @Nullable
    private Instant registrationOpens;

    @Nullable
    private Instant registrationCloses;

    @Nullable
    private Instant cancelUntil;

    private boolean approval;

    private int offerHours;

    private String reminderDays;

    private boolean asksDietary;

    private boolean asksAccess;

    private Instant startsAt;

    private Instant endsAt;

    @ElementCollection
    @CollectionTable(name = "event_topic", joinColumns = @JoinColumn(name = "event_id"))
    @Column(name = "topic")
    private Set<String> topics = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "event_audience", joinColumns = @JoinColumn(name = "event_id"))
    @Column(name = "token")
    private Set<String> audience = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Event() {}

    @SuppressWarnings("NullAway.Init") // describe() gives the fields their values
    Event(UUID id, EventPlan plan, String agency, UUID createdBy, Instant now) {
        this.id = id;
        this.agency = agency;
        this.createdBy = createdBy;
        this.createdAt = now;
        describe(plan);
    }

    final void describe(EventPlan plan) {
        title = plan.title();
        kind = plan.kind();
        description = plan.description();
        registrationOpens = plan.opens();
        registrationCloses = plan.closes();
        cancelUntil = plan.cancelUntil();
        approval = plan.approval();
        offerHours = plan.offerHours();
        reminderDays = plan.reminders().stream().map(String::valueOf).collect(Collectors.joining(" "));
        asksDietary = plan.asksDietary();
        asksAccess = plan.asksAccess();
        startsAt = plan.firstStart();
        endsAt = plan.lastEnd();
        topics.retainAll(plan.topics());
        topics.addAll(plan.topics());
        Set<String> tokens = plan.audience().tokens();
        audience.retainAll(tokens);
        audience.addAll(tokens);
    }

    void useAsTemplate(boolean asTemplate) {
        template = asTemplate;
    }

    void schedule(Instant at) {
        state = EventState.SCHEDULED;
        publishAt = at;
    }

    void backToDraft() {
        state = EventState.DRAFT;
        publishAt = null;
    }

    void publish(Instant now) {
        state = EventState.PUBLISHED;
        publishAt = null;
        publishedAt = now;
    }

    void cancel(String reason, Instant now) {
        state = EventState.CANCELLED;
        cancelReason = reason;
        cancelledAt = now;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    EventKind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    EventState state() {
        return state;
    }

    boolean isTemplate() {
        return template;
    }

    String agency() {
        return agency;
    }

    UUID createdBy() {
        return createdBy;
    }

    @Nullable
    Instant publishAt() {
        return publishAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    EventRules rules() {
        return new EventRules(
                registrationOpens,
                registrationCloses,
                cancelUntil,
                approval,
                offerHours,
                Arrays.stream(reminderDays.split(" "))
                        .filter(days -> !days.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                asksDietary,
                asksAccess,
                startsAt,
                endsAt);
    }

    Set<String> topics() {
        return Set.copyOf(topics);
    }

    Audience audience() {
        return Audience.fromTokens(audience);
    }
}
