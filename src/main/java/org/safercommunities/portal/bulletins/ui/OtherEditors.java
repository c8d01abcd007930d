package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.BulletinPresence;
import org.safercommunities.portal.bulletins.BulletinPresence.Other;
import org.safercommunities.portal.shared.ui.LiveText;

/** Who else has the bulletin open that is written on this page, kept up to date whenever the page looks; and tells them of this one. */
final class OtherEditors extends Div {

    private final ComposerServices services;
    private final UUID page = UUID.randomUUID();
    private final UUID bulletin;
    private final BlockList blocks;
    private final LiveText words = new LiveText("");
    private String block = "";
    private Instant said;
    private List<Other> known = List.of();

    OtherEditors(ComposerServices services, UUID bulletin, BlockList blocks) {
        this.services = services;
        this.bulletin = bulletin;
        this.blocks = blocks;
        addClassName("sc-other-editors");
        add(words);
        said = services.clock().instant();
        services.presence().open(page, bulletin, services.reader().get());
        blocks.onEntered(this::entered);
        show();
    }

    private void entered(String now) {
        if (!now.equals(block)) {
            block = now;
            stay();
            show();
        }
    }

    /** Says that this page is still there, and shows who else is. */
    void look() {
        if (said.plus(BulletinPresence.SAYS_SO_EVERY).isBefore(services.clock().instant())) {
            stay();
        }
        show();
    }

    void leave() {
        services.presence().leave(page);
    }

    private void stay() {
        said = services.clock().instant();
        services.presence().stay(page, bulletin, block, services.reader().get());
    }

    private void show() {
        List<Other> now = services.presence().others(bulletin, services.reader().get());
        List<String> lines = new ArrayList<>();
        if (!now.isEmpty()) {
            String who = names(now.stream().map(Other::name).toList());
            lines.add(who + (now.size() == 1 ? " has this bulletin open too." : " have this bulletin open too."));
        }
        List<String> here = now.stream()
                .filter(other -> !block.isEmpty() && other.block().equals(block))
                .map(Other::name)
                .toList();
        if (!here.isEmpty()) {
            lines.add(names(here) + (here.size() == 1 ? " is" : " are") + " in the same block as you.");
        }
        String text = String.join(" ", lines);
        if (!text.equals(words.getText())) {
            words.setText(text);
        }
        // In place also without words: what is said later is read out only where something was before
        setClassName("sc-warn", !here.isEmpty());
        setClassName("sc-unseen", text.isEmpty());
        if (!now.equals(known)) {
            known = now;
            blocks.others(now.stream()
                    .filter(other -> !other.block().isEmpty())
                    .collect(Collectors.groupingBy(
                            Other::block, LinkedHashMap::new, Collectors.mapping(Other::name, Collectors.toList())))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> names(each.getValue()))));
        }
    }

    /** “Ash, Rowan and Hazel”. */
    private static String names(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
