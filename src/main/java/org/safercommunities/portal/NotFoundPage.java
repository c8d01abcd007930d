package org.safercommunities.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.safercommunities.portal.shared.Contact;
import org.springframework.beans.factory.ObjectProvider;

/** For what does not exist and for what is not meant for this person: nobody can tell one from the other. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final ObjectProvider<RefusalTrail> refusals;

    NotFoundPage(Contact contact, ObjectProvider<RefusalTrail> refusals) {
        this.refusals = refusals;
        add(ErrorContent.notFound(contact));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        refusals.ifAvailable(trail -> trail.page(event.getLocation().getPath()));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return "Page not found";
    }
}
