package org.safercommunities.portal.bulletins;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.ReadershipWorld.Known;
import org.safercommunities.portal.bulletins.ReadershipWorld.Thing;
import org.safercommunities.portal.library.Marking;

/** Who gets a bulletin, and what of it they may see, said once more, plainly and without SQL, to hold the real rules against. */
final class ReadershipOracle {

    private final ReadershipWorld world;

    ReadershipOracle(ReadershipWorld world) {
        this.world = world;
    }

    boolean gets(Known known, BulletinAudience audience, Set<String> suppressed) {
        if (suppressed.contains(known.address)
                || known.ended
                || !known.choice.kinds().contains(audience.kind())) {
            return false;
        }
        if (known.left || known.someoneElseChose || agencyHasEnded(known)) {
            return false;
        }
        if (!known.chosenInAccount
                && !world.allowedDomains.contains(known.address.substring(known.address.indexOf('@') + 1))) {
            return false;
        }
        if (!audience.topics().isEmpty()
                && !known.choice.topics().isEmpty()
                && Collections.disjoint(audience.topics(), known.choice.topics())) {
            return false;
        }
        boolean meant = audience.everyone()
                || audience.agencies().stream().anyMatch(agency -> isOf(known, agency))
                || !Collections.disjoint(audience.groups(), known.groups);
        boolean role = audience.roles().isEmpty() || !Collections.disjoint(audience.roles(), known.roles);
        boolean came = audience.attendedEvent() == null || known.came.contains(audience.attendedEvent());
        return meant && role && came;
    }

    boolean sees(Known known, Thing thing) {
        var audience = thing.audience();
        if (!thing.published()) {
            return false;
        }
        if (!known.chosenInAccount) {
            return audience.everyone() && thing.marking() != Marking.OFFICIAL_SENSITIVE;
        }
        return audience.everyone()
                || audience.people().contains(known.person)
                || audience.agencies().stream().anyMatch(agency -> isOf(known, agency))
                || !Collections.disjoint(audience.groups(), known.groups)
                || known.roles.contains(Role.EDITOR) && audience.groups().isEmpty()
                || known.booked.contains(thing.id());
    }

    private boolean agencyHasEnded(Known known) {
        return hasEnded(known.agency) || hasEnded(known.accountAgency);
    }

    private boolean hasEnded(@Nullable String agency) {
        return agency != null && world.endedAgencies.contains(String.valueOf(world.successor.get(agency)));
    }

    private boolean isOf(Known known, String agency) {
        return known.agency != null
                && String.valueOf(world.successor.get(agency)).equals(world.successor.get(known.agency));
    }
}
