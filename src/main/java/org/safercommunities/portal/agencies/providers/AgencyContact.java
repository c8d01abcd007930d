package org.safercommunities.portal.agencies.providers;

import org.safercommunities.portal.agencies.InvalidEntry;

/** Who answers for an agency, so that somebody can be rung when its sign-in or its signature needs them. */
public record AgencyContact(String name, String email, String phone) {

    public AgencyContact {
        name = name.strip();
        email = email.strip();
        phone = phone.strip();
        if (name.isEmpty() || name.length() > 160) {
            throw new InvalidEntry("contactName", "Enter who answers for the agency, at most 160 characters");
        }
        if (email.length() > 254 || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new InvalidEntry("contactEmail", "Enter an email address, like name@kent.gov.uk");
        }
        if (phone.length() > 40 || !phone.matches("[0-9+() .-]*(ext\\.? ?[0-9]+)?")) {
            throw new InvalidEntry("contactPhone", "Enter a telephone number, or leave it empty");
        }
    }
}
