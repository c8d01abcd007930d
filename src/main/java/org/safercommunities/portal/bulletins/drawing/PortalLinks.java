package org.safercommunities.portal.bulletins.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;

/** Links of a bulletin that lead to pages of the portal: which documents and events they mean. */
record PortalLinks(Set<UUID> documents, Set<UUID> events) {

    /** Where the portal has pages, by the first part of their address. */
    private static final Set<String> SECTIONS = Set.of(
            "",
            "accessibility",
            "account",
            "agency",
            "bookings",
            "bulletins",
            "certificates",
            "events",
            "library",
            "privacy",
            "search",
            "subscribe");

    private static final Pattern THING = Pattern.compile(
            "/(library|events)/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:[/?#].*)?", Pattern.DOTALL);

    static PortalLinks none() {
        return new PortalLinks(new HashSet<>(), new HashSet<>());
    }

    static PortalLinks in(Blocks blocks, String portal) {
        PortalLinks links = none();
        blocks.list().stream()
                .flatMap(block -> typed(block).stream())
                .forEach(link -> path(link.href(), portal).ifPresent(links::note));
        return links;
    }

    /** Notes these among others too. */
    void into(PortalLinks others) {
        others.documents.addAll(documents);
        others.events.addAll(events);
    }

    /** All links of a block as they were typed. */
    static List<Markdown.Typed> typed(Block block) {
        return switch (block) {
            case Block.Text text -> Markdown.links(text.markdown());
            case Block.Link link -> List.of(new Markdown.Typed(link.label(), link.href()));
            case Block.Button button -> List.of(new Markdown.Typed(button.label(), button.href()));
            case Block.Image image ->
                image.href().isEmpty() ? List.of() : List.of(new Markdown.Typed(image.alt(), image.href()));
            default -> List.of();
        };
    }

    /** The path within the portal; empty when the link leads elsewhere. */
    static Optional<String> path(String href, String portal) {
        String stripped = href.strip();
        if (stripped.startsWith("/") && !stripped.startsWith("//")) {
            return Optional.of(stripped);
        }
        if (stripped.equals(portal)) {
            return Optional.of("/");
        }
        return stripped.startsWith(portal + "/") ? Optional.of(stripped.substring(portal.length())) : Optional.empty();
    }

    /** Whether the portal has such pages at all. */
    static boolean hasPages(String path) {
        return SECTIONS.contains(path.substring(1).split("[/?#]", 2)[0]);
    }

    static Optional<UUID> document(String path) {
        return thing(path, "library");
    }

    static Optional<UUID> event(String path) {
        return thing(path, "events");
    }

    private static Optional<UUID> thing(String path, String section) {
        Matcher thing = THING.matcher(path);
        return thing.matches() && thing.group(1).equals(section)
                ? Optional.of(UUID.fromString(thing.group(2)))
                : Optional.empty();
    }

    private void note(String path) {
        document(path).ifPresent(documents::add);
        event(path).ifPresent(events::add);
    }
}
