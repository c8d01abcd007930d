package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Contact;

/** Band, page and foot without navigation: for pages that are open to everybody. Name it as the layout of their route. */
@AnonymousAllowed
public class PublicLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    public PublicLayout(Contact contact) {
        addClassName("sc-public");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        Header band = new Header(new SkipLink(), new Brand());
        band.addClassName("sc-band");
        Div content = new Div(main, new PageFoot(contact).withSubscribe());
        content.addClassName("sc-content");
        add(band, content);
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
}
