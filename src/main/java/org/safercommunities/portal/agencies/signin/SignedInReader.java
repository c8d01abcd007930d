package org.safercommunities.portal.agencies.signin;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

@Component
class SignedInReader implements CurrentReader {

    private final Readers readers;
    private final SecurityContextHolderStrategy security;

    /** The strategy that this application's own filters use; the static one may be another's in the same process. */
    SignedInReader(Readers readers, ObjectProvider<SecurityContextHolderStrategy> security) {
        this.readers = readers;
        this.security = security.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    @Override
    public Reader get() {
        return personId()
                .flatMap(readers::of)
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in, or their membership has ended"));
    }

    @Override
    public Optional<UUID> personId() {
        Authentication authentication = security.getContext().getAuthentication();
        if (authentication instanceof SignedIn caller) {
            return Optional.of(caller.personId());
        }
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user
                ? Optional.of(user.personId())
                : Optional.empty();
    }
}
