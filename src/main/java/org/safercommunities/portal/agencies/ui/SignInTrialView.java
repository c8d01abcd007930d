package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.safercommunities.portal.agencies.providers.TrialReport;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Stack;

/** For somebody who has tried their agency's new sign-in: what arrived of them, and what has to be put right. */
@Route(value = "sign-in-trial", layout = PublicLayout.class)
@PageTitle("What arrived")
@AnonymousAllowed
class SignInTrialView extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Object kept = VaadinSession.getCurrent().getSession().getAttribute(TrialReport.class.getName());
        if (!(kept instanceof TrialReport report)) {
            add(new PageHeader("Nothing has arrived").lead("Open the link for the trial that you were given."));
            return;
        }
        boolean works = report.faults().isEmpty();
        add(new PageHeader(works ? "The new sign-in works" : "The new sign-in does not work yet")
                .lead("This was a trial for %s. You are not signed in, and nothing of it is kept but whether it worked."
                        .formatted(report.agency())));
        add(new Stack(
                works
                        ? Callout.good(
                                "Everything is there.",
                                "Tell whoever sent you the link: they can let your colleagues in now.")
                        : Callout.warn("To be put right:", "")
                                .more(new Prose().list(report.faults().toArray(String[]::new))),
                Sheet.titled(
                        "What arrived",
                        new Facts()
                                .fact("Email address", said(report.email()))
                                .fact("First name", said(report.firstName()))
                                .fact("Last name", said(report.lastName()))
                                .fact(
                                        "Domain",
                                        report.domainFits() ? "One of the agency’s" : "None of the agency’s"))));
    }

    private static String said(String value) {
        return value.isBlank() ? "Nothing" : value;
    }
}
