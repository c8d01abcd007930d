package org.safercommunities.portal.agencies.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the agreement.
 *
 * @param from when it is what counts; null while it can only be signed
 */
public record AgreementVersion(String version, @Nullable Instant from) {}
