package org.safercommunities.portal.agencies.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
class AskForAccessViewIT {

    @Autowired
    AccessRequests requests;

    @Autowired
    Agencies agencies;

    @Autowired
    Contact contact;

    @Autowired
    Clock clock;

    private final String email = "page-" + UUID.randomUUID() + "@charity.example";

    @BeforeEach
    void open() {
        MockVaadin.setup();
        UI.getCurrent().add(new AskForAccessView(requests, agencies, contact, clock));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static void fill(String address) {
        _get(EmailField.class).setValue(address);
        _get(TextField.class, spec -> spec.withLabel("Your name")).setValue("Rowan Weald");
        _get(TextField.class, spec -> spec.withLabel("Organisation you work for"))
                .setValue("Oast Hall");
        _get(TextArea.class).setValue("Guidance");
    }

    private static void send() {
        _click(_get(Button.class, spec -> spec.withText("Send request")));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceAndAtItsField() {
        send();
        assertThat(_find(_get(ErrorSummary.class), NativeButton.class)).hasSize(4);
        assertThat(_get(EmailField.class).isInvalid()).isTrue();
        assertThat(_get(EmailField.class).getErrorMessage()).contains("name@example.org");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
    }

    @Test
    void aRequestInNoTimeIsLookedAtOnceMoreAndThenTaken() {
        fill(email);
        send();
        assertThat(_get(ErrorSummary.class).isVisible()).isTrue();
        send();
        assertThat(_get(H1.class).getText()).startsWith("Thank you");
        assertThat(requests.open(1000, Reader.portal()).stream().map(AccessRequestSummary::email))
                .contains(email);
    }

    @Test
    void whoCanSignInIsLedThere() {
        if (agencies.find("asking-police").isEmpty()) {
            agencies.create(
                    new AgencyDescription("Asking Police", "asking-police", Set.of("asking-police.example")),
                    Reader.portal());
        }
        fill("rowan@asking-police.example");
        assertThat(_find(Callout.class)).hasSize(1);
        send();
        assertThat(_get(EmailField.class).getErrorMessage()).contains("Sign in with this address");
    }
}
