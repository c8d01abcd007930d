package org.safercommunities.portal.library.packs;

import org.springframework.modulith.NamedInterface;

/** What a member of a pack is. Recordings are documents. */
@NamedInterface("packs")
public enum MemberKind {
    DOCUMENT,
    LINK,
    EVENT
}
