package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From which agency, with what result, and how often looking and being refused is written. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AccessTrailIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditWriting writing;

    @Autowired
    private PlatformTransactionManager transactions;

    private Somebody somebody;
    private Reader reader;
    private String subject;

    @BeforeEach
    void somebodyNew() {
        somebody = new Somebody(portal);
        reader = somebody.of(somebody.agency("Readers"));
        subject = "test:" + UUID.randomUUID();
    }

    private AccessTrail at(Instant time) {
        return new AccessTrail(writing, transactions, Clock.fixed(time, ZoneOffset.UTC));
    }

    private AuditNote looked() {
        return new AuditNote(reader.personId(), "test.seen", subject);
    }

    @Test
    void aLineKeepsTheAgencyThatSomebodyBelongedToThen() {
        at(NOW).taken(looked());
        String other = somebody.agency("Others");
        portal.getBean(People.class).join(reader.personId(), other, Reader.portal());
        at(NOW).taken(looked());
        portal.getBean(People.class).endMembership(reader.personId(), "Left", Reader.portal());
        at(NOW).taken(looked());
        at(NOW).taken(new AuditNote(null, "test.seen", subject));
        assertThat(trail.of(subject, 10).reversed())
                .extracting(AuditLine::agency)
                .containsExactly(reader.agencyId(), other, null, null);
        assertThat(trail.search(new AuditFilter(subject, null, null, other, null, null, null), null, 10))
                .hasSize(1);
    }

    @Test
    void lookingAgainWithinAnHourIsOneAccess() {
        AccessTrail same = at(NOW);
        same.seen(looked());
        same.seen(looked());
        assertThat(trail.of(subject, 10)).hasSize(1);
        same.seen(new AuditNote(null, "test.seen", subject));
        assertThat(trail.of(subject, 10)).as("somebody else’s is another").hasSize(2);
    }

    @Test
    void nobodyFillsTheTrailByBeingRefused() {
        AccessTrail same = at(NOW);
        for (int each = 0; each < AccessTrail.REFUSALS + 50; each++) {
            same.refused(AuditNote.refused(reader.personId(), "test.refused", subject, Map.of()));
        }
        List<AuditLine> lines = trail.of(subject, 200);
        assertThat(lines).hasSize(AccessTrail.REFUSALS + 1);
        assertThat(lines.getFirst().action()).isEqualTo(AccessTrail.MORE);
        assertThat(lines).extracting(AuditLine::result).containsOnly(AuditResult.REFUSED);
        same.refused(AuditNote.refused(null, "test.refused", subject, Map.of()));
        assertThat(trail.of(subject, 200)).as("another's are their own").hasSize(AccessTrail.REFUSALS + 2);
    }

    @Test
    void theTrailIsFoundByEachOfItsFacts() {
        AccessTrail now = at(NOW);
        now.taken(looked());
        now.refused(AuditNote.refused(reader.personId(), "test.refused", subject, Map.of()));
        UUID who = reader.personId();
        assertThat(found(new AuditFilter(subject, null, who, reader.agencyId(), AuditResult.REFUSED, null, null)))
                .containsExactly("test.refused");
        assertThat(found(new AuditFilter(subject, "test.seen", null, null, AuditResult.DONE, null, null)))
                .containsExactly("test.seen");
        assertThat(found(new AuditFilter(subject, null, null, null, null, NOW, NOW.plus(Duration.ofHours(1)))))
                .hasSize(2);
        assertThat(found(new AuditFilter(subject, null, null, null, null, NOW.minusSeconds(9), NOW)))
                .isEmpty();
        assertThat(found(new AuditFilter(subject, null, null, null, null, NOW.plus(Duration.ofDays(1)), null)))
                .isEmpty();
        assertThat(found(new AuditFilter("test:", null, who, null, null, null, null)))
                .hasSize(2);
    }

    private List<String> found(AuditFilter filter) {
        return trail.search(filter, null, 100).stream().map(AuditLine::action).toList();
    }

    @Test
    void eachSeesWhatIsRecordedOfThemAndNobodyElses() {
        at(NOW).refused(AuditNote.refused(reader.personId(), "test.refused", subject, Map.of()));
        Reader other = somebody.of(somebody.agency("Others"));
        at(NOW).taken(new AuditNote(other.personId(), "test.seen", subject));
        assertThat(trail.of(reader.personId(), null, 10))
                .extracting(AuditLine::action)
                .containsExactly("test.refused", "agencies.person-named");
        assertThat(String.valueOf(new OwnTrail(trail).of(reader.personId())))
                .contains("test.refused", "result=refused", "agency=" + reader.agencyId())
                .doesNotContain("test.seen");
    }

    @Test
    void aPageOfTheTrailTakesTheSameStatementsHoweverLong() {
        Reader administrator = somebody.of(reader.agencyId(), Role.ADMINISTRATOR);
        at(NOW).taken(looked());
        long few = statements(administrator);
        for (int each = 0; each < 30; each++) {
            at(NOW).taken(looked());
        }
        assertThat(statements(administrator)).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    /** As the database counts them, on the connection of one transaction. */
    private long statements(Reader administrator) {
        Long asked = new TransactionTemplate(transactions).execute(status -> {
            long before = questions();
            portal.getBean(StaffTrail.class).read(AuditFilter.about(subject), null, 50, administrator);
            trail.of(reader.personId(), null, 50);
            return questions() - before;
        });
        return asked == null ? 0 : asked;
    }

    private long questions() {
        return portal.getBean(JdbcClient.class)
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }
}
