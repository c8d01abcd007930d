package org.safercommunities.portal.agencies.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.DaysBefore;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;

/** Signatures recorded, lapsing, and told of. No version stays in force: the other tests' agencies have not signed it. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SharingAgreementsIT {

    private static final Reader ADMINISTRATOR = Reader.portal();

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private SharingAgreements agreements;

    @Autowired
    private SharingRows rows;

    @Autowired
    private Agencies agencies;

    @Autowired
    private Readers readers;

    @Autowired
    private ApplicationEventPublisher messages;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String version = UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate today = Dates.today();
    private Somebody somebody;
    private String agency;
    private Reader person;
    private Reader coordinator;

    @BeforeEach
    void anAgencyAndAVersion() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Signing");
        person = somebody.of(agency);
        coordinator = somebody.of(agency, Role.COORDINATOR);
        agreements.addVersion(version, ADMINISTRATOR);
    }

    @AfterEach
    void outOfForce() {
        jdbc.sql("UPDATE sharing_agreement SET in_force_from = NULL WHERE version = ?")
                .param(version)
                .update();
    }

    private void inForceSince(Duration since) {
        rows.inForceFrom(version, Instant.now().minus(since));
    }

    private boolean maySeeSensitive() {
        boolean now = readers.of(person.personId()).orElseThrow().maySeeSensitive();
        assertThat(agreements.standing(agency, ADMINISTRATOR).holdsAt(Instant.now()))
                .as("what is recorded and what the rule says")
                .isEqualTo(now);
        return now;
    }

    @Test
    void whoHasSignedHoldsTheKeyUntilTheSignatureEnds() {
        assertThat(maySeeSensitive()).as("nothing is in force").isTrue();
        inForceSince(Duration.ofDays(1));
        assertThat(maySeeSensitive()).as("not signed").isFalse();
        agreements.sign(agency, version, today.minusDays(9), "The chief", today.minusDays(1), ADMINISTRATOR);
        assertThat(maySeeSensitive()).as("until yesterday").isFalse();
        agreements.sign(agency, version, today.minusDays(9), "The chief", today, ADMINISTRATOR);
        assertThat(maySeeSensitive()).as("until the end of today").isTrue();
        Signature signature = agreements.signatures(agency, ADMINISTRATOR).getFirst();
        agreements.takeBack(agency, signature.id(), ADMINISTRATOR);
        assertThat(maySeeSensitive()).as("taken back").isFalse();
        assertThat(jdbc.sql("SELECT details FROM audit_row WHERE subject = ? AND action = 'agencies.sharing-signed'")
                        .param("agency:" + agency)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(details -> details.contains(version));
    }

    @Test
    void aVersionComesIntoForceOnlyAfterEveryNotice() {
        assertThatThrownBy(() -> agreements.putInForce(version, today.plusDays(29), ADMINISTRATOR))
                .isInstanceOf(InvalidEntry.class)
                .hasMessageContaining("have not signed it");
        agreements.putInForce(version, today.plusDays(30), ADMINISTRATOR);
        assertThat(maySeeSensitive()).isTrue();
        assertThat(agreements.standing(agency, ADMINISTRATOR).lapse(Instant.now()))
                .contains(today.plusDays(30).atStartOfDay(Dates.KENT).toInstant());
    }

    @Test
    void coordinatorsAndAdministratorsAreToldOnceForEachRound() {
        Reader administrator = somebody.of(somebody.agency("Team"), Role.ADMINISTRATOR);
        inForceSince(Duration.ofDays(300));
        LocalDate last = today.plusDays(50);
        agreements.sign(agency, version, today.minusDays(9), "The chief", last, ADMINISTRATOR);
        Instant lapse = last.plusDays(1).atStartOfDay(Dates.KENT).toInstant();
        for (int days : new int[] {40, 30, 30, 7, 0}) {
            at(DaysBefore.momentOf(lapse, days).plusSeconds(60));
        }
        assertThat(jdbc.sql("SELECT days FROM sharing_notice WHERE agency = ? ORDER BY days")
                        .param(agency)
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 7, 30);
        assertThat(rows.toldOf(agency))
                .contains(coordinator.personId(), administrator.personId())
                .doesNotContain(person.personId());
        assertThat(letters(coordinator)).isEqualTo(3);
        assertThat(letters(person)).isZero();
    }

    private int letters(Reader to) {
        return jdbc.sql("SELECT COUNT(*) FROM mail m JOIN person p ON p.email = m.to_address"
                        + " WHERE p.id = ? AND m.kind = 'sharing-lapses' AND m.reference = ?")
                .param(to.personId().toString())
                .param("agency:" + agency)
                .query(Integer.class)
                .single();
    }

    private void at(Instant moment) {
        Clock clock = Clock.fixed(moment, Dates.KENT);
        new SharingNotices(agreements, rows, agencies, messages, transactions, clock, List.of(30, 7, 0)).catchUp();
    }

    @Test
    void onlyAdministratorsRecordAnything() {
        assertThatThrownBy(() -> agreements.addVersion("x", coordinator)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agreements.putInForce(version, today, coordinator))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agreements.sign(agency, version, today, "x", null, coordinator))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agreements.takeBack(agency, UUID.randomUUID(), coordinator))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agreements.signatures(agency, person)).isInstanceOf(AccessDeniedException.class);
    }
}
