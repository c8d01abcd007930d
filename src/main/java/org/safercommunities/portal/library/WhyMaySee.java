package org.safercommunities.portal.library;

import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;

/** Why somebody who sees a document sees it: the first of the reasons that holds, from the plainest on. */
public enum WhyMaySee {
    EVERYONE,
    AGENCY,
    GROUP,
    PERSON,
    EDITOR,
    /** It is a draft of their own. */
    AUTHOR,
    /** It was opened to the delegates of an event, and they are one of them. */
    DELEGATE,
    /** They are an administrator who opened it in an emergency. */
    EMERGENCY;

    public static WhyMaySee of(Audience audience, DocumentState state, Reader reader) {
        if (audience.everyone()) {
            return EVERYONE;
        }
        if (audience.agencies().stream().anyMatch(reader.agencyIds()::contains)) {
            return AGENCY;
        }
        if (audience.groups().stream().anyMatch(reader.groupIds()::contains)) {
            return GROUP;
        }
        if (audience.people().contains(reader.personId())) {
            return PERSON;
        }
        if (reader.is(Role.EDITOR) && audience.groups().isEmpty()) {
            return EDITOR;
        }
        return state == DocumentState.DRAFT ? AUTHOR : DELEGATE;
    }
}
