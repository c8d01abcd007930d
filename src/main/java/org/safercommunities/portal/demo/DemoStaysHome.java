package org.safercommunities.portal.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Accounts whose password everybody knows are reached from this machine only: with demo data nothing else starts. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoStaysHome {

    DemoStaysHome(@Value("${server.address:}") String address) throws UnknownHostException {
        if (address.isBlank() || !InetAddress.getByName(address).isLoopbackAddress()) {
            throw new IllegalStateException(
                    "With PORTAL_DEMO=true the portal listens on a loopback address only. Leave PORTAL_ADDRESS unset, or"
                            + " switch the demonstration off.");
        }
    }
}
