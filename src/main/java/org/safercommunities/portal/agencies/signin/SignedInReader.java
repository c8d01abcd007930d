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
    private final ProofRule proofs;
    private final SecurityContextHolderStrategy security;

    /** The strategy that this application's own filters use; the static one may be another's in the same process. */
    SignedInReader(Readers readers, ProofRule proofs, ObjectProvider<SecurityContextHolderStrategy> security) {
        this.readers = readers;
        this.proofs = proofs;
        this.security = security.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    @Override
    public Reader get() {
        return signedIn()
                .flatMap(who ->
                        readers.of(who.personId()).map(reader -> proofs.holds(who.proof()) ? reader.proven() : reader))
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in, or their membership has ended"));
    }

    @Override
    public Optional<UUID> personId() {
        return signedIn().map(SignedIn::personId);
    }

    /** What they showed, whoever they are now. */
    Proof proof() {
        return signedIn().map(SignedIn::proof).orElseGet(() -> new Proof(false, null));
    }

    /** Their account in Keycloak. */
    String subject() {
        return signedIn()
                .map(SignedIn::subject)
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in, or their membership has ended"));
    }

    private Optional<SignedIn> signedIn() {
        Authentication authentication = security.getContext().getAuthentication();
        if (authentication instanceof SignedIn caller) {
            return Optional.of(caller);
        }
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user
                ? Optional.of(user)
                : Optional.empty();
    }
}
