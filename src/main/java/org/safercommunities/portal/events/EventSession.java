package org.safercommunities.portal.events;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of an event that can be booked: a time, a venue or a meeting, and a programme. Its places are in {@link Pools}. */
@Entity
class EventSession {

    @Id
    private UUID id;

    private UUID eventId;

    private int position;

    private String title;

    private String description;

    private Instant startAt;

    private Instant endAt;

    private String venueName;

    private String venueAddress;

    private String venueMap;

    private String venueAccess;

    private String joiningLink;

    private int joinOpensMinutes;

    @Nullable
    private Instant removedAt;

    @ElementCollection
    @CollectionTable(name = "event_talk", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "position")
    private List<Talk> talks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected EventSession() {}

    EventSession(UUID id, UUID eventId, int position, SessionPlan plan) {
        this.id = id;
        this.eventId = eventId;
        this.position = position;
        this.title = plan.title();
        this.description = plan.description();
        this.startAt = plan.start();
        this.endAt = plan.end();
        this.venueName = plan.venue().name();
        this.venueAddress = plan.venue().address();
        this.venueMap = plan.venue().map();
        this.venueAccess = plan.venue().access();
        this.joiningLink = plan.joiningLink();
        this.joinOpensMinutes = plan.joinOpensMinutes();
        this.talks.addAll(plan.talks());
    }

    /** Returns whether those booked need to be told: another time, venue, or way to get in. */
    boolean change(int newPosition, SessionPlan plan) {
        boolean tell = !startAt.equals(plan.start())
                || !endAt.equals(plan.end())
                || !venue().equals(plan.venue())
                || !title.equals(plan.title());
        position = newPosition;
        title = plan.title();
        description = plan.description();
        startAt = plan.start();
        endAt = plan.end();
        venueName = plan.venue().name();
        venueAddress = plan.venue().address();
        venueMap = plan.venue().map();
        venueAccess = plan.venue().access();
        joiningLink = plan.joiningLink();
        joinOpensMinutes = plan.joinOpensMinutes();
        if (!talks.equals(plan.talks())) {
            talks.clear();
            talks.addAll(plan.talks());
        }
        return tell;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    Instant startAt() {
        return startAt;
    }

    Instant endAt() {
        return endAt;
    }

    Venue venue() {
        return new Venue(venueName, venueAddress, venueMap, venueAccess);
    }

    String joiningLink() {
        return joiningLink;
    }

    int joinOpensMinutes() {
        return joinOpensMinutes;
    }

    List<Talk> talks() {
        return List.copyOf(talks);
    }
}
