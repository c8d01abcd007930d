package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a list is narrowed to in the page's address, so that it can be sent to somebody and survives a reload. */
final class Addresses {

    private Addresses() {}

    /** @param parameters those that are empty are left out */
    static void replaceQuery(String path, Map<String, String> parameters) {
        Map<String, String> chosen = new TreeMap<>(parameters);
        chosen.values().removeIf(String::isBlank);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(chosen)));
    }
}
