package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** A link that looks like a button: goes somewhere or fetches a file, so it works with the browser's own menu too. */
public class LinkButton extends Anchor {

    private LinkButton(String href, String label, String kind) {
        super(href, label);
        addClassNames("sc-button", kind);
    }

    public static LinkButton primary(String href, String label) {
        return new LinkButton(href, label, "sc-primary");
    }

    public static LinkButton secondary(String href, String label) {
        return new LinkButton(href, label, "sc-secondary");
    }

    public static LinkButton quiet(String href, String label) {
        return new LinkButton(href, label, "sc-quiet");
    }

    /** An icon alone; the meaning says what it does and to what. */
    public static Anchor icon(String href, Icon icon, String meaning) {
        Anchor link = new Anchor(href, icon.create());
        link.addClassName("sc-icon-link");
        link.setAriaLabel(meaning);
        link.setTitle(meaning);
        return link;
    }

    /** An icon that fetches a file: the browser's affair, not a page of the application. */
    public static Anchor download(String href, Icon icon, String meaning) {
        Anchor link = icon(href, icon, meaning);
        fetched(link);
        return link;
    }

    /**
     * The same for a file that somebody may have to confirm for first that it is them: the browser shows the page that asks, where it
     * would otherwise keep that page as the file.
     */
    public static Anchor downloadOrPage(String href, Icon icon, String meaning) {
        Anchor link = icon(href, icon, meaning);
        link.setRouterIgnore(true);
        return link;
    }

    /** Makes a link fetch a file; without it the application would look for a page at that address. */
    public static void fetched(Anchor link) {
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
    }

    public LinkButton with(Icon icon) {
        addComponentAsFirst(icon.create());
        return this;
    }

    /** As wide as its column and 52 px high. */
    public LinkButton big() {
        addClassName("sc-big");
        return this;
    }

    /** Marks an address that is no page of the application (a file, a sign-in), so that the browser fetches it itself. */
    public LinkButton outside() {
        setRouterIgnore(true);
        setTarget(AnchorTarget.DEFAULT);
        return this;
    }
}
