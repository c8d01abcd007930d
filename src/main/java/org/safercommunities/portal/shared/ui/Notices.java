package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Short notices at the lower edge of a page, read out without taking focus; they stay until closed or until the next page. */
public class Notices extends Div {

    private static final int SHOWN = 3;

    private final Div polite = new Div();
    private final Div urgent = new Div();

    private Notices() {
        addClassName("sc-notices");
        polite.getElement().setAttribute("role", "status");
        urgent.getElement().setAttribute("role", "alert");
        add(polite, urgent);
    }

    /** The notices of a page. The shell makes them with the page, for a region must be there before it can speak. */
    public static Notices on(UI page) {
        Notices notices = ComponentUtil.getData(page, Notices.class);
        if (notices == null) {
            notices = new Notices();
            ComponentUtil.setData(page, Notices.class, notices);
        }
        if (notices.getParent().isEmpty()) {
            page.add(notices);
        }
        return notices;
    }

    /** Something to know. */
    public void say(String words) {
        show(polite, Icon.INFO, "sc-info", words);
    }

    /** What the person asked for has been done. */
    public void good(String words) {
        // What failed before has been put right
        urgent.removeAll();
        show(polite, Icon.CIRCLE_CHECK, "sc-good", words);
    }

    /** It has not been done; the words say what to do now. Interrupts what is being read. */
    public void bad(String words) {
        show(urgent, Icon.CIRCLE_ALERT, "sc-bad", words);
    }

    public void clear() {
        polite.removeAll();
        urgent.removeAll();
    }

    private static void show(Div region, Icon icon, String kind, String words) {
        Paragraph text = new Paragraph(new Span(words));
        text.addClassName("sc-notice-words");
        text.getStyle().setMargin("0");
        Div notice = new Div(icon.create(), text);
        notice.add(QuietButton.icon(Icon.X, "Close this notice", notice::removeFromParent));
        notice.addClassNames("sc-notice", kind);
        while (region.getComponentCount() >= SHOWN) {
            region.remove(region.getComponentAt(0));
        }
        region.add(notice);
    }
}
