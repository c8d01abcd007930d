package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** The cover of a pack: the picture that was put in, or one drawn from its title, the same each time. Decoration beside the title. */
final class PackCover extends Div {

    private static final int WIDTH = 640;
    private static final int CIRCLES = 5;

    PackCover(UUID id, String title, boolean hasPicture, Instant changed) {
        addClassName("sc-pack-cover");
        getElement().setAttribute("aria-hidden", "true");
        if (hasPicture) {
            Image image = new Image(PackAddress.cover(id, WIDTH, changed), "");
            image.getElement().setAttribute("loading", "lazy");
            add(image);
        } else {
            // As the browser reads it: as components its attributes would lose their capitals, and with them their
            // meaning
            getElement().setProperty("innerHTML", drawn(title));
        }
    }

    private static String drawn(String title) {
        Random random = new Random(title.hashCode());
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 160 90\" preserveAspectRatio=\"xMidYMid slice\" focusable=\"false\">");
        svg.append("<rect class=\"sc-cover-0\" width=\"160\" height=\"90\"/>");
        int corner = random.nextInt(4);
        double x = corner % 2 == 0 ? 18 + random.nextInt(30) : 142 - random.nextInt(30);
        double y = corner < 2 ? 4 + random.nextInt(16) : 86 - random.nextInt(16);
        // Rings around one point, as of something that spreads through a county
        for (int ring = CIRCLES; ring > 0; ring--) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"sc-cover-%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                    ring,
                    x,
                    y,
                    ring * (15.0 + random.nextInt(4))));
        }
        double across = 160 - x;
        double down = 90 - y;
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"sc-cover-dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>",
                across,
                down,
                5 + random.nextInt(4)));
        return svg.append("</svg>").toString();
    }
}
