package org.safercommunities.portal.agencies.providers;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * The rule of which addresses the portal connects to when somebody has typed where to: those of the public internet only, never
 * this machine, its neighbours, or what a cloud tells its machines (169.254.169.254).
 */
final class PublicAddresses {

    /** What IANA's registries of special purposes list and the JDK's own questions do not cover. */
    private static final List<Block> SPECIAL = List.of(
            new Block("0.0.0.0", 8),
            new Block("100.64.0.0", 10),
            new Block("192.0.0.0", 24),
            new Block("192.0.2.0", 24),
            new Block("192.88.99.0", 24),
            new Block("198.18.0.0", 15),
            new Block("198.51.100.0", 24),
            new Block("203.0.113.0", 24),
            new Block("240.0.0.0", 4));

    private final boolean loopbackToo;

    /** @param loopbackToo for the demonstration and tests, where the agencies' directories are on this machine */
    PublicAddresses(boolean loopbackToo) {
        this.loopbackToo = loopbackToo;
    }

    boolean admits(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopbackToo;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> SPECIAL.stream().noneMatch(block -> block.holds(four.getAddress()));
            // Only what is given out for the internet at large, without the ways by which an address of version 4 is
            // wrapped in one of version 6 (Teredo, 6to4), and without the examples
            case Inet6Address six -> (six.getAddress()[0] & 0xe0) == 0x20 && !wrapped(six.getAddress());
            default -> false;
        };
    }

    private static boolean wrapped(byte[] six) {
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        return first == 0x2002 || first == 0x2001 && (second < 0x0200 || second == 0x0db8);
    }

    private record Block(String from, int bits) {

        boolean holds(byte[] four) {
            return number(four) >>> 32 - bits == number(bytes()) >>> 32 - bits;
        }

        private byte[] bytes() {
            String[] parts = from.split("\\.");
            byte[] bytes = new byte[4];
            for (int i = 0; i < 4; i++) {
                bytes[i] = (byte) Integer.parseInt(parts[i]);
            }
            return bytes;
        }

        private static long number(byte[] four) {
            return (four[0] & 0xffL) << 24 | (four[1] & 0xffL) << 16 | (four[2] & 0xffL) << 8 | four[3] & 0xffL;
        }
    }
}
