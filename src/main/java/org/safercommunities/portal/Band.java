package org.safercommunities.portal;

import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.ui.BandPart;
import org.safercommunities.portal.shared.ui.Brand;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SkipLink;

/** The purple band above every page. */
class Band extends Header {

    private Runnable onArrival = () -> {};
    private List<BandPart> parts = List.of();

    Band(Optional<SignedInPerson> person, ShellSearch search, Stream<BandPart.Source> modules, Runnable signOut) {
        addClassName("sc-band");
        add(new SkipLink());
        Div end = new Div();
        end.addClassName("sc-band-end");
        if (person.isPresent()) {
            DrawerToggle toggle = new DrawerToggle();
            toggle.setAriaLabel("Menu");
            toggle.setIcon(Icon.MENU.create());
            SearchBox box = new SearchBox(search);
            AccountMenu account = new AccountMenu(person.get(), signOut);
            NativeButton opener = opener(box);
            end.add(opener);
            parts = modules.map(BandPart.Source::create).toList();
            parts.forEach(part -> end.add(part.component()));
            end.add(account);
            add(toggle, new Brand(), box, end);
            onArrival = () -> {
                box.arrived();
                opener.getElement().setAttribute("aria-expanded", "false");
                account.arrived();
            };
        } else {
            // An address of its own, so that signing in leads back home
            Anchor signIn = new Anchor(".", "Sign in");
            signIn.setRouterIgnore(true);
            end.add(signIn);
            add(new Brand(), end);
        }
    }

    void arrived(String path) {
        onArrival.run();
        parts.forEach(part -> part.arrived(path));
    }

    /** On a phone the box is behind an icon. */
    private static NativeButton opener(SearchBox box) {
        NativeButton opener = new NativeButton();
        opener.add(Icon.SEARCH.create());
        opener.addClassNames("sc-band-button", "sc-find-open");
        opener.setAriaLabel("Search");
        opener.addClickListener(
                event -> opener.getElement().setAttribute("aria-expanded", String.valueOf(box.toggleOnPhone())));
        opener.getElement().setAttribute("aria-expanded", "false");
        opener.getElement().setAttribute("aria-controls", SearchBox.ID);
        return opener;
    }
}
