package org.safercommunities.portal.agencies.providers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What arrived when somebody tried an agency's provider. Shown to whoever tried; of it the portal keeps only the faults.
 *
 * @param domains those of the agency
 */
public record TrialReport(String agency, String email, String firstName, String lastName, Set<String> domains)
        implements Serializable {

    /** Whether the address is of one of the agency's domains. */
    public boolean domainFits() {
        return domains.contains(domain());
    }

    /** What has to be put right, in sentences; empty when everything is as it should be. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (email.isBlank()) {
            faults.add("No email address arrived. The agency’s IT has to send it, under the name that was agreed.");
        } else if (!domainFits()) {
            faults.add(
                    "The address was at %s, which is none of the agency’s domains. Add the domain, or have the right address sent."
                            .formatted(domain()));
        }
        if (firstName.isBlank()) {
            faults.add("No first name arrived. The agency’s IT has to send it, or everybody is asked for it.");
        }
        if (lastName.isBlank()) {
            faults.add("No last name arrived. The agency’s IT has to send it, or everybody is asked for it.");
        }
        return faults;
    }

    private String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
