package org.safercommunities.portal;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.safercommunities.portal.shared.SignedInPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the person's choice of light or dark into the page itself, so that it is right from the first paint on. */
@Component
class ColoursOfPages implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ColoursOfPages.class);

    private final ShellPeople people;
    private final ColourChoices choices;

    ColoursOfPages(ShellPeople people, ColourChoices choices) {
        this.people = people;
        this.choices = choices;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> people.current()
                .ifPresent(person -> paint(response.getDocument().child(0), person)));
    }

    private void paint(Element html, SignedInPerson person) {
        try {
            ColorScheme.Value scheme = choices.of(person.id(), ColorScheme.Value.LIGHT_DARK);
            if (scheme != ColorScheme.Value.LIGHT_DARK) {
                html.attr("theme", scheme.getThemeValue());
                html.attr("style", "color-scheme: " + scheme.getValue());
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("The page is shown in the colours of the device", unavailable);
        }
    }
}
