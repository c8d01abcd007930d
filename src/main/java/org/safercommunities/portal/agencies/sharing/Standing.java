package org.safercommunities.portal.agencies.sharing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an agency stands to the agreement, as what is recorded says: whether it is as it should be at a moment, and when it next is
 * not. The access rule itself is the view {@code agency_sharing}; a test holds the two against each other.
 *
 * @param versions those that are, were or will be in force
 * @param signatures the agency's, without what was taken back
 */
public record Standing(List<AgreementVersion> versions, List<Signature> signatures) {

    public Standing {
        versions = versions.stream().filter(one -> one.from() != null).toList();
        signatures = List.copyOf(signatures);
    }

    /** Whether its people may be given what is OFFICIAL-SENSITIVE. */
    public boolean holdsAt(Instant moment) {
        return versionAt(moment).isEmpty() || signatureAt(moment).isPresent();
    }

    /** The signature that counts at a moment; of several the one that lasts longest. */
    public Optional<Signature> signatureAt(Instant moment) {
        return versionAt(moment)
                .flatMap(version -> signatures.stream()
                        .filter(one -> one.version().equals(version) && one.holdsAt(moment))
                        .max(Comparator.comparing(one -> Objects.requireNonNullElse(one.until(), Instant.MAX))));
    }

    /** The version that counts at a moment; empty before there was one. */
    public Optional<String> versionAt(Instant moment) {
        return versions.stream()
                .filter(one -> !from(one).isAfter(moment))
                .max(Comparator.comparing(Standing::from))
                .map(AgreementVersion::version);
    }

    /** The first moment from this one on at which it does not hold; empty when nothing that is known ends it. */
    public Optional<Instant> lapse(Instant since) {
        Instant moment = since;
        while (holdsAt(moment)) {
            Instant next = nextChange(moment);
            if (next == null) {
                return Optional.empty();
            }
            moment = next;
        }
        return Optional.of(moment);
    }

    /** When the signature that counts ends, or another version comes into force. */
    private @Nullable Instant nextChange(Instant moment) {
        Instant another = versions.stream()
                .map(Standing::from)
                .filter(from -> from.isAfter(moment))
                .min(Instant::compareTo)
                .orElse(null);
        Instant end = signatureAt(moment).map(Signature::until).orElse(null);
        if (another == null || end == null) {
            return another == null ? end : another;
        }
        return another.isBefore(end) ? another : end;
    }

    private static Instant from(AgreementVersion version) {
        return Objects.requireNonNull(version.from());
    }
}
