package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.safercommunities.portal.shared.SignedOutNotice;
import org.springframework.stereotype.Component;

/** Takes everything off an open page whose session has ended, and says so in its place. */
@Component
class SignedOutPage implements SignedOutNotice {

    @Override
    public void cover(UI page, boolean signedOut) {
        String address = page.getInternals().getActiveViewLocation().getPathWithQueryParameters();
        // The view's elements hang below the router's own, so they are taken out one by one
        List.copyOf(page.getChildren().toList())
                .forEach(child -> child.getElement().removeFromParent());
        page.add(notice(address.isEmpty() ? "." : address, signedOut));
        page.getPage().setTitle("Signed out – Safer Communities Portal");
        page.getPage().executeJs("document.querySelector('.sc-full-notice a')?.focus()");
    }

    private static Div notice(String address, boolean signedOut) {
        H1 heading = new H1(signedOut ? "You have been signed out" : "Please sign in again");
        heading.setId("signed-out");
        Paragraph words = new Paragraph(
                signedOut
                        ? "You signed out in another window or at your agency, so this page is closed too. What you typed into a"
                                + " form here is kept on this device."
                        : "You signed in more than eight hours ago, or what you may do in the portal has changed. Sign in again to"
                                + " go on. What you typed into a form here is kept on this device.");
        words.setId("signed-out-why");
        Div sheet = new Div(
                Icon.LOG_OUT.create(),
                heading,
                words,
                LinkButton.primary(address, "Sign in again").outside());
        sheet.addClassName("sc-full-notice-sheet");
        Div notice = new Div(sheet);
        notice.addClassName("sc-full-notice");
        notice.getElement().setAttribute("role", "alertdialog");
        notice.getElement().setAttribute("aria-modal", "true");
        notice.getElement().setAttribute("aria-labelledby", "signed-out");
        notice.getElement().setAttribute("aria-describedby", "signed-out-why");
        return notice;
    }
}
