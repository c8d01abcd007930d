package org.safercommunities.portal.bulletins.drawing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where links of a bulletin may lead: to the web, to somebody’s mailbox, or to a page of the portal when they begin with a slash.
 * Nowhere else: not to scripts, files or whatever else browsers would follow.
 */
final class Addresses {

    private static final Pattern ILLEGAL = Pattern.compile("[\\s{}|\"<>\\\\^`]");
    private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final String portal;

    /** @param portal the address of the portal without a slash at its end; empty where links stay within its pages */
    Addresses(String portal) {
        this.portal = portal;
    }

    /** The whole address, safe to stand in a link; empty when it leads nowhere. */
    Optional<String> of(String href) {
        String legal = ILLEGAL.matcher(href.strip())
                .replaceAll(character -> Matcher.quoteReplacement(
                        "%%%02X".formatted((int) character.group().charAt(0))));
        try {
            URI uri = new URI(legal);
            if (uri.getScheme() == null) {
                // Two slashes would be another machine
                return legal.startsWith("/") && !legal.startsWith("//")
                        ? Optional.of(portal + legal)
                        : Optional.empty();
            }
            return leads(uri) ? Optional.of(legal) : Optional.empty();
        } catch (URISyntaxException notAddress) {
            return Optional.empty();
        }
    }

    private static boolean leads(URI uri) {
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            // Whoever reads name@host takes the name for where it leads
            case "http", "https" -> uri.getHost() != null && uri.getUserInfo() == null;
            case "mailto" -> MAILBOX.matcher(mailbox(uri)).matches();
            default -> false;
        };
    }

    private static String mailbox(URI uri) {
        String rest = uri.getSchemeSpecificPart();
        int question = rest.indexOf('?');
        return question < 0 ? rest : rest.substring(0, question);
    }
}
