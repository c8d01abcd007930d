package org.safercommunities.portal.bulletins.offers;

import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.bulletins.BulletinKind;

/** A bulletin being written for which agencies may offer items until a time. */
public record CallForItems(UUID bulletin, String title, BulletinKind kind, Instant until) {}
