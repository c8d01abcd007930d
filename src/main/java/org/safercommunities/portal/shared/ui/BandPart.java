package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;

/** A module's part of the band above every page, before the account of whoever is signed in. */
public interface BandPart {

    Component component();

    /** The person has come to a page, or to the same one with another query. */
    void arrived(String path);

    /** Makes the part for a page. Modules contribute these as beans. */
    @FunctionalInterface
    interface Source {
        BandPart create();
    }
}
