package org.clearlane.webhooks;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet. Everything that is set aside for something else (IANA special-purpose
 * registries, RFC 6890) is not: loopback, private and shared networks, link-local with the metadata service of clouds,
 * documentation, benchmarking, multicast, and IPv6 addresses that carry an IPv4 address inside.
 */
final class PublicAddresses {

    private static final List<Network> SET_ASIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // Of IPv6 only what is global unicast counts at all; these parts of it do not.
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private record Network(BigInteger prefix, int bits, int length) {

        static Network of(String text) {
            String[] parts = text.split("/");
            byte[] bytes = literal(parts[0]).getAddress();
            int length = Integer.parseInt(parts[1]);
            int bits = bytes.length * 8;
            return new Network(new BigInteger(1, bytes).shiftRight(bits - length), bits, length);
        }

        /** No name is looked up for a literal. */
        private static InetAddress literal(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean has(byte[] address) {
            return address.length * 8 == bits
                    && new BigInteger(1, address).shiftRight(bits - length).equals(prefix);
        }
    }

    private PublicAddresses() {}

    /** Whether this is an address of the public internet. An IPv4 address in IPv6 clothes is never one. */
    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address && !GLOBAL_UNICAST.has(bytes)) {
            return false;
        }
        return SET_ASIDE.stream().noneMatch(network -> network.has(bytes));
    }
}
