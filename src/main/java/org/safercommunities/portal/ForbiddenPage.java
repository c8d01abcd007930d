package org.safercommunities.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.safercommunities.portal.shared.Contact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/** When a service refuses while a page opens: the same page as for what does not exist. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class ForbiddenPage extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final ObjectProvider<RefusalTrail> refusals;

    ForbiddenPage(Contact contact, ObjectProvider<RefusalTrail> refusals) {
        this.refusals = refusals;
        add(ErrorContent.notFound(contact));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        refusals.ifAvailable(trail -> trail.page(event.getLocation().getPath()));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return "Page not found";
    }
}
