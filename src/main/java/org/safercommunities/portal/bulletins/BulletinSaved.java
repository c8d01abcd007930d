package org.safercommunities.portal.bulletins;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;

/** A draft was begun or says something else now; told with every save, in its transaction. */
public record BulletinSaved(UUID bulletin, Blocks blocks, boolean template, Reader by) {}
