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

/** When a page cannot be shown for a reason that is not the person's: what to do, and a number to quote. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class UnexpectedErrorPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final Contact contact;

    UnexpectedErrorPage(Contact contact) {
        this.contact = contact;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = ErrorReference.log(parameter.getException());
        String address = event.getLocation().getPathWithQueryParameters();
        removeAll();
        add(ErrorContent.unexpected(contact, reference, address.isEmpty() ? "." : address));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return "Something went wrong";
    }
}
