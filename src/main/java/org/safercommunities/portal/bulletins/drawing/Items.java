package org.safercommunities.portal.bulletins.drawing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.shared.Dates;

/** Makes items of the blocks that are some. What the portal knows nothing of is left out: there would be nothing to read. */
final class Items {

    private final BlockFacts facts;
    private final Addresses addresses;

    Items(BlockFacts facts, Addresses addresses) {
        this.facts = facts;
        this.addresses = addresses;
    }

    Optional<Item> of(Block block) {
        return switch (block) {
            case Block.Document item -> Optional.ofNullable(document(item));
            case Block.Event item -> Optional.ofNullable(event(item));
            case Block.Link link -> Optional.ofNullable(link(link));
            case Block.SaveTheDate save -> Optional.ofNullable(saveTheDate(save));
            default -> Optional.empty();
        };
    }

    private @Nullable Item document(Block.Document block) {
        DocumentFacts document =
                block.document() == null ? null : facts.documents().get(block.document());
        return document == null
                ? null
                : new Item(
                        document.title(),
                        leading(document.path()),
                        null,
                        "",
                        List.of(document.about()),
                        document.sensitive(),
                        block.words(),
                        null);
    }

    private @Nullable Item event(Block.Event block) {
        EventFacts event = block.event() == null ? null : facts.events().get(block.event());
        if (event == null) {
            return null;
        }
        String href = leading(event.path());
        String label = event.step().label();
        return new Item(
                event.title(),
                null,
                event.date(),
                event.when(),
                event.places(),
                false,
                block.words(),
                href == null || label.isEmpty() ? null : new Item.Action(href, label));
    }

    private @Nullable Item link(Block.Link link) {
        String title = link.label().isEmpty() ? link.href() : link.label();
        return title.isEmpty() && link.words().isBlank()
                ? null
                : new Item(title, leading(link.href()), null, "", List.of(), false, link.words(), null);
    }

    private static @Nullable Item saveTheDate(Block.SaveTheDate save) {
        if (save.title().isEmpty() && save.date() == null && save.place().isEmpty()) {
            return null;
        }
        return new Item(
                save.title().isEmpty() ? "Save the date" : "Save the date: " + save.title(),
                null,
                save.date(),
                save.date() == null ? "" : Dates.full(save.date()),
                save.place().isEmpty() ? List.of() : List.of(save.place()),
                false,
                "",
                null);
    }

    private @Nullable String leading(String href) {
        return addresses.of(href).orElse(null);
    }
}
