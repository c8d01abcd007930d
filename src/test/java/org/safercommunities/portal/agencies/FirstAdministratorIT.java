package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safercommunities.portal.PortalApplication;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.keycloak.Owners;
import org.safercommunities.portal.support.OwnDatabase;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A portal that nobody has used yet, started while Keycloak is away. */
@SpringBootTest(classes = PortalApplication.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@ContextConfiguration(initializers = FirstAdministratorIT.NewPortal.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@WithKeycloak
class FirstAdministratorIT {

    private static final String EMAIL = "first." + UUID.randomUUID() + "@charity.example";
    private static final int KEYCLOAK = Ports.free();

    @Autowired
    Appointment appointment;

    @Autowired
    SomebodyAdministers somebody;

    @Autowired
    ObjectProvider<Scheduler> scheduler;

    @Autowired
    PersonRecords people;

    @Autowired
    PersonList list;

    @Autowired
    People staff;

    @Autowired
    Agencies agencies;

    static final class NewPortal implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> variables = OwnDatabase.variables("first-administrator");
            variables.put("PORTAL_FIRST_ADMINISTRATOR", " " + EMAIL.replace("first", "First"));
            variables.put(
                    "PORTAL_OIDC_INTERNAL_ISSUER", "http://localhost:" + KEYCLOAK + "/realms/" + PortalServices.REALM);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("new portal", variables));
        }
    }

    private static void awaitMail(String email, String subject) {
        PortalServices.mailSink()
                .await(
                        mail -> mail.recipient().equals(email) && mail.subject().startsWith(subject),
                        Duration.ofSeconds(60));
    }

    /** First, while there is no administrator. */
    @Test
    @Order(1)
    void asSoonAsKeycloakAnswersWhoeverIsNamedAdministersAndIsInvited() throws IOException {
        try (Road road = new Road(KEYCLOAK)) {
            assertThat(road).isNotNull();
            awaitMail(EMAIL, "You can use the portal now");
            awaitMail(EMAIL, "Set up your Safer Communities account");
        }
        Person first = people.findByEmail(EMAIL).getFirst();
        assertThat(roles(first)).containsExactly(Role.ADMINISTRATOR);
        assertThat(first.subject()).isNotNull();
        assertThat(list.find(first.id()).orElseThrow().agency()).isEqualTo("kent-community-safety-team");

        new FirstAdministrator("second@charity.example", somebody, appointment, scheduler, Clock.systemUTC()).attempt();
        assertThat(people.findByEmail("second@charity.example"))
                .as("now that somebody administers, the configuration makes nobody an administrator")
                .isEmpty();
    }

    @Test
    void anAccountWhoseAddressNobodyHasProvedIsNotMadeAnAdministrator() throws IOException {
        String squatted = "squatted-" + UUID.randomUUID() + "@charity.example";
        String proved = "proved-" + UUID.randomUUID() + "@charity.example";
        Owners.make(squatted, false);
        String owner = Owners.make(proved, true);
        try (Road road = new Road(KEYCLOAK)) {
            assertThat(road).isNotNull();
            assertThatThrownBy(() -> appointment.make(squatted))
                    .isInstanceOf(InvalidEntry.class)
                    .hasMessageContaining("has not proved");
            appointment.make(proved);
        }
        assertThat(people.findByEmail(squatted)).isEmpty();
        assertThat(roles(people.findBySubject(owner).orElseThrow())).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void somebodyWhomThePortalKnowsByAnAddressThatIsNotTheirsIsNotMadeAnAdministrator() throws IOException {
        agency("Known Charity", null, Set.of());
        String claimed = "claimed-" + UUID.randomUUID() + "@charity.example";
        UUID person = staff.name(
                claimed, "Rowan Weald", "known-charity", UUID.randomUUID().toString(), Reader.portal());
        try (Road road = new Road(KEYCLOAK)) {
            assertThat(road).isNotNull();
            assertThatThrownBy(() -> appointment.make(claimed)).isInstanceOf(InvalidEntry.class);
        }
        assertThat(roles(people.findById(person).orElseThrow())).isEmpty();
    }

    @Test
    void whereTheAgencySignsInByItselfThatIsTheProof() {
        agency("First Police", "first-police", Set.of("first-police.example"));
        appointment.make("chief@first-police.example");
        Person chief = people.findByEmail("chief@first-police.example").getFirst();
        assertThat(roles(chief)).containsExactly(Role.ADMINISTRATOR);
        assertThat(chief.subject()).as("no account in Keycloak").isNull();
        assertThat(list.find(chief.id()).orElseThrow().agency()).isEqualTo("first-police");
    }

    private Set<Role> roles(Person person) {
        return list.find(person.id()).orElseThrow().roles();
    }

    private void agency(String name, @org.jspecify.annotations.Nullable String provider, Set<String> domains) {
        agencies.create(new AgencyDescription(name, provider, domains), Reader.portal());
    }

    /** As long as it is open, Keycloak can be reached by this port. */
    private static final class Road implements AutoCloseable {

        private final ServerSocket entrance;

        Road(int port) throws IOException {
            entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::receive);
        }

        private void receive() {
            while (!entrance.isClosed()) {
                try {
                    Socket here = entrance.accept();
                    Socket there = new Socket(
                            "localhost",
                            URI.create(PortalServices.keycloakUrl()).getPort());
                    Thread.ofVirtual().start(() -> carry(here, there));
                    Thread.ofVirtual().start(() -> carry(there, here));
                } catch (IOException closed) {
                    // The next round looks whether it was meant to be
                }
            }
        }

        private static void carry(Socket from, Socket to) {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException gone) {
                // Whoever waits at the other end sees it
            }
        }

        @Override
        public void close() throws IOException {
            entrance.close();
        }
    }
}
