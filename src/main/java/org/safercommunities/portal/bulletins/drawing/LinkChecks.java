package org.safercommunities.portal.bulletins.drawing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether links lead somewhere, and say where. */
final class LinkChecks {

    private static final Set<String> VAGUE = Set.of(
            "click",
            "click here",
            "click this",
            "find out more",
            "here",
            "learn more",
            "link",
            "more",
            "more info",
            "more information",
            "page",
            "read more",
            "see here",
            "this",
            "this link",
            "this page",
            "website");

    private final BlockFacts facts;
    private final String portal;
    private final Addresses addresses;
    private final Findings findings;

    LinkChecks(BlockFacts facts, String portal, Findings findings) {
        this.facts = facts;
        this.portal = portal;
        this.addresses = new Addresses(portal);
        this.findings = findings;
    }

    void check(Markdown.Typed link) {
        words(link.words());
        String href = link.href().strip();
        if (href.isEmpty()) {
            findings.stop("The link “%s” leads nowhere".formatted(link.words()), "Enter its address");
            return;
        }
        if (addresses.of(href).isEmpty()) {
            findings.stop(
                    "“%s” is not an address that a link can have".formatted(href),
                    "Begin it with https:// or mailto:, and for a page of the portal with /");
            return;
        }
        PortalLinks.path(href, portal).ifPresent(path -> within(path));
    }

    private void words(String words) {
        String plain = words.strip().toLowerCase(Locale.UK).replaceAll("[\\p{Punct}…›»→\\s]+$", "");
        if (plain.startsWith("http://") || plain.startsWith("https://") || plain.startsWith("www.")) {
            findings.warn(
                    "The words of a link are its address: “%s”".formatted(words.strip()),
                    "Say what is to be found there, because screen readers spell addresses out");
        } else if (VAGUE.contains(plain)) {
            findings.warn(
                    "The link “%s” does not say where it leads".formatted(words.strip()),
                    "Name what is to be found there, for people who go from link to link");
        }
    }

    private void within(String path) {
        Optional<UUID> document = PortalLinks.document(path);
        Optional<UUID> event = PortalLinks.event(path);
        if (document.isPresent()) {
            DocumentFacts known = facts.documents().get(document.get());
            if (known == null || !known.published()) {
                findings.stop(
                        "A link leads to a document that is not in the library: %s".formatted(path),
                        "Take the link out, or link to another document");
            }
        } else if (event.isPresent()) {
            EventFacts known = facts.events().get(event.get());
            if (known == null || known.step() == EventFacts.Step.CANCELLED || known.step() == EventFacts.Step.DRAFT) {
                findings.stop(
                        "A link leads to an event that is cancelled or not there: %s".formatted(path),
                        "Take the link out, or link to another event");
            }
        } else if (!PortalLinks.hasPages(path)) {
            findings.stop(
                    "The portal has no page %s".formatted(path),
                    "Copy the address from the page that the link is to lead to");
        }
    }
}
