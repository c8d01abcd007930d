package org.safercommunities.portal;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.ui.BandPart;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PageFoot;
import org.springframework.beans.factory.ObjectProvider;

/** Band, navigation, page and foot around every view that names no other layout. */
@Layout
@AnonymousAllowed // error pages stand in it too; each view says for itself who may open it
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final ShellPeople people;
    private final Band band;
    private final Navigation navigation;
    private final Main main = new Main();
    private @Nullable String lastPath;

    MainLayout(
            ShellPeople people,
            ShellSearch search,
            WaitingCounts counts,
            ObjectProvider<BandPart.Source> bandParts,
            Contact contact) {
        this.people = people;
        Optional<SignedInPerson> person = people.current();
        person.ifPresent(each -> KeepTyped.owner(UI.getCurrentOrThrow(), each.id()));
        band = new Band(person, search, bandParts.orderedStream(), people::signOut);
        navigation = new Navigation(counts);
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        Div content = new Div(main, new PageFoot(contact));
        content.addClassName("sc-content");
        addToNavbar(band);
        if (person.isPresent()) {
            addToDrawer(navigation);
        }
        setContent(content);
        // Closed on a phone; the browser opens it again where there is room
        setDrawerOpened(true);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        band.arrived(path);
        people.current().ifPresent(person -> navigation.show(person, path));
        // A filter or a page of results changes the query only: the person stays where they are
        if (lastPath != null && !lastPath.equals(path)) {
            getElement().executeJs("window.portalShell && window.portalShell.arrived()");
        }
        lastPath = path;
    }
}
