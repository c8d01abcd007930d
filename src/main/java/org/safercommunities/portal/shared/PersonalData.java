package org.safercommunities.portal.shared;

import java.util.UUID;

/** What a module holds on a person, for the copy that everyone may ask for. Modules contribute these as beans. */
public interface PersonalData {

    /** The name of this part in the copy, in camelCase, for example {@code auditTrail}. */
    String section();

    /** One sentence for the person on what this is and why it is kept. */
    String inWords();

    /** Everything the module holds on this person, as records, maps and lists that can be written as JSON. */
    Object of(UUID personId);
}
