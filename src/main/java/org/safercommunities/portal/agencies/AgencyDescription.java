package org.safercommunities.portal.agencies;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of an agency.
 *
 * @param identityProvider alias of its own provider in Keycloak, or null
 * @param domains its e-mail domains, without the at sign
 */
public record AgencyDescription(String name, @Nullable String identityProvider, Set<String> domains) {

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    public AgencyDescription {
        name = name.strip();
        identityProvider = identityProvider == null || identityProvider.isBlank() ? null : identityProvider.strip();
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (name.isEmpty() || name.length() > 160) {
            throw new InvalidEntry("name", "Enter the agency’s name, at most 160 characters");
        }
        for (String domain : domains) {
            if (!DOMAIN.matcher(domain).matches() || domain.length() > 190) {
                throw new InvalidEntry(
                        "domains", "“%s” is not an email domain. Enter it like kent.gov.uk".formatted(domain));
            }
        }
    }
}
