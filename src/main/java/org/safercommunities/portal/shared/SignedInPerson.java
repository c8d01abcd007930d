package org.safercommunities.portal.shared;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What the shell shows of the person who is signed in.
 *
 * @param id the portal's own id of the person
 * @param name as they are greeted, for example “Rowan Weald”
 * @param roles names of what they may do beyond a practitioner, for example {@code EDITOR}
 */
public record SignedInPerson(UUID id, String name, String email, String agencyName, Set<String> roles) {

    public SignedInPerson {
        roles = Set.copyOf(roles);
    }

    /** Two letters that stand for the person where there is no room for the name. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        if (words[0].isEmpty()) {
            return "?";
        }
        String first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        if (words.length == 1) {
            return first.toUpperCase(Locale.UK);
        }
        String last = words[words.length - 1];
        return (first + last.substring(0, last.offsetByCodePoints(0, 1))).toUpperCase(Locale.UK);
    }
}
