package org.safercommunities.portal.agencies.signin;

import java.io.Serial;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The person behind a bearer token. */
class ApiCaller extends JwtAuthenticationToken implements SignedIn {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID personId;
    private final Proof proof;

    ApiCaller(Jwt jwt, Collection<? extends GrantedAuthority> authorities, UUID personId) {
        super(jwt, authorities);
        this.personId = personId;
        this.proof = Proof.of(jwt);
    }

    @Override
    public UUID personId() {
        return personId;
    }

    @Override
    public String subject() {
        return Objects.requireNonNull(getToken().getSubject());
    }

    @Override
    public Proof proof() {
        return proof;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiCaller caller && caller.personId.equals(personId) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return personId.hashCode();
    }
}
