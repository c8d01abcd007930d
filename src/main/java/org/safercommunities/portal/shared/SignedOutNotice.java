package org.safercommunities.portal.shared;

import com.vaadin.flow.component.UI;

/** Covers an open page whose session has ended, so that it says so and shows nothing any more. */
public interface SignedOutNotice {

    /**
     * @param signedOut true when the person signed out elsewhere; false when what they may do has changed and they need to
     *     sign in anew
     */
    void cover(UI page, boolean signedOut);
}
