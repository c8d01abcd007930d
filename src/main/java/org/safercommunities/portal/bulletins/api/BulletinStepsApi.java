package org.safercommunities.portal.bulletins.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinDelivery;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From a draft to mails that are delivered. */
@RestController
@RequestMapping("/api/v1/bulletins/{id}")
@Tag(name = "Bulletins")
class BulletinStepsApi {

    private final Bulletins bulletins;
    private final BulletinSteps steps;
    private final BulletinDelivery delivery;
    private final BulletinWishes wishes;
    private final CurrentReader currentReader;

    BulletinStepsApi(
            Bulletins bulletins,
            BulletinSteps steps,
            BulletinDelivery delivery,
            BulletinWishes wishes,
            CurrentReader currentReader) {
        this.bulletins = bulletins;
        this.steps = steps;
        this.delivery = delivery;
        this.wishes = wishes;
        this.currentReader = currentReader;
    }

    @Operation(summary = "Ask for somebody else to look at a draft (editors)")
    @PostMapping("/submit")
    BulletinJson submit(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        BulletinDetails now = seen(id);
        steps.submit(id, edition(wishes.step(body), now), currentReader.get());
        return one(id);
    }

    @Operation(summary = "Send it back to its writers (editors), with {\"words\": what is to be done}")
    @PostMapping("/send-back")
    BulletinJson sendBack(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        seen(id);
        String words = wishes.step(body).words();
        steps.sendBack(id, words == null ? "" : words, currentReader.get());
        return one(id);
    }

    @Operation(summary = "Approve it (editors, but not the last who changed it)")
    @PostMapping("/approve")
    BulletinJson approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        BulletinDetails now = seen(id);
        steps.approve(id, edition(wishes.step(body), now), currentReader.get());
        return one(id);
    }

    @Operation(
            summary =
                    "Send it (editors), now or {\"at\": a time}. It goes two minutes later at the earliest, and can be called"
                            + " back until then.")
    @PostMapping("/send")
    BulletinJson send(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        BulletinDetails now = seen(id);
        BulletinWishes.Step said = wishes.step(body);
        steps.send(id, edition(said, now), said.at() == null ? null : said.at().toInstant(), currentReader.get());
        return one(id);
    }

    @Operation(summary = "Call back what has not gone out yet (editors)")
    @PostMapping("/call-back")
    BulletinJson callBack(@PathVariable UUID id) {
        seen(id);
        steps.callBack(id, currentReader.get());
        return one(id);
    }

    @Operation(summary = "Pause a sending (editors); within a second nothing more goes out")
    @PostMapping("/pause")
    BulletinJson pause(@PathVariable UUID id) {
        seen(id);
        delivery.pause(id, currentReader.get());
        return one(id);
    }

    @Operation(summary = "Go on with a paused sending (editors)")
    @PostMapping("/resume")
    BulletinJson resume(@PathVariable UUID id) {
        seen(id);
        delivery.resume(id, currentReader.get());
        return one(id);
    }

    @Operation(summary = "Stop a sending for good (editors); who has not had theirs gets none")
    @PostMapping("/stop")
    BulletinJson stop(@PathVariable UUID id) {
        seen(id);
        delivery.stop(id, currentReader.get());
        return one(id);
    }

    @Operation(summary = "What became of each recipient's mail, in numbers (editors)")
    @GetMapping("/delivery")
    DeliveryCounts delivery(@PathVariable UUID id) {
        seen(id);
        return delivery.counts(id, currentReader.get());
    }

    private static int edition(BulletinWishes.Step said, BulletinDetails now) {
        return said.edition() == null ? now.edition() : said.edition();
    }

    /** Unknown first, then forbidden: whoever may read a bulletin may learn that they do not send it. */
    private BulletinDetails seen(UUID id) {
        Reader reader = currentReader.get();
        BulletinDetails now = bulletins.find(id, reader).orElseThrow(() -> new UnknownBulletin(id));
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors send bulletins");
        }
        return now;
    }

    private BulletinJson one(UUID id) {
        return BulletinJson.forEditors(
                bulletins.find(id, currentReader.get()).orElseThrow(() -> new UnknownBulletin(id)));
    }
}
