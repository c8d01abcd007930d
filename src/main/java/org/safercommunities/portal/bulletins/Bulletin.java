package org.safercommunities.portal.bulletins;

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
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A bulletin: what it says, whom it is for, and how far it has come. */
@Entity
class Bulletin {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private BulletinKind kind;

    private String title;

    private String subject;

    private String blocks;

    private String audience;

    private boolean accountOnly;

    private boolean template;

    @Enumerated(EnumType.STRING)
    private BulletinState state = BulletinState.DRAFT;

    private int edition = 1;

    private UUID createdBy;

    private Instant createdAt;

    private UUID lastEditor;

    private Instant changedAt;

    @Nullable
    private UUID submittedBy;

    @Nullable
    private UUID approvedBy;

    @Nullable
    private Instant sendAt;

    @Nullable
    private UUID batchId;

    @Nullable
    private Instant sentAt;

    @Nullable
    private UUID corrects;

    @ElementCollection
    @CollectionTable(name = "bulletin_lock", joinColumns = @JoinColumn(name = "bulletin_id"))
    @Column(name = "token")
    private Set<String> locks = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Bulletin() {}

    @SuppressWarnings("NullAway.Init") // write() gives the fields their values
    Bulletin(UUID id, BulletinPlan plan, UUID by, Instant now) {
        this.id = id;
        this.createdBy = by;
        this.createdAt = now;
        write(plan, by, now);
    }

    final void write(BulletinPlan plan, UUID by, Instant now) {
        kind = plan.kind();
        title = plan.title();
        subject = plan.subject();
        blocks = plan.blocks().json();
        audience = JSON.writeValueAsString(plan.audience().written());
        accountOnly = plan.accountOnly();
        lastEditor = by;
        changedAt = now;
        Set<String> tokens = plan.locks();
        locks.retainAll(tokens);
        locks.addAll(tokens);
    }

    /** A next edition; whoever had found the one before good has not seen this one. */
    void writeAgain(BulletinPlan plan, UUID by, Instant now) {
        write(plan, by, now);
        edition++;
        state = BulletinState.DRAFT;
        submittedBy = null;
        approvedBy = null;
    }

    void useAsTemplate(boolean asTemplate) {
        template = asTemplate;
    }

    void correcting(UUID wrongOne) {
        corrects = wrongOne;
    }

    void become(BulletinState next) {
        state = next;
    }

    void submit(UUID by) {
        state = BulletinState.REVIEW;
        submittedBy = by;
    }

    void approve(UUID by) {
        state = BulletinState.APPROVED;
        approvedBy = by;
    }

    void schedule(Instant at) {
        state = BulletinState.SCHEDULED;
        sendAt = at;
    }

    void callBack() {
        state = approvedBy == null ? BulletinState.DRAFT : BulletinState.APPROVED;
        sendAt = null;
    }

    void goesOut(UUID batch, Instant now) {
        state = BulletinState.SENDING;
        batchId = batch;
        sentAt = now;
    }

    UUID id() {
        return id;
    }

    BulletinKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String subject() {
        return subject;
    }

    Blocks blocks() {
        return Blocks.ofJson(blocks);
    }

    BulletinAudience audience() {
        return BulletinAudience.stored(kind, JSON.readValue(audience, BulletinAudience.Written.class));
    }

    boolean accountOnly() {
        return accountOnly;
    }

    boolean isTemplate() {
        return template;
    }

    BulletinState state() {
        return state;
    }

    int edition() {
        return edition;
    }

    UUID createdBy() {
        return createdBy;
    }

    UUID lastEditor() {
        return lastEditor;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    UUID submittedBy() {
        return submittedBy;
    }

    @Nullable
    UUID approvedBy() {
        return approvedBy;
    }

    @Nullable
    Instant sendAt() {
        return sendAt;
    }

    @Nullable
    UUID batchId() {
        return batchId;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    UUID corrects() {
        return corrects;
    }

    BulletinPlan plan() {
        return new BulletinPlan(title, kind, subject, audience(), blocks(), accountOnly);
    }
}
