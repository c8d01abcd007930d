package org.safercommunities.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.SignedInPerson;
import org.springframework.beans.factory.ObjectProvider;

/** For a whole area of the portal that belongs to a role this person does not have. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class ClosedAreaPage extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final ObjectProvider<RefusalTrail> refusals;

    ClosedAreaPage(Contact contact, ShellPeople people, ObjectProvider<RefusalTrail> refusals) {
        this.refusals = refusals;
        String who = people.current().map(SignedInPerson::name).orElse("");
        add(ErrorContent.closedArea(contact, who));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        refusals.ifAvailable(trail -> trail.page(event.getLocation().getPath()));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return "Not open to you";
    }
}
