package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.bulletins.BulletinPresence.Other;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Editors see who else has a bulletin open, whichever node their pages are on. */
@PortalIT
class BulletinPresenceIT {

    private final BulletinWorld world;
    private final ApplicationContext portal;
    private final BulletinPresence presence;

    BulletinPresenceIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        world = new BulletinWorld(portal);
        presence = portal.getBean(BulletinPresence.class);
    }

    /** What another node makes of the same tables, so much later. */
    private BulletinPresence later(Duration time) {
        return new BulletinPresence(
                world.jdbc, portal.getBean(PersonList.class), Clock.offset(Clock.systemUTC(), time));
    }

    @Test
    void showsEachOtherPersonOnceAndWhereTheyAre() {
        UUID bulletin = world.draft();
        UUID mine = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        presence.open(mine, bulletin, world.editor);
        assertThat(presence.others(bulletin, world.editor)).isEmpty();
        presence.open(theirs, bulletin, world.second);
        presence.stay(theirs, bulletin, "b1", world.second);
        presence.open(UUID.randomUUID(), bulletin, world.second);
        Other juniper = new Other(world.second.personId(), "Juniper Downs", "b1");
        assertThat(later(Duration.ofSeconds(1)).others(bulletin, world.editor)).containsExactly(juniper);
        assertThat(presence.others(bulletin, world.second))
                .containsExactly(new Other(world.editor.personId(), "Quill Hart", ""));
        assertThat(presence.others(world.draft(), world.editor)).isEmpty();
        presence.leave(mine);
        assertThat(presence.others(bulletin, world.second)).isEmpty();
    }

    @Test
    void whoeverFallsSilentIsGoneWithinAMinute() {
        UUID bulletin = world.draft();
        UUID page = UUID.randomUUID();
        presence.open(page, bulletin, world.second);
        Duration twoWordsLost = BulletinPresence.SAYS_SO_EVERY.multipliedBy(2).plusSeconds(5);
        assertThat(later(twoWordsLost).others(bulletin, world.editor)).hasSize(1);
        assertThat(later(Duration.ofSeconds(55)).others(bulletin, world.editor)).isEmpty();
        later(Duration.ofSeconds(55)).stay(page, bulletin, "", world.second);
        assertThat(later(Duration.ofSeconds(60)).others(bulletin, world.editor)).hasSize(1);
        assertThatThrownBy(() -> presence.others(bulletin, world.somebody.of(world.north)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> presence.stay(page, bulletin, "", world.somebody.of(world.north)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
