package org.safercommunities.portal.agencies.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the portal connects to when somebody typed the address, and where not. */
class PublicAddressesTest {

    private final PublicAddresses rule = new PublicAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:a00:1::1",
                "2001:db8::1",
                "::10.0.0.1"
            })
    void neverInside(String address) throws UnknownHostException {
        assertThat(rule.admits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2a00:1450:4009::1", "2606:4700::1"})
    void thePublicInternet(String address) throws UnknownHostException {
        assertThat(rule.admits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void thisMachineOnlyWhereItIsSaid() throws UnknownHostException {
        assertThat(new PublicAddresses(true).admits(InetAddress.getByName("127.0.0.1")))
                .isTrue();
        assertThat(new PublicAddresses(true).admits(InetAddress.getByName("10.0.0.1")))
                .isFalse();
    }
}
