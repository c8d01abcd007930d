package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody guesses the id of a document; they see on their own page that it is recorded, and an administrator finds it. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class AuditJourney {

    @Autowired
    private ApplicationContext portal;

    private final String guess = "/library/" + UUID.randomUUID();
    private Visitor visitor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        visitor = new Visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Locator row(String words) {
        return visitor.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(words));
    }

    private void press(String name) {
        visitor.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    @Test
    void whatIsRefusedIsFoundByTheOneAndByTheOther() {
        visitor.open(guess);
        visitor.signIn("admin@kcst.example");
        visitor.sees("We cannot find this page");
        int status = visitor.page
                .request()
                .get(PortalServices.portalUrl() + "/files/documents/" + UUID.randomUUID() + "/content")
                .status();
        org.assertj.core.api.Assertions.assertThat(status).isEqualTo(404);

        visitor.open("/account");
        press("Show what is recorded");
        assertThat(row(guess)).containsText("Refused");
        assertThat(row("GET /files/documents/").first()).containsText("Refused");
        assertThat(row("signed in").first()).isVisible();
        visitor.everybodyCanUse("own-trail");

        visitor.open("/admin/audit?result=refused&agency=kent-community-safety-team&action=portal.page-refused");
        assertThat(row(guess)).containsText("Linden Oast asked for a page that is not there for them");
        press("Check that the trail is whole");
        assertThat(visitor.page.getByText("The trail is whole.")).isVisible();
        visitor.everybodyCanUse("audit-trail");
    }
}
