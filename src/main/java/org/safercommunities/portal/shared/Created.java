package org.safercommunities.portal.shared;

import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The answer of the API to a call that made something. */
public final class Created {

    private Created() {}

    /** 201, with the address of what was made: its id below the one that was called. */
    public static ResponseEntity.BodyBuilder below(Object id) {
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(id.toString())
                .build()
                .toUri());
    }
}
