package org.safercommunities.portal.bulletins.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.notifications.InvalidMailSetting;
import org.safercommunities.portal.notifications.MailDomain;
import org.safercommunities.portal.notifications.MailDomains;
import org.safercommunities.portal.notifications.Suppression;
import org.safercommunities.portal.notifications.Suppressions;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Addresses that were refused, and their way back; and how much mail a domain gets. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class MailSuppressionsApiIT {

    private static final String ADDRESS = "/api/v1/mail/suppressions";

    @Autowired
    WebApplicationContext portal;

    private final String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
    private MockMvc http;
    private Somebody somebody;
    private String agency;
    private Reader editor;

    @BeforeEach
    void begin() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        somebody = new Somebody(portal);
        agency = somebody.agency("Refused");
        editor = somebody.of(agency, Role.EDITOR);
        for (String name : List.of("ash", "ash_2")) {
            portal.getBean(JdbcClient.class)
                    .sql("INSERT INTO mail_suppression (address, reason, since_at) VALUES (?, ?, ?)")
                    .params(name + "@" + domain, "550 5.1.1 No such user", Sql.utc(Instant.now()))
                    .update();
        }
    }

    private MockHttpServletResponse call(HttpMethod method, String path, Reader by) throws Exception {
        return http.perform(MockMvcRequestBuilders.request(method, ADDRESS + path)
                        .with(authentication(TestSignIn.authentication(by.personId(), by.roles()))))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void areFoundByAddressAndWrittenToAgainForAReason() throws Exception {
        assertThat(text(call(HttpMethod.GET, "?q=ash@" + domain, editor)))
                .contains("\"total\":1", "ash@" + domain, "550 5.1.1 No such user", "\"since\"");
        assertThat(text(call(HttpMethod.GET, "?q=h_2@" + domain.toUpperCase(java.util.Locale.ROOT), editor)))
                .contains("\"total\":1", "ash_2@");
        assertThat(text(call(HttpMethod.GET, "?q=" + domain, editor))).contains("\"total\":2");
        Suppressions suppressions = portal.getBean(Suppressions.class);
        Suppression ash = suppressions.search("ash@" + domain, 0, 10, editor).getFirst();

        MockHttpServletResponse without = call(HttpMethod.DELETE, "/" + ash.id(), editor);
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(text(without)).contains("\"field\":\"reason\"", "Say why the address works again");
        assertThat(call(HttpMethod.DELETE, "/" + ash.id() + "?reason=Their desk says so", editor)
                        .getStatus())
                .isEqualTo(204);
        assertThat(suppressions.count(domain, editor)).isEqualTo(1);
        MockHttpServletResponse again = call(HttpMethod.DELETE, "/" + ash.id() + "?reason=Again", editor);
        assertThat(again.getStatus()).isEqualTo(404);
        assertThat(text(again)).contains("No such address is refused");

        List<AuditLine> trail = portal.getBean(AuditTrail.class).of("suppression:" + ash.id(), 10);
        assertThat(trail)
                .singleElement()
                .satisfies(line -> assertThat(line.action()).isEqualTo("notifications.suppression-lifted"));
        assertThat(trail.toString()).contains("Their desk says so").doesNotContain(ash.address());
    }

    @Test
    void areForTheTeamOnly() throws Exception {
        for (Reader other : List.of(
                somebody.of(agency), somebody.of(agency, Role.COORDINATOR), somebody.of(agency, Role.BOARD_MEMBER))) {
            assertThat(call(HttpMethod.GET, "", other).getStatus()).isEqualTo(403);
            assertThat(call(HttpMethod.DELETE, "/" + UUID.randomUUID() + "?reason=x", other)
                            .getStatus())
                    .isEqualTo(403);
            assertThatThrownBy(() -> portal.getBean(MailDomains.class).limit(domain, 5, other))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(call(HttpMethod.GET, "", somebody.of(agency, Role.ADMINISTRATOR))
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(HttpMethod.GET, "?size=500", editor).getStatus()).isEqualTo(422);
    }

    @Test
    void theTeamLimitsADomainAndTakesItBack() {
        MailDomains domains = portal.getBean(MailDomains.class);
        domains.limit(" Someone@" + domain.toUpperCase(java.util.Locale.ROOT) + " ", 90, editor);
        assertThat(domains.notable(editor)).contains(new MailDomain(domain, 90, null));
        assertThat(portal.getBean(JdbcClient.class)
                        .sql("SELECT per_minute FROM mail_domain WHERE domain = ?")
                        .param(domain)
                        .query(Integer.class)
                        .single())
                .isEqualTo(90);
        for (int wrong : new int[] {0, -1, MailDomains.MOST_PER_MINUTE + 1}) {
            assertThatThrownBy(() -> domains.limit(domain, wrong, editor)).isInstanceOf(InvalidMailSetting.class);
        }
        assertThatThrownBy(() -> domains.limit("no domain", 5, editor)).hasMessageContaining("behind the @");
        domains.limit(domain, null, editor);
        assertThat(domains.notable(editor)).extracting(MailDomain::name).doesNotContain(domain);
        assertThat(portal.getBean(AuditTrail.class).of("domain:" + domain, 10))
                .extracting(AuditLine::action)
                .containsExactly("notifications.domain-as-usual", "notifications.domain-limited");
    }
}
