package org.safercommunities.portal;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.safercommunities.portal.shared.ui.Notices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What holds for every page: language, title, and plain words for when the portal cannot be reached or something fails. */
@Component
class PageSetup implements VaadinServiceInitListener {

    private static final String NAME = "Safer Communities Portal";

    /** Not there where pages stand alone, without a trail. */
    private final ObjectProvider<RefusalTrail> refusals;

    PageSetup(ObjectProvider<RefusalTrail> refusals) {
        this.refusals = refusals;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        CustomizedSystemMessages messages = messages();
        event.getSource().setSystemMessagesProvider(info -> messages);
        event.addIndexHtmlRequestListener(response -> {
            response.getDocument().child(0).attr("lang", "en-GB");
            // What a slow line shows until the page is there; the style sheet takes it away then
            response.getDocument()
                    .body()
                    .appendElement("div")
                    .addClass("sc-loading")
                    .attr("role", "status")
                    .text("Opening the portal …");
        });
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::failed));
        event.getSource().addUIInitListener(page -> prepare(page.getUI()));
    }

    private static void prepare(UI page) {
        page.setLocale(Locale.UK);
        // A socket that broke is tried again for a minute, more often than Flow would; one that never worked is given
        // up at
        // once (push.js), and what comes instead begins after one such interval
        page.getPushConfiguration().setParameter("reconnectInterval", "2000");
        page.getPushConfiguration().setParameter("maxWebsocketErrorRetries", "30");
        Notices notices = Notices.on(page);
        page.addBeforeEnterListener(entering -> notices.clear());
        // Once the view has had its say: the router names the page after it tells these listeners
        page.addAfterNavigationListener(arrived -> page.beforeClientResponse(page, response -> name(page)));
        ReconnectDialogConfiguration away = page.getReconnectDialogConfiguration();
        away.setDialogText("The portal cannot be reached at the moment. Trying again…");
        away.setDialogTextGaveUp("The portal cannot be reached. Check your connection, then reload the page. "
                + "What you typed into a form is kept on this device.");
        // A phone that slept, or a train in a tunnel: ten minutes of trying
        away.setReconnectAttempts(120);
    }

    /** “Library – Safer Communities Portal”. */
    private static void name(UI page) {
        String title = page.getInternals().getTitle();
        if (title == null || title.isBlank()) {
            page.getPage().setTitle(NAME);
        } else if (!title.endsWith(NAME)) {
            page.getPage().setTitle(title + " – " + NAME);
        }
    }

    /** A button or a field failed; the page around it stays. */
    private void failed(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        UI page = UI.getCurrent();
        if (page == null) {
            ErrorReference.log(failure);
        } else if (refusal(failure)) {
            refusals.ifAvailable(
                    trail -> trail.action(page.getActiveViewLocation().getPath()));
            Notices.on(page).bad("You may not do this, or your session has ended. Reload the page to sign in again.");
        } else {
            Notices.on(page)
                    .bad("That did not work, and it is not your doing. Try again; if it happens again, quote reference "
                            + ErrorReference.log(failure) + ".");
        }
    }

    private static boolean refusal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof AccessDeniedException) {
                return true;
            }
        }
        return false;
    }

    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("You have been signed out");
        messages.setSessionExpiredMessage(
                "Nobody used this page for a while, or it was signed out elsewhere. What you typed "
                        + "into a form is kept on this device. Press here or Escape to sign in again.");
        messages.setInternalErrorCaption("Something went wrong");
        messages.setInternalErrorMessage("It has been noted. Press here or Escape to load the page again.");
        messages.setInternalErrorNotificationEnabled(true);
        messages.setCookiesDisabledCaption("Cookies are switched off");
        messages.setCookiesDisabledMessage(
                "The portal needs one cookie to know that you are signed in. Allow it, then press "
                        + "here or Escape to load the page again.");
        messages.setCookiesDisabledNotificationEnabled(true);
        return messages;
    }
}
