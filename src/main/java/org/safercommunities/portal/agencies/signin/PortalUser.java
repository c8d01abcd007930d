package org.safercommunities.portal.agencies.signin;

import java.io.Serial;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** The person behind a browser session. */
class PortalUser extends DefaultOidcUser implements SignedIn {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID personId;
    private final Proof proof;
    private final int accessVersion;

    PortalUser(Admitted admitted, Collection<? extends GrantedAuthority> authorities, OidcIdToken idToken) {
        super(authorities, idToken);
        this.personId = admitted.person();
        this.proof = Proof.of(idToken);
        this.accessVersion = admitted.accessVersion();
    }

    @Override
    public UUID personId() {
        return personId;
    }

    @Override
    public String subject() {
        return Objects.requireNonNull(getIdToken().getSubject());
    }

    @Override
    public Proof proof() {
        return proof;
    }

    int accessVersion() {
        return accessVersion;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortalUser user && user.personId.equals(personId) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return personId.hashCode();
    }
}
