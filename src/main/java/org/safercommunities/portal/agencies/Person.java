package org.safercommunities.portal.agencies;

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
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, or named by staff and still to sign in for the first time. */
@Entity
class Person {

    /** The provider of people who have a password of the portal itself. */
    static final String PORTAL = "portal";

    @Id
    private UUID id;

    @Nullable
    private String provider;

    @Nullable
    private String subject;

    private String email;

    private String name;

    /** Rises whenever what this person may do changes; sessions opened before then end. */
    private int accessVersion;

    private Instant createdAt;

    /** Written beside the entity, by {@link PersonRecords#recordSignIn}. */
    @Nullable
    @Column(insertable = false, updatable = false)
    private Instant lastSignInAt;

    @ElementCollection
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(UUID id, String email, String name, Instant now) {
        this.id = id;
        this.email = normalised(email);
        this.name = name;
        this.createdAt = now;
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Binds this person to the identity that signed in. Possible once. */
    void claim(String byProvider, String bySubject) {
        if (subject != null) {
            throw new IllegalStateException("person %s has an identity already".formatted(id));
        }
        provider = byProvider;
        subject = bySubject;
    }

    /** The agency of this person has changed how its people sign in; it is the same account. */
    void movesTo(String anotherProvider) {
        provider = anotherProvider;
    }

    void callThemselves(String currentEmail, String currentName) {
        email = normalised(currentEmail);
        name = currentName.length() > 160 ? currentName.substring(0, 160) : currentName;
    }

    /** Returns whether anything changed; a change ends the person's open sessions. */
    boolean giveRoles(Set<Role> newRoles) {
        if (roles.equals(newRoles)) {
            return false;
        }
        roles.clear();
        roles.addAll(newRoles);
        accessVersion++;
        return true;
    }

    void accessChanged() {
        accessVersion++;
    }

    boolean signedInSince(Instant moment) {
        return lastSignInAt != null && !lastSignInAt.isBefore(moment);
    }

    UUID id() {
        return id;
    }

    @Nullable
    String provider() {
        return provider;
    }

    @Nullable
    String subject() {
        return subject;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    int accessVersion() {
        return accessVersion;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
