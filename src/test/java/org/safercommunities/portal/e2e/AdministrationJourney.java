package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who looks after people: an administrator, with what is asked of them, and a coordinator with the colleagues of the agency. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class AdministrationJourney {

    private static final String THANET = "thanet-district-council";

    @Autowired
    private ApplicationContext portal;

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private Somebody somebody;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        somebody = new Somebody(portal);
        visitor = new Visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Reader known(String email) {
        UUID id = portal.getBean(PersonList.class)
                .findByEmail(email)
                .orElseThrow()
                .id();
        return somebody.again(id);
    }

    private Locator button(String name) {
        return visitor.named(AriaRole.BUTTON, name);
    }

    private Locator row(String words) {
        return visitor.page
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private void page(String path, String heading, String name) {
        visitor.open(path);
        visitor.sees(heading);
        visitor.everybodyCanUse(name);
    }

    @Test
    void anAdministratorAnswersWhatIsAskedAndLooksAtWhatOthersDid() {
        DataRequests requests = portal.getBean(DataRequests.class);
        Reader asks = somebody.named("Teasel Minnis " + run, somebody.agency("Asking"));
        requests.ask(DataRequest.Kind.CORRECTION, "My name is spelled with one n.", asks);
        emergency();
        String group = portal.getBean(Groups.class)
                .create(GroupKind.TASK_GROUP, "Harbour watch " + run, "", Reader.portal())
                .slug();

        visitor.open("/admin");
        visitor.signIn("admin@kcst.example");
        visitor.sees("Administration");
        visitor.everybodyCanUse("admin");
        page("/admin/data-requests", "Requests on data", "admin-data-requests");
        Locator request = row("Teasel Minnis " + run);
        request.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("It is put right"))
                .click();
        answer("Thank you, it has one n now.", "Answer");
        assertThat(visitor.page.getByText("Answered by mail.").first()).isVisible();

        page("/admin/emergency", "Emergency access", "admin-emergency");
        Locator opened = row("The plan for tonight is in it " + run);
        opened.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("It was right"))
                .click();
        answer("I have asked the police, it was.", "Save");
        assertThat(row("The plan for tonight is in it " + run)).containsText("It was right");

        page("/admin/people", "People", "admin-people");
        page("/admin/people/" + asks.personId(), "Teasel Minnis " + run, "admin-person");
        page("/admin/groups", "Groups", "admin-groups");
        page("/admin/groups/" + group, "Harbour watch " + run, "admin-group");
        page("/admin/privacy", "Record of processing", "admin-privacy");
        page("/admin/retention", "Retention", "admin-retention");
        page("/directory", "Directory", "directory");
        page("/privacy", "rivacy", "privacy");
    }

    private void answer(String words, String save) {
        Locator dialog = visitor.page.locator("vaadin-dialog[opened]").last();
        dialog.locator("textarea, input").first().fill(words);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(save))
                .click();
    }

    /** Of somebody else, and over. */
    private void emergency() {
        Shelf shelf = new Shelf(portal);
        UUID document = shelf.published("Plan " + run, Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        EmergencyAccess emergencies = portal.getBean(EmergencyAccess.class);
        Reader other = somebody.of(somebody.agency("Elsewhere"), Role.ADMINISTRATOR);
        UUID id = emergencies
                .open(document, "The plan for tonight is in it " + run, Duration.ofMinutes(30), other)
                .id();
        emergencies.end(id, other);
    }

    @Test
    void aCoordinatorLooksThroughTheColleaguesAndLetsOneGo() {
        String name = "Marram Reculver " + run;
        somebody.named(name, THANET);
        portal.getBean(MembershipReviews.class).begin(THANET, known("admin@kcst.example"));

        visitor.open("/agency");
        visitor.signIn("coordinator@thanet.example");
        visitor.sees("Colleagues");
        button("Move %s to another agency".formatted(name)).click();
        Locator agency = visitor.page.getByLabel("New agency");
        agency.fill("Swale Borough");
        visitor.page
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Swale Borough Council"))
                .first()
                .click();
        button("Ask them").click();
        assertThat(row(name)).containsText("Swale Borough Council has been asked");
        visitor.everybodyCanUse("agency");
        button("Take back that %s moves to Swale Borough Council".formatted(name))
                .click();
        assertThat(button("Move %s to another agency".formatted(name))).isVisible();

        page("/agency/review", "Who still works with you?", "agency-review");
        button("Has left: " + name).click();
        answer("Has left the council", "End membership");
        assertThat(button("Has left: " + name)).isHidden();
        visitor.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(
                                        Pattern.compile("^(All of these still work|This person still works) with us$")))
                .click();
        Locator yes = visitor.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Yes, all \\d+$")));
        Locator done = visitor.page.getByText("Everybody has been looked through");
        yes.or(done).first().waitFor();
        if (yes.isVisible()) {
            yes.click();
        }
        assertThat(done).isVisible();
        visitor.everybodyCanUse("agency-review-done");
    }
}
