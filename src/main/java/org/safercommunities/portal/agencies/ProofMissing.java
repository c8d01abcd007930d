package org.safercommunities.portal.agencies;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody may see that this is there, but not what is in it before they have shown once more that it is them. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class ProofMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID thing;

    /** @param thing id of what they asked for */
    public ProofMissing(UUID thing) {
        super(
                "This is OFFICIAL-SENSITIVE. Confirm that it is you: sign in again with a one-time code, then try once more.");
        this.thing = thing;
    }

    /** @param message what to do, in place of the usual words */
    public ProofMissing(UUID thing, String message) {
        super(message);
        this.thing = thing;
    }

    public UUID thing() {
        return thing;
    }
}
