package org.safercommunities.portal.library.packs;

import java.util.UUID;

/** A version of a document that went out with a pack. */
record TakenOut(UUID document, int number) {}
