package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;

/** A part of the page “Your account” for what is a module’s to offer. Modules contribute these as beans. */
public interface AccountSection {

    /** Made anew for the person who has just opened the page. */
    Component create();

    /** Where it stands among the others, the lowest first. */
    default int order() {
        return 500;
    }
}
